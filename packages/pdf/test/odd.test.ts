import { build, EveryreadError, makeEdition, memoryAssets, type Report } from '@everyread/core';
import { readMarkdown } from '@everyread/markdown';
import { toPdf, type ToPdfOptions } from '@everyread/pdf';
import { describe, expect, it } from 'vitest';
import { loadFont } from '@everyread/fonts';
import { png } from './png.js';
import { Ref } from './reader/objects.js';
import { readPdf, tagsOf, textOf, type ReadPdf } from './reader/structure.js';

const parse = (markdown: string): Report => readMarkdown(`---\ntitle: Odd\nlang: en-GB\n---\n\n${markdown}`, { path: 'odd.md' }).report;

async function make(report: Report, options: ToPdfOptions = {}): Promise<{ pdf: ReadPdf; rules: string[]; reasons: string[] }> {
  const rules: string[] = [];
  const reasons: string[] = [];
  const bytes = await toPdf(report, {
    ...options,
    message: (message) => {
      rules.push(String(message.ruleId));
      reasons.push(message.reason);
    },
  });
  const pdf = readPdf(bytes);
  expect(pdf.faults).toEqual([]);
  inside(pdf);
  framed(pdf);
  return { pdf, rules, reasons };
}

/** Nothing is drawn beyond the edges of a page, and no two lines lie on one another. */
function inside(pdf: ReadPdf): void {
  pdf.contents.forEach((page, index) => {
    const [, , width, height] = pdf.pages[index]!.MediaBox as [number, number, number, number];
    for (const shown of page.shown) {
      const spaces = shown.text.length - shown.text.trimEnd().length;
      expect(shown.x).toBeGreaterThanOrEqual(0);
      expect(shown.x + shown.width - spaces * shown.sizePt * 0.3).toBeLessThanOrEqual(width);
      expect(shown.y).toBeGreaterThan(0);
      expect(shown.y).toBeLessThan(height);
    }
    const lines = page.shown.filter((shown) => shown.text.trim() !== '' && shown.width > 0).sort((a, b) => a.y - b.y);
    lines.forEach((line, at) => {
      for (let next = at + 1; next < lines.length && lines[next]!.y - line.y < line.sizePt * 0.8; next += 1) {
        const other = lines[next]!;
        // Marks of notes are raised; pieces of one line share its baseline.
        if (other.y - line.y < 0.01 || other.sizePt !== line.sizePt) continue;
        const apart = other.x >= line.x + line.width - 1 || line.x >= other.x + other.width - 1;
        expect(apart ? '' : `page ${index + 1}: “${line.text}” on “${other.text}”`).toBe('');
      }
    });
  });
}

/** Figures are inside their pages, above the number at its foot. */
function framed(pdf: ReadPdf): void {
  const [, , width, height] = pdf.pages[0]!.MediaBox as [number, number, number, number];
  for (const figure of tagsOf(pdf.top, 'Figure')) {
    const [left, bottom, right, top] = figure.attributes.BBox as [number, number, number, number];
    expect(left).toBeGreaterThanOrEqual(-0.01);
    expect(bottom).toBeGreaterThanOrEqual(60);
    expect(right).toBeLessThanOrEqual(width + 0.01);
    expect(top).toBeLessThanOrEqual(height + 0.01);
  }
}

/** A JPEG header with four components: CMYK. */
const cmyk = new Uint8Array([0xff, 0xd8, 0xff, 0xc0, 0, 20, 8, 0, 16, 0, 16, 4, 1, 17, 0, 2, 17, 0, 3, 17, 0, 4, 17, 0, 0xff, 0xd9]);

