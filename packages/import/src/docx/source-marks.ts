import type { Meta, NodeType } from '@everyread/core';
import { readKeptMeta } from '../kept-meta.js';
import { elements, textOf, type XmlElement } from '../xml.js';
import type { WordPackage } from './package.js';

/** What a Word file that Everyread made keeps of a node: see `SourceMarks` of `@everyread/docx`. */
export interface SourceMark {
  type: NodeType | 'meta';
  fields: Readonly<Record<string, string>>;
}

const inLine = new Set<SourceMark['type']>([
  'abbreviation',
  'pronunciation',
  'span',
  'link',
  'crossReference',
  'strong',
  'emphasis',
  'delete',
  'tableCell',
  'footnoteReference',
]);

/** What a file of our own keeps. */
export interface Source {
  /** The numbers of bookmarks that end: a mark without an end is none. */
  ends: ReadonlySet<string>;
  /** Whether there is anything: whether Everyread made the file. */
  own: boolean;
  /** Marks by the names of their bookmarks. */
  marks: ReadonlyMap<string, SourceMark>;
  /** The front matter as it was; what the file prints of it may have been edited. */
  meta: Partial<Meta> | undefined;
  /** Place of a note's mark → identifier of the note. */
  notes: ReadonlyMap<string, string>;
  /** Name of a picture → the file that it came from. */
  pictures: ReadonlyMap<string, string>;
  /** The name that a place has in the report, by its bookmark. */
  placeOf(bookmark: string): string;
  /** Whether a name came from a bookmark of ours, and not from one that Word or an editor put there. */
  isPlace(name: string): boolean;
}

/** Whether a mark is one of a line, not of blocks. */
export function isLineMark(mark: SourceMark): boolean {
  return inLine.has(mark.type);
}

/** The numbers of all bookmarks that end in the text or in its notes. */
function collectEnds(opened: WordPackage, ends: Set<string>): void {
  const look = (element: XmlElement): void => {
    for (const each of elements(element)) {
      if (each.name === 'w:bookmarkEnd') ends.add(each.attributes['w:id'] ?? '');
      look(each);
    }
  };
  look(opened.document);
  for (const type of ['footnotes', 'endnotes']) {
    const path = opened.related(type);
    const part = path === undefined ? undefined : opened.part(path);
    if (part) look(part);
  }
}

/** Reads what the file keeps. */
export function readSource(opened: WordPackage): Source {
  const marks = new Map<string, SourceMark>();
  const places = new Map<string, string>();
  const notes = new Map<string, string>();
  const pictures = new Map<string, string>();
  let own = false;
  let meta: Partial<Meta> | undefined;
  for (const { type, target, external } of opened.relationships(opened.documentPath).values()) {
    if (external || !type.endsWith('/customXml')) continue;
    const part = opened.part(target);
    if (part?.name !== 'everyread:source') continue;
    own = true;
    for (const element of elements(part)) {
      const { name = '', type: node, note, place, path, ...fields } = element.attributes;
      if (element.name === 'everyread:meta') meta = readKeptMeta(textOf(element));
      if (element.name === 'everyread:note' && note) notes.set(name.slice(2).replaceAll('_', '-'), note);
      if (element.name === 'everyread:place' && place) places.set(name, place);
      if (element.name === 'everyread:picture' && path) pictures.set(name, path);
      if (element.name === 'everyread:mark' && node)
        marks.set(name, { type: node as NodeType, fields: { ...fields, ...(place ? { place } : {}), ...(note ? { note } : {}) } });
    }
  }
  const seen = new Set<string>();
  const placeOf = (bookmark: string): string => {
    if (!own || !bookmark.startsWith('p_')) return bookmark;
    const name = places.get(bookmark) ?? bookmark.slice(2).replaceAll('_', '-');
    seen.add(name);
    return name;
  };
  const ends = new Set<string>();
  if (own) collectEnds(opened, ends);
  return { own, ends, marks, meta, notes, pictures, placeOf, isPlace: (name) => seen.has(name) };
}
