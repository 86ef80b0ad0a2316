import { type ReportNode } from '@everyread/core';
import { BookmarkEnd, BookmarkStart, bookmarkUniqueNumericId, type ParagraphChild } from 'docx';
import { isParagraph, PlainParagraph, type BodyParagraph } from './plain/plain-pieces.js';
import { isTable, type PlainTable } from './plain/plain-table.js';
import type { Table } from 'docx';
import type { Out } from './scope.js';

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
  readonly #tables = new WeakMap<AnyTable, { before: ParagraphChild[]; after: ParagraphChild[] }>();

  /** What a node made, with its mark around it. */
  keep(node: ReportNode, out: Out, place: 'block' | 'line'): Out {
    if (out.length === 0) return out;
    const fields = place === 'line' ? lineFields(node) : blockFields(node);
    if (fields === undefined) return out;
    const [start, end] = this.#mark(node.type, fields);
    if (place === 'line') return [start, ...out, end];
    const first = out.findIndex((block) => isParagraph(block) || isTable(block));
    const last = out.findLastIndex((block) => isParagraph(block) || isTable(block));
    if (first < 0) return out;
    const blocks = [...out];
    blocks[first] = this.#begin(blocks[first] as BodyParagraph | AnyTable, start);
    blocks[last] = this.#close(blocks[last] as BodyParagraph | AnyTable, end);
    return blocks;
  }

  /** A paragraph with a mark of its own at its start: for what Word draws as a look of the paragraph after it. */
  point(type: ReportNode['type'], block: BodyParagraph): BodyParagraph {
    const [start, end] = this.#mark(type, {});
    return withPieces(block, [start, end], []);
  }

  /** A block of the body with the marks that stand outside it: a bookmark around a table does. */
  around<T>(block: T): (T | ParagraphChild)[] {
    const marks = isTable(block) ? this.#tables.get(block) : undefined;
    return marks ? [...marks.before, block, ...marks.after] : [block];
  }

  /** The custom XML part. */
  part(): string | undefined {
    if (this.#records.length === 0) return undefined;
    return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<source xmlns="${sourceNamespace}">${this.#records.join('')}</source>`;
  }

  #mark(type: string, fields: Fields): [ParagraphChild, ParagraphChild] {
    const name = `_er${this.#records.length + 1}`;
    const attributes = Object.entries(fields)
      .filter((each): each is [string, string] => each[1] !== undefined && each[1] !== '')
      .map(([key, value]) => ` ${key}="${escape(value)}"`)
      .join('');
    this.#records.push(`<mark name="${name}" type="${type}"${attributes}/>`);
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

function escape(value: string): string {
  return value
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/"/g, '&quot;')
    .replace(/[\t\n\r]/g, (blank) => `&#${blank.charCodeAt(0)};`);
}

function blockFields(node: ReportNode): Fields | undefined {
  switch (node.type) {
    case 'callout':
    case 'steps':
      return { kind: node.kind, id: node.id };
    case 'cards':
    case 'card':
    case 'keyFigures':
      return { id: node.id };
    case 'keyFigure':
      return node.say === undefined ? undefined : { say: node.say };
    case 'step':
      return { when: node.when, value: node.value, id: node.id };
    case 'chart':
      return { kind: node.kind, unit: node.unit, id: node.id };
    case 'dataTable':
      return { headers: node.headers, id: node.id };
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
    case 'listItem': {
      const isTask = typeof node.checked === 'boolean';
      const isLine = node.children.filter((child) => child.type !== 'list').length === 1 && node.children[0]?.type === 'paragraph';
      return isLine && !isTask ? undefined : { checked: isTask ? String(node.checked) : undefined };
    }
    default:
      return undefined;
  }
}

function lineFields(node: ReportNode): Fields | undefined {
  switch (node.type) {
    case 'abbreviation':
      return { title: node.title };
    case 'pronunciation':
      return { as: node.as, ipa: node.ipa };
    case 'span':
      return { lang: node.lang, dir: node.dir };
    case 'link':
      return node.title ? { title: node.title } : undefined;
    case 'crossReference':
      return node.show === undefined || node.show === 'text' ? undefined : { show: node.show };
    default:
      return undefined;
  }
}
