import type { Blockquote, PullQuote } from '@everyread/core';
import { emitText, flow, type Scope } from '../composer.js';
import type { LineRun } from '../transcriber.js';
import { spaceAround } from './list.js';

export function blockquote(node: Blockquote, scope: Scope): LineRun[] {
  const { blocks } = scope.composer;
  const from = blocks.length;
  flow(node.children, inside(scope));
  spaceAround(blocks, from);
  return [];
}

/** Who said it stands below, and never alone on a page. */
export function pullQuote(node: PullQuote, scope: Scope): LineRun[] {
  const { blocks } = scope.composer;
  const from = blocks.length;
  const inner = inside(scope);
  flow(node.children, inner);
  const by = [node.by, node.role, node.org].filter(Boolean).join(', ');
  if (by !== '') {
    const last = blocks.at(-1);
    if (blocks.length > from && last?.kind === 'text') last.keepWithNext = true;
    emitText([{ text: `– ${by}`, lang: scope.lang, node }], inner, {
      first: inner.paragraph.first + 2,
      rest: inner.paragraph.first + 2,
      ids: node.id ? [node.id] : [],
    });
  }
  nameFirst(blocks, from, node.id);
  spaceAround(blocks, from);
  return [];
}

function inside(scope: Scope): Scope {
  const { style } = scope.composer;
  const base = scope.listLevel > 0 ? scope.paragraph.rest : 0;
  return {
    ...scope,
    indent: scope.indent + base + style.quoteIndent,
    listLevel: 0,
    paragraph: { first: style.paragraphFirstCell - 1, rest: style.paragraphRunoverCell - 1 },
  };
}

/** Gives the first block since an index a name that references lead to. */
export function nameFirst(blocks: Scope['composer']['blocks'], from: number, id: string | undefined): void {
  if (!id) return;
  const first = blocks.slice(from).find((block) => block.kind === 'text' || block.kind === 'lines');
  if (first?.kind === 'text' || first?.kind === 'lines') first.ids = [...(first.ids ?? []), id];
}
