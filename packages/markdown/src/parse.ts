import { nodeTable, type DirectiveSyntax } from '@everyread/core';
import type { List, Nodes, Root, RootContent } from 'mdast';
import { directiveFromMarkdown } from 'mdast-util-directive';
import { directive } from 'micromark-extension-directive';
import type { Code, Construct, Effects, Extension, State, TokenizeContext } from 'micromark-util-types';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified, type Processor } from 'unified';
import type { Node, Point } from 'unist';
import { CONTINUE, SKIP, visit } from 'unist-util-visit';
import { lentDefinitions, cutText, findDefinitions, foldLabel } from './chunks.js';
import { longPassage, passagesOf, type TextPassage } from './passages.js';
import type { LineStart } from './simple-phrasing.js';

const specs = Object.values(nodeTable) as readonly { type: string; directive?: DirectiveSyntax }[];

/** Directives by name. */
export const directiveTypes: ReadonlyMap<string, string> = new Map(
  specs.flatMap((spec) => (spec.directive ? [[spec.directive.name, spec.type] as const] : [])),
);

const textNames: ReadonlySet<string> = new Set(
  specs.flatMap((spec) => (spec.directive?.forms.includes('text') ? [spec.directive.name] : [])),
);

const colon = 58;
const openBracket = 91;
const openBrace = 123;

/** Looks ahead whether a colon begins a text directive that exists: its name, then a bracket or brace. */
const knownName: Construct = {
  partial: true,
  tokenize(effects: Effects, ok: State, nok: State): State {
    let name = '';
    return start;
    function start(code: Code): State | undefined {
      effects.enter('chunkText' as never);
      effects.consume(code);
      return rest;
    }
    function rest(code: Code): State | undefined {
      if (code !== null && code >= 97 && code <= 122 && name.length < 20) {
        name += String.fromCharCode(code);
        effects.consume(code);
        return rest;
      }
      effects.exit('chunkText' as never);
      return textNames.has(name) && (code === openBracket || code === openBrace) ? ok(code) : nok(code);
    }
  },
};

/**
 * The directive syntax, but a colon in a line begins a directive only when its name is known. Without that,
 * `13:00` would lose its minutes: they look like a directive named `00`.
 */
function knownDirectives(): Extension {
  const all = directive();
  const original = (all.text as Record<number, Construct>)[colon]!;
  const guarded: Construct = {
    ...original,
    tokenize(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
      return effects.check(knownName, original.tokenize.call(this, effects, ok, nok), nok);
    },
  };
  return { ...all, text: { [colon]: guarded } };
}

function remarkKnownDirectives(this: Processor): void {
  const data = this.data() as { micromarkExtensions?: unknown[]; fromMarkdownExtensions?: unknown[] };
  (data.micromarkExtensions ??= []).push(knownDirectives());
  (data.fromMarkdownExtensions ??= []).push(directiveFromMarkdown());
}

const parser = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter, ['yaml']).use(remarkKnownDirectives).freeze();

/** Markdown with GFM, front matter and directives to the tree of those syntaxes; nothing is judged yet. */
export function parseSyntax(text: string): Root {
  const root = parser.parse(text);
  if (text.includes(':::')) closeLists(root);
  return root;
}

/**
 * Items stand apart where a blank line is between two of them (CommonMark 5.3). In a directive in a quotation the full parser also
 * counts the blank line that ends the list.
 */
function closeLists(root: Root): void {
  const open: Nodes[] = [root];
  for (let each = open.pop(); each !== undefined; each = open.pop()) {
    if (each.type === 'list' && each.spread === true) {
      const { children } = each;
      each.spread = children.some((item, index) => index > 0 && item.position!.start.line > children[index - 1]!.position!.end.line + 1);
    }
    if ('children' in each) for (const child of each.children) open.push(child);
  }
}

/**
 * The same for a text of any length, in time and memory that grow in proportion to it: cut where no block is open, and blocks
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
  for (const passage of passagesOf(text, long)) {
    if (passage.kind === 'blocks') {
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

function endOf(text: string): Point {
  let line = 1;
  let lineStart = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', lineStart)) {
    line += 1;
    lineStart = at + 1;
  }
  return { line, column: text.length - lineStart + 1, offset: text.length };
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
