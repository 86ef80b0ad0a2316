import { makeEdition } from '@everyread/core';
import { describe, expect, it } from 'vitest';
import { paginate } from '../src/layout/paginate.js';
import { Flow, type Item } from '../src/layout/flow.js';
import { make, parse } from './made.js';

const settings = { top: 0, bottom: 100, noteGap: 0, note: () => [] };
const boxes = (flow: Flow, count: number, keep = false): void => {
  for (let index = 0; index < count; index += 1) flow.box(10, () => undefined, { keep });
};
const counts = (items: readonly Item[]): number[] => paginate(items, settings).map((page) => page.boxes.length);

describe('what is better kept together', () => {
  const pages = (before: number, soft?: number): number[] => {
    const flow = new Flow();
    boxes(flow, before);
    const from = flow.items.length;
    boxes(flow, 7);
    flow.together(from, 100, soft);
    return counts(flow.items);
  };

  it('is parted where the page would be a good part empty otherwise', () => {
    expect(pages(6, 0.2)).toEqual([10, 3]);
    expect(pages(6)).toEqual([6, 7]);
  });

  it('stays together where little is lost', () => {
    expect(pages(9, 0.2)).toEqual([9, 7]);
    expect([pages(8, 0.3), pages(8, 0.2)]).toEqual([
      [8, 7],
      [10, 5],
    ]);
  });

  it('is never parted where a heading would stand alone', () => {
    const flow = new Flow();
    boxes(flow, 6);
    const from = flow.items.length;
    boxes(flow, 4, true);
    boxes(flow, 3);
    flow.together(from, 100, 0.2);
    // The first four keep what follows them, so that five are the least that may stay; four have room.
    expect(counts(flow.items)).toEqual([6, 7]);
  });
});

describe('a list of three items after words that announce it', () => {
  /** The pages on which its items stand, and how many words stood before it in the paragraphs above. */
  const pagesOfItems = async (lines: number): Promise<number[]> => {
    const item = 'It takes the room of two lines or of three, as people write who have much to say of each of them, and who say it all.';
    const above = Array.from({ length: lines }, (_, index) => `Line ${index}.`).join('\\\n');
    const report = parse(`# A\n\n${above}\n\nThese are they:\n\n1. One. ${item}\n2. Two. ${item}\n3. Three. ${item}\n`);
    const { pdf } = await make(report, makeEdition('screen-reader'), { cover: false });
    const texts = pdf.contents.map((page) => page.shown.map(({ text }) => text).join(''));
    return ['One.', 'Two.', 'Three.'].map((word) => texts.findIndex((text) => text.includes(word)));
  };

  it('is parted after its first item rather than that a good part of the page is empty', async () => {
    const all: string[] = [];
    for (let lines = 24; lines < 46; lines += 1) all.push((await pagesOfItems(lines)).join(''));
    // From a page that holds all of it to one that holds nothing: the last item never stands alone on the next page.
    expect(new Set(all)).toEqual(new Set(['000', '011', '111']));
  });
});

describe('what has no room on any page', () => {
  it('begins where it is, if a new page would hold no more of it', () => {
    const flow = new Flow();
    boxes(flow, 1);
    flow.box(10, () => undefined, { keep: true });
    flow.box(75, () => undefined, { keep: true });
    flow.box(30, () => undefined);
    expect(counts(flow.items)).toEqual([3, 1]);
  });
});

describe('a hole', () => {
  const spaced = (before: number, spaces: number): { pages: number[]; ends: number } => {
    const flow = new Flow();
    boxes(flow, before);
    for (let index = 0; index < 3; index += 1) {
      flow.space(spaces, index > 0);
      flow.box(10, () => undefined, { keep: index < 2 });
    }
    const pages = paginate(flow.items, settings);
    return { pages: pages.map((page) => page.boxes.length), ends: Math.max(...pages[0]!.boxes.map(({ box, y }) => y + box.height)) };
  };

  it('is spared by less space between what belongs together, down to a half', () => {
    // 60 + 3 × (8 + 10) are 14 too many, of which 12 can be spared, and 60 + 3 × (6 + 10) 8.
    expect(spaced(6, 8)).toEqual({ pages: [6, 3], ends: 60 });
    const { pages, ends } = spaced(6, 6);
    expect(pages).toEqual([9]);
    expect(ends).toBeCloseTo(100);
    // Where it fits it is as it is; where little is lost the page ends.
    expect(spaced(5, 6).ends).toBe(98);
    expect(spaced(9, 3).pages).toEqual([9, 3]);
  });
});