describe('pictures that can’t be shown', () => {
  const report = parse('# A\n\n![What it says.](picture.png "A caption")\n');
  const cases: [string, Record<string, Uint8Array>, RegExp][] = [
    ['missing', {}, /was not found/],
    ['cut short', { 'picture.png': png(20, 20).subarray(0, 60) }, /cut short/],
    ['damaged', { 'picture.png': png(20, 20).map((byte, at) => (at === 45 ? byte ^ 255 : byte)) }, /damaged/],
    ['CMYK', { 'picture.png': cmyk }, /CMYK/],
    [
      'SVG',
      {
        'picture.png': new TextEncoder().encode(
          '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>',
        ),
      },
      /the drawing holds a script/,
    ],
    ['too many pixels', { 'picture.png': hugePng() }, /more than any page/],
  ];
  for (const [name, files, reason] of cases) {
    it(`${name}: says so and prints the text alternative`, async () => {
      const { pdf, rules, reasons } = await make(report, { assets: memoryAssets(files) });
      expect(rules).toEqual(['pdf-image']);
      expect(reasons[0]).toMatch(reason);
      expect(textOf(pdf.top)).toContain('What it says.');
      expect(textOf(pdf.top)).toContain('A caption');
    });
  }

  it('shows a picture 10,000 pixels tall on one page', async () => {
    const { pdf, rules } = await make(report, { assets: memoryAssets({ 'picture.png': png(20, 10_000) }) });
    expect(rules).toEqual([]);
    const [figure] = tagsOf(pdf.top, 'Figure');
    const [, bottom, , top] = figure!.attributes.BBox as number[];
    expect(top! - bottom!).toBeLessThan(842 * 0.6);
  });
});

function hugePng(): Uint8Array {
  const small = png(4, 4);
  const out = Buffer.from(small);
  out.writeUInt32BE(20_000, 16);
  out.writeUInt32BE(20_000, 20);
  return new Uint8Array(out);
}

describe('text that does not fit', () => {
  it('cuts a word that is longer than a line at 28 points', async () => {
    const word = 'Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch'.repeat(2);
    const { pdf } = await make(parse(`# ${word}\n\n${word} and https://example.org/${'x'.repeat(300)}\n`), { typeSizePt: 28 });
    expect(textOf(pdf.top).replaceAll(' ', '')).toContain(word);
  });

  it('sets a heading of 500 characters', async () => {
    const { pdf } = await make(parse(`# ${'A heading that goes on and on. '.repeat(17)}\n\nText.\n`), { typeSizePt: 28 });
    expect(tagsOf(pdf.top, 'H2')).toHaveLength(1);
  });

  it('sets a title of 500 characters', async () => {
    const report = parse('# A\n\nText.\n');
    report.meta.title = 'A title that goes on and on. '.repeat(18).trim();
    const { pdf } = await make(report, { typeSizePt: 28 });
    expect(textOf(tagsOf(pdf.top, 'H1')[0]!).trim()).toBe(report.meta.title);
  });

  it('sets a title of 2,000 characters, on as many pages as it needs', async () => {
    const report = parse('# A\n\nText.\n');
    Object.assign(report.meta, { title: 'A title that goes on and on. '.repeat(70).trim(), publisher: 'The publisher' });
    const { pdf } = await make(report, { edition: makeEdition('large-print', { typeSizePt: 28 }) });
    expect(textOf(tagsOf(pdf.top, 'H1')[0]!).trim()).toBe(report.meta.title);
    expect(textOf(pdf.top)).toContain('The publisher');
  });

  it('turns a table that no page holds into records and keeps it a table', async () => {
    const head = Array.from({ length: 40 }, (_, n) => `Column${n}`);
    const row = head.map((_, n) => `value${n}`);
    const { pdf, rules } = await make(
      parse(`# A\n\n|${head.join('|')}|\n|${head.map(() => '---').join('|')}|\n|${row.join('|')}|\n|${row.join('|')}|\n`),
    );
    expect(rules).toContain('pdf-table-records');
    expect(tagsOf(pdf.top, 'TH').map((tag) => textOf(tag).trim())).toEqual(head);
    expect(tagsOf(pdf.top, 'TD')).toHaveLength(80);
  });

  it('shows a cell without words as a dash behind its header, which programs do not see', async () => {
    const head = Array.from({ length: 40 }, (_, n) => `Column${n}`);
    const row = head.map((_, n) => (n === 7 ? '' : `value${n}`));
    const table = `|${head.join('|')}|\n|${head.map(() => '---').join('|')}|\n|${row.join('|')}|\n|${row.join('|')}|`;
    const { pdf } = await make(parse(`# A\n\n${table}\n`));
    const dashes = pdf.contents.flatMap((page) => page.shown.filter(({ text }) => text === '–'));
    expect(dashes.map(({ artifact }) => artifact)).toEqual(['/Layout', '/Layout']);
    expect(tagsOf(pdf.top, 'TD')).toHaveLength(80);
    expect(tagsOf(pdf.top, 'TD').map((tag) => textOf(tag).trim())).not.toContain('–');
  });

  it('repeats header rows over pages as artifacts and splits a row taller than a page', async () => {
    const rows = Array.from({ length: 300 }, (_, n) => `| Event ${n} | ${n === 150 ? 'Many words. '.repeat(900) : 'Some words'} |`);
    const { pdf } = await make(parse(`# A\n\n| Event | Words |\n| --- | --- |\n${rows.join('\n')}\n`));
    expect(tagsOf(pdf.top, 'TR')).toHaveLength(301);
    const repeated = pdf.contents.filter((page) =>
      page.shown.some((shown) => shown.artifact === '/Pagination' && shown.text.includes('Event')),
    ).length;
    expect(repeated).toBeGreaterThan(5);
  });

  it('nests lists nine deep', async () => {
    const list = Array.from({ length: 9 }, (_, n) => `${'  '.repeat(n)}- Level ${n + 1}`).join('\n');
    for (const typeSizePt of [undefined, 28]) {
      const { pdf } = await make(parse(`# A\n\n${list}\n`), { typeSizePt });
      expect(tagsOf(pdf.top, 'L')).toHaveLength(9);
    }
  });

  it('lets a long note go on at the foot of the next page', async () => {
    const { pdf } = await make(
      parse(
        `# A\n\n${'Words before. '.repeat(280)}\n\nThe mark[^a] is here.\n\n${'Words after. '.repeat(100)}\n\n[^a]: ${'A long note. '.repeat(400)}\n`,
      ),
    );
    expect(tagsOf(pdf.top, 'Note')).toHaveLength(1);
    expect(textOf(tagsOf(pdf.top, 'Note')[0]!).match(/A long note\./g)).toHaveLength(400);
  });
});

