import type { List, Nodes, Root, RootContent } from 'mdast';
import type { Node } from 'unist';
import { CONTINUE, SKIP, visit } from 'unist-util-visit';
import { lentDefinitions, cutText, findDefinitions, foldLabel } from './chunks.js';
import { parseSyntax } from './full-parser.js';
import type { LineStart } from './lines.js';
import { endOf } from './parse-plain.js';
import { longPassage, passagesOf, type TextPassage } from './passages.js';

/**
 * Markdown to the same tree as `parseSyntax()` makes, for a text of any length, in time and memory that grow in proportion to it: cut where no block is open, and blocks
 * that have one reading only are read without the full parser. The tree is the same, positions included.
 *
 * @param long - length of a passage from which on it is cut wherever that is safe
 */
export function parseText(text: string, long = longPassage): Root {
  const mayDefine = text.includes(']:');
  const guessed = mayDefine ? findDefinitions(text) : new Map<string, string>();
  const root: Root = { type: 'root', children: [] };
  const found = new Set<string>();
  let openList: List | undefined;
  for (const passage of passagesOf(text, long, guessed)) {
    if (passage.kind === 'blocks') {
      if (mayDefine) collectDefinitions(passage.blocks, found);
      append(root.children, passage.blocks);
      continue;
    }
    if (passage.kind === 'unsure' && (passage.start.offset === 0 || mayDefine)) return parsePieces(text);
    const nodes = passage.kind === 'unsure' ? parseRest(text, passage.start) : parsePassage(text, passage, guessed);
    if (mayDefine) collectDefinitions(nodes, found);
    if (openList !== undefined && !joinLists(openList, nodes.shift())) return parsePieces(text);
    append(root.children, nodes);
    openList = undefined;
    if (passage.kind === 'text' && passage.openList !== undefined) {
      openList = takeOpenList(root.children.at(-1), passage.end);
      if (openList === undefined) return parsePieces(text);
    }
  }
  // A definition that stands where a line alone does not show it: the whole text must be read at once.
  if (found.size !== guessed.size || [...found].some((label) => !guessed.has(label))) return parsePieces(text);
  root.position = { start: { line: 1, column: 1, offset: 0 }, end: endOf(text) };
  return root;
}

function parsePassage(text: string, passage: TextPassage, definitions: ReadonlyMap<string, string>): RootContent[] {
  const { start, end, openList } = passage;
  const ending = openList !== undefined ? `${openList}x` : end === text.length ? '' : 'x';
  return parsePiece(text.slice(start.offset, end), start, ending, definitions);
}

function parseRest(text: string, start: LineStart): RootContent[] {
  return parsePieces(text.slice(start.offset), start).children;
}

/** Pieces of this many characters keep the full parser's time in proportion to the text. */
const pieceSize = 6_000;

/** The whole of a text by the full parser; a long one in pieces. */
function parsePieces(text: string, start: LineStart = { offset: 0, line: 1 }): Root {
  const chunks = cutText(text, pieceSize);
  const definitions = chunks.length === 1 ? new Map<string, string>() : findDefinitions(text);
  const root: Root = { type: 'root', children: [], position: { start: { line: 1, column: 1, offset: 0 }, end: endOf(text) } };
  for (const chunk of chunks) {
    const at = { offset: start.offset + chunk.offset, line: start.line + chunk.line };
    append(root.children, parsePiece(chunk.text, at, chunk === chunks.at(-1) ? '' : 'x', definitions));
  }
  return root;
}

/**
 * The blocks of a piece that begins at `start`. Definitions that stand elsewhere are lent to it, before its text if it can be:
 * after it they would belong to a block that it leaves open. The paragraph or item `ending` after it ends such a block, as what
 * follows it does; it is empty after the last piece.
 */
function parsePiece(text: string, start: LineStart, ending: string, definitions: ReadonlyMap<string, string>): RootContent[] {
  const first = start.offset === 0;
  const last = ending === '';
  const lent = first && last ? '' : lentDefinitions(text, definitions);
  // Front matter stands only at the very top: a line of dashes further on is a break between topics. The same for a byte order mark.
  const before = first ? '' : lent === '' ? (/^(?:---|\ufeff)/.test(text) ? '\n' : '') : `${lent}\n\nx\n\n`;
  const after = !last && first && lent !== '' ? `${ending}\n\n${lent}` : ending;
  const from = before.length;
  const piece = parseSyntax(before + text + after);
  const nodes = piece.children.filter(({ position }) => {
    const offset = position?.start.offset ?? 0;
    return offset >= from && offset < from + text.length;
  });
  const lines = before.split('\n').length - 1;
  for (const node of nodes) shift(node, start.offset - from, start.line - 1 - lines);
  return nodes;
}

/** Takes out the item that stood for the rest of a list which is cut at an offset; `undefined` where it was none after all. */
function takeOpenList(node: RootContent | undefined, end: number): List | undefined {
  if (node?.type !== 'list' || node.children.at(-1)!.position!.start.offset! < end) return undefined;
  node.children.pop();
  return node;
}

/** Puts the items of a list that was cut together again; `false` where there is nothing to put to it. */
function joinLists(list: List, rest: RootContent | undefined): boolean {
  if (rest?.type !== 'list') return false;
  for (const item of rest.children) list.children.push(item);
  list.spread ||= rest.spread;
  list.position!.end = rest.position!.end;
  return true;
}

/** Puts nodes at the end of a list, however many. */
function append(list: RootContent[], nodes: readonly RootContent[]): void {
  for (const node of nodes) list.push(node);
}

/** The labels that are defined; those in a directive are left out, for the full parser learns of them too late for what stands before. */
function collectDefinitions(nodes: readonly RootContent[], found: Set<string>): void {
  for (const node of nodes) {
    visit(node, (each: Nodes) => {
      if (each.type === 'containerDirective') return SKIP;
      if (each.type === 'definition') found.add(foldLabel(each.label ?? each.identifier));
      else if (each.type === 'footnoteDefinition') found.add(foldLabel(`^${each.label ?? each.identifier}`));
      return CONTINUE;
    });
  }
}

function shift(node: Node, offset: number, line: number): void {
  if (offset === 0 && line === 0) return;
  const open: Node[] = [node];
  for (let each = open.pop(); each !== undefined; each = open.pop()) {
    const position = each.position;
    if (position) {
      for (const point of [position.start, position.end]) {
        point.line += line;
        point.offset = (point.offset ?? 0) + offset;
      }
    }
    if ('children' in each) for (const child of each.children as Node[]) open.push(child);
  }
}
