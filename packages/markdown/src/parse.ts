import { nodeTable, type DirectiveSyntax } from '@everyread/core';
import type { Root } from 'mdast';
import { directiveFromMarkdown } from 'mdast-util-directive';
import { directive } from 'micromark-extension-directive';
import type { Code, Construct, Effects, Extension, State, TokenizeContext } from 'micromark-util-types';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified, type Processor } from 'unified';
import type { Node } from 'unist';
import { borrowedDefinitions, cutText, findDefinitions } from './chunks.js';

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
  return parser.parse(text);
}

/** Pieces of this many characters keep the parser's time in proportion to the text. */
const chunkSize = 48_000;

/** The same for a text of any length, in time and memory that grow in proportion to it. */
export function parseText(text: string): Root {
  const chunks = cutText(text, chunkSize);
  if (chunks.length === 1) return parseSyntax(text);
  const definitions = findDefinitions(text);
  const root: Root = { type: 'root', children: [] };
  for (const [index, chunk] of chunks.entries()) {
    // Front matter stands only at the very top: a line of dashes further on is a break between topics.
    const lead = index > 0 && chunk.text.startsWith('---') ? '\n' : '';
    const piece = parseSyntax(lead + chunk.text + borrowedDefinitions(chunk.text, definitions));
    for (const node of piece.children) {
      const start = node.position?.start.offset ?? 0;
      if (start >= chunk.text.length) continue;
      shift(node, chunk.offset - lead.length, chunk.line - lead.length);
      root.children.push(node);
    }
  }
  return root;
}

function shift(node: Node, offset: number, line: number): void {
  const open: Node[] = [node];
  for (let each = open.pop(); each !== undefined; each = open.pop()) {
    const position = each.position;
    if (position) {
      for (const point of [position.start, position.end]) {
        point.line += line;
        point.offset = (point.offset ?? 0) + offset;
      }
    }
    if ('children' in each) open.push(...(each.children as Node[]));
  }
}
