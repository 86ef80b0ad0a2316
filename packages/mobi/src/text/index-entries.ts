import type { OutlineEntry, PreparedReport } from '@everyread/core';
import { untitledLabels } from '@everyread/html';

/** What the contents call a section: its heading, and where that is empty its first words. */
export function labelsOf(report: PreparedReport): (entry: OutlineEntry) => string {
  const untitled = untitledLabels(report);
  return (entry) => entry.text || untitled.get(entry.id) || report.meta.title;
}

/** A heading in the contents, with the numbers of its kin. */
export interface ContentsEntry {
  id: string;
  label: string;
  depth: number;
  at: number;
  /** Where the next entry that is not inside it begins. */
  end: number;
  parent?: number;
  firstChild?: number;
  lastChild?: number;
}

/** All headings to a depth in reading order. */
export function flatContents(
  outline: readonly OutlineEntry[],
  depth: number,
  placeOf: (id: string) => number,
  end: number,
  labelOf: (entry: OutlineEntry) => string,
): ContentsEntry[] {
  const entries: ContentsEntry[] = [];
  const add = (list: readonly OutlineEntry[]): void => {
    for (const entry of list) {
      entries.push({ id: entry.id, label: labelOf(entry), depth: 0, at: placeOf(entry.id), end });
      if (entry.depth < depth) add(entry.children);
    }
  };
  add(outline);
  entries.forEach((entry, index) => (entry.end = entries[index + 1]?.at ?? end));
  return entries;
}

/** All headings to a depth, level by level, so that the children of one stand together. */
export function nestedContents(
  outline: readonly OutlineEntry[],
  depth: number,
  placeOf: (id: string) => number,
  end: number,
  labelOf: (entry: OutlineEntry) => string,
): ContentsEntry[] {
  const entries: ContentsEntry[] = [];
  let level: { entry: OutlineEntry; parent?: number }[] = outline.map((entry) => ({ entry }));
  for (let at = 0; level.length > 0 && at < depth; at += 1) {
    const next: typeof level = [];
    for (const { entry, parent } of level) {
      const index = entries.length;
      entries.push({
        id: entry.id,
        label: labelOf(entry),
        depth: at,
        at: placeOf(entry.id),
        end,
        ...(parent === undefined ? {} : { parent }),
      });
      if (parent !== undefined) {
        const above = entries[parent]!;
        above.firstChild ??= index;
        above.lastChild = index;
      }
      next.push(...entry.children.map((child) => ({ entry: child, parent: index })));
    }
    level = next;
  }
  const inOrder = [...entries].sort((a, b) => a.at - b.at || a.depth - b.depth);
  inOrder.forEach((entry, index) => {
    entry.end = inOrder.slice(index + 1).find((later) => later.depth <= entry.depth)?.at ?? end;
  });
  return entries;
}
