import { endingOf, is, metaForReaders, partEdges, toText, type Meta, type PreparedReport, type ReportNode } from '@everyread/core';
import { BookmarkEnd, BookmarkStart, bookmarkUniqueNumericId, type ParagraphChild } from 'docx';
import { isParagraph, PlainParagraph, type BodyParagraph } from './plain/plain-pieces.js';
import { isTable, type PlainTable } from './plain/plain-table.js';
import type { Table } from 'docx';
import type { BookmarkNames } from './bookmarks.js';
import { noteBookmark } from './notes.js';
import type { Block, Out, RunState } from './scope.js';

type Fields = Readonly<Record<string, string | undefined>>;
type AnyTable = Table | PlainTable;

/**
 * Keeps what Word has no place for, so that an import finds it again: the kind of a callout, the unit of a chart, the words that an
 * abbreviation stands for. A hidden bookmark is put around each such piece (Word lists no bookmark whose name begins with an
 * underscore, and no screen reader says one), and a custom XML part tells what it is (ECMA-376 part 1, 15.2.5). Both stay when the file
 * is edited. What is printed is not kept a second time: the import reads it from the text, which may have been edited.
 */
export class SourceMarks {
  readonly #records: string[] = [];
  readonly #pictures = new Map<string, string>();
  readonly #tables = new WeakMap<AnyTable, { before: ParagraphChild[]; after: ParagraphChild[] }>();
  readonly #parts: ParagraphChild[] = [];
  #waiting: ParagraphChild[] = [];
  readonly #large: boolean;

  /** @param large - whether the edition is in large print, where stressed words are bold as important ones are */
  constructor(large: boolean) {
    this.#large = large;
  }