describe('covers', () => {
  const art = { 'cover.png': png(400, 250), 'tall.png': png(300, 420), 'logo.png': png(90, 60) };
  for (const cover of ['cover.png', 'tall.png']) {
    for (const typeSizePt of [undefined, 18, 28]) {
      for (const words of [1, 30]) {
        it(`have room for all of it: ${cover}, ${typeSizePt ?? 12} points, a title of ${words * 3} words`, async () => {
          const report = parse('# A\n\nText.\n');
          Object.assign(report.meta, {
            title: 'Our impact report '.repeat(words).trim(),
            subtitle: 'Co-producing change together, year after year',
            publisher: 'The Co-Production Collective of the University of Somewhere',
            date: '2024-03-22',
            cover,
            coverAlt: 'A table',
            theme: { logo: 'logo.png', logoAlt: 'The logo' },
          });
          const edition = typeSizePt === undefined ? makeEdition('screen-reader') : makeEdition('large-print', { typeSizePt });
          const { pdf } = await make(report, { edition, assets: memoryAssets(art) });
          const [page] = pdf.contents;
          const [, , , height] = pdf.pages[0]!.MediaBox as number[];
          const onFirst = tagsOf(pdf.top, 'Figure').filter((figure) => pdf.owners[0]!.includes(figure.id));
          expect(tagsOf(pdf.top, 'Figure')).toHaveLength(2);
          const lines = page!.shown.filter((shown) => shown.text.trim() !== '').sort((a, b) => a.y - b.y);
          for (const shown of lines) {
            for (const figure of onFirst) {
              const [left, bottom, right, top] = figure.attributes.BBox as [number, number, number, number];
              const apart =
                shown.x > right ||
                shown.x + shown.width < left ||
                shown.y < height! - top ||
                shown.y - shown.sizePt * 0.7 > height! - bottom;
              expect(apart ? '' : `“${shown.text}” on “${figure.alt}”`).toBe('');
            }
          }
          lines.forEach((shown, at) => {
            const next = lines.find((each, index) => index > at && each.y > shown.y + 0.01);
            if (next) expect(next.y - next.sizePt * 0.7).toBeGreaterThan(shown.y);
          });
        });
      }
    }
  }
});

