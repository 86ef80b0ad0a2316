import type { Collector } from '../../outline/collector.js';
import { Collector as NewCollector } from '../../outline/collector.js';
import { fold } from '../../outline/fold.js';
import type { PageContent } from './content.js';
import type { Destinations, Target } from './destinations.js';
import { keyOf, type PdfFile } from './file.js';
import { isArray, isDictionary, Reference, type Dictionary, type Value } from './syntax.js';
import { readPdfTable } from './table.js';

/** What the walk needs of the file. */
export interface PdfWorld {
  readonly file: PdfFile;
  readonly destinations: Destinations;
  /** What a page, by the number of its object, draws. */
  content(page: number): PageContent | undefined;
  /** Roles of the file's own → roles of the standard. */
  role(name: string): string;
  /** Sequences that were met, as `page:mcid`. */
  readonly met: Set<string>;
  /** Names and objects of the notes. */
  readonly notes: ReadonlySet<string | number>;
}

/** Elements whose beginning and end break a line of words (ISO 32000-1, 14.8.4). */
const blocks = new Set(
  'Document DocumentFragment Part Art Sect Div Aside BlockQuote Caption Index P L LI LBody Table TR TH TD THead TBody TFoot Title Sub'.split(
    ' ',
  ),
);

/** A place in the walk. */
export interface Place {
  readonly page: number | undefined;
  readonly lang: string | undefined;
  readonly depth: number;
}

const maxDepth = 250;

/** Walks through the structure tree in reading order. */
export class PdfWalk {
  constructor(
    readonly world: PdfWorld,
    readonly collector: Collector,
  ) {}

  visit(element: Dictionary, outer: Place): void {
    const { file } = this.world;
    const type = this.typeOf(element);
    const place = this.placeOf(element, outer);
    const picture = file.text(element.get('Alt'));
    const actual = file.text(element.get('ActualText'));
    if (type === 'Note' || type === 'FENote') return this.note(element, place);
    if (type === 'TOC') return this.contents(element, place);
    if (type === 'Figure' || type === 'Formula') return this.picture(element, picture ?? actual, place);
    const level = type === 'H' ? 1 : /^H([1-9])$/.exec(type)?.[1];
    const breaks = level !== undefined || blocks.has(type);
    if (breaks) this.collector.endText();
    if (type === 'Table') readPdfTable(element, this, place);
    if (type === 'Link') this.link(element, place);
    else if (actual !== undefined) {
      this.cover(element, place, () => false);
      this.collector.words(actual, place.lang);
    } else this.inside(element, place);
    // The title of the report is the first heading; those of its sections follow.
    if (level !== undefined) this.collector.endHeading(Number(level) - 1);
    else if (type === 'Title') this.collector.endHeading(0);
    else if (breaks) this.collector.endText();
  }

  /** What an element is, by the standard's names. */
  typeOf(element: Dictionary): string {
    const name = this.world.file.name(element.get('S')) ?? '';
    // A seventh level is one, whatever readers that do not know it may take it for (ISO 14289-1 7.4.3).
    return /^H[7-9]$/.test(name) ? name : this.world.role(name);
  }

  placeOf(element: Dictionary, outer: Place): Place {
    const page = element.get('Pg');
    return {
      page: page instanceof Reference ? page.id : outer.page,
      lang: this.world.file.text(element.get('Lang')) ?? outer.lang,
      depth: outer.depth + 1,
    };
  }

  /** The children of an element that are elements. */
  children(element: Dictionary): Dictionary[] {
    return this.kids(element).flatMap((kid) => {
      const found = this.world.file.resolve(kid);
      return isDictionary(found) && found.has('S') ? [found] : [];
    });
  }

  kids(element: Dictionary): readonly Value[] {
    const kids = this.world.file.resolve(element.get('K'));
    return isArray(kids) ? kids : kids === undefined || kids === null ? [] : [element.get('K')!];
  }

  inside(element: Dictionary, place: Place): void {
    if (place.depth > maxDepth) {
      this.collector.fault('read-back-structure', `Elements are nested more than ${maxDepth} deep`);
      return;
    }
    for (const kid of this.kids(element)) {
      const found = this.world.file.resolve(kid);
      if (typeof found === 'number') this.sequence(place.page, found, place);
      else if (!isDictionary(found)) continue;
      else if (found.has('S')) this.visit(found, place);
      else if (found.has('MCID')) {
        const page = found.get('Pg');
        this.sequence(page instanceof Reference ? page.id : place.page, this.world.file.number(found.get('MCID')) ?? -1, place);
      }
    }
  }

  private sequence(page: number | undefined, mcid: number, place: Place): void {
    const words = page === undefined ? undefined : this.world.content(page)?.words.get(mcid);
    if (!words) {
      this.collector.fault('read-back-structure', `The tree names a piece of a page that is not there (${mcid})`);
      return;
    }
    const key = `${page}:${mcid}`;
    if (this.world.met.has(key)) this.collector.fault('read-back-structure', 'The tree names a piece of a page twice');
    this.world.met.add(key);
    for (const each of words) this.collector.words(each.text, each.lang ?? place.lang);
  }

