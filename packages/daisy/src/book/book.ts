import { is, type Clip, type Context, type Narration, type PreparedReport, type ReportNode } from '@everyread/core';
import { Builder, type BookImage } from './build.js';
import { el, textOf, walkElements, type Content, type Element } from './element.js';
import { loadImages } from './images.js';
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
  audio?: { path: string; durationMs: number; body: () => AsyncIterable<Uint8Array> };
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
  const { frontmatter, bodymatter, rearmatter } = layOut(report, builder);
  const whole = el('book', {}, frontmatter, bodymatter, rearmatter);
  const places = findPlaces(whole, builder);
  const chapters = narration === undefined ? silentChapters(places) : soundChapters(narration, places, builder);
  const at = new Map<string, { part: Part; chapter: Chapter }>();
  for (const chapter of chapters) for (const part of chapter.parts) at.set(part.id, { part, chapter });
  const title = at.get(builder.id(titleId));
  return {
    report,
    narration,
    frontmatter,
    bodymatter,
    rearmatter,
    chapters,
    title: title && { label: report.meta.title, ...title },
    headings: headingPlaces(whole, at),
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
  /** Ids in the order of the text. */
  order: string[];
  kinds: Map<string, { kind: PartKind; noteId?: string }>;
  pages: { id: string; label: string; page: PagePlace['page'] }[];
  notes: { label: string; first: string | undefined }[];
}

/** Elements that are spoken, besides sentences. */
const spoken = new Set(['sent', 'doctitle', 'pagenum', 'img', 'p', 'li', 'div']);

function findPlaces(book: Element, builder: Builder): Places {
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
    if (id === undefined || !spoken.has(element.name)) return;
    const note = parents.find((parent) => parent.name === 'note')?.attributes['id'];
    places.order.push(id);
    places.kinds.set(id, note !== undefined ? { kind: 'note', noteId: note } : { kind: element.name === 'pagenum' ? 'page' : 'text' });
    if (element.name === 'pagenum')
      places.pages.push({ id, label: textOf(element), page: element.attributes['page'] as PagePlace['page'] });
  });
  return places;
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
    return { path: `${smilName(index)}.smil`, audio: { path: file.path, durationMs: file.durationMs, body: file.body }, parts };
  });
}

function silentChapters(places: Places): Chapter[] {
  const parts = places.order.filter((id) => places.kinds.get(id) !== undefined).map((id): Part => ({ id, ...places.kinds.get(id)! }));
  return [{ path: `${smilName(0)}.smil`, parts }];
}

const smilName = (index: number): string => `s${String(index + 1).padStart(4, '0')}`;

function headingPlaces(book: Element, at: ReadonlyMap<string, { part: Part; chapter: Chapter }>): HeadingPlace[] {
  const found: HeadingPlace[] = [];
  walkElements(book, (element) => {
    const depth = /^h([1-6])$/.exec(element.name)?.[1];
    if (depth === undefined) return;
    let first: { part: Part; chapter: Chapter } | undefined;
    walkElements(element, (inner) => {
      if (inner.name === 'sent') first ??= at.get(inner.attributes['id'] ?? '');
    });
    if (first !== undefined) found.push({ label: labelOf(element), depth: Number(depth), ...first });
  });
  return found;
}

function labelOf(heading: Element): string {
  const without = (content: Content): string =>
    typeof content === 'string'
      ? content
      : content.name === 'noteref' || content.name === 'pagenum'
        ? ''
        : content.children.map(without).join('');
  return without(heading).replace(/\s+/g, ' ').trim();
}
