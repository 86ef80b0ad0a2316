import type { Note } from '@everyread/core';
import { heightOf, type Box, type Item, type PageEnd, type Surface } from './flow.js';

/** A box on its page. */
export interface Placed {
  box: Box;
  y: number;
}

/** A stretch of a surface on one page. */
export interface PlacedSurface {
  surface: Surface;
  top: number;
  bottom: number;
  first: boolean;
  last: boolean;
}

/** One page: what stands where. */
export interface PageLayout {
  boxes: Placed[];
  surfaces: PlacedSurface[];
  /** Header rows again and the like. */
  repeated: Placed[];
  /** Lines of notes, from the top of the notes' part. */
  notes: Box[];
  notesHeight: number;
}

/** Room of a page and how to make the lines of a note. */
export interface PageSettings {
  top: number;
  bottom: number;
  /** Between the text and the notes, the line included. */
  noteGap: number;
  /** The lines of a note at the foot of a page; empty where notes stand elsewhere. */
  note(note: Note): readonly Box[];
}

/** What a unit consists of: what stands before its box, the box, what closes after it. */
interface Unit {
  before: Item[];
  box: Box;
  after: Item[];
}

/**
 * Lays items on pages. A page ends between two boxes unless the first one keeps its next; surfaces go on over
 * the break; notes stand at the foot of the page of their mark, and go on at the foot of the next where they must.
 */
export function paginate(items: readonly Item[], settings: PageSettings): PageLayout[] {
  return new Paginator(settings).run(items);
}

/** Share of a page that is too much to leave empty where less space, or a smaller picture, would fill it. */
const hole = 0.2;

/** Share of a space that stays where it may be less to spare a hole. */
const least = 0.5;

/** The units with one picture smaller by what is missing, where one may be. */
function withSmallerBox(units: readonly Unit[], lack: number): readonly Unit[] | undefined {
  const flexible = units.find(({ box }) => box.least !== undefined && box.height - box.least >= lack);
  if (flexible === undefined) return undefined;
  const { box } = flexible;
  const height = box.height - lack;
  const smaller: Box = { ...box, height, draw: (canvas, y) => box.draw(canvas, y, height) };
  return units.map((unit) => (unit === flexible ? { ...unit, box: smaller } : unit));
}

/** The units with less space between them; padding stays. */
const closer = (units: readonly Unit[], share: number): readonly Unit[] =>
  units.map((unit) => ({
    ...unit,
    before: unit.before.map((item) => (item.kind === 'space' && !item.firm ? { ...item, height: item.height * share } : item)),
  }));

class Paginator {
  private readonly pages: PageLayout[] = [];
  private page: PageLayout;
  private y: number;
  private loose = 0;
  private fresh = true;
  private readonly open: { surface: Surface; top: number; first: boolean }[] = [];
  private carried: Box[] = [];
  /** Notes that stand on a page: a second mark leads to the same note. */
  private readonly placed = new Set<Note>();

  constructor(private readonly settings: PageSettings) {
    this.page = this.begin();
    this.y = settings.top;
  }

  private begin(): PageLayout {
    const page: PageLayout = { boxes: [], surfaces: [], repeated: [], notes: [], notesHeight: 0 };
    this.pages.push(page);
    return page;
  }

  run(items: readonly Item[]): PageLayout[] {
    let group: Unit[] = [];
    let before: Item[] = [];
    for (const item of items) {
      if (item.kind === 'box') {
        group.push({ before, box: item, after: [] });
        before = [];
      } else if (item.kind === 'page') {
        this.place(group, before);
        group = [];
        before = [];
        if (!this.fresh && !this.goesOn(item)) this.turn();
      } else {
        const last = group.at(-1);
        // What closes a surface stays with the last thing in it.
        if (last && (item.kind === 'close' || (item.kind === 'space' && item.firm)) && before.length === 0) last.after.push(item);
        else {
          if (last && !last.box.keep) {
            this.place(group, []);
            group = [];
          }
          before.push(item);
        }
      }
    }
    this.place(group, before);
    while (this.carried.length > 0) this.turn();
    if (this.pages.length > 1 && this.pages.at(-1)!.boxes.length === 0 && this.pages.at(-1)!.notes.length === 0) this.pages.pop();
    return this.pages;
  }