  /** What a node made, with its mark around it. */
  keep(node: ReportNode, out: Out, place: 'block' | 'line', run: RunState): Out {
    if (place === 'line') {
      const fields = out.length === 0 ? undefined : lineFields(node, run, this.#large);
      if (fields === undefined) return out;
      const [start, end] = this.#mark(node.type, fields);
      return [start, ...out, end];
    }
    const fields = blockFields(node, this.#large);
    return this.#withParts(node, fields === undefined ? out : this.#around(out, [this.#mark(node.type, fields)]));
  }

  /** Marks that begin and end at blocks of their own: where what is for some readers or formats begins and ends. */
  #withParts(node: ReportNode, out: Out): Out {
    const { begins, ends } = partEdges(node);
    if (begins.length === 0 && ends === 0 && this.#waiting.length === 0) return out;
    const starts = begins.map((part) => {
      const [start, end] = this.#mark(part.type, part.fields);
      this.#parts.push(end);
      return start;
    });
    const before = [...this.#waiting.splice(0), ...starts];
    const after = Array.from({ length: ends }, () => this.#parts.pop()).filter((end) => end !== undefined);
    const blocks = this.#around(out, [
      [before, []],
      [[], after],
    ]);
    // A block that has no paragraph of its own: the next one bears the marks.
    if (blocks === out) this.#waiting.push(...before, ...after);
    return blocks;
  }

  #around(out: Out, marks: readonly (readonly [ParagraphChild | ParagraphChild[], ParagraphChild | ParagraphChild[]])[]): Out {
    const first = out.findIndex((block) => isParagraph(block) || isTable(block));
    const last = out.findLastIndex((block) => isParagraph(block) || isTable(block));
    if (first < 0) return out;
    const blocks = [...out];
    for (const [starts, ends] of marks) {
      for (const start of [starts].flat().reverse()) blocks[first] = this.#begin(blocks[first] as BodyParagraph | AnyTable, start);
      for (const end of [ends].flat()) blocks[last] = this.#close(blocks[last] as BodyParagraph | AnyTable, end);
    }
    return blocks;
  }

  /** A mark of its own before a table. */
  pointAt(type: ReportNode['type'], table: AnyTable): void {
    this.#marksOf(table).before.unshift(...this.#mark(type, {}));
  }

  /** A paragraph with a mark of its own: for what Word draws as a look of the paragraph after it, or before it at the end of a text. */
  point(type: ReportNode['type'], block: BodyParagraph, place: 'before' | 'after'): BodyParagraph {
    const [start, end] = this.#mark(type, place === 'before' ? {} : { place });
    return withPieces(block, [start, end], []);
  }

  /** Paragraphs of the title page, with the field of the front matter that they print. */
  fact(field: keyof Meta | 'logo' | 'art' | 'edition', blocks: readonly BodyParagraph[]): BodyParagraph[] {
    const [start, end] = this.#mark('meta', { field });
    return this.#around(blocks as readonly Block[], [[start, end]]) as BodyParagraph[];
  }

  /** A list that stands straight after another one: Word would go on with that one. */
  anotherList(out: Out): Out {
    return this.#around(out, [this.#mark('list', { another: 'true' })]);
  }

  /** A table that is printed as records: what the records do not show of it. */
  records(fields: Fields, out: Out): Out {
    return this.#around(out, [this.#mark('table', fields)]);
  }

  /** The content of a cell in a record, or the header before it. */
  cell(fields: Fields, pieces: readonly ParagraphChild[]): readonly ParagraphChild[] {
    const [start, end] = this.#mark('tableCell', fields);
    return [start, ...pieces, end];
  }

  /** A note that no mark leads to. */
  leftOver(identifier: string, out: Out): Out {
    return this.#around(out, [this.#mark('footnoteDefinition', { note: identifier })]);
  }

  /** The file that a picture came from, by the name that the picture has in the file. */
  picture(name: string, path: string): void {
    this.#pictures.set(name, path);
  }

  /** A block of the body with the marks that stand outside it: a bookmark around a table does. */
  around<T>(block: T): (T | ParagraphChild)[] {
    const marks = isTable(block) ? this.#tables.get(block) : undefined;
    return marks ? [...marks.before, block, ...marks.after] : [block];
  }

  /** The custom XML part: the front matter, the names of places, notes and picture files, and the marks. */
  part(report: PreparedReport, names: BookmarkNames): string {
    const notes = report.notes.map(({ number, definition }) => ({ name: names.of(noteBookmark(number)), note: definition.identifier }));
    const records = [
      ...notes.filter(({ note }, index) => note !== String(index + 1)).map((fields) => element('note', fields)),
      ...names.obscure().flatMap(([name, place]) => (/[ :]/.test(place) ? [] : [element('place', { name, place })])),
      ...[...this.#pictures].map(([name, path]) => element('picture', { name, path })),
      ...this.#records,
    ].join('');
    return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<source xmlns="${sourceNamespace}"><meta>${escape(JSON.stringify(metaForReaders(report.meta)))}</meta>${records}</source>`;
  }

  #mark(type: string, fields: Fields): [ParagraphChild, ParagraphChild] {
    const name = `_er${this.#records.length + 1}`;
    this.#records.push(element('mark', { name, type, ...fields }));
    const id = bookmarkUniqueNumericId();
    return [new BookmarkStart(name, id), new BookmarkEnd(id)] as unknown as [ParagraphChild, ParagraphChild];
  }

  #begin(block: BodyParagraph | AnyTable, start: ParagraphChild): BodyParagraph | AnyTable {
    if (isParagraph(block)) return withPieces(block, [start], []);
    this.#marksOf(block).before.unshift(start);
    return block;
  }

  #close(block: BodyParagraph | AnyTable, end: ParagraphChild): BodyParagraph | AnyTable {
    if (isParagraph(block)) return withPieces(block, [], [end]);
    this.#marksOf(block).after.push(end);
    return block;
  }

  #marksOf(table: AnyTable): { before: ParagraphChild[]; after: ParagraphChild[] } {
    const known = this.#tables.get(table) ?? { before: [], after: [] };
    this.#tables.set(table, known);
    return known;
  }
}

/** Names the form of the custom XML part. */
export const sourceNamespace = 'urn:everyread:source:1';

function withPieces(block: BodyParagraph, before: readonly ParagraphChild[], after: readonly ParagraphChild[]): BodyParagraph {
  if (block instanceof PlainParagraph)
    return new PlainParagraph(block.options, [...before, ...block.pieces, ...after] as PlainParagraph['pieces']);
  return block.with({ children: [...before, ...((block.options.children ?? []) as ParagraphChild[]), ...after] });
}

function element(name: string, fields: Fields): string {
  const attributes = Object.entries(fields).filter((each): each is [string, string] => each[1] !== undefined && each[1] !== '');
  return `<${name}${attributes.map(([key, value]) => ` ${key}="${escape(value)}"`).join('')}/>`;
}

