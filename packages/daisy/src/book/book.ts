import { is, type Clip, type Context, type Narration, type NarrationFile, type PreparedReport, type ReportNode } from '@everyread/core';
import { Builder, type BookImage } from './build.js';
import { el, textOf, walkElements, type Content, type Element } from './element.js';
import { loadImages } from './images.js';
import { isLooseLine, nameLooseLines } from './silent.js';
import { orphanNotes, placeNotes } from './place-notes.js';

/** The id of the clip of the title: see @everyread/audio. */
export const titleId = 'report-title';

/** What a synchronised piece of text is. */
export type PartKind = 'text' | 'page' | 'note';

/** One piece of text with its sound, if there is one. */
export interface Part {
  /** The XML id in the text. */
  id: string;
  kind: PartKind;
  /** The note that it belongs to. */
  noteId?: string;
  clip?: Clip;
}

/** One SMIL file: what one sound file holds. */
export interface Chapter {
  /** Name of the SMIL file. */
  path: string;
  /** Name of the sound file; absent in a book without sound. */
  audio?: NarrationFile;
  parts: Part[];
}

/** A place that navigation leads to. */
export interface Place {
  label: string;
  /** The part that begins it. */
  part: Part;
  chapter: Chapter;
}
export interface HeadingPlace extends Place {
  depth: number;
}
export interface PagePlace extends Place {
  page: 'front' | 'normal' | 'special';
}

/** A book before it is packaged: DAISY 2.02 and DAISY 3 share it. */
export interface Book {
  report: PreparedReport;
  narration: Narration | undefined;
  frontmatter: Element;
  bodymatter: Element;
  rearmatter: Element | undefined;
  chapters: Chapter[];
  title: Place | undefined;
  headings: HeadingPlace[];
  pages: PagePlace[];
  notes: Place[];
  images: BookImage[];
  /** Identifies the book: the report's own identifier or one made from its name and date. */
  uid: string;
  /** ISO date. */
  date: string;
  totalMs: number;
}

/** Lays a report out as a book. */
export async function makeBook(report: PreparedReport, context: Context, withImages: boolean): Promise<Book> {
  const narration = context.narration;
  const images = withImages ? await loadImages(report, context.assets) : new Map<string, BookImage>();
  const builder = new Builder(report, context.edition, images);
  const laidOut = layOut(report, builder);
  const settle = (part: Element): Element => (narration === undefined ? nameLooseLines(part, builder) : part);
  const frontmatter = settle(laidOut.frontmatter);
  const bodymatter = settle(laidOut.bodymatter);
  const rearmatter = laidOut.rearmatter && settle(laidOut.rearmatter);
  const whole = el('book', {}, frontmatter, bodymatter, rearmatter);
  const places = findPlaces(whole, builder, narration === undefined);
  const chapters = narration === undefined ? silentChapters(places) : soundChapters(narration, places, builder);
  const at = new Map<string, { part: Part; chapter: Chapter }>();
  for (const chapter of chapters) for (const part of chapter.parts) at.set(part.id, { part, chapter });
  const title = at.get(builder.id(titleId));
  const name = words(report.meta.title) || '–';
  return {
    report,
    narration,
    frontmatter,
    bodymatter,
    rearmatter,
    chapters,
    title: title && { label: name, ...title },
    headings: reachAll(headingPlaces(whole, at, name), chapters, title?.chapter, (id) => textOfId(whole, id) || name),
    pages: places.pages.flatMap(({ id, label, page }) => (at.has(id) ? [{ label, page, ...at.get(id)! }] : [])),
    notes: places.notes.flatMap(({ label, first }) => (first !== undefined && at.has(first) ? [{ label, ...at.get(first)! }] : [])),
    images: [...images.values()],
    uid: report.meta.identifier ?? `everyread-${context.slug.replace(/[^A-Za-z0-9_-]+/g, '-')}-${context.now.toISOString().slice(0, 10)}`,
    date: (report.meta.date ?? context.now.toISOString().slice(0, 10)).slice(0, 10),
    totalMs: chapters.reduce((sum, chapter) => sum + lengthOf(chapter), 0),
  };
}

