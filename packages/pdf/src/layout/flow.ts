import type { Note } from '@everyread/core';
import type { Canvas } from '../engine/canvas.js';

/** Something of a height that is drawn whole. */
export interface Box {
  kind: 'box';
  height: number;
  /** No page may end after it. */
  keep: boolean;
  /** With `keep`: a page may end after it all the same where this share of it would be empty otherwise. */
  soft?: number;
  notes?: readonly Note[];
  /** Names of places that begin at its top. */
  anchors?: readonly string[];
  /** It may be drawn smaller, down to this height, where that spares a page that is half empty. */
  least?: number;
  /**
   * @param y - of its top
   * @param height - its height on this page; its own where absent
   */
  draw(canvas: Canvas, y: number, height?: number): void;
}

/** Space between boxes; none is left at the top of a page, and two that meet are as one, the larger. */
export interface Space {
  kind: 'space';
  height: number;
  keep: boolean;
  /** Stays at the top of a page and beside other space: the padding of a surface. */
  firm?: boolean;
}

/** A surface or line behind or beside what follows, until it is closed; it goes on over pages. */
export interface Surface {
  /** Space inside, above and below, wherever it is cut by a page too. */
  padTop: number;
  padBottom: number;
  /**
   * @param first - whether it begins here, and did not on an earlier page
   * @param last - whether it ends here
   */
  draw(canvas: Canvas, top: number, bottom: number, first: boolean, last: boolean): void;
  /** Drawn again as artifacts at the top of each further page: the header rows of a table. */
  again?: () => readonly Box[];
}

export interface Open {
  kind: 'open';
  surface: Surface;
}

export interface Close {
  kind: 'close';
  surface: Surface;
}

/** The page ends here. */
export interface PageEnd {
  kind: 'page';
  /** What began before it: where that stands on an earlier page, and little of it on this one, the page goes on. */
  began?: Box | undefined;
}

/** Items that hang on page numbers: made anew each time the report is laid on pages. */
export interface Late {
  kind: 'late';
  make(): readonly Item[];
}

export type Item = Box | Space | Open | Close | PageEnd | Late;

/** Makes late items, so that none are left. */
export function settle(items: readonly Item[]): Item[] {
  const out: Item[] = [];
  for (const item of items) {
    if (item.kind === 'late') out.push(...settle(item.make()));
    else out.push(item);
  }
  return out;
}

/** Share of a page that may be left empty so that a short list, or a short paragraph, is not parted: they are read on over a page as well. */
export const holeForText = 0.13;

/** The same for a short table or the stages of a course, which are looked over as a whole. */
export const holeForTable = 0.2;

/** Collects what is to be laid on pages, from top to bottom. */
export class Flow {
  readonly items: Item[] = [];
  /** Named places waiting for the next box. */
  private waiting: string[] = [];
  private adorn: ((box: Box) => void)[] = [];

  box(height: number, draw: Box['draw'], more: Partial<Omit<Box, 'kind' | 'height' | 'draw'>> = {}): Box {
    const anchors = this.waiting.length > 0 || more.anchors ? [...this.waiting, ...(more.anchors ?? [])] : undefined;
    this.waiting = [];
    const box: Box = { kind: 'box', height, draw, keep: more.keep ?? false };
    if (more.notes && more.notes.length > 0) box.notes = more.notes;
    if (anchors && anchors.length > 0) box.anchors = anchors;
    if (more.least !== undefined) box.least = more.least;
    if (more.soft !== undefined && box.keep) box.soft = more.soft;
    for (const change of this.adorn.splice(0)) change(box);
    this.items.push(box);
    return box;
  }

  space(height: number, keep = false): void {
    if (height <= 0) return;
    const last = this.items.at(-1);
    // The padding at the top of a surface is space enough.
    if (last?.kind === 'open' || (last?.kind === 'space' && last.firm && this.items.at(-2)?.kind === 'open')) return;
    if (last?.kind === 'space' && !last.firm) {
      last.height = Math.max(last.height, height);
      last.keep ||= keep;
      return;
    }
    this.items.push({ kind: 'space', height, keep });
  }

  /** Space that is always there. */
  pad(height: number, keep = true): void {
    if (height > 0) this.items.push({ kind: 'space', height, keep, firm: true });
  }

