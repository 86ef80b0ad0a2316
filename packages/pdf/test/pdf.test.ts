import { contrastRatio, is, makeEdition, memoryAssets, walk, type PreparedReport, type ReportNode } from '@everyread/core';
import { beforeAll, describe, expect, it } from 'vitest';
import { expectedBlocks } from './expected.js';
import { destination, make, sources, type Made } from './made.js';
import { isTag, tagsOf, textOf, type Annotation, type ReadPdf, type Tag } from './reader/structure.js';
import { type Text, type Dict, type Value } from './reader/objects.js';

/** The first page on which an element has content. */
function pageOfTag(pdf: ReadPdf, tag: Tag): number {
  return pdf.owners.findIndex((owners) => owners.includes(tag.id)) + 1;
}

const headingType = /^H\d$/;
const blockTypes = new Set(['P', 'Caption', 'TH', 'TD', 'H1', 'H2', 'H3', 'H4', 'H5', 'H6']);

/** What each block says; labels, note marks, contents and the cover left out. */
function blocksOf(pdf: ReadPdf): string[] {
  const out: string[] = [];
  const walkTags = (tag: Tag): void => {
    if (tag.type === 'TOC' || tag.type === 'Lbl' || tag.type === 'H1') return;
    if (blockTypes.has(tag.type)) {
      const text = textOf(tag, (inner) => inner.type === 'Reference').trim();
      if (text !== '') out.push(text);
      for (const figure of tagsOf(tag, 'Note')) if (figure !== tag) walkTags(figure);
      return;
    }
    for (const kid of tag.kids) if (isTag(kid)) walkTags(kid);
  };
  for (const kid of pdf.top.kids) if (isTag(kid) && !(kid.type === 'P' && pdf.top.kids.indexOf(kid) < firstSection(pdf))) walkTags(kid);
  return out;
}

function firstSection(pdf: ReadPdf): number {
  return pdf.top.kids.findIndex((kid) => isTag(kid) && (kid.type === 'Sect' || kid.type === 'TOC' || kid.type === 'Div'));
}

