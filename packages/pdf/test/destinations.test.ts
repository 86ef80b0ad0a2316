import { is, makeEdition, memoryAssets, walk, type OutlineEntry, type ReportNode } from '@everyread/core';
import { beforeAll, describe, expect, it } from 'vitest';
import { destination, explicit, make, sources, type Made } from './made.js';
import { isTag, tagsOf, textOf, type Annotation, type Tag } from './reader/structure.js';

/** “Within two points”: criterion 7 of the design, and what printers call nothing. */
const near = 2;
/** From the baseline of Atkinson Hyperlegible Next to the top of its letters' box, in parts of the size. */
const ascent = 0.95;

type Place = ReturnType<typeof explicit>;

/** Where an element begins: its page, and the top of its first letters. */
function beginning({ pdf }: Made, tag: Tag): Place {
  const own = new Set(tagsOf(tag).map((each) => each.id));
  const page = pdf.owners.findIndex((owners) => owners.some((owner) => own.has(owner)));
  const first = pdf.contents[page]!.shown.find((shown) => shown.mcid !== undefined && own.has(pdf.owners[page]![shown.mcid]!))!;
  return { page, y: first.y - first.sizePt * ascent };
}

/** Where a link leads, each of its annotations alike; nothing for an address. */
function leadsTo({ pdf }: Made, tag: Tag): Place | undefined {
  const places = tag.kids
    .filter((kid): kid is Annotation => typeof kid === 'object' && 'annotation' in kid)
    .map(({ annotation }) => pdf.file.dict(annotation.A))
    .map((action) => (action.S === '/GoTo' ? explicit(pdf, action.D) : undefined));
  for (const place of places) expect(place).toEqual(places[0]);
  return places[0];
}

/** All links that are not in the lists and labels named. */
function linksOutside(top: Tag, left: readonly string[]): Tag[] {
  if (left.includes(top.type)) return [];
  return [...(top.type === 'Link' ? [top] : []), ...top.kids.filter(isTag).flatMap((kid) => linksOutside(kid, left))];
}

const flat = (entries: readonly OutlineEntry[]): OutlineEntry[] => entries.flatMap((entry) => [entry, ...flat(entry.children)]);

for (const source of sources) {
  for (const edition of ['screen-reader', 'large-print'] as const) {
    describe(`${source.name}, ${edition}`, () => {
      let made: Made;
      beforeAll(async () => {
        made = await make(source.report(), makeEdition(edition), { assets: memoryAssets(source.assets) });
      });

      /** Within two points of the letters, or of the bar above them. */
      const meets = (place: Place | undefined, tag: Tag): void => {
        const from = beginning(made, tag);
        const size = makeEdition(edition).typeSizePt;
        const above = tag.type === 'H2' ? 5 + size * 0.8 : 0;
        expect(place?.page).toBe(from.page);
        expect(Math.abs(from.y - above - place!.y), `${tag.type} “${textOf(tag)}”: ${place!.y}, and it begins at ${from.y}`).toBeLessThan(
          near,
        );
      };

      it('leads to the top of each heading', () => {
        const headings = tagsOf(made.pdf.top).filter((tag) => /^H[2-6]$/.test(tag.type));
        const entries = flat(made.report.outline);
        expect(entries).toHaveLength(headings.length);
        entries.forEach((entry, index) => meets(destination(made.pdf, entry.id), headings[index]!));
      });

      it('leads from the contents to the same places', () => {
        const links = tagsOf(made.pdf.top, 'TOCI').map((tag) => leadsTo(made, tagsOf(tag, 'Link')[0]!));
        const headings = tagsOf(made.pdf.top).filter((tag) => /^H[2-4]$/.test(tag.type));
        expect(links).toHaveLength(headings.length);
        links.forEach((place, index) => meets(place, headings[index]!));
      });

      it('leads from a reference to what it names', () => {
        const targets: string[] = [];
        walk(made.report.root.children as ReportNode[], (node) => {
          if (is(node, 'crossReference')) targets.push(made.report.targets.get(node.target)!.id);
        });
        const places = linksOutside(made.pdf.top, ['TOC', 'Note', 'Reference', 'Lbl']).flatMap((tag) => leadsTo(made, tag) ?? []);
        expect(places).toEqual(targets.map((target) => destination(made.pdf, target)));
      });

      it('leads from a mark to its note and back to its line', () => {
        const notes = tagsOf(made.pdf.top, 'Note');
        const entries = new Set(tagsOf(made.pdf.top, 'TOC').flatMap((tag) => tagsOf(tag)));
        const marks = tagsOf(made.pdf.top, 'Reference')
          .filter((tag) => !entries.has(tag))
          .flatMap((tag) => tagsOf(tag, 'Link'));
        expect(notes.length).toBeGreaterThan(0);
        for (const mark of marks)
          meets(
            leadsTo(made, mark),
            notes.find((note) => tagsOf(note, 'Lbl').some((label) => numberOf(label) === numberOf(mark)))!,
          );
        for (const note of notes) {
          const label = tagsOf(note, 'Lbl')[0]!;
          const mark = marks.find((each) => numberOf(each) === numberOf(label))!;
          const place = leadsTo(made, tagsOf(label, 'Link')[0]!)!;
          const from = beginning(made, mark);
          expect(place.page).toBe(from.page);
          // A raised mark stands up to two points higher than its line, one in a heading lower.
          expect(from.y - place.y).toBeGreaterThan(-near * 2);
          expect(from.y - place.y).toBeLessThan(makeEdition(edition).typeSizePt);
        }
      });
    });
  }
}

const numberOf = (tag: Tag): string => /\d+/.exec(textOf(tag))?.[0] ?? '';