  /** Changes the next box when it comes: the mark of a list item is drawn with the first line of its text. */
  withNextBox(change: (box: Box) => void): void {
    this.adorn.push(change);
  }

  anchor(name: string): void {
    this.waiting.push(name);
  }

  open(surface: Surface): void {
    this.items.push({ kind: 'open', surface });
    this.pad(surface.padTop);
  }

  close(surface: Surface): void {
    // The space after the last thing inside gives way to the padding.
    const last = this.items.at(-1);
    if (last?.kind === 'space' && !last.firm) this.items.pop();
    this.pad(surface.padBottom);
    this.items.push({ kind: 'close', surface });
  }

  /** @param began - see {@link PageEnd} */
  page(began?: Box): void {
    this.items.push({ kind: 'page', began });
  }

  /** What hangs on page numbers. Named places that wait begin at its first box. */
  late(make: () => Flow): void {
    const anchors = this.waiting;
    const adorn = this.adorn;
    this.waiting = [];
    this.adorn = [];
    this.items.push({
      kind: 'late',
      make: () => {
        const { items } = make();
        const first = items.find((item) => item.kind === 'box');
        if (first && anchors.length > 0) first.anchors = [...anchors, ...(first.anchors ?? [])];
        if (first) for (const change of adorn) change(first);
        return items;
      },
    });
  }

  /** Takes the items of another flow over. Named places that wait begin at its first box. */
  take(items: readonly Item[]): void {
    const first = items.find((item) => item.kind === 'box');
    if (first && this.waiting.length > 0) first.anchors = [...this.waiting.splice(0), ...(first.anchors ?? [])];
    for (const item of items) this.items.push(item);
  }

  /**
   * Lets no page part what was written since there were `from` items, if it is no higher than `limitPt`.
   *
   * @param soft - the share of the page that may not be left empty for it; absent where it is never parted
   */
  together(from: number, limitPt: number, soft?: number): void {
    const items = this.items.slice(from);
    // What hangs on page numbers has its height only later.
    if (items.some((item) => item.kind === 'late' || item.kind === 'page') || heightOf(items) > limitPt) return;
    const last = items.findLastIndex((item) => item.kind === 'box');
    items.forEach((item, index) => {
      if (item.kind !== 'box' || index >= last) return;
      if (soft === undefined) delete item.soft;
      else if (!item.keep) item.soft = soft;
      item.keep = true;
    });
  }
}

/** The height of items that are drawn in one piece. */
export function heightOf(items: readonly Item[]): number {
  let height = 0;
  let atTop = true;
  let loose = 0;
  for (const item of items) {
    if (item.kind === 'box') {
      height += loose + item.height;
      loose = 0;
      atTop = false;
    } else if (item.kind === 'space') {
      if (item.firm) {
        height += loose + item.height;
        loose = 0;
      } else if (!atTop) loose = Math.max(loose, item.height);
    }
  }
  return height;
}

/** Draws items in one piece; the same walk as {@link heightOf}. */
export function drawItems(canvas: Canvas, items: readonly Item[], top: number): void {
  const open: { surface: Surface; top: number }[] = [];
  let y = top;
  let atTop = true;
  let loose = 0;
  for (const item of items) {
    if (item.kind === 'box') {
      y += loose;
      loose = 0;
      item.draw(canvas, y);
      y += item.height;
      atTop = false;
    } else if (item.kind === 'space') {
      if (item.firm) {
        y += loose + item.height;
        loose = 0;
      } else if (!atTop) loose = Math.max(loose, item.height);
    } else if (item.kind === 'open') open.push({ surface: item.surface, top: y + loose });
    else if (item.kind === 'close') {
      const started = open.pop();
      if (started) started.surface.draw(canvas, started.top, y, true, true);
    }
  }
}

/** All notes and named places of items. */
export function marksOf(items: readonly Item[]): { notes: Note[]; anchors: string[] } {
  const notes: Note[] = [];
  const anchors: string[] = [];
  for (const item of items) {
    if (item.kind !== 'box') continue;
    if (item.notes) notes.push(...item.notes);
    if (item.anchors) anchors.push(...item.anchors);
  }
  return { notes, anchors };
}
