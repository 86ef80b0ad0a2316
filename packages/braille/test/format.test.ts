import { build, type FlowContent } from '@everyread/core';
import { readMarkdown } from '@everyread/markdown';
import { describe, expect, it } from 'vitest';
import {
  allPages,
  bodyLines,
  brailleCodeFor,
  cellsToAscii,
  packagedTranslator,
  tableFilesFor,
  toBraille,
  type BrailleDocument,
  type BrailleOptions,
} from '../src/index.js';
import { gradeOf } from '../src/tables/tables.js';
import { characterSigns, signCells } from '../src/text/signs.js';
import { head, longReport, para, prose, reportOf, text } from './reports.js';

const blank = '\u2800';
const shownCells = (document: BrailleDocument): string =>
  bodyLines(document)
    .map((line) => line.cells)
    .join('');
const bare = (cells: string): string => cells.replace(/^⠀+|⠀+$/g, '');

/** What must hold for every document. */
function expectSound(document: BrailleDocument): void {
  for (const page of allPages(document)) {
    expect(page.lines.length).toBeLessThanOrEqual(document.rows);
    for (const line of page.lines) {
      expect(line.cells.length).toBeLessThanOrEqual(document.cols);
      expect(line.cells).toMatch(/^[⠀-⠿]*$/);
    }
  }
}

/** The page, by its printed number, on which a heading's cells are found. */
async function findHeadings(document: BrailleDocument): Promise<void> {
  const table = await (await packagedTranslator()).open(['en-ueb-g2.ctb']);
  for (const heading of document.headings) {
    const cells = table
      .translate([{ text: heading.text }])
      .cells.split(blank)
      .slice(0, 2)
      .join(blank);
    const page = document.volumes[heading.volume - 1]!.sections.at(-1)!.pages.find((each) => each.number === heading.page);
    expect(page, heading.text).toBeDefined();
    expect(
      page!.lines.some((line) => bare(line.cells).startsWith(cells)),
      `${heading.text} on ${heading.page}`,
    ).toBe(true);
  }
}

describe.each(['uk', 'bana'] as const)('profile %s', (profile) => {
  it('keeps lines and pages within bounds and headings with their text', async () => {
    const document = await toBraille(longReport(12), { profile });
    expectSound(document);
    expect([document.cols, document.rows]).toEqual(profile === 'uk' ? [38, 25] : [40, 25]);
    const headingLines = new Set(document.headings.map((heading) => heading.text));
    for (const page of document.volumes[0]!.sections.at(-1)!.pages) {
      const lines = page.lines.filter((line, index) => !page.furniture.includes(index) && line.cells !== '');
      expect(headingLines.has(lines.at(-1)?.print ?? ''), `page ${page.number} ends with a heading`).toBe(false);
      expect(headingLines.has(lines.at(-2)?.print ?? ''), `page ${page.number} has one line below a heading`).toBe(false);
    }
    await findHeadings(document);
  });

  it('breaks no word', async () => {
    const report = longReport(5);
    const narrow = await toBraille(report, { profile, runningHead: false });
    const wide = await toBraille(report, { profile, cellsPerLine: 90, runningHead: false });
    const words = (document: BrailleDocument): string =>
      bodyLines(document)
        .map((line) => bare(line.cells))
        .filter(Boolean)
        .join(' ')
        .replace(/⠀+/g, ' ');
    expect(words(narrow) === words(wide)).toBe(true);
  });

  it('gives the same text in volumes as in one, each volume within its limit and with its own contents', async () => {
    const report = longReport(14);
    const options: BrailleOptions = { profile, volumePages: 12 };
    const one = await toBraille(report, { profile, volumePages: 1000 });
    const many = await toBraille(report, options);
    expect(many.volumes.length).toBeGreaterThan(2);
    const words = (document: BrailleDocument): string =>
      bodyLines(document)
        .map((line) => bare(line.cells))
        .filter(Boolean)
        .join(' ');
    expect(words(many).replace(/⠀+/g, ' ') === words(one).replace(/⠀+/g, ' ')).toBe(true);
    for (const volume of many.volumes) {
      expect(volume.sections.map((section) => section.kind)).toEqual(['front', 'body']);
      expect(volume.sections[1]!.pages.length).toBeLessThanOrEqual(12);
    }
    const last = many.volumes[0]!.sections[1]!.pages.at(-1)!.lines.map((line) => line.print);
    expect(last.join('\n')).toMatch(/End of Volume 1/);
    expectSound(many);
    await findHeadings(many);
  });

  it('numbers every page once, through all volumes', async () => {
    const document = await toBraille(longReport(14), { profile, volumePages: 12 });
    const numbers = document.volumes.flatMap((volume) => volume.sections[1]!.pages.map((page) => Number(page.number)));
    expect(numbers).toEqual(numbers.map((_, index) => index + 1));
  });
});