describe('a list that has pages to itself', () => {
  const after = (count: number): number[] => {
    const flow = new Flow();
    const first = flow.box(10, () => undefined);
    boxes(flow, count - 1);
    flow.page(first);
    boxes(flow, 3);
    return counts(flow.items);
  };

  it('shares one that holds but its last lines', () => {
    expect(after(4)).toEqual([4, 3]);
    expect(after(12)).toEqual([10, 5]);
    expect(after(16)).toEqual([10, 6, 3]);
  });
});

describe('a chart', () => {
  const chart = ':::chart[People]{type=column}\n| Kind | 2022 | 2023 |\n| --- | --: | --: |\n| Talks | 5 | 9 |\n| Walks | 2 | 3 |\n:::';

  it('is drawn lower where that spares a hole, with words of the same size', async () => {
    const heights = new Set<number>();
    for (let before = 14; before <= 22; before += 1) {
      const lines = Array.from({ length: before }, () => 'A line.').join('\n\n');
      const made = await make(
        parse(`---\ntitle: Our year\nlang: en-GB\n---\n\n# One\n\n${lines}\n\n${chart}\n`),
        makeEdition('screen-reader'),
      );
      const page = made.pdf.contents.find(({ shown }) => shown.some(({ text }) => text === 'People'))!;
      const [name, figure] = ['Walks', '9'].map((text) => page.shown.find((each) => each.text === text)!);
      expect([name!.sizePt, figure!.sizePt]).toEqual([12, 12]);
      heights.add(Math.round(Math.abs(name!.y - figure!.y)));
    }
    expect(heights.size).toBeGreaterThan(1);
    expect(Math.min(...heights)).toBeGreaterThan(Math.max(...heights) * 0.5);
  });
});

describe('a table as records', () => {
  it('has each record on one page, so that no figure is without its row', async () => {
    const columns = Array.from({ length: 9 }, (_, index) => `Column ${index}`);
    const rows = Array.from({ length: 9 }, (_, row) => `| ${columns.map((_, index) => `r${row}c${index}`).join(' | ')} |`);
    const table = [`| ${columns.join(' | ')} |`, `|${' --- |'.repeat(9)}`, ...rows].join('\n');
    const { pdf } = await make(parse(`---\ntitle: Our year\nlang: en-GB\n---\n\n# One\n\n${table}\n`), makeEdition('large-print'));
    for (let row = 0; row < 9; row += 1) {
      const pages = pdf.contents.filter(({ shown }) => shown.some(({ text }) => text.includes(`r${row}c`)));
      expect(pages, `row ${row}`).toHaveLength(1);
    }
    expect(pdf.contents.length).toBeGreaterThan(3);
  });
});

describe('a leaflet', () => {
  const pages = async (body: string): Promise<number> =>
    (await make(parse(`---\ntitle: Come in\nlang: en-GB\npublisher: A Trust\n---\n\n${body}\n`), makeEdition('screen-reader'))).pdf.contents
      .length;

  it('of one short section has no cover as long as itself, and says who published it', async () => {
    const { pdf } = await make(
      parse('---\ntitle: Come in\nlang: en-GB\npublisher: A Trust\n---\n\n# Tuesday\n\nCome.\n'),
      makeEdition('large-print'),
    );
    expect(pdf.contents).toHaveLength(1);
    expect(pdf.contents[0]!.shown.map(({ text }) => text).join(' ')).toMatch(/Come in.*A Trust.*Large print.*Tuesday/s);
  });

  it('that has more to say, or more sections, begins with a cover', async () => {
    expect(await pages('# Tuesday\n\nCome.\n\n# Wednesday\n\nCome again.')).toBe(2);
    expect(await pages(`# Tuesday\n\n${'Come in, the door is open. '.repeat(50)}`)).toBe(2);
  });
});
