import { nodeTable, type DirectiveSyntax } from '@everyread/core';
import type { Nodes, Root } from 'mdast';
import { directiveFromMarkdown } from 'mdast-util-directive';
import { directive } from 'micromark-extension-directive';
import type { Code, Construct, Effects, Extension, State, TokenizeContext } from 'micromark-util-types';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified, type Processor } from 'unified';

const specs = Object.values(nodeTable) as readonly { directive?: DirectiveSyntax }[];

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
  closeLists(root);
  return root;
}

/**
 * Items stand apart where a blank line is between two of them (CommonMark 5.3). In a quotation the full parser also counts some blank
 * lines that end the list.
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