  /** Whether a page is too empty to end with the last lines of what began on an earlier one. */
  private goesOn({ began }: PageEnd): boolean {
    const { top, bottom } = this.settings;
    return began !== undefined && this.y < (top + bottom) / 2 && !this.page.boxes.some(({ box }) => box === began);
  }

  /** Places units that follow one another; those that keep their next are tried together. */
  private place(units: readonly Unit[], rest: readonly Item[]): void {
    let from = 0;
    while (from < units.length) {
      let to = from;
      while (to < units.length - 1 && units[to]!.box.keep) to += 1;
      this.placeGroup(units.slice(from, to + 1));
      from = to + 1;
    }
    for (const item of rest) this.other(item);
  }

  private placeGroup(units: readonly Unit[]): void {
    for (const onNext of this.fresh ? [false] : [false, true]) {
      if (onNext) {
        const parted = this.partSoftly(units) || this.partHere(units);
        if (parted > 0) {
          this.placeGroup(units.slice(0, parted));
          this.placeGroup(units.slice(parted));
          return;
        }
        this.turn();
      }
      const fitting = this.fitted(units);
      if (fitting === undefined) continue;
      for (const unit of fitting) this.placeUnit(unit);
      return;
    }
    // More than a page: as much as fits stays together.
    for (let count = units.length - 1; count > 0; count -= 1) {
      const fitting = this.fitted(units.slice(0, count));
      if (fitting === undefined && count > 1) continue;
      for (const unit of fitting ?? units.slice(0, 1)) this.placeUnit(unit);
      this.placeGroup(units.slice(count));
      return;
    }
    for (const unit of units) this.placeUnit(unit);
  }

  /** How many units stay on this page that would be left with a hole otherwise, where they may be parted; 0 where nothing is gained. */
  private partSoftly(units: readonly Unit[]): number {
    const { top, bottom } = this.settings;
    const empty = this.room() / (bottom - top);
    for (let count = units.length - 1; count > 0; count -= 1) {
      const { soft } = units[count - 1]!.box;
      if (soft !== undefined && empty >= soft && this.fitted(units.slice(0, count)) !== undefined) return count;
    }
    return 0;
  }

  /** How many units stay on this page of those that have no room on a new one either, where it would hold no more of them; or 0. */
  private partHere(units: readonly Unit[]): number {
    const most = (emptyPage: boolean): number =>
      units.findLastIndex((_, index) => this.fitted(units.slice(0, index + 1), emptyPage) !== undefined) + 1;
    const onNew = most(true);
    return onNew < units.length && onNew > 0 && most(false) >= onNew ? onNew : 0;
  }

  /** The units as they fit on the page, a picture made smaller or the space between them less where that helps; nothing where they do not. */
  private fitted(units: readonly Unit[], emptyPage = false): readonly Unit[] | undefined {
    const lack = this.lack(units, emptyPage);
    if (lack <= 0.01) return units;
    const smaller = withSmallerBox(units, lack);
    if (smaller !== undefined || emptyPage || this.fresh || this.room() < (this.settings.bottom - this.settings.top) * hole) return smaller;
    const close = closer(units, least);
    const stillLacks = this.lack(close);
    if (stillLacks > 0.01) return withSmallerBox(close, stillLacks);
    return closer(units, 1 - (1 - least) * (lack / (lack - stillLacks)));
  }

  /** What is left of the page for text. */
  private room(): number {
    return this.settings.bottom - this.page.notesHeight - this.y;
  }