describe('charts that are high', () => {
  const chart = (rows: number, type: string): Report =>
    parse(
      `# A heading above it\n\n:::chart[Income]{type=${type}}\n| Source | Share |\n| --- | ---: |\n${Array.from({ length: rows }, (_, n) => `| Source ${n + 1} | ${n + 3} |`).join('\n')}\n:::\n`,
    );

  it('are drawn smaller, their words as large as ever, below their heading', async () => {
    const { pdf, rules } = await make(chart(5, 'doughnut'), { typeSizePt: 28 });
    expect(rules).toEqual([]);
    const heading = tagsOf(pdf.top, 'H2')[0]!;
    const figure = tagsOf(pdf.top, 'Figure')[0]!;
    const pageOf = (id: number): number => pdf.owners.findIndex((owners) => owners.includes(id));
    expect(pageOf(heading.id)).toBe(pageOf(figure.id));
    for (const page of pdf.contents) for (const shown of page.shown) expect(shown.sizePt).toBeGreaterThanOrEqual(28);
  });

  it('are left to their table where no page is high enough, with their words', async () => {
    const { pdf, rules } = await make(chart(40, 'bar'), { typeSizePt: 28 });
    expect(rules).toEqual(['pdf-chart-table']);
    expect(tagsOf(pdf.top, 'Figure')).toHaveLength(0);
    expect(tagsOf(pdf.top, 'TR')).toHaveLength(41);
    expect(tagsOf(pdf.top, 'P').some((tag) => /Source 1/.test(textOf(tag)))).toBe(true);
  });
});

describe('a seventh level of headings', () => {
  const levels = (count: number): Report =>
    parse(Array.from({ length: count }, (_, n) => `${'#'.repeat(n + 1)} Part ${n + 1}`).join('\n\n'));
  const roleMap = ({ file }: ReadPdf): unknown => file.dict(file.root.StructTreeRoot).RoleMap;

  it('is tagged as one, and is the sixth for readers of PDF 1.7 that know no more (Matterhorn protocol 14-005)', async () => {
    const { pdf } = await make(levels(6));
    expect(['H5', 'H6', 'H7'].map((type) => tagsOf(pdf.top, type).map((tag) => textOf(tag)))).toEqual([['Part 4'], ['Part 5'], ['Part 6']]);
    expect(roleMap(pdf)).toEqual({ H7: '/H6' });
    expect(roleMap((await make(levels(6), { standard: 'ua-2' })).pdf)).toBeUndefined();
    expect(roleMap((await make(levels(5))).pdf)).toBeUndefined();
  });
});

describe('tasks', () => {
  it('of a numbered list keep their numbers, beside the box and in what is said of it', async () => {
    const { pdf } = await make(parse('# A\n\n9. [ ] call\n10. [x] write\n\n* [x] go\n'));
    const labels = tagsOf(pdf.top, 'Lbl');
    expect(labels.map((label) => label.actual)).toEqual(['9. to do', '10. done', 'done']);
    const drawn = pdf.contents.flatMap((page) => page.shown.map((shown) => shown.text.trim())).filter(Boolean);
    expect(drawn.join(' ')).toContain('9. ☐ call 10. ☑ write ☑ go');
  });
});

describe('links whose words are their address', () => {
  it('are called by the name of the site', async () => {
    const { pdf } = await make(parse('# A\n\nSee https://www.example.org/a/long/path and [us](https://example.org/us).\n'), {
      cover: false,
    });
    const said = tagsOf(pdf.top, 'Link').flatMap((tag) =>
      tag.kids.flatMap((kid) =>
        typeof kid === 'object' && 'annotation' in kid ? [(kid.annotation.Contents as { value: string }).value] : [],
      ),
    );
    expect(said).toEqual(['example.org, web page: https://www.example.org/a/long/path', 'us, web page: https://example.org/us']);
  });
});

