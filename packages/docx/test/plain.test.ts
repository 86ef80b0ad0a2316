import { existsSync, readFileSync } from 'node:fs';
import { createContext, makeEdition, prepare, type Report } from '@everyread/core';
import { readMarkdown } from '@everyread/markdown';
import { describe, expect, it } from 'vitest';
import { makeFile } from '../src/make-file.js';
import { toDocx } from '../src/render.js';
import { readWord, textOf } from './kit/read.js';
import { galleryReport, linkedReport, sampleAssets } from './kit/sample.js';

const real = new URL('../../../../shared/reports/impact-report-2023/report.md', import.meta.url);

const awkward = (): Report =>
  readMarkdown(
    [
      '---\ntitle: "A & <b> \\"c\\""\nlang: en-GB\n---\n',
      '# One & <two>'.replace('<two>', '“two”'),
      'A “&”, a \\< and > and "quotes" and \'these\'; {bullets-0} **bold *both* words** `a  b` ~~gone~~ [a "link"](https://example.org/?a=1&b=2).',
      'Two  \nlines and :lang[des mots]{lang=fr} and :lang[כן]{lang=he} and [mail](mailto:a@example.org) **[bold link](https://example.org/é)**.',
      '| A & B | “C” | D |\n| --- | :-: | --: |\n| `x` | | **1** |\n| [l](https://example.org/) | a<br>b | 2 |'.replace('a<br>b', 'a b'),
      '| second table |\n| --- |\n| straight after |',
      '---',
      'After a break. See [one](#one--two).',
      '- item **one**\n- item\n\n  more of it',
      '> a quotation & more\n>\n> — Somebody, *somewhere*',
      '| last | table |\n| --- | --- |\n| ends | it |',
    ].join('\n\n'),
  ).report;

/** Headings of every kind, with contents lists of two depths. */
const headed = (): Report =>
  readMarkdown(
    [
      '---\ntitle: Headings\nlang: en-GB\n---\n',
      '::contents{depth=1}',
      '# One **co-operative** & [link](https://example.org/a?b=1&c#the-place)',
      '## A heading at depth two',
      '::contents{depth=4}',
      '### Three-part\n\n#### Four \u2011 kept\n\n##### Five',
      '1. first\n\n   ## In a list\n\n2. second\n   - nested **bold**\n     1. deeper',
      '7. seven\n8. eight',
      '> quoted\n>\n> - item\n> - item with [#](https://example.org/#)',
      '- [x] done\n- [ ] not done',
      'See [the place](https://example.org/page#part) and [another](https://example.org/page) and [long](https://example.org/#PART).'.replace(
        'PART',
        'p'.repeat(300),
      ),
    ].join('\n\n'),
  ).report;

/** A heading that is not plain leaves the contents list to the library. */
const noted = (): Report =>
  readMarkdown('---\ntitle: Notes\nlang: en-GB\n---\n\n# One[^a]\n\nText[^a].\n\n## Two\n\nMore.\n\n[^a]: A note.\n').report;

describe('blocks that are written past the library', () => {
  const reports: [string, () => Report][] = [
    ['every node', galleryReport],
    ['linked parts', linkedReport],
    ['awkward text', awkward],
    ['headings', headed],
    ['a heading with a note', noted],
  ];
  if (existsSync(real)) reports.push(['the real report', () => readMarkdown(readFileSync(real, 'utf8')).report]);
  else console.info('The real report is missing; it was not compared.');

  it.each(reports.flatMap(([name, make]) => [12, 18].map((size) => [name, size, make] as const)))(
    'give the same bytes for %s at %d points',
    async (_name, size, make) => {
      const report = make();
      const edition = size > 12 ? makeEdition('large-print', { typeSizePt: size }) : makeEdition('screen-reader');
      const file = async (direct: boolean): Promise<Uint8Array> => {
        const context = createContext(report, edition, { assets: sampleAssets, message: () => undefined });
        return makeFile(prepare(report, edition, { format: 'docx' }), { pageNumbers: 'never' }, context, direct);
      };
      const [own, library] = [await file(true), await file(false)];
      // The XML shows where they differ.
      expect(readWord(own)).toEqual(readWord(library));
      expect(Buffer.compare(own, library)).toBe(0);
    },
    60_000,
  );

  it('leave the report’s words alone where they look like a name that the library replaces', async () => {
    const words = 'Say {bullets-0} and {numbers-1-1}.';
    const { report } = readMarkdown(`---\ntitle: T\nlang: en-GB\n---\n\n# One\n\n- ${words}\n\n1. ${words}\n`);
    expect(textOf(readWord(await toDocx(report)).document).split(words)).toHaveLength(3);
  });
});