describe('positions', () => {
  const firstCells = async (children: FlowContent[], options: BrailleOptions = {}): Promise<[number, string][]> => {
    const document = await toBraille(reportOf(children), { runningHead: false, frontPages: false, ...options });
    return bodyLines(document)
      .filter((line) => line.cells !== '')
      .map((line) => [line.cells.length - line.cells.replace(/^⠀+/, '').length + 1, line.print]);
  };

  it('paragraphs 3-1, level 2 at cell 5, level 3 at cell 7', async () => {
    const lines = await firstCells([head(1, 'One'), head(2, 'Two'), head(3, 'Three'), para(prose(1, 30))]);
    expect(lines.find(([, print]) => print === 'Two')![0]).toBe(5);
    expect(lines.find(([, print]) => print === 'Three')![0]).toBe(7);
    const rest = lines.slice(lines.findIndex(([, print]) => print === 'Three') + 1);
    expect(rest[0]![0]).toBe(3);
    expect(new Set(rest.slice(1).map(([cell]) => cell))).toEqual(new Set([1]));
  });

  it('lists 1-3 and 3-5, in BANA with runovers beyond the deepest level', async () => {
    const list = build.list({ ordered: true, start: 3 }, [
      build.listItem({}, [para(prose(4, 20)), build.list({}, [build.listItem({}, [para(prose(6, 20))])])]),
    ]);
    const uk = await firstCells([list]);
    expect(uk.slice(1).map(([cell]) => cell)).toEqual(expect.arrayContaining([1, 3, 5]));
    expect(uk[1]![1]).toMatch(/^3\. /);
    expect(uk[2]![0]).toBe(3);
    const bana = await firstCells([list], { profile: 'bana' });
    expect(bana[2]![0]).toBe(5);
  });

  it('keeps the name with the quotation', async () => {
    for (let filler = 14; filler < 26; filler += 1) {
      const children = [
        ...Array.from({ length: filler }, (_, index) => para(`Line ${index}`)),
        build.pullQuote({ by: 'Amy' }, [para(prose(3, 20))]),
      ];
      const document = await toBraille(reportOf(children), { frontPages: false });
      const page = document.volumes[0]!.sections[0]!.pages.find((each) => each.lines.some((line) => line.print === '– Amy'))!;
      const lines = page.lines.filter((line, index) => line.cells !== '' && !page.furniture.includes(index));
      expect(lines.findIndex((line) => line.print === '– Amy')).toBeGreaterThan(0);
    }
  });
});