  private picture(element: Dictionary, alternative: string | undefined, place: Place): void {
    this.collector.add({ kind: 'alternative', text: fold(alternative ?? '') });
    this.cover(element, place, (type) => type === 'Caption');
  }

  /** Visits what other words stand for: its sequences are met, its own words are not said, but for elements that are shown. */
  private cover(element: Dictionary, place: Place, shown: (type: string) => boolean): void {
    const hidden = new PdfWalk(this.world, new NewCollector(this.collector.baseLang));
    for (const kid of this.kids(element)) {
      const found = this.world.file.resolve(kid);
      if (isDictionary(found) && found.has('S') && shown(this.typeOf(found))) this.visit(found, place);
      else hidden.inside(new Map([['K', kid]]), place);
    }
  }

  /** Contents: their words are headings said again, so only their links are looked at. */
  private contents(element: Dictionary, place: Place): void {
    this.collector.endText();
    const inner = new PdfWalk(this.world, new NewCollector(this.collector.baseLang));
    inner.inside(element, place);
    this.collector.faults.push(...inner.collector.faults);
  }

  private link(element: Dictionary, place: Place): void {
    const { collector } = this;
    const targets = this.targets(element);
    const [target] = targets;
    if (
      target !== undefined &&
      [...(target.names ?? []), target.element].some((each) => each !== undefined && this.world.notes.has(each))
    ) {
      const mark = new PdfWalk(this.world, new NewCollector(collector.baseLang));
      mark.inside(element, place);
      collector.add({ kind: 'noteMark', number: /\d+/.exec(mark.collector.line)?.[0] ?? '' });
      return;
    }
    const before = collector.line.length;
    const pictures = collector.items.length;
    this.inside(element, place);
    const text = fold(collector.line.slice(before));
    if (targets.length === 0) collector.fault('read-back-link', `The link “${text}” leads nowhere`);
    if (text === '' && collector.items.length === pictures) collector.fault('read-back-link', 'A link has no words');
    for (const each of targets) {
      if (!each.arrives) collector.fault('read-back-link', `The link “${text}” leads to a place that is not in the file`);
    }
    if (target?.href !== undefined) collector.add({ kind: 'link', text, href: target.href });
  }

  /** Where the annotations of a link lead: one for each line that it stands on. */
  private targets(element: Dictionary): Target[] {
    const { file, destinations } = this.world;
    return this.kids(element).flatMap((kid) => {
      const found = file.dictionary(kid);
      const annotation = found?.has('Obj') ? file.dictionary(found.get('Obj')) : undefined;
      return (annotation && destinations.of(annotation)) ?? [];
    });
  }

  private note(element: Dictionary, place: Place): void {
    const { collector, world } = this;
    collector.endText();
    const inner = new PdfWalk(world, new NewCollector(collector.baseLang));
    const [label] = this.children(element).filter((child) => this.typeOf(child) === 'Lbl');
    let number = '';
    for (const kid of this.kids(element)) {
      const found = world.file.resolve(kid);
      if (label !== undefined && found === label) {
        const mark = new PdfWalk(world, new NewCollector(collector.baseLang));
        mark.visit(label, place);
        number = /\d+/.exec(mark.collector.line)?.[0] ?? '';
        collector.faults.push(...mark.collector.faults);
      } else inner.inside(new Map([['K', kid]]), place);
    }
    inner.collector.endText();
    const text = inner.collector.items.flatMap((item) => (item.kind === 'text' || item.kind === 'heading' ? [item.text] : [])).join(' ');
    collector.add({ kind: 'note', number, text: fold(text) });
    for (const item of inner.collector.items) if (item.kind !== 'text' && item.kind !== 'heading') collector.add(item);
    collector.faults.push(...inner.collector.faults);
  }
}

/** Names and objects of the notes in a tree: what a mark leads to. */
export function notesIn(top: Value | undefined, file: PdfFile, role: (name: string) => string): Set<string | number> {
  const notes = new Set<string | number>();
  const seen = new Set<Dictionary>();
  const visit = (value: Value | undefined, depth: number): void => {
    const element = file.resolve(value);
    if (isArray(element)) {
      for (const each of element) visit(each, depth + 1);
      return;
    }
    if (!isDictionary(element) || seen.has(element) || depth > maxDepth * 2) return;
    seen.add(element);
    if (/^(?:FE)?Note$/.test(role(file.name(element.get('S')) ?? ''))) {
      const name = keyOf(file.resolve(element.get('ID')));
      if (name !== undefined) notes.add(name);
      if (value instanceof Reference) notes.add(value.id);
    }
    if (element.has('K')) visit(element.get('K'), depth + 1);
  };
  visit(top, 0);
  return notes;
}
