import { importHtml } from '@everyread/import';
import { printMarkdown } from '@everyread/markdown';
import { describe, expect, it } from 'vitest';

const page = (body: string): string => `<html lang=en-GB><title>Our year</title><h1>Our year</h1>${body}`;
const read = (body: string): { text: string; said: string[] } => {
  const { report, messages } = importHtml(page(body));
  return { text: printMarkdown({ ...report, meta: {} as never }), said: messages.map(({ ruleId, reason }) => `${ruleId}: ${reason}`) };
};
const spot = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7';

describe('pages that were saved from a site', () => {
  it.each([
    ['a link that skips', '<a class="skip-link" href="#main">Skip</a>', 'A link that skips to the text was left out (“Skip”)'],
    ['a window about cookies', '<div id="onetrust-banner-sdk">We use cookies <button>Accept</button></div>', 'A notice about cookies was left out (“We use cookies Accept”)'],
    ['a dialog about cookies', '<div role=dialog aria-label="Privacy"><p>This site uses cookies.</p></div>', 'A notice about cookies was left out (“This site uses cookies.”)'],
    ['a search', '<form role=search><label>Search <input></label><button>Go</button></form>', 'A form to search with was left out (“Search Go”)'],
    ['links to share', '<ul class="social share"><li><a href="https://example.org/share">Share</a></li></ul>', 'Links to share the page were left out (“Share”)'],
    ['the head of a site', '<header><a href="/">The charity</a><nav><a href="/a">About</a></nav></header>', 'The head of the site was left out (“The charity, About”)'],
    ['the foot of a site', '<footer><ul><li><a href="/p">Privacy</a></li></ul></footer>', 'The foot of the site was left out (“Privacy”)'],
  ])('%s is no part of the report, which is said', (_, html, reason) => {
    expect(read(`${html}<p>Text.`)).toEqual({ text: 'Text.\n', said: [`import-not-kept: ${reason}`] });
  }); // prettier-ignore

  it.each([
    ['a head with a heading', '<header><h2>Aims</h2><a href="https://example.org">x</a></header>', '# Aims'],
    ['a foot with words', '<footer><p>Registered charity 1234567. <a href="https://example.org">Privacy</a></p></footer>', 'Registered charity 1234567.'],
    ['the foot of an article', '<article><footer><a href="https://example.org/ann">Ann Lee</a></footer></article>', 'Ann Lee'],
    ['a text on cookies', '<section id="cookies"><p>We baked cookies.</p></section>', 'We baked cookies.'],
    ['a shared house', '<div class="share-of-income"><p>Half came from grants.</p></div>', 'Half came from grants.'],
    ['a page behind an open window', `<div aria-hidden=true><p>Text of the page. ${'More. '.repeat(30)}</p></div>`, 'Text of the page.'],
  ])('%s stays', (_, html, words) => expect(read(html).text).toContain(words)); // prettier-ignore

  it.each(['data-original', 'data-lazy', 'data-src'])('a picture that is loaded late by %s is there once', (name) => {
    const html = `<img src="${spot}" ${name}="a.png" alt="A hall."><noscript><img src="a.png" alt="A hall."></noscript>`;
    expect(read(html)).toEqual({ text: ':::figure{src="a.png" alt="A hall."}\n:::\n', said: [] });
    expect(read('<p>x<noscript><p>Words without a program.</p></noscript>').text).toContain('Words without a program.');
  });
  it('what a style sheet draws keeps its text alternative, in a block and in a line', () => {
    const said = 'import-not-kept: A picture of the style sheet was left out; its text alternative is kept (A hall)';
    expect(read('<div role=img aria-label="A hall"></div><p>x')).toEqual({ text: 'A hall\n\nx\n', said: [said] });
    expect(read('<p>In <span role=img aria-label="A hall"></span>.')).toEqual({ text: 'In A hall.\n', said: [said] });
  });
  it('parts of a picture that lead somewhere are links', () => {
    const html = '<p><img src="a.png" alt="Wales" usemap="#m"><map name=m><area href="https://example.org/n" alt="North"></map>';
    expect(read(html).text).toBe('![Wales](a.png) [North](https://example.org/n)\n');
  });
  it('signs that are hidden from screen readers are left out, which is said', () => {
    expect(read('<p>Very good <span aria-hidden=true>★★★★★</span>')).toEqual({
      text: 'Very good\n',
      said: ['import-hidden: Text that the page hides from screen readers was left out: “★★★★★”'],
    });
  });
  it('a film beside the page has no link, which is not said of it', () => {
    expect(read('<video src="a.mp4">Your browser shows no films.</video><p>x')).toEqual({
      text: 'x\n',
      said: ['import-not-kept: A film, sound or object was left out (a.mp4)'],
    });
  });
  it('a list that counts with letters counts with numbers, which is said', () => {
    const said = ['import-changed: Letters before the items of a list became numbers'];
    expect(read('<ol type=a><li>one<li>two</ol>')).toEqual({ text: '1. one\n2. two\n', said });
    expect(read('<ol style="list-style-type: upper-roman"><li>one<li>two</ol>').said).toEqual(said);
    expect(read('<ol type=1><li>one<li>two</ol>').said).toEqual([]);
  });
  it('an element that is a heading for those who listen is one', () => {
    expect(read('<div role=heading aria-level=3>Aims</div><p>x').text).toBe('## Aims\n\nx\n');
  });
  it('an item above tasks is none itself', () => {
    expect(read('<ul><li>All<ul><li><input type=checkbox checked> one<li><input type=checkbox> two</ul></ul>').text).toBe(
      '- All\n  - [x] one\n  - [ ] two\n',
    );
  });
});
