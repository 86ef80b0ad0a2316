import { Cncx, makeIndex, type TagRow } from '../bytes/index-records.js';
import type { ContentsEntry } from '../text/index-entries.js';

/** Position, length, label, depth: old Kindles step from entry to entry. */
const rows: readonly TagRow[] = [
  { tag: 1, values: 1, mask: 1 },
  { tag: 2, values: 1, mask: 2 },
  { tag: 3, values: 1, mask: 4 },
  { tag: 4, values: 1, mask: 8 },
];

/** The NCX of MOBI 6. */
export function mobi6Contents(entries: readonly ContentsEntry[]): Uint8Array[] {
  const cncx = new Cncx();
  return makeIndex(
    rows,
    entries.map((entry, index) => ({
      label: hexLabel(index, entries.length),
      values: { 1: [entry.at], 2: [Math.max(0, entry.end - entry.at)], 3: [cncx.add(entry.label)], 4: [entry.depth] },
    })),
    cncx,
  );
}

/** Labels sort as numbers do: all of one length. */
export function hexLabel(index: number, total: number): string {
  return index
    .toString(16)
    .toUpperCase()
    .padStart(Math.max(2, total.toString(16).length), '0');
}