function escape(value: string): string {
  return value
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/"/g, '&quot;')
    .replace(/[\t\n\r]/g, (blank) => `&#${blank.charCodeAt(0)};`);
}

function blockFields(node: ReportNode, large: boolean): Fields | undefined {
  switch (node.type) {
    case 'callout':
    case 'steps':
      return { kind: node.kind, id: node.id };
    case 'cards':
    case 'keyFigures':
      return { id: node.id };
    case 'card':
      return { picture: node.src === undefined ? undefined : 'true', id: node.id };
    case 'keyFigure':
      return node.say === undefined ? undefined : { say: node.say };
    case 'step':
      return { when: node.when, value: node.value, id: node.id };
    case 'chart':
      return { kind: node.kind, unit: node.unit, id: node.id, ...sidesOf(node, large) };
    case 'dataTable':
      return { headers: node.headers, id: node.id, ...sidesOf(node, large) };
    case 'div':
      return { lang: node.lang, dir: node.dir, id: node.id };
    case 'pullQuote':
      return { by: node.by, role: node.role, org: node.org, id: node.id };
    case 'figure':
      return { alt: node.decorative || node.alt?.trim() ? undefined : 'missing', credit: node.credit, id: node.id };
    case 'code':
      return { lang: node.lang ?? undefined, meta: node.meta ?? undefined };
    case 'blockquote':
      return {};
    case 'list':
      return node.spread === true ? { spread: 'true' } : undefined;
    case 'listItem': {
      const isTask = typeof node.checked === 'boolean';
      const isLine = node.children.filter((child) => child.type !== 'list').length === 1 && node.children[0]?.type === 'paragraph';
      // Of one block, it stands apart only where its list says so.
      const spread = node.spread === true && node.children.length > 1;
      return isLine && !isTask && !spread
        ? undefined
        : { checked: isTask ? String(node.checked) : undefined, spread: spread ? 'true' : undefined };
    }
    default:
      return undefined;
  }
}

/**
 * The columns, from 0, whose alignment was written down and is not to be seen: the usual one, and in large print all, for it sets
 * every column at the left.
 */
function sidesOf(node: Extract<ReportNode, { type: 'dataTable' | 'chart' }>, large: boolean): Fields {
  const table = node.children.find((child) => is(child, 'table'));
  const columns = (wanted: string): string | undefined =>
    is(table, 'table') ? (table.align ?? []).flatMap((side, column) => (side === wanted ? [String(column)] : [])).join(' ') : undefined;
  return { left: columns('left'), ...(large ? { right: columns('right'), center: columns('center') } : {}) };
}

/** Whether a node is among others: a run says all its looks at once, and not which is around which. */
function isNested(node: Extract<ReportNode, { type: 'strong' | 'emphasis' }>, run: RunState): boolean {
  return Boolean(run.bold || run.italics || run.strike || run.link || run.lang) || node.children.some((child) => child.type !== 'text');
}

/** How much of a word behind it a node was given, that what stands in brackets does not cut it. */
const endingField = (node: ReportNode): string | undefined => (endingOf(node) > 0 ? String(endingOf(node)) : undefined);

function lineFields(node: ReportNode, run: RunState, large: boolean): Fields | undefined {
  switch (node.type) {
    case 'strong':
      // Bold in a bold style is not to be seen (ECMA-376 17.7.3).
      return run.inBold || isNested(node, run) ? {} : undefined;
    case 'emphasis':
      return large || isNested(node, run) ? {} : undefined;
    case 'delete':
      return {};
    // Large print sets it in brackets.
    case 'footnoteReference':
      return large ? {} : undefined;
    case 'abbreviation':
      return { title: node.title, ending: endingField(node) };
    case 'pronunciation':
      return { as: node.as, ipa: node.ipa };
    case 'span':
      return { lang: node.lang, dir: node.dir };
    case 'link':
      return node.title || endingOf(node) > 0 ? { title: node.title ?? undefined, ending: endingField(node) } : undefined;
    case 'crossReference':
      return node.show === undefined || node.show === 'text' ? undefined : { show: node.show, words: toText(node) };
    default:
      return undefined;
  }
}
