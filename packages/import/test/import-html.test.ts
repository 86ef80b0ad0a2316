import { EveryreadError, memoryAssets, toText, walk, type ReportNode } from '@everyread/core';
import { toHtml } from '@everyread/html';
import { importHtml } from '@everyread/import';
import { printMarkdown, readMarkdown } from '@everyread/markdown';
import { describe, expect, it } from 'vitest';
import { normalForm } from './normal-form.js';
import { png } from './pictures.js';
import { samples } from './samples.js';

const assets = memoryAssets({ 'images/picture-1.png': png });
const head = '---\ntitle: Our year & <more>\nlang: en-GB\nauthor: Ann\npublisher: A charity\ndate: 2024-03-22\n---\n\n';

describe('from the model to a web page and back', () => {
  it.each(Object.entries(samples))('%s: the same', async (_name, markdown) => {
    const { report, messages } = readMarkdown(head + markdown);
    expect(messages.map(String)).toEqual([]);
    const bytes = await toHtml(report, { assets, message: () => undefined, embedFonts: false });
    const back = importHtml(bytes);
    expect(normalForm(back.report)).toEqual(normalForm(report));
    expect(back.report.meta).toEqual(report.meta);
  });
});

describe('an item that is close in a list that stands apart', () => {
  it('comes back from a page of ours as it was', async () => {
    const { report } = readMarkdown(`${head}- [x] one\n  - two\n\n- three\n\n  four\n`);
    const bytes = await toHtml(report, { assets, message: () => undefined, embedFonts: false });
    expect(normalForm(importHtml(bytes).report)).toEqual(normalForm(report));
  });
});

describe('who made a page of ours', () => {
  it.each([
    ['Our year', 'Ann', 'Our year'],
    ['Our year', 'Our year', 'A charity'],
    ['Our year', undefined, 'Our year'],
    ['Our year', undefined, 'A charity'],
    ['Our year', 'Ann', undefined],
    ['Our year', 'Ann', 'Ann'],
    ['Our year', 'Our year', 'Our year'],
  ])('comes back from %s by %s, published by %s', async (title, author, publisher) => {
    const { report } = readMarkdown('# A\n\nText.');
    const meta = { title, lang: 'en', ...(author ? { author } : {}), ...(publisher ? { publisher } : {}) };
    const bytes = await toHtml({ ...report, meta }, { assets, message: () => undefined, embedFonts: false });
    expect(importHtml(bytes).report.meta).toEqual(meta);
  });
});

describe('from the model to Markdown and back', () => {
  it.each(Object.entries(samples))('%s: the same', (_name, markdown) => {
    const { report } = readMarkdown(head + markdown);
    const printed = readMarkdown(printMarkdown(report));
    expect(printed.messages.map(String)).toEqual([]);
    expect(normalForm(printed.report)).toEqual(normalForm(report));
    expect(printed.report.meta).toEqual(report.meta);
  });
});

/** The Markdown of a page, without its front matter. */
function markdownOf(body: string, options = {}): string {
  return printMarkdown({ ...importHtml(page(body), options).report, meta: {} as never });
}
const page = (body: string, headElements = ''): string =>
  `<!DOCTYPE html><html lang="en"><head><title>T</title>${headElements}</head><body>${body}</body></html>`;
const said = (source: string | Uint8Array): string[] => importHtml(source).messages.map((message) => String(message.ruleId));

