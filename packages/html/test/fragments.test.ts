import { describe, expect, it } from 'vitest';
import { makeEdition, nodeTable, prepare, type Report } from '@everyread/core';
import { readMarkdown } from '@everyread/markdown';
import { collectImages, h, makeFragments, toXhtml, type FragmentOptions } from '@everyread/html';

const read = (body: string): Report => readMarkdown(`---\ntitle: Test\nlang: en-GB\n---\n\n${body}\n`).report;
const xhtml = (body: string, options: FragmentOptions = {}): string =>
  makeFragments(prepare(read(body), makeEdition('screen-reader')), options)
    .map((fragment) => toXhtml(fragment.children))
    .join('\n');

describe('makeFragments', () => {
  it.each(Object.values(nodeTable).map((spec) => [spec.type, spec.example]))('prints the example of %s', (type, example) => {
    const out = xhtml(example!, { epub: true, image: (path) => ({ url: path }) });
    expect(out).not.toMatch(/undefined|\[object|NaN/);
    // The example of `only` is for large print alone.
    if (type !== 'only') expect(out.length).toBeGreaterThan(0);
  });

  it('cuts at main sections and leads links to the right file', () => {
    const report = prepare(
      read('Intro.\n\n# One\n\nSee [two](#two).[^a]\n\n# Two\n\nText.\n\n[^a]: A note.'),
      makeEdition('screen-reader'),
    );
    const fragments = makeFragments(report, { file: ({ index }) => `p${index}.xhtml`, contents: false });
    expect(fragments.map(({ kind, id }) => `${kind} ${id}`)).toEqual(['opening opening', 'section one', 'section two', 'notes notes']);
    const one = toXhtml(fragments[1]!.children);
    expect(one).toContain('href="p2.xhtml#two"');
    expect(one).toContain('href="p3.xhtml#note-1"');
    expect(toXhtml(fragments[3]!.children)).toContain('href="p1.xhtml#note-mark-1"');
  });

  it('marks a printed page in the file that begins with it, not at the end of the one before', () => {
    const source =
      '::page{n="1"}\n\nIntro.\n\n# One\n\n## Deep\n\nText.\n\n::page{n="2"}\n\n::page{n="3"}\n\n# Two\n\nText.\n\n::page{n="4"}';
    const files = makeFragments(prepare(read(source), makeEdition('screen-reader')), { epub: true, contents: false }).map((fragment) =>
      toXhtml(fragment.children),
    );
    const marks = files.map((file) => [...file.matchAll(/id="(page-\d|one|two)"/g)].map(([, id]) => id));
    expect(marks).toEqual([['page-1'], ['one'], ['page-2', 'page-3', 'two', 'page-4']]);
  });

  it('sets notes at the end of their section where asked', () => {
    const out = xhtml('# One\n\nText.[^a]\n\n# Two\n\nText.\n\n[^a]: A note.', { notes: 'section' });
    expect(out.indexOf('A note.')).toBeLessThan(out.indexOf('id="two"'));
  });

  it('names each way back from a note', () => {
    const out = xhtml('One.[^a] Two.[^a]\n\n[^a]: A note.');
    expect(out).toContain('aria-label="Back to the text at note 1 (1)"');
    expect(out).toContain('aria-label="Back to the text at note 1 (2)"');
    expect(xhtml('One.[^a]\n\n[^a]: A note.')).toContain('aria-label="Back to the text at note 1"');
  });

  it('gives each header cell its scope and leaves an empty corner a cell', () => {
    const out = xhtml(':::table[Visits]{headers="col row"}\n| | 2022 |\n| --- | ---: |\n| Cuppas | 12 |\n:::');
    expect(out).toContain('<caption>Visits</caption>');
    expect(out).toContain('<td></td><th scope="col" class="align-right">2022</th>');
    expect(out).toContain('<th scope="row">Cuppas</th>');
  });

  it('prints the unit of a chart with each figure of its table, and with nothing else', () => {
    const out = (unit: string, cell: string): string =>
      /<tbody>(.*)<\/tbody>/.exec(
        xhtml(`:::chart[Money]{type=bar unit="${unit}"}\n| Year | Share |\n| --- | --- |\n| 2023 | ${cell} |\n:::`),
      )![1]!;
    expect(out('%', '48.6')).toBe('<tr><th scope="row">2023</th><td>48.6%</td></tr>');
    expect(out('£', '1,200')).toContain('<td>£1,200</td>');
    expect(out('£', '-3')).toContain('<td>-£3</td>');
    expect(out('%', '48.6%')).toContain('<td>48.6%</td>');
    expect(out('%', 'no figure')).toContain('<td>no figure</td>');
    expect(out('hours', '**4**')).toContain('<td><strong>4</strong> hours</td>');
  });

  it('prints a page number only where print pages are marked', () => {
    expect(xhtml('# One\n\nSee [page 9](#two).\n\n# Two')).toContain('<a href="#two">Two</a>');
    expect(xhtml('# One\n\nSee [page 9](#two).\n\n::page{n="24"}\n\n# Two')).toContain('<a href="#two">page 24</a>');
  });

  it('says a long form once', () => {
    const out = xhtml(':abbr[UCL]{title="University College London"} and :abbr[UCL]{title="University College London"}.');
    expect(out.match(/\(University College London\)/g)).toHaveLength(1);
  });

  it('drops addresses that run programs and keeps their words', () => {
    const out = xhtml('[a](<java\tscript:alert(1)>) [b](javascript:alert(1)) [c](https://example.org/?a=1&b="2")');
    expect(out).not.toContain('script:');
    expect(out).toContain('href="https://example.org/?a=1&amp;b=%222%22"');
  });

  it('tells a print style the address behind the words of a link, where the words are another and where that is asked for', () => {
    const text =
      '[Write](mailto:a@example.org) [a@example.org](mailto:a@example.org) [our report](https://example.org/x) [below](#below)\n\n# Below';
    expect(xhtml(text)).not.toContain('data-address');
    expect([...xhtml(text, { printedAddresses: true }).matchAll(/data-address="([^"]+)">([^<]+)/g)].map(([, ...found]) => found)).toEqual([
      ['a@example.org', 'Write'],
      ['https://example.org/x', 'our report'],
    ]);
    const cards = '::::cards\n:::card[Our plan]{href="https://example.org/plan"}\nText.\n:::\n::::';
    expect(xhtml(cards, { printedAddresses: true })).toContain('data-address="https://example.org/plan"');
  });

  it('leaves a list its bullets where only some of its items are tasks', () => {
    expect(xhtml('- [x] Done\n- [ ] Open')).toContain('<ul class="tasks">');
    expect(xhtml('- [x] Done\n- Else')).toContain('<ul><li><span class="task-state">');
    expect(xhtml('3. [x] Done\n4. [ ] Open')).toContain('<ol start="3"><li>');
  });

  it('is well-formed whatever the text', () => {
    const report = prepare(
      {
        meta: { title: 'T', lang: 'en' },
        root: { type: 'root', children: [{ type: 'paragraph', children: [{ type: 'text', value: 'a\u0000\ud800<&>"' }] }] },
      },
      makeEdition('screen-reader'),
    );
    expect(toXhtml(makeFragments(report)[0]!.children)).toBe('<p>a&lt;&amp;&gt;&quot;</p>');
  });

  it('keeps control characters out of attributes too', () => {
    expect(toXhtml(h('img', { alt: 'a\u0001\ud800"b', src: 'x' }))).toBe('<img alt="a&quot;b" src="x"/>');
  });

  it('lets a caller set one node in its own way', () => {
    expect(xhtml('a\n\n---\n\nb', { handlers: { thematicBreak: () => h('p', {}, '* * *') } })).toContain('<p>* * *</p>');
  });

  it('keeps the ids of sentences', () => {
    const report = prepare(read('One. Two.'), makeEdition('audio'), { sentences: true });
    expect(toXhtml(makeFragments(report)[0]!.children)).toContain('<span id="s1" class="sentence">');
  });

  it('lists the pictures it needs', () => {
    const report = prepare(read('![a](a.png)\n\nText ![b](b.png) and ![a](a.png).'), makeEdition('screen-reader'));
    expect(collectImages(report)).toEqual(['a.png', 'b.png']);
  });
});