  /** How much room is missing for the units on this page, or on a new one. */
  private lack(units: readonly Unit[], emptyPage = false): number {
    let y = emptyPage ? this.settings.top : this.y;
    let loose = emptyPage ? 0 : this.loose;
    let fresh = emptyPage || this.fresh;
    let notes = 0;
    let padding = 0;
    for (const { surface } of this.open) padding += surface.padBottom;
    const step = (item: Item): void => {
      if (item.kind === 'space') {
        if (item.firm) {
          y += loose + item.height;
          loose = 0;
        } else if (!fresh) loose = Math.max(loose, item.height);
      } else if (item.kind === 'open') padding += item.surface.padBottom;
      else if (item.kind === 'close') padding -= item.surface.padBottom;
    };
    for (const unit of units) {
      for (const item of unit.before) step(item);
      y += loose + unit.box.height;
      loose = 0;
      fresh = false;
      for (const note of unit.box.notes ?? []) notes += this.leastOf(note);
      for (const item of unit.after) step(item);
    }
    const notesHeight = emptyPage ? 0 : this.page.notesHeight;
    if (notes > 0 && notesHeight === 0) notes += this.settings.noteGap;
    return y + padding + notes - (this.settings.bottom - notesHeight);
  }

  /** The part of a note that has to stand on the page of its mark. */
  private leastOf(note: Note): number {
    if (this.placed.has(note)) return 0;
    const lines = this.settings.note(note);
    return heightOf(lines.length > 6 ? lines.slice(0, 3) : lines);
  }

  private placeUnit(unit: Unit): void {
    for (const item of unit.before) this.other(item);
    this.y += this.loose;
    this.loose = 0;
    this.page.boxes.push({ box: unit.box, y: this.y });
    this.y += unit.box.height;
    this.fresh = false;
    for (const item of unit.after) this.other(item);
    for (const note of unit.box.notes ?? []) {
      if (this.placed.has(note)) continue;
      this.placed.add(note);
      this.addNotes(this.settings.note(note));
    }
  }

  private addNotes(lines: readonly Box[]): void {
    for (const line of lines) {
      const gap = this.page.notes.length === 0 ? this.settings.noteGap : 0;
      if (this.carried.length > 0 || (this.room() < gap + line.height - 0.01 && !(this.fresh && this.page.notes.length === 0))) {
        this.carried.push(line);
        continue;
      }
      this.page.notes.push(line);
      this.page.notesHeight += gap + line.height;
    }
  }

  private other(item: Item): void {
    switch (item.kind) {
      case 'space':
        if (item.firm) {
          this.y += this.loose + item.height;
          this.loose = 0;
        } else if (!this.fresh) this.loose = Math.max(this.loose, item.height);
        break;
      case 'open':
        this.open.push({ surface: item.surface, top: this.y + this.loose, first: true });
        break;
      case 'close': {
        const started = this.open.pop();
        if (started)
          this.page.surfaces.push({ surface: started.surface, top: started.top, bottom: this.y, first: started.first, last: true });
        break;
      }
      default:
    }
  }

  /** Ends the page: open surfaces are cut and go on at the top of the next. */
  private turn(): void {
    let inner = 0;
    for (let at = this.open.length - 1; at >= 0; at -= 1) {
      const { surface, top, first } = this.open[at]!;
      inner += surface.padBottom;
      this.page.surfaces.push({ surface, top, bottom: this.y + inner, first, last: false });
    }
    this.page = this.begin();
    this.y = this.settings.top;
    this.loose = 0;
    this.fresh = true;
    for (const started of this.open) {
      started.top = this.y;
      started.first = false;
      for (const box of started.surface.again?.() ?? []) {
        this.page.repeated.push({ box, y: this.y });
        this.y += box.height;
      }
      this.y += started.surface.padTop;
    }
    const waiting = this.carried;
    this.carried = [];
    this.addNotes(waiting);
  }
}
