import { build, makeEdition, prepare, resolveTheme, walk, is, toText, type PreparedReport, type Report } from '@everyread/core';
import { beforeAll, describe, expect, it } from 'vitest';
import { readMarkdown } from '@everyread/markdown';
import { toDocx, type ToDocxOptions } from '@everyread/docx';
import { expectedText } from './kit/expected-text.js';
import { faultsOf } from './kit/faults.js';
import { altsOf, contentsOf, fold, headingsOf, markedLanguages, readWord, styleOf, tablesOf, textOf, type WordFile } from './kit/read.js';
import { galleryReport, linkedReport, sampleAssets } from './kit/sample.js';
import { all, child, first, value } from './kit/xml.js';

const quiet: ToDocxOptions = { assets: sampleAssets, message: () => undefined };
const make = async (report: Report, options: ToDocxOptions = {}): Promise<WordFile> =>
  readWord(await toDocx(report, { ...quiet, pageNumbers: 'never', ...options }));
const prepared = (report: Report, sizePt = 12): PreparedReport =>
  prepare(report, sizePt >= 16 ? makeEdition('large-print', { typeSizePt: sizePt }) : makeEdition('screen-reader'), { format: 'docx' });

/** The text after the title page and the contents list. */
function bodyText(file: WordFile): string {
  const body = first(file.document, 'w:body')!;
  const cover = new Set(['Title', 'Subtitle', 'CoverDetail', 'TOCHeading']);
  return body.children
    .filter((node) => typeof node !== 'string' && node.name !== 'w:sdt' && !(node.name === 'w:p' && cover.has(styleOf(node))))
    .map((node) => textOf(node as Exclude<typeof node, string>))
    .join('\n');
}

/** Letters and figures only: what stands between them differs by format. */
const letters = (text: string): string => text.normalize('NFC').replace(/[\s\u00a0]/g, '');

describe.each([
  ['every node', galleryReport],
  ['linked parts', linkedReport],
])('%s', (_name, makeReport) => {
  const report = makeReport();
  const files = new Map<number, WordFile>();
  beforeAll(async () => {
    for (const size of [12, 18, 28]) files.set(size, await make(report, { typeSizePt: size }));
  });

  it.each([12, 18, 28])('has no faults at %d points', (size) => {
    expect(faultsOf(files.get(size)!, size >= 16 ? { largePt: size } : {})).toEqual([]);
  });

  it.each([12, 18])('shows the text of the report at %d points, all of it and in order', (size) => {
    expect(letters(bodyText(files.get(size)!))).toBe(letters(expectedText(prepared(report, size))));
  });

  it('lists the headings of the report', () => {
    const outline: { depth: number; text: string }[] = [];
    walk(prepared(report).root.children, (node) => {
      if (is(node, 'heading')) outline.push({ depth: node.depth, text: toText(node) });
    });
    const listed = headingsOf(files.get(12)!);
    expect(listed.map(({ depth }) => depth)).toEqual(outline.map(({ depth }) => depth));
    expect(listed.map(({ text }) => letters(text))).toEqual(outline.map(({ text }) => letters(text)));
    expect(contentsOf(files.get(12)!).length).toBeGreaterThan(1);
  });

  it('gives each picture its words', () => {
    const alts: string[] = [];
    walk(prepared(report).root.children, (node) => {
      if (is(node, 'figure') && node.alt && !node.decorative) alts.push(node.alt);
      if (is(node, 'image') && node.alt) alts.push(node.alt);
      if (is(node, 'card') && node.alt) alts.push(node.alt);
      if (is(node, 'chart')) alts.push(fold(node.summary ?? ''));
    });
    const written = altsOf(files.get(12)!).filter((alt) => alt !== null && alt !== 'Brightly');
    expect(written).toEqual(alts);
  });
});