describe('tables', () => {
  const table = (rows: string[][]) =>
    build.dataTable({ headers: 'col' }, [
      build.table(
        {},
        rows.map((row) =>
          build.tableRow(
            {},
            row.map((cell) => build.tableCell({}, [text(cell)])),
          ),
        ),
      ),
    ]);
  const prints = async (rows: string[][], options: BrailleOptions = {}): Promise<string> =>
    bodyLines(await toBraille(reportOf([table(rows)]), { frontPages: false, ...options }))
      .map((line) => line.print)
      .join('\n');
  const cellsOf = async (rows: string[][]): Promise<string[]> =>
    bodyLines(await toBraille(reportOf([table(rows)]), { frontPages: false })).map((line) => line.cells);

  it('stands in columns with two blank cells between figures', async () => {
    const lines = await cellsOf([
      ['Year', 'People', 'Talks'],
      ['2022', '310', '17'],
      ['2023', '502', '19'],
    ]);
    expect(lines.some((line) => /⠼⠃⠚⠃⠃⠀{2,}.*⠼⠉⠁⠚⠀{2,}.*⠼⠁⠛$/.test(line))).toBe(true);
    expect(lines.some((line) => line.startsWith('⠐⠒'))).toBe(true);
  });

  it('leads by guide dots to a figure in the same line, and from the runover of a name to none', async () => {
    const lines = await cellsOf([
      ['Who', 'Weekday', 'Weekend'],
      ['Adults', '£4.50', '£6.00'],
      ['Families (two adults and up to three children)', '£10.00', '£13.00'],
    ]);
    const dotted = lines.filter((line) => line.includes('⠐⠐⠐'));
    expect(dotted).toHaveLength(1);
    for (const line of dotted) expect(line).toMatch(/⠐⠀+⠈⠇/);
  });

  it('becomes a list that says each heading, and lines from seven columns on, with a note', async () => {
    const wide = [
      ['Event', 'When it was held in the year', 'Price for those who came'],
      ['Ethics round table event', 'Thursday 29 June at 10:00', 'Free'],
    ];
    const listed = await prints(wide);
    expect(listed).toMatch(/\[The table is written as a list/);
    expect(listed.replace(/\n/g, blank)).toContain('Price for those who came: Free');
    const twelve = [Array.from({ length: 12 }, (_, i) => `Head ${i}`), Array.from({ length: 12 }, (_, i) => String(100 + i))];
    const linear = (await prints(twelve)).replace(/\n/g, blank);
    expect(linear).toMatch(/written in lines/);
    for (let i = 0; i < 12; i += 1) expect(linear).toContain(String(100 + i));
  });

  it('repeats its headings on the next page', async () => {
    const rows = [['Name', 'Count'], ...Array.from({ length: 60 }, (_, i) => [`Group ${i}`, String(i)])];
    const document = await toBraille(reportOf([table(rows)]), { frontPages: false });
    const { pages } = document.volumes[0]!.sections[0]!;
    expect(pages.length).toBeGreaterThan(2);
    for (const page of pages.slice(0, -1)) expect(page.lines.some((line) => line.print.includes('Name'))).toBe(true);
  });
});

describe('what stands in the text', () => {
  const print = async (children: FlowContent[], options: BrailleOptions = {}): Promise<string> =>
    bodyLines(await toBraille(reportOf(children), { frontPages: false, ...options, message: () => undefined }))
      .map((line) => line.print)
      .join(' ')
      .replace(/\s+/g, ' ');

  it('describes pictures and charts, and leaves out what only decorates', async () => {
    const out = await print([
      build.figure({ src: 'a.png', alt: 'A ring in four parts.' }, [build.caption({}, [text('Our year')])]),
      build.figure({ src: 'b.png', decorative: true }, []),
    ]);
    expect(out).toContain('Our year [Image: A ring in four parts.]');
    expect(out).not.toContain('b.png');
  });

  it('lists the address of a link once, or puts it in the text, or leaves it out', async () => {
    const link = (words: string) =>
      build.paragraph({}, [text('See '), build.link({ url: 'https://example.org/plan' }, [text(words)]), text('.')]);
    const children = [head(1, 'A'), link('our plan'), link('the plan'), head(1, 'B'), para('End.')];
    expect((await print(children)).match(/https:\/\/example\.org\/plan/g)).toHaveLength(1);
    expect((await print(children, { addresses: 'inline' })).match(/https:\/\/example\.org\/plan/g)).toHaveLength(2);
    expect(await print(children, { addresses: 'none' })).not.toContain('example.org');
    const mail = build.paragraph({}, [build.link({ url: 'mailto:us@example.org' }, [text('us@example.org')])]);
    expect((await print([mail])).match(/us@example\.org/g)).toHaveLength(1);
  });

  it('shows emphasis only where it carries meaning', async () => {
    const cells = async (children: Parameters<typeof build.paragraph>[1]): Promise<string> =>
      bodyLines(await toBraille(reportOf([build.paragraph({}, children)]), { frontPages: false }))
        .map((line) => line.cells)
        .join('');
    const strong = (value: string) => build.strong({}, [text(value)]);
    expect(await cells([text('We trained '), strong('502'), text(' people')])).not.toContain('⠘');
    expect(await cells([text('We met '), strong('Croydon Council'), text(' twice')])).not.toContain('⠘⠂');
    expect(await cells([text('You must '), strong('never'), text(' do so')])).toContain('⠘⠂⠝⠐⠑');
    expect(await cells([text('You must '), strong('not'), text(' do so')])).toContain('⠘⠂⠝⠀');
    expect(await cells([text('We got '), strong('5m'), text(' more')])).not.toContain('⠘');
    expect(await cells([text('so '), build.emphasis({}, [text('about us without us')]), text(' it is')])).toMatch(/⠨⠶.*⠨⠄/);
  });

  it.each([
    ['one word before a mark of print', 'It is *never*. We', '⠭⠀⠊⠎⠀⠨⠂⠝⠐⠑⠲⠀⠠⠺⠑'],
    ['two words', 'the **odd thing**, or', '⠮⠀⠘⠂⠕⠙⠙⠀⠘⠂⠹⠬⠂⠀⠕⠗'],
    ['three words before a mark', 'so *no one knows it*. We', '⠎⠀⠨⠶⠝⠕⠀⠐⠕⠀⠐⠅⠎⠀⠭⠨⠄⠲⠀⠠⠺⠑'],
    ['three words in brackets', 'so (*no one knows it*), we', '⠐⠣⠨⠶⠝⠕⠀⠐⠕⠀⠐⠅⠎⠀⠭⠨⠄⠐⠜⠂⠀⠺⠑'],
    ['stretches that touch are one', 'so **be** **as kind** here', '⠎⠀⠘⠶⠆⠀⠵⠀⠅⠔⠙⠘⠄⠀⠐⠓'],
    ['joined by an apostrophe', 'the *globe*’s view', '⠮⠀⠨⠂⠛⠇⠕⠃⠑⠨⠄⠄⠎⠀⠧⠊⠑⠺'],
    ['inside a word', 'un*believ*able', '⠥⠝⠨⠂⠃⠑⠇⠊⠑⠧⠨⠄⠁⠃⠇⠑'],
  ])('marks emphasis as UEB 9 has it: %s', async (_name, markdown, cells) => {
    const { report } = readMarkdown(`---\ntitle: T\nlang: en-GB\n---\n\n${markdown} on.\n`);
    const document = await toBraille(report, { frontPages: false, cellsPerLine: 90 });
    expect(
      bodyLines(document)
        .map((line) => line.cells)
        .join(''),
    ).toContain(cells);
  });

  it('keeps word indicators on each word and one pair round a passage that goes over lines and pages', async () => {
    const long = prose(2, 400).replaceAll(/\d+/g, 'more');
    const document = await toBraille(reportOf([build.paragraph({}, [text('so '), build.emphasis({}, [text(long)]), text(' it is')])]), {
      frontPages: false,
    });
    expect(allPages(document).length).toBeGreaterThan(1);
    const cells = shownCells(document);
    expect(cells.match(/⠨⠶/g)).toHaveLength(1);
    expect(cells.match(/⠨⠄/g)).toHaveLength(1);
    expect(cells).not.toContain('⠨⠂');
  });

  it('shows each sign on the special symbols page behind the dot locator (UEB 3.9.1), and only signs that occur', async () => {
    const document = await toBraille(reportOf([head(1, 'A'), para('It cost £5.'), head(1, 'B'), para('More.')]));
    const front = document.volumes[0]!.sections[0]!.pages.flatMap((page) => page.lines.map((line) => line.cells));
    expect(front.filter((line) => line.startsWith('⠨⠿')).map((line) => line.split('⠀')[0])).toEqual(['⠨⠿⠈⠇', '⠨⠿⠐⠐⠐']);
  });

  it('explains the mark of a print page as it stands in the text', async () => {
    const children = [para('One.'), build.pageBreak({ label: '2' }), para('Two.')];
    for (const [profile, mark] of [
      ['uk', '⠐⠒'],
      ['bana', '⠤⠤⠤'],
    ] as const) {
      const document = await toBraille(reportOf(children), { profile });
      const front = document.volumes[0]!.sections[0]!.pages.flatMap((page) => page.lines.map((line) => line.cells));
      expect(front.filter((line) => line.startsWith(`⠨⠿${mark}⠀`))).toHaveLength(1);
      expect(bodyLines(document).some((line) => bare(line.cells).startsWith(mark) && line.cells.endsWith('⠼⠃'))).toBe(true);
    }
  });

  it('explains characters by the cells that the engine writes for them', async () => {
    const table = await (await packagedTranslator()).open(tableFilesFor(brailleCodeFor('en-GB')!, 2));
    for (const [character, sign] of characterSigns) {
      if (sign !== 'bullet') expect(table.translate([{ text: `5 ${character} 5` }]).cells, character).toContain(signCells[sign]);
    }
  });

  it('says the kind of a box before its title', async () => {
    const box = build.callout({ kind: 'warning' }, [build.caption({}, [text('Please note')]), para('The path is wet.')]);
    const lines = bodyLines(await toBraille(reportOf([box]), { frontPages: false })).map((line) => line.print);
    expect(lines).toContain('Warning: Please note');
  });

  it('says what an address at the end is for', async () => {
    const closing = async (contact: string): Promise<string> => {
      const report = { ...reportOf([para('Text.')]) };
      const lines = bodyLines(await toBraille({ ...report, meta: { ...report.meta, contact } }, { frontPages: false }));
      return lines
        .map((line) => line.print)
        .join(' ')
        .replace(/\s+/g, ' ');
    };
    expect(await closing('hello@example.org')).toContain('To ask for this report in another format: hello@example.org');
    expect(await closing('020 7946 0018')).toContain('another format: 020 7946 0018');
    expect(await closing('Ring us on 020 7946 0018.')).not.toContain('another format:');
  });

  it('makes “page 24” true', async () => {
    const children: FlowContent[] = [
      head(1, 'Start'),
      build.paragraph({}, [text('Read on at '), build.crossReference({ target: 'goal', show: 'page' }, [text('page 24')]), text('.')]),
      ...Array.from({ length: 30 }, (_, i) => para(prose(i, 60))),
      build.heading({ depth: 1, id: 'goal' }, [text('Goal')]),
      para('Here.'),
    ];
    const document = await toBraille(reportOf(children));
    const goal = document.headings.find((heading) => heading.id === 'goal')!;
    const shown = bodyLines(document)
      .map((line) => line.print)
      .join(' ');
    expect(shown).toContain(`Read on at page ${goal.page}.`);
  });

  it('marks print pages in the text, not at the top of a page', async () => {
    const children = [
      build.pageBreak({ label: '1' }),
      head(1, 'A'),
      para(prose(1, 50)),
      build.paragraph({}, [text('Before '), build.pageBreak({ label: '2' }), text('after')]),
    ];
    const bana = await toBraille(reportOf(children), { profile: 'bana', frontPages: false });
    const lines = allPages(bana)[0]!.lines.map((line) => line.cells);
    expect(lines.filter((line) => /^⠤{30,}⠼⠃$/.test(line))).toHaveLength(1);
    expect(lines[0]).toMatch(/⠼⠁$/);
    const uk = await toBraille(reportOf(children), { frontPages: false });
    expect(allPages(uk)[0]!.lines.some((line) => bare(line.cells) === '⠐⠒⠼⠃')).toBe(true);
  });
});

describe('bad input', () => {
  const make = async (
    children: FlowContent[],
    options: BrailleOptions = {},
  ): Promise<{ document: BrailleDocument; messages: string[] }> => {
    const messages: string[] = [];
    const document = await toBraille(reportOf(children), {
      ...options,
      message: (message) => messages.push(`${message.ruleId}: ${message.reason}`),
    });
    expectSound(document);
    return { document, messages };
  };
  const shown = (document: BrailleDocument): string =>
    bodyLines(document)
      .map((line) => line.cells)
      .join('\n');

  it('an empty document', async () => {
    const { document } = await make([]);
    expect(allPages(document).length).toBeGreaterThan(0);
  });

  it.each([
    ['an emoji', 'Done 💡 now', /U\+1F4A1|light bulb|💡/],
    ['Chinese', 'We say 中文 here', /中文/],
    ['Arabic', 'We say مرحبا بكم here', /مرحبا/],
    ['a lone surrogate', 'We say \ud800 here', /U\+D800/],
  ])('%s becomes a note and a message, never an escape', async (_name, value, expected) => {
    const { document, messages } = await make([para(value)]);
    expect(messages.join('\n')).toMatch(expected);
    expect(messages.join('\n')).toMatch(/braille-unknown-character/);
    expect(shown(document)).toContain('⠈⠨⠣');
    expect(shown(document)).not.toContain('⠄⠳');
  });

  it('NUL and other control characters are left out with a message, and nothing after them is lost', async () => {
    const { document, messages } = await make([para('before\u0000after \u0007end')]);
    expect(messages).toEqual(['braille-control-character: 2 control characters were left out']);
    expect(shown(document)).toContain('⠢⠙');
  });

  it('a word of 60 cells is carried over', async () => {
    const { document, messages } = await make([para(`A ${'x'.repeat(60)} c`)]);
    expect(messages.join()).toMatch(/longer than the line/);
    expect(shown(document).replace(/[^⠭]/g, '').length).toBeGreaterThanOrEqual(60);
  });

  it('a word of 300,000 letters, in time that grows with its length only', async () => {
    const began = process.cpuUsage().user;
    const { document } = await make([para('x'.repeat(300_000))]);
    expect(shown(document).replace(/[^⠭]/g, '').length).toBe(300_000);
    expect((process.cpuUsage().user - began) / 1e6).toBeLessThan(15);
  });

  it('ten lines a page and narrow lines', async () => {
    for (const profile of ['uk', 'bana'] as const)
      await make(longReport(2).root.children as FlowContent[], { profile, linesPerPage: 10, cellsPerLine: 24 });
  });

  it('refuses numbers that can’t be, saying what can', async () => {
    await expect(toBraille(reportOf([]), { cellsPerLine: 5 })).rejects.toThrow(/cellsPerLine can't be 5/);
    await expect(toBraille(reportOf([]), { profile: 'xx' as 'uk' })).rejects.toThrow(/no Braille profile/);
  });

  it('a language without Braille stops with a clear error; words in one get a message', async () => {
    await expect(toBraille(reportOf([para('x')], 'bn'))).rejects.toThrow(/no Braille table for the language bn/);
    const { messages } = await make([build.paragraph({}, [build.span({ lang: 'fi' }, [text('Hei')])])]);
    expect(messages.join()).toMatch(/no Braille table for “fi”/);
  });

  it.each(['cy', 'fr', 'de', 'ga', 'es', 'it', 'pl', 'pt'])(
    'signs that everyday print has are written in %s, raised figures apart from numbers',
    async (lang) => {
      const messages: string[] = [];
      const document = await toBraille(reportOf([para('“a” ‘b’ – c — d… «e» „f“ • 5½ 10² 3 £ 4 € 6 × 2 © x')], lang), {
        frontPages: false,
        message: (message) => messages.push(`${message.ruleId}: ${message.reason}`),
      });
      expect(messages).toEqual([]);
      expect(shown(document)).not.toContain('⠈⠨⠣');
      const code = brailleCodeFor(lang)!;
      const table = await (await packagedTranslator()).open(tableFilesFor(code, gradeOf(code, 2)));
      for (const wrong of ['102', '51/2']) expect(shown(document)).not.toContain(table.translate([{ text: wrong }]).cells);
    },
  );

  it.each(['cy', 'pl', 'es', 'de', 'fr'])(
    'numbers side by side are kept apart in %s, without a sign that the table lacks',
    async (lang) => {
      const table = await (await packagedTranslator()).open(tableFilesFor(brailleCodeFor(lang)!, 1));
      const cells = (print: string): string => table.translate([{ text: print }]).cells;
      const { document } = await make([build.div({ lang }, [para('01632 960 555')])]);
      expect(shown(document)).toContain(`${cells('01632')}⠀${cells('960')}⠀${cells('555')}`);
    },
  );

  it.each([
    ['3 × 10⁶', '#C "8 #AJ;9#F'],
    ['10⁻¹² x', '#AJ;9<"-#AB>'],
    ['C₆H₁₂O₆ + 6H₂O = CO₂', ',,,C;5#F;H;5#ABO;5#F "6 #F;H;5#BO "7 CO;5#B'],
    ['it is -5 °C, 2019-20, post-16', '"-#E ^J,C1 #BJAI-#BJ1 PO/-#AF'],
    ['a loss of -£3m', '"-@L#CM'],
  ])('raised, lowered and negative figures: %s', async (print, ascii) => {
    const { document } = await make([para(print)]);
    expect(cellsToAscii(shown(document).replace(/\n/g, blank))).toContain(ascii);
  });

  it.each(['en', 'cy', 'ga', 'fr', 'de', 'es', 'it', 'pl', 'pt'])(
    'a negative figure is the same however its sign is written in %s',
    async (lang) => {
      const shownOf = async (print: string): Promise<string> => shown((await make([build.div({ lang }, [para(print)])])).document);
      for (const print of ['a -3 b', '(-0.5)', '-£5']) expect(await shownOf(print)).toBe(await shownOf(print.replace('-', '−')));
    },
  );

  it.each([
    // Welsh and Irish have the signs of UEB; Polish as liblouis has it since 2019.
    ['cy', '⠼⠓⠀⠐⠤⠀⠼⠉'],
    ['ga', '⠼⠓⠀⠐⠤⠀⠼⠉'],
    ['pl', '⠼⠓⠀⠤⠀⠼⠉'],
  ])('a minus between blanks is no dash in %s', async (lang, cells) => {
    for (const print of ['8 − 3', ...(lang === 'pl' ? ['8 - 3'] : [])]) {
      const { document } = await make([build.div({ lang }, [para(print)])]);
      expect(shown(document)).toContain(cells);
    }
  });

  it.each([
    ['cy', '1,234.50', '⠼⠁⠂⠃⠉⠙⠲⠑⠚'],
    ['cy', '£12 (5%), 14a', '⠈⠇⠼⠁⠃⠀⠐⠣⠼⠑⠨⠴⠐⠜⠂⠀⠼⠁⠙⠰⠁'],
    ['cy', '2023–24', '⠼⠃⠚⠃⠉⠠⠤⠼⠃⠙'],
    ['cy', '‘da’', '⠠⠦⠙⠁⠠⠴'],
    ['ga', '1,234.50', '⠼⠁⠂⠃⠉⠙⠲⠑⠚'],
    ['ga', '14a, 2023–24', '⠼⠁⠙⠰⠁⠂⠀⠼⠃⠚⠃⠉⠠⠤⠼⠃⠙'],
    ['ga', '1/2', '⠼⠁⠸⠌⠼⠃'],
    ['pl', '12,5', '⠼⠁⠃⠂⠑'],
    ['pl', '1.500', '⠼⠁⠄⠑⠚⠚'],
    ['pl', '10:30, 3-4', '⠼⠁⠚⠒⠼⠉⠚⠂⠀⠼⠉⠤⠼⠙'],
    ['pl', '5%, ABC', '⠼⠑⠼⠚⠴⠂⠀⠨⠨⠁⠃⠉'],
    ['fr', '1 500', '⠠⠡⠀⠱⠼⠼'],
  ])('figures and signs of %s: %s', async (lang, print, cells) => {
    const table = await (await packagedTranslator()).open(tableFilesFor(brailleCodeFor(lang)!, 1));
    const { document } = await make([build.div({ lang }, [para(print)])]);
    if (lang === 'fr') expect(table.translate([{ text: '500' }]).cells).toBe('⠠⠱⠼⠼');
    else expect(shown(document)).toContain(cells);
    for (const text of [print, `${print} a ${print}`])
      expect(table.translate([{ text }]).source.length).toBe(table.translate([{ text }]).cells.length);
  });

  it('numbers pages and notes in the digits of French, which has no letters for them', async () => {
    const paragraphs = Array.from({ length: 60 }, (_, index) =>
      para(`Nous avons formé ${index} personnes cette année, et toutes ont trouvé un travail.`),
    );
    const document = await toBraille(reportOf([build.heading({ depth: 1 }, [text('Un')]), ...paragraphs], 'fr'));
    const pages = document.volumes[0]!.sections.at(-1)!.pages;
    expect(pages.length).toBeGreaterThan(2);
    expect(pages[1]!.lines[0]!.cells).toMatch(/⠠⠣$/);
    expect(shown(document)).not.toMatch(/⠼[⠁-⠊]/);
  });

  it('a foreign phrase uses its own table', async () => {
    const { document } = await make([build.paragraph({}, [text('Say '), build.span({ lang: 'fr' }, [text('été')]), text(' now')])]);
    expect(shown(document)).toContain('⠿⠞⠿');
  });
});

it('writes a word before the mark of a note out, for it does not stand alone (UEB 2.6)', async () => {
  const { report } = readMarkdown(
    '---\ntitle: A\nlang: en-GB\n---\n\n# B\n\nMore[^a], some people[^a][^a] do.[^a] In **it**[^a] 2023[^a] knowledge.\n\n[^a]: C.',
  );
  const lines = bodyLines(await toBraille(report)).map((line) => cellsToAscii(line.cells).trim());
  const words = lines.join(' ');
  expect(words).toContain(',MORE;9#A1 "S PEOPLE;9#A;9#A DO4;9#A ,9 ^1IT;9#A #BJBC;9#A K4');
});
