import { Cncx, makeIndex } from '../bytes/index-records.js';
import { hexLabel } from '../mobi6/contents-index.js';
import type { ContentsEntry } from '../text/index-entries.js';
import type { Kf8Place, Kf8Text } from './text.js';

/** The frames of the files. Each value is written twice, as every maker does. */
export function skeletonIndex({ skeletons }: Kf8Text): Uint8Array[] {
  return makeIndex(
    [
      { tag: 1, values: 1, mask: 3 },
      { tag: 6, values: 2, mask: 12 },
    ],
    skeletons.map(({ fragments, start, length }, index) => ({
      label: `SKEL${String(index).padStart(10, '0')}`,
      values: { 1: [fragments, fragments], 6: [start, length, start, length] },
    })),
  );
}

/** The fragments, by the place where each is put. */
export function fragmentIndex({ fragments }: Kf8Text): Uint8Array[] {
  const cncx = new Cncx();
  return makeIndex(
    [
      { tag: 2, values: 1, mask: 1 },
      { tag: 3, values: 1, mask: 2 },
      { tag: 4, values: 1, mask: 4 },
      { tag: 6, values: 2, mask: 8 },
    ],
    fragments.map((fragment, index) => ({
      label: String(fragment.insertAt).padStart(10, '0'),
      values: { 2: [cncx.add(fragment.selector)], 3: [fragment.file], 4: [index], 6: [fragment.start, fragment.length] },
    })),
    cncx,
  );
}

/** Contents page and beginning. */
export function guideIndex(text: Kf8Text, words: { contents: string; start: string }): Uint8Array[] {
  const cncx = new Cncx();
  const entries: [string, string, Kf8Place | undefined][] = [
    ['text', words.start, text.start],
    ['toc', words.contents, text.contents],
  ];
  return makeIndex(
    [
      { tag: 1, values: 1, mask: 1 },
      { tag: 6, values: 2, mask: 2 },
    ],
    entries.flatMap(([label, title, place]) =>
      place === undefined ? [] : [{ label, values: { 1: [cncx.add(title)], 6: [place.fragment, place.offset] } }],
    ),
    cncx,
  );
}

/** The contents with their levels. */
export function kf8Contents(entries: readonly ContentsEntry[], placeOf: (id: string) => Kf8Place): Uint8Array[] {
  const cncx = new Cncx();
  return makeIndex(
    [
      { tag: 1, values: 1, mask: 1 },
      { tag: 2, values: 1, mask: 2 },
      { tag: 3, values: 1, mask: 4 },
      { tag: 4, values: 1, mask: 8 },
      { tag: 21, values: 1, mask: 16 },
      { tag: 22, values: 1, mask: 32 },
      { tag: 23, values: 1, mask: 64 },
      { tag: 6, values: 2, mask: 128 },
    ],
    entries.map((entry, index) => {
      const place = placeOf(entry.id);
      return {
        label: hexLabel(index, entries.length),
        values: {
          1: [entry.at],
          2: [Math.max(0, entry.end - entry.at)],
          3: [cncx.add(entry.label)],
          4: [entry.depth],
          ...(entry.parent === undefined ? {} : { 21: [entry.parent] }),
          ...(entry.firstChild === undefined || entry.lastChild === undefined ? {} : { 22: [entry.firstChild], 23: [entry.lastChild] }),
          6: [place.fragment, place.offset],
        },
      };
    }),
    cncx,
  );
}