describe('a report whose parts refer to one another', () => {
  const report = linkedReport();
  let file: WordFile;
  let large: WordFile;
  beforeAll(async () => {
    file = await make(report);
    large = await make(report, { typeSizePt: 18 });
  });

  it('keeps the cells of tables', () => {
    const tables = tablesOf(file);
    expect(tables[0]).toEqual([
      ['Event', '2022', '2023'],
      ['Cuppas', '12', '14'],
      ['Workshops', '', '9'],
    ]);
    expect(tables.at(-1)).toEqual([
      ['Source', 'Share'],
      ['Grants', '60%'],
      ['Gifts', '40%'],
    ]);
    const look = first(all(file.document, 'w:tbl')[0]!, 'w:tblLook')!.attributes;
    expect([look['w:firstRow'], look['w:firstColumn']].map(String)).toEqual(['true', 'true']);
  });

  it('marks words in another language, and no others', () => {
    expect(markedLanguages(file)).toEqual([
      { lang: 'cy', text: 'Diolch yn fawr' },
      { lang: 'cy', text: 'Croeso i ' },
      { lang: 'cy', text: 'bawb' },
      { lang: 'cy', text: '.' },
      { lang: 'bn-Latn', text: 'Amar Bari' },
      { lang: 'he', text: 'שלום' },
    ]);
    const hebrew = all(file.document, 'w:r').find((run) => textOf(run) === 'שלום')!;
    expect(first(hebrew, 'w:lang')!.attributes['w:bidi']).toBe('he');
    expect(first(hebrew, 'w:rtl')).toBeDefined();
  });

  it('has real notes with a way there and back, and repeats the number of a mark that comes again', () => {
    expect(all(file.document, 'w:footnoteReference').map((mark) => mark.attributes['w:id'])).toEqual(['1', '2']);
    const again = all(file.document, 'w:instrText').filter((field) => /NOTEREF/.test(field.children.join('')));
    expect(again).toHaveLength(1);
    const notes = all(file.parts.get('word/footnotes.xml')!, 'w:footnote').slice(2);
    expect(notes.map((note) => fold(textOf(note)))).toEqual(['Split over the years.', 'With a link.']);
    expect(notes.every((note) => first(note, 'w:footnoteRef') !== undefined)).toBe(true);
  });

  it('starts each numbered list anew', () => {
    const ids = all(file.document, 'w:p')
      .filter((p) => styleOf(p) === 'ListNumber')
      .map((p) => value(child(child(p, 'w:pPr'), 'w:numPr'), 'w:numId'));
    expect(new Set(ids).size).toBe(2);
    expect(ids[0]).toBe(ids[1]);
    expect(ids[1]).not.toBe(ids[2]);
  });

  it('carries title, author and language', () => {
    const core = file.parts.get('docProps/core.xml')!;
    expect(['dc:title', 'dc:creator', 'dc:language'].map((name) => child(core, name)?.children.join(''))).toEqual([
      'Sample & report',
      'The team',
      'en-GB',
    ]);
    expect(child(core, 'dcterms:modified')?.children.join('')).toBe('2026-03-14T00:00:00Z');
  });

  it('says in large print what is stressed in bold, and keeps sums and dates on one line', () => {
    expect(all(large.document, 'w:i')).toEqual([]);
    const many = all(large.document, 'w:r').find((run) => textOf(run) === 'many')!;
    expect(value(child(many, 'w:rPr'), 'w:rStyle')).toBe('Emphasis');
    expect(textOf(large.document)).toContain('25\u00a0December\u00a02025');
  });

  it('is the same, byte for byte, each time', async () => {
    const [one, two] = [await toDocx(report, quiet), await toDocx(linkedReport(), quiet)];
    expect(Buffer.compare(Buffer.from(one), Buffer.from(two))).toBe(0);
  });

  it('prints page numbers of its own where it knows them', async () => {
    const paged = await make(report, { pageNumbers: 'auto' });
    const entries = contentsOf(paged);
    expect(entries.every(({ page }) => /^\d+$/.test(page))).toBe(true);
    expect(fold(bodyText(paged))).toContain(`the strategy, page ${entries.find(({ text }) => text === 'The strategy')!.page}, Table 1`);
    expect(faultsOf(paged)).toEqual([]);
  });

  it.each([
    ['', ['People', 'Table 7: Cost']],
    [' and :ref[]{to=a show=number}', ['Table 1. People', 'Table 7: Cost']],
  ])('prints a number that the author typed into a caption once, and refers to it%s', async (also, expected) => {
    const table = (caption: string, id: string): string =>
      `:::table[${caption}]{#${id} headers="col"}\n| A | B |\n| - | - |\n| x | 1 |\n:::\n`;
    const { report: typed } = readMarkdown(
      `---\ntitle: T\nlang: en\n---\n\n# A\n\nSee :ref[]{to=b show=number}${also}.\n\n${table('People', 'a')}\n${table('Table 7: Cost', 'b')}`,
    );
    const made = await make(typed);
    const captions = all(made.document, 'w:p').filter((p) => styleOf(p) === 'TableCaption');
    expect(captions.map((p) => fold(textOf(p)))).toEqual(expected);
    expect(bodyText(made)).toContain(also === '' ? 'See Table 7.' : 'See Table 7 and Table 1.');
    expect(faultsOf(made)).toEqual([]);
  });

  it('prints the numbers that references name at the captions, of all tables where one is named', () => {
    const captions = all(file.document, 'w:p').filter((p) => ['TableCaption', 'Caption'].includes(styleOf(p)));
    expect(captions.map((p) => fold(textOf(p)))).toEqual(['Table 1. Attendance', 'Table 2', 'Table 3', 'Money', 'The year']);
  });
});