describe('pages of others', () => {
  it.each([
    ['a table with row headers', '<table><caption>Who came</caption><thead><tr><td></td><th>2022</th></tr></thead><tbody><tr><th>Cuppa</th><td align=right>12</td></tr></tbody></table>', ':::table[Who came]{headers="both"}\n| | 2022 |\n| - | -: |\n| Cuppa | 12 |\n:::\n'],
    ['merged cells', '<table><tr><th rowspan=2>Event<th colspan=2>People</tr><tr><th>2022<th>2023</tr><tr><td>Cuppa<td>12<td>13</table>', '| Event | People, 2022 | People, 2023 |\n| - | - | - |\n| Cuppa | 12 | 13 |\n'],
    ['merged cells in two rows that say not that they are headers', '<table><tr><td rowspan=2>Event<td colspan=2>People</tr><tr><td>2022<td>2023</tr><tr><td>Cuppa<td>12<td>13</table>', '| Event | People, 2022 | People, 2023 |\n| - | - | - |\n| Cuppa | 12 | 13 |\n'],
    ['merged cells among figures', '<table><tr><td rowspan=2>Cuppa<td colspan=2>12</tr><tr><td>13<td>14</tr><tr><td>Walk<td>15<td>16</table>', ':::table{headers="row"}\n| Cuppa | 12 | 12 |\n| - | - | - |\n| Cuppa | 13 | 14 |\n| Walk | 15 | 16 |\n:::\n'],
    ['figures in every row, and no headers', '<table><tr><td>Staff<td>£98,000<tr><td>Food<td>(1,400)<tr><td>Rent<td>12%</table>', ':::table{headers="row"}\n| Staff | £98,000 |\n| - | - |\n| Food | (1,400) |\n| Rent | 12% |\n:::\n'],
    ['years above figures', '<table><tr><td>Event<td>2022<td>2023<tr><td>Cuppa<td>12<td>13</table>', '| Event | 2022 | 2023 |\n| - | - | - |\n| Cuppa | 12 | 13 |\n'],
    ['a figure with its caption', '<figure><img src="a%20b.png" alt="A ring."><figcaption>Our <i>ring</i></figcaption></figure>', ':::figure[Our *ring*]{src="a b.png" alt="A ring."}\n:::\n'],
    ['a picture that says nothing, and one whose words were forgotten', '<p><img src=a.png alt=""></p><p><img src=b.png></p>', ':::figure{src="a.png" decorative}\n:::\n\n:::figure{src="b.png" alt}\n:::\n'],
    ['a quotation and who said it', '<blockquote><p>So useful.</p><footer>— <cite>Amy Ramsay</cite>, a participant</footer></blockquote>', ':::quote{by="Amy Ramsay" role="a participant"}\nSo useful.\n:::\n'],
    ['a picture that comes late, and no notice about cookies', '<div id=cookie-banner>We use cookies</div><p><img src="data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==" data-src="a.png" alt="A ring."></p><p class=cookies>Our cookies are vegan.</p>', ':::figure{src="a.png" alt="A ring."}\n:::\n\nOur cookies are vegan.\n'],
    ['pictures to choose from', '<p>a <img alt=A srcset="a.png, b.png 2x"> <img alt=B srcset="c.png 400w,d.png 1200w, e.png 800w"> <picture><source srcset="f.png"><img alt=C></picture> <img alt=D src=g.png srcset="h.png 2x">', 'a ![A](b.png) ![B](d.png) ![C](f.png) ![D](g.png)\n'],
    ['languages', '<p>A <span lang=cy>diolch</span></p><p lang=fr>Merci.</p><p lang=fr>Bien.</p>', 'A :span[diolch]{lang="cy"}\n\n:::div{lang="fr"}\nMerci.\n\nBien.\n:::\n'],
    ['abbreviations', '<p><abbr title="University College London">UCL</abbr></p>', ':abbr[UCL]{title="University College London"}\n'],
    ['terms', '<dl><dt>Cuppa<dd>A meeting.<dt>Remo<dd><p>A room.</dl>', '- **Cuppa**: A meeting.\n- **Remo**: A room.\n'],
    ['what can be folded away', '<details><summary>More</summary><p>Text.</p></details>', ':::callout[More]{kind="note"}\nText.\n:::\n'],
    ['print pages', '<p>a<span role="doc-pagebreak" aria-label="24"></span>b</p><div epub:type="pagebreak" title="25"></div>', 'a:page{n="24"}b\n\n::page{n="25"}\n'],
    ['raised figures', '<p>10<sup>3</sup> m<sup>2</sup>, CO<sub>2</sub>, the 4<sup>th</sup></p>', '10³ m², CO₂, the 4th\n'],
    ['task lists', '<ul><li><input type=checkbox checked disabled> done<li><input type=checkbox> open</ul>', '- [x] done\n- [ ] open\n'],
    ['lists nested in a way that is wrong', '<ol start=3><li>three<ul><li>in</ul></li><ul><li>wrong</ul></ol>', '3. three\n   - in\n   * wrong\n'],
    ['blanks inside marks', '<p>a <b> bold </b>text, <a href="https://example.org/">link </a>end</p>', 'a **bold** text, [link](https://example.org/) end\n'],
    ['a link around blocks', '<a href="https://example.org/"><h2>T</h2><p>Text</p></a>', '## [T](https://example.org/)\n\n[Text](https://example.org/)\n'],
    ['lines parted by empty lines', '<p>one<br><br>two<br>three</p>', 'one\n\ntwo\\\nthree\n'],
    ['marks that are looks', '<p><span style="font-weight:700">a</span> <span style="font-style:italic">b</span> <b style="font-weight:normal">c</b></p>', '**a** *b* c\n'],
    ['a table that only places things', '<table><tr><td><h2>A</h2><p>Text.</p></td><td><h2>B</h2></td></tr></table>', '## A\n\nText.\n\n## B\n'],
    ['a link to a heading', '<p><a href="#x">There</a></p><h2 id=x>Our year</h2><p>Text.</p>', '[There](#our-year)\n\n## Our year\n\nText.\n'],
    ['formulas', '<p><math alttext="a squared"><mi>a</mi></math></p>', 'a squared\n'],
    ['a film', '<video src="https://example.org/a.mp4" title="Our film"></video>', '[Our film](https://example.org/a.mp4)\n'],
  ])('%s', (_name, body, expected) => {
    expect(markdownOf(body)).toBe(expected);
  }); // prettier-ignore

  it.each([
    ['pandoc', '<p>a<a href="#fn1" class="footnote-ref" id="fnref1" role="doc-noteref"><sup>1</sup></a></p><section class="footnotes" role="doc-endnotes"><hr /><ol><li id="fn1" role="doc-endnote"><p>The note.<a href="#fnref1" class="footnote-back" role="doc-backlink">↩︎</a></p></li></ol></section>'],
    ['LibreOffice', '<p>a<a class="sdfootnoteanc" name="sdfootnote1anc" href="#sdfootnote1sym"><sup>1</sup></a></p><div id="sdfootnote1"><p><a class="sdfootnotesym" name="sdfootnote1sym" href="#sdfootnote1anc">1</a>The note.</p></div>'],
    ['Word', '<p>a<a href="#_ftn1" name="_ftnref1"><span>[1]</span></a></p><div><br clear=all><hr width="33%"><div id=ftn1><p><a href="#_ftnref1" name="_ftn1"><span>[1]</span></a> The note.</p></div></div>'],
    ['Google Docs', '<p>a<sup><a href="#ftnt1" id="ftnt_ref1">[1]</a></sup></p><hr><div><p><a href="#ftnt_ref1" id="ftnt1">[1]</a><span>&nbsp;The note.</span></p></div>'],
    ['mammoth', '<p>a<sup><a href="#footnote-1" id="footnote-ref-1">[1]</a></sup></p><ol><li id="footnote-1"><p>The note. <a href="#footnote-ref-1">↑</a></p></li></ol>'],
  ])('the notes of %s', (_name, body) => {
    expect(markdownOf(body)).toBe('a[^1]\n\n[^1]: The note.\n');
  }); // prettier-ignore

  it('what is no part of a report is left out, and said', () => {
    const source = page(
      '<nav id=TOC><a href="#a">A</a></nav><nav><a href="/other">Elsewhere</a></nav><h1>T</h1><p>Text<script>alert(1)</script></p><p hidden>Secret</p><iframe src="https://example.org/f"></iframe><p><img src="https://example.org/t.png" alt="A hand."></p><a href="javascript:x()">go</a><form><input aria-label="Name"></form>',
      '<style>p{color:red}</style>',
    );
    const { report, messages, files } = importHtml(source, { path: 'a.html' });
    expect(toText(report.root)).toBe('Text https://example.org/f A hand. go');
    expect(files.size).toBe(0);
    expect(new Set(messages.map((message) => message.ruleId))).toEqual(
      new Set(['import-contents', 'import-not-kept', 'import-script', 'import-hidden', 'import-external']),
    );
    expect(messages.find((message) => message.ruleId === 'import-external')).toMatchObject({ file: 'a.html', line: 1 });
  });
  it('elements that XHTML closes and HTML leaves open hold nothing of what follows', () => {
    const body =
      '<script src="a.js"/><h2>A<a id="x"/></h2><span epub:type="pagebreak" title="12"/><p>One <i/>two.</p><br/><p title="a/>b">Three.</p>';
    const chapter = `<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml" lang="en"><head><title>T</title><style/></head><body>${body}</body></html>`;
    expect(printMarkdown({ ...importHtml(chapter).report, meta: {} as never })).toBe('## A\n\n::page{n="12"}\n\nOne two.\n\nThree.\n');
    // Where nothing says that it is XHTML, a page break keeps what nobody closed.
    expect(markdownOf('<span role="doc-pagebreak" aria-label="12"/><p>What stands on the page that begins here, all of it.</p>')).toBe(
      '::page{n="12"}\n\nWhat stands on the page that begins here, all of it.\n',
    );
  });
  it('a page of ours that is read aloud keeps the names of its headings', () => {
    const heading = '<main><h2 id="aims"><span id="s1" class="sentence">Aims</span></h2><p><a href="#aims">Aims</a></p></main>';
    const { report } = importHtml(page(heading, '<meta name="generator" content="Everyread 1.0.0">'));
    expect(printMarkdown({ ...report, meta: {} as never })).toBe('# Aims\n\n[Aims](#aims)\n');
  });
  it('pictures that are data become files', () => {
    const { report, files } = importHtml(page(`<img alt="A dot." src="data:image/png;base64,${btoa(String.fromCharCode(...png))}">`));
    expect([...files]).toEqual([['images/picture-1.png', png]]);
    expect(report.root.children[0]).toMatchObject({ type: 'figure', src: 'images/picture-1.png', alt: 'A dot.' });
  });
  it('drawings become files without programs', () => {
    const { files } = importHtml(
      page('<svg aria-label="A dot" onload="x()"><script>x()</script><a xlink:href="https://example.org"><circle r="1"/></a></svg>'),
    );
    const source = new TextDecoder().decode(files.get('images/picture-1.svg'));
    expect(source).toContain('<circle r="1">');
    expect(source).not.toMatch(/script|onload|example/);
  });
  it('Windows-1252 is read as what it is', () => {
    const bytes = Uint8Array.from('<html lang=en><meta charset=windows-1252><title>T</title><p>\u0093\u00a35\u0094', (c) =>
      c.charCodeAt(0),
    );
    expect(toText(importHtml(bytes).report.root)).toBe('“£5”');
  });
  it('messages and nodes have their lines', () => {
    const { report } = importHtml('<!DOCTYPE html>\n<title>T</title>\n<p>one</p>\n<p>two</p>\n');
    expect(report.root.children.map((node) => node.position?.start.line)).toEqual([3, 4]);
  });
});