for (const source of sources) {
  for (const edition of ['screen-reader', 'large-print'] as const) {
    describe(`${source.name}, ${edition}`, () => {
      let made: Made;
      beforeAll(async () => {
        made = await make(source.report(), makeEdition(edition), { assets: memoryAssets(source.assets) });
      });

      it('has a structure tree that agrees with the pages', () => {
        expect(made.pdf.faults).toEqual([]);
      });

      it('reads as the report, character for character', () => {
        const pageOf = (name: string): number | undefined => {
          const target = destination(made.pdf, name);
          return target === undefined ? undefined : target.page + 1;
        };
        const fold = (text: string): string => text.normalize('NFC');
        const expected = expectedBlocks(made.report, pageOf).map(fold);
        const found = blocksOf(made.pdf).map(fold);
        // Dates are printed as people write them: their text is checked by its own test.
        expect(found.map((text, index) => (expected[index]?.startsWith('when:') ? expected[index] : text))).toEqual(expected);
      });

      it('has the headings, lists, tables, quotations, figures and notes of the model', () => {
        const counts = new Map<string, number>();
        const depths: number[] = [];
        const count = (name: string): void => void counts.set(name, (counts.get(name) ?? 0) + 1);
        const see = (node: ReportNode): void => {
          if (is(node, 'heading')) depths.push(node.depth + 1);
          if (is(node, 'list') || is(node, 'keyFigures') || is(node, 'steps') || is(node, 'cards')) count('L');
          if (is(node, 'listItem') || is(node, 'keyFigure') || is(node, 'step') || is(node, 'card')) count('LI');
          if (is(node, 'table')) count('Table');
          if (is(node, 'tableRow')) count('TR');
          if (is(node, 'blockquote') || is(node, 'pullQuote')) count('BlockQuote');
          if ((is(node, 'figure') && !node.decorative) || is(node, 'chart')) count('Figure');
          if (is(node, 'link') || is(node, 'crossReference')) count('Link');
        };
        walk(made.report.root.children as ReportNode[], see);
        for (const note of made.report.notes) walk([note.definition], see);
        for (const type of ['L', 'LI', 'Table', 'TR', 'BlockQuote', 'Figure'])
          expect([type, tagsOf(made.pdf.top, type).length]).toEqual([type, counts.get(type) ?? 0]);
        expect(tagsOf(made.pdf.top, 'Note')).toHaveLength(made.report.notes.length);
        expect(
          tagsOf(made.pdf.top)
            .filter((tag) => headingType.test(tag.type))
            .map((tag) => Number(tag.type[1])),
        ).toEqual([1, ...depths]);
        const contentLinks =
          tagsOf(made.pdf.top, 'Link').length -
          tagsOf(made.pdf.top, 'TOCI').length -
          made.report.notes.reduce((sum, note) => sum + note.referenceIds.length + 1, 0);
        expect(contentLinks).toBe(counts.get('Link') ?? 0);
      });

      it('has links that say where they lead, over their own words', () => {
        for (const tag of tagsOf(made.pdf.top, 'Link')) {
          const annotations = tag.kids.filter((kid): kid is Annotation => typeof kid === 'object' && 'annotation' in kid);
          expect(annotations.length).toBeGreaterThan(0);
          for (const { annotation } of annotations) {
            expect((annotation.Contents as Text).value.trim()).not.toBe('');
            expect(annotation.A).toBeDefined();
          }
        }
        let covered = 0;
        made.pdf.pages.forEach((page, index) => {
          const height = (page.MediaBox as number[])[3]!;
          for (const ref of (page.Annots ?? []) as Value[]) {
            const [x1, y1, x2, y2] = made.pdf.file.dict(ref).Rect as [number, number, number, number];
            const over = made.pdf.contents[index]!.shown.some(
              (shown) =>
                shown.x < x2 &&
                shown.x + shown.width > x1 &&
                height - shown.y >= y1 &&
                height - shown.y <= y2 &&
                made.pdf.contents[index]!.tags.get(shown.mcid ?? -1) === 'Link',
            );
            expect(over).toBe(true);
            covered += 1;
          }
        });
        expect(covered).toBeGreaterThan(10);
      });

      it('prints page numbers that are true', () => {
        const headings = tagsOf(made.pdf.top).filter((tag) => headingType.test(tag.type) && tag.type !== 'H1');
        const entries = tagsOf(made.pdf.top, 'TOCI').map((tag) => textOf(tag));
        expect(entries).toEqual(
          headings
            .filter((tag) => Number(tag.type[1]) <= 4)
            .map((tag) => `${textOf(tag, (inner) => inner.type === 'Reference').trim()} ${pageOfTag(made.pdf, tag)}`),
        );
        expect(made.pdf.file.dict(made.pdf.file.root.PageLabels).Nums).toEqual([0, { S: '/D' }]);
      });

      it('has bookmarks that are the headings, nested', () => {
        const read = (parent: Dict): unknown[] => {
          const out: unknown[] = [];
          for (let item: Value = parent.First ?? null; item !== null; item = made.pdf.file.dict(item).Next ?? null) {
            const dict = made.pdf.file.dict(item);
            out.push({ text: (dict.Title as Text).value, children: read(dict) });
          }
          return out;
        };
        const outline = (entries: PreparedReport['outline']): unknown[] =>
          entries.map((entry) => ({ text: entry.text, children: outline(entry.children) }));
        expect(read(made.pdf.file.dict(made.pdf.file.root.Outlines))).toEqual(outline(made.report.outline));
      });

      it('has tables whose cells know their headers', () => {
        const ids = new Map(tagsOf(made.pdf.top, 'TH').map((tag) => [tag.name, tag]));
        for (const table of tagsOf(made.pdf.top, 'Table')) {
          const rows = tagsOf(table, 'TR');
          const widths = new Set(rows.map((row) => row.kids.filter(isTag).length));
          expect(widths.size).toBe(1);
          for (const cell of tagsOf(table, 'TD')) {
            const headers = (cell.attributes.Headers ?? []) as Text[];
            expect(headers.length).toBeGreaterThan(0);
            for (const header of headers) expect(ids.has(header.value)).toBe(true);
          }
          for (const cell of tagsOf(table, 'TH')) expect(['/Column', '/Row']).toContain(cell.attributes.Scope);
        }
      });

      it('leaves no heading at the foot of a page and nothing outside the column', () => {
        const { pdf } = made;
        pdf.contents.forEach((page, index) => {
          const [, , width, height] = pdf.pages[index]!.MediaBox as [number, number, number, number];
          const real = page.shown.filter((shown) => shown.mcid !== undefined);
          for (const shown of real) {
            expect(shown.x).toBeGreaterThan(20);
            expect(shown.x + shown.width - (shown.text.endsWith(' ') ? shown.sizePt * 0.4 : 0)).toBeLessThan(width - 20);
            expect(shown.y).toBeLessThan(height - 20);
          }
          const bottom = real.filter((shown) => page.tags.get(shown.mcid!) !== 'Note').at(-1);
          if (index > 0 && bottom) expect(headingType.test(page.tags.get(bottom.mcid!) ?? '')).toBe(false);
        });
      });

      it('leaves no line of a paragraph alone on a page', () => {
        const { pdf } = made;
        const lines = new Map<number, number[]>();
        pdf.contents.forEach((page, index) => {
          const onPage = new Map<number, Set<number>>();
          for (const shown of page.shown) {
            if (shown.mcid === undefined) continue;
            const owner = pdf.owners[index]![shown.mcid]!;
            onPage.set(owner, (onPage.get(owner) ?? new Set()).add(Math.round(shown.y)));
          }
          for (const [owner, ys] of onPage) lines.set(owner, [...(lines.get(owner) ?? []), ys.size]);
        });
        for (const tag of tagsOf(pdf.top, 'P')) {
          const parts = lines.get(tag.id) ?? [];
          if (parts.length > 1) expect(Math.min(...parts)).toBeGreaterThan(1);
        }
      });

      it('draws text with enough contrast', () => {
        const ratio = edition === 'large-print' ? 7 : 4.5;
        const hex = (colour: string): string =>
          `#${colour
            .split(' ')
            .map((part) =>
              Math.round(Number(part) * 255)
                .toString(16)
                .padStart(2, '0'),
            )
            .join('')}`;
        const colours = new Set(made.pdf.contents.slice(1).flatMap((page) => page.shown.map((shown) => shown.colour)));
        for (const colour of colours)
          if (hex(colour) !== '#ffffff') expect(contrastRatio(hex(colour), '#ffffff')).toBeGreaterThanOrEqual(ratio);
      });

      if (edition === 'large-print') {
        it('has no type below 18 points, none slanted, and 35 to 70 characters a line', () => {
          const lengths: number[] = [];
          for (const page of made.pdf.contents) for (const shown of page.shown) expect(shown.sizePt).toBeGreaterThanOrEqual(18 - 1e-6);
          const fonts = new Set(made.pdf.file.ids.flatMap((id) => [...fontName(made.pdf, id)]));
          for (const name of fonts) expect(name).not.toMatch(/Italic|Oblique/);
          for (const page of made.pdf.contents.slice(2)) {
            const lines = new Map<number, string>();
            for (const shown of page.shown)
              if (page.tags.get(shown.mcid ?? -1) === 'P') lines.set(shown.y, (lines.get(shown.y) ?? '') + shown.text);
            lengths.push(...[...lines.values()].map((line) => line.trim().length));
          }
          expect(Math.max(...lengths)).toBeLessThanOrEqual(72);
        });
      } else {
        it('has no type below 12 points but for the marks of notes', () => {
          const small = made.pdf.contents.flatMap((page) =>
            page.shown.filter((shown) => shown.sizePt < 12 - 1e-6).map((shown) => shown.text),
          );
          for (const text of small) expect(text.trim()).toMatch(/^\d+$/);
        });
      }
    });
  }

  it(`has the same structure in both editions: ${source.name}`, async () => {
    const assets = memoryAssets(source.assets);
    const [a, b] = [
      await make(source.report(), makeEdition('screen-reader'), { assets }),
      await make(source.report(), makeEdition('large-print'), { assets }),
    ];
    // Page numbers differ, and large print puts the numbers of notes into brackets; every other word is the same.
    const said = (text: string, tag: Tag): string =>
      tag.type === 'Link' ? text.replace(/\d+/g, '#').replace(/[[\]]/g, '') : tag.type === 'Lbl' ? text.replace(/[[\]]/g, '') : text;
    const shape = (tag: Tag): unknown => {
      const kids: unknown[] = [];
      for (const kid of tag.kids) {
        // A link has an annotation for each line it stands on.
        if (typeof kid === 'object' && 'annotation' in kid) continue;
        // What a chart shows is said by its alternative; large print draws it with larger words.
        if (typeof kid === 'string' && tag.type === 'Figure') continue;
        const last = kids.at(-1);
        if (isTag(kid)) kids.push(shape(kid));
        else if (typeof last === 'string') kids.splice(-1, 1, last + kid);
        else kids.push(kid);
      }
      return [tag.type, tag.lang, tag.alt, tag.expansion, kids.map((kid) => (typeof kid === 'string' ? said(kid, tag) : kid))];
    };
    // The cover says that it is large print.
    const top = (made: Made): Tag => ({
      ...made.pdf.top,
      kids: made.pdf.top.kids.filter((kid) => !(isTag(kid) && textOf(kid) === 'Large print')),
    });
    expect(shape(top(b))).toEqual(shape(top(a)));
  });

  it(`makes the same bytes twice: ${source.name}`, async () => {
    const assets = memoryAssets(source.assets);
    const first = await make(source.report(), makeEdition('screen-reader'), { assets });
    const second = await make(source.report(), makeEdition('screen-reader'), { assets: memoryAssets(source.assets) });
    expect(Buffer.from(second.bytes).equals(Buffer.from(first.bytes))).toBe(true);
  });
}

function fontName(pdf: ReadPdf, id: number): string[] {
  const value = pdf.file.ids.includes(id) ? pdf.file.get({ id } as never) : null;
  void value;
  return pdf.file.text.match(/\/BaseFont\s*\/([^\s/]+)/g) ?? [];
}