describe('documents that are hardly there', () => {
  it('makes a page of an empty document', async () => {
    const { pdf } = await make({ meta: { title: 'Nothing', lang: 'en' }, root: { type: 'root', children: [] } });
    expect(pdf.pages).toHaveLength(1);
  });

  it('makes a page of an empty document without a cover', async () => {
    const { pdf } = await make({ meta: { title: 'Nothing', lang: 'en' }, root: { type: 'root', children: [] } }, { cover: false });
    expect(pdf.pages).toHaveLength(1);
  });

  it('bears empty nodes', async () => {
    const report: Report = {
      meta: { title: 'Empty', lang: 'en' },
      root: {
        type: 'root',
        children: [
          build.heading({ depth: 1 }, []),
          build.paragraph({}, []),
          build.list({}, []),
          build.list({ ordered: true }, [build.listItem({}, [])]),
          build.blockquote({}, []),
          build.pullQuote({}, []),
          build.keyFigures({}, []),
          build.cards({}, [build.card({}, [])]),
          build.steps({}, [build.step({}, [])]),
          build.steps({ kind: 'funnel' }, [build.step({ value: 'many' }, [])]),
          build.callout({}, []),
          build.chart({ kind: 'pie' }, []),
          build.dataTable({}, []),
          build.table({}, []),
          build.table({}, [build.tableRow({}, []), build.tableRow({}, [build.tableCell({}, [])])]),
          build.code({ value: '' }),
          build.div({}, []),
          build.figure({ src: '', decorative: true }, []),
        ],
      },
    };
    for (const edition of ['screen-reader', 'large-print'] as const)
      await make(report, { edition: makeEdition(edition), standard: 'ua-2' });
    await make(report);
  });

  it('says which character no typeface has, and lets programs read it', async () => {
    const { pdf, rules, reasons } = await make(parse('# A\n\nChinese: 漢字.\n'));
    expect(rules).toEqual(['pdf-glyph']);
    expect(reasons[0]).toBe('No typeface has the characters 漢 (U+6F22), 字 (U+5B57)');
    expect(textOf(pdf.top)).toContain('Chinese: 漢字.');
    for (const page of pdf.contents) for (const shown of page.shown) expect(shown.text).not.toContain('\ufffd');
  });

  it('stops when asked to', async () => {
    const signal = AbortSignal.abort();
    await expect(toPdf(parse('# A\n\nText.\n'), { signal })).rejects.toBeInstanceOf(EveryreadError);
  });

  it('refuses type that is not large print', () => {
    expect(() => toPdf(parse('# A\n'), { typeSizePt: 12 })).toThrow(RangeError);
  });
});

describe('editions and themes', () => {
  const report = parse('# A\n\nText[^a] and *more*[^b], **bold**.\n\n# B\n\nText[^a] again.\n\n[^a]: First.\n[^b]: Second.\n');
  for (const notes of ['page', 'section', 'end'] as const) {
    it(`puts each note once where the edition has them: ${notes}`, async () => {
      const { pdf } = await make(report, { edition: makeEdition('screen-reader', { notes }) });
      expect(tagsOf(pdf.top, 'Note').map((tag) => textOf(tag, (inner) => inner.type === 'Lbl').trim())).toEqual(['First.', 'Second.']);
    });
  }

  it('draws bold and slanted text of a charity’s own font by itself', async () => {
    const own = parse('# A\n\nPlain, **bold**, *slanted*.\n');
    own.meta.theme = { font: 'own.ttf' };
    const { pdf, rules } = await make(own, { assets: memoryAssets({ 'own.ttf': await loadFont('noto-regular') }) });
    expect(rules).toEqual([]);
    expect(pdf.file.ids.some((id) => String((pdf.file.dict(new Ref(id)) as { BaseFont?: unknown }).BaseFont).includes('NotoSans'))).toBe(
      true,
    );
    expect(textOf(pdf.top)).toContain('Plain, bold, slanted.');
  });

  it('says why a font was not used', async () => {
    const own = parse('# A\n\nText.\n');
    own.meta.theme = { font: 'own.png' };
    const { rules } = await make(own, { assets: memoryAssets({ 'own.png': png(2, 2) }) });
    expect(rules).toEqual(['pdf-font']);
  });

  it('makes the summary edition', async () => {
    const { pdf } = await make(parse('# A\n\n:::summary\nShort.\n:::\n\nLong.\n'), { edition: makeEdition('summary') });
    expect(textOf(pdf.top)).not.toContain('Long.');
  });
});

describe('metadata', () => {
  for (const title of ['A & B <2023> "quoted"', '🙂 emoji', 'שלום עולם', 'Line\u0007 bell \ud800 half']) {
    it(`are well formed for ${JSON.stringify(title)}`, async () => {
      const report = parse('# A\n\nText.\n');
      report.meta.title = title;
      const { pdf } = await make(report);
      const xmp = Buffer.from((pdf.file.get(pdf.file.root.Metadata) as { raw: string }).raw, 'latin1').toString('utf8');
      const said = /<dc:title><rdf:Alt><rdf:li xml:lang="x-default">([^<]*)</.exec(xmp)?.[1];
      const plain = said?.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
      expect(plain).toBe((pdf.file.get(pdf.file.dict(pdf.file.trailer.Info).Title) as { value: string }).value);
      expect(xmp).toContain('<dc:language>');
    });
  }
});

it('a table of headers alone has a body: a head without one is no table (PDF/UA-1 7.2)', async () => {
  const { pdf } = await make(parse('# A\n\n| A | B |\n| --- | --- |'));
  expect(tagsOf(pdf.top, 'TBody')).toHaveLength(1);
  expect(tagsOf(pdf.top, 'THead')).toHaveLength(0);
});