describe('large print', () => {
  const columns = ['Organisation', 'Representative', 'Responsibility', 'Neighbourhood', 'Communication', 'Accommodation'];
  const wide: Report = {
    meta: { title: 'Wide', lang: 'en-GB' },
    root: {
      type: 'root',
      children: [
        build.table({}, [
          build.tableRow(
            {},
            columns.map((text) => build.tableCell({}, [build.text({ value: text })])),
          ),
          build.tableRow(
            {},
            columns.map((text) => build.tableCell({}, [build.text({ value: `${text} one` })])),
          ),
        ]),
      ],
    },
  };

  it('prints a table that does not fit as records, with every header and cell, and says so', async () => {
    const messages: string[] = [];
    const bytes = await toDocx(wide, { typeSizePt: 20, message: (message) => messages.push(String(message.ruleId)) });
    const file = readWord(bytes);
    expect(tablesOf(file)).toEqual([]);
    expect(fold(bodyText(file))).toBe(columns.map((text) => `${text}: ${text} one`).join(' '));
    expect(messages).toContain('docx-table-records');
    expect(faultsOf(file, { largePt: 20 })).toEqual([]);
  });

  it.each([16, 20, 24])('keeps to %d points everywhere', async (typeSizePt) => {
    expect(faultsOf(await make(linkedReport(), { typeSizePt }), { largePt: typeSizePt })).toEqual([]);
  });

  it('refuses a size out of range', () => {
    expect(() => toDocx(wide, { typeSizePt: 40 })).toThrow(RangeError);
  });
});

describe('bad input', () => {
  const one = (children: Report['root']['children'], meta: Partial<Report['meta']> = {}): Report => ({
    meta: { title: 'Odd', lang: 'en-GB', ...meta },
    root: { type: 'root', children },
  });

  it('holds characters that XML forbids without breaking', async () => {
    const file = await make(
      one(
        [
          build.heading({ depth: 1 }, [build.text({ value: 'A\u0000\u0008B' })]),
          build.paragraph({}, [build.text({ value: 'half \ud800 pair & <tag> ]]> “quoted”' })]),
        ],
        { title: 'T\u0001itle' },
      ),
    );
    expect(headingsOf(file)).toEqual([{ depth: 1, text: 'AB' }]);
    expect(fold(bodyText(file))).toContain('half \ufffd pair & <tag> ]]> “quoted”');
    expect(faultsOf(file)).toEqual([]);
  });

  it('prints the words of a link that could run a program, without the link', async () => {
    const file = await make(
      one([build.paragraph({}, [build.link({ url: 'javascript:alert(1)' }, [build.text({ value: 'Press here' })])])]),
    );
    expect(fold(bodyText(file))).toBe('Press here');
    expect(JSON.stringify([...file.raw])).not.toContain('javascript');
  });

  it('prints the words of a picture that is missing, and says so', async () => {
    const messages: string[] = [];
    const bytes = await toDocx(one([build.figure({ src: 'gone.png', alt: 'A ring.' }, [])]), {
      message: (message) => messages.push(String(message.ruleId)),
    });
    expect(fold(bodyText(readWord(bytes)))).toBe('Image: A ring.');
    expect(messages).toEqual(['docx-picture-missing']);
  });

  it('makes a file of an empty report', async () => {
    const file = await make(one([]));
    expect(fold(textOf(file.document))).toBe('Odd');
    expect(faultsOf(file)).toEqual([]);
  });

  it('keeps hyphenated words on one line in large print, and leaves addresses and code as they are', async () => {
    const { report } = readMarkdown(
      '---\ntitle: Co-production\nlang: en-GB\n---\n\n# Well-known\n\nA co-produced, two-year plan - `a-b`, me@co-op.example, [self-help](https://example.org/a-b).[^1]\n\n[^1]: A re-run.\n\n# Other\n',
    );
    const large = await make(report, { typeSizePt: 18 });
    const joined = [...large.raw]
      .filter(([path]) => /document|notes/.test(path))
      .flatMap(([, xml]) => xml.match(/[^<>]*<\/w:t><w:noBreakHyphen\/>/g) ?? []);
    const endings = joined.map((found) => /\w+(?=<)/.exec(found)![0]);
    // The title, the entry of the contents list, the heading, then the text and its note.
    expect(endings).toEqual(['Co', 'Well', 'Well', 'co', 'two', 'self', 're']);
    expect(textOf(large.document)).toContain('A co-produced, two-year plan - a-b, me@co-op.example, self-help');
    const normal = await make(report);
    expect(normal.raw.get('word/document.xml')).not.toContain('noBreakHyphen');
  });

  it('has colours that reach 7:1 in large print', () => {
    expect(resolveTheme({ primary: '#ff9900' }, 7).light.heading).not.toBe('#ff9900');
  });
});