/** Milliseconds of sound in a chapter: the sum of its clips. */
export function lengthOf(chapter: Chapter): number {
  return chapter.parts.reduce((sum, part) => sum + (part.clip === undefined ? 0 : part.clip.endMs - part.clip.beginMs), 0);
}

interface LaidOut {
  frontmatter: Element;
  bodymatter: Element;
  rearmatter: Element | undefined;
}

function layOut(report: PreparedReport, builder: Builder): LaidOut {
  const { title, subtitle, author, publisher } = report.meta;
  const by = publisher ?? author;
  const frontmatter = el(
    'frontmatter',
    {},
    el('doctitle', { id: builder.id(titleId) }, subtitle ? `${title}: ${subtitle}` : title),
    by !== undefined && el('docauthor', {}, by),
    report.contact && el('level1', { class: 'contact' }, builder.all([report.contact])),
  );
  const levels: Content[] = [];
  let loose: ReportNode[] = [];
  const flush = (): void => {
    const content = [...builder.all(loose), ...(loose.length > 0 ? placeNotes(builder) : [])];
    if (content.length > 0) levels.push(el('level1', {}, content));
    loose = [];
  };
  for (const node of report.root.children as ReportNode[]) {
    if (is(node, 'section')) {
      flush();
      levels.push(...builder.all([node]));
    } else loose.push(node);
  }
  flush();
  const rest = orphanNotes(builder);
  return {
    frontmatter,
    bodymatter: el('bodymatter', {}, levels.length > 0 ? levels : el('level1', {}, el('p', {}))),
    rearmatter: rest.length > 0 ? el('rearmatter', {}, el('level1', {}, rest)) : undefined,
  };
}

interface Places {
  /** Ids in the order of the text; of a block, unless what is in it is spoken piece by piece. */
  order: string[];
  kinds: Map<string, { kind: PartKind; noteId?: string }>;
  pages: { id: string; label: string; page: PagePlace['page'] }[];
  notes: { label: string; first: string | undefined }[];
}

/** Elements that are spoken, besides sentences. */
const spoken = new Set(['sent', 'doctitle', 'pagenum', 'img', 'p', 'li', 'div']);

function findPlaces(book: Element, builder: Builder, silent: boolean): Places {
  const places: Places = { order: [], kinds: new Map(), pages: [], notes: [] };
  walkElements(book, (element, parents) => {
    const { id } = element.attributes;
    if (element.name === 'note') {
      let first: string | undefined;
      walkElements(element, (inner) => {
        if (inner.name === 'sent') first ??= inner.attributes['id'];
      });
      const number = builder.report.notes.find((note) => builder.id(note.id) === id)?.number;
      places.notes.push({ label: builder.report.words.note.replace('{n}', String(number ?? '')), first });
    }
    const loose = silent && isLooseLine(element);
    if (id === undefined || !(spoken.has(element.name) || loose)) return;
    const note = parents.find((parent) => parent.name === 'note')?.attributes['id'];
    // A line is shown as a whole; only the print page that begins in it is a place of its own.
    const inLine =
      silent && element.name !== 'pagenum' && parents.some((parent) => isLooseLine(parent) && parent.attributes['id'] !== undefined);
    // A sentence has words of its own beside the print page that begins in it.
    if (!inLine && (loose || element.name === 'sent' || !holdsSpoken(element))) places.order.push(id);
    places.kinds.set(id, note !== undefined ? { kind: 'note', noteId: note } : { kind: element.name === 'pagenum' ? 'page' : 'text' });
    if (element.name === 'pagenum')
      places.pages.push({ id, label: words(textOf(element)) || '–', page: element.attributes['page'] as PagePlace['page'] });
  });
  return places;
}