describe('pages that do harm', () => {
  it.each([
    ['deep nesting', '<div>'.repeat(100_000)],
    ['a huge page', ' '.repeat(64_000_001)],
    ['tags without end', '<p>word '.repeat(1_100_000)],
  ])('%s ends in a clear error', (_name, source) => {
    expect(() => importHtml(source)).toThrow(EveryreadError);
  });
  it.each([
    ['a table that spans without end', `<table>${'<tr>'.padEnd(4 * 3000, '<tr>')}<td rowspan=65534 colspan=1000>x</table>`],
    ['10,000 notes', Array.from({ length: 10_000 }, (_, n) => `<p>t<a role="doc-noteref" href="#n${n}">${n}</a><aside id="n${n}">note</aside>`).join('')],
    ['a link to no name', '<a href="#%" data-show=page>x</a>'],
    ['nothing', ''],
    ['no page at all', '\u0001\u0002'.repeat(1000)],
    ['marks never closed', '<b><i><a href="x"><font>'.repeat(60) + 'x'],
  ])('%s is read in bounded time', (_name, source) => {
    const began = performance.now();
    importHtml(source);
    expect(performance.now() - began).toBeLessThan(10_000);
  }); // prettier-ignore
  it('navigation that is left out is quoted word by word', () => {
    const { messages } = importHtml(page('<nav><ul><li><a href="/">Home</a></li><li><a href="/about">About</a></li></ul></nav><p>x'));
    expect(messages.map((message) => message.reason)).toEqual(['Navigation to other pages was left out (Home, About)']);
  });
  it('cells that cover more than a report can hold become one each, which is said; a table of too many cells is refused', () => {
    const rows = (count: number, cells: string): string => `<tr>${cells}`.repeat(count);
    const { report, messages } = importHtml(page(`<table><tr><th>A<th>B${rows(3000, '<td rowspan=3000 colspan=90>x')}</table>`));
    expect(messages.map((message) => `${message.line} ${message.reason}`).join()).toMatch(
      /1 A cell covers more cells than a report can hold; it became one, \d+ times/,
    );
    expect(toText(report.root.children).match(/x/g)!.length).toBeGreaterThanOrEqual(3000);
    expect(() => importHtml(page(`<table><tr>${'<th>a'.repeat(2000)}${rows(2000, '<td>b')}</table>`))).toThrow('2001 rows of 2000 cells');
  });
  it.each([
    '../../etc/hosts',
    '/etc/hosts',
    'file:///etc/hosts',
    'C:\\a.png',
    '\\\\host\\a.png',
    'a/../../b.png',
    '//example.org/a.png',
    'data:image/png;base64,AAAA',
  ])('the picture %s is left out', (src) => {
    const result = importHtml(page(`<img alt="A hand." src="${src}">`));
    let pictures = 0;
    walk(result.report.root.children as ReportNode[], (node) => void (pictures += Number(node.type === 'figure' || node.type === 'image')));
    expect(pictures).toBe(0);
    expect(toText(result.report.root)).toBe('A hand.');
    expect(said(page(`<img src="${src}">`)).some((id) => id === 'import-external' || id === 'import-not-kept')).toBe(true);
  });
});