function holdsSpoken(element: Element): boolean {
  return element.children.some(
    (child) => typeof child !== 'string' && ((child.attributes['id'] !== undefined && spoken.has(child.name)) || holdsSpoken(child)),
  );
}

function soundChapters(narration: Narration, places: Places, builder: Builder): Chapter[] {
  return narration.files.map((file, index): Chapter => {
    const parts: Part[] = [];
    for (const clip of narration.clips) {
      if (clip.file !== index) continue;
      const id = builder.id(clip.id);
      const place = places.kinds.get(id);
      const last = parts.at(-1);
      if (place !== undefined) parts.push({ id, ...place, clip });
      // Sound whose text is not in the book belongs to the part before it: nothing is lost.
      else if (last?.clip !== undefined) last.clip = { ...last.clip, endMs: clip.endMs };
    }
    return { path: `${smilName(index)}.smil`, audio: file, parts };
  });
}

function silentChapters(places: Places): Chapter[] {
  const parts = places.order.filter((id) => places.kinds.get(id) !== undefined).map((id): Part => ({ id, ...places.kinds.get(id)! }));
  return [{ path: `${smilName(0)}.smil`, parts }];
}

const smilName = (index: number): string => `s${String(index + 1).padStart(4, '0')}`;

/** The headings in order; one without words has the title's, for a player shows and says something. */
function headingPlaces(book: Element, at: ReadonlyMap<string, { part: Part; chapter: Chapter }>, title: string): HeadingPlace[] {
  const found: HeadingPlace[] = [];
  walkElements(book, (element) => {
    const depth = /^h([1-6])$/.exec(element.name)?.[1];
    if (depth === undefined) return;
    let first: { part: Part; chapter: Chapter } | undefined;
    walkElements(element, (inner) => {
      if (inner.name === 'sent') first ??= at.get(inner.attributes['id'] ?? '');
    });
    // A heading that is out of place, or below one without words, is listed without a gap (DAISY 2.02, 2.1.2).
    const below = (found.at(-1)?.depth ?? 0) + 1;
    if (first !== undefined) found.push({ label: labelOf(element) || title, depth: Math.min(Number(depth), below), ...first });
  });
  return found;
}

/**
 * Adds a place for each chapter that no heading leads to, such as a passage between two sections: a player moves by the
 * navigation, and what is not in it would not be played (DAISY 2.02, 2.1.2).
 */
function reachAll(
  headings: readonly HeadingPlace[],
  chapters: readonly Chapter[],
  opening: Chapter | undefined,
  label: (id: string) => string,
): HeadingPlace[] {
  const reached = new Set([opening, ...headings.map((heading) => heading.chapter)]);
  const all = [...headings];
  for (const [index, chapter] of chapters.entries()) {
    const part = chapter.parts[0];
    if (reached.has(chapter) || part === undefined) continue;
    const next = all.findIndex((heading) => chapters.indexOf(heading.chapter) > index);
    all.splice(next < 0 ? all.length : next, 0, { label: label(part.id), depth: 1, part, chapter });
  }
  return all;
}

/** Text on one line; nothing, where it holds only signs that nobody sees, most of which XML has not. */
function words(text: string): string {
  const line = text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
  return line.replace(/[\p{C}\s]/gu, '') === '' ? '' : line;
}

/** The first words of an element. */
function textOfId(book: Element, id: string): string {
  let text = '';
  walkElements(book, (element) => {
    if (element.attributes['id'] === id) text ||= words(textOf(element));
  });
  return text.length > 60 ? `${text.slice(0, 60).replace(/\s\S*$/, '')} …` : text;
}

function labelOf(heading: Element): string {
  const without = (content: Content): string =>
    typeof content === 'string'
      ? content
      : content.name === 'noteref' || content.name === 'pagenum'
        ? ''
        : content.children.map(without).join('');
  return words(without(heading));
}
