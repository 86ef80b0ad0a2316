import type { NodeOf } from '@everyread/core';
import { twips } from '../design.js';
import { flow, nextNudge } from '../flow.js';
import { quoteBorder } from '../styles.js';
import type { Out, Scope } from '../scope.js';
import { isParagraph } from '../plain/plain-pieces.js';

/** Words of somebody else, in the Quote style. */
export function blockquote(node: NodeOf<'blockquote'>, scope: Scope): Out {
  const { design } = scope.job;
  const left = design.indent + nextNudge(scope.job);
  const blocks = flow(node.children, {
    ...scope,
    frame: { style: 'Quote', left, right: twips(design.sizePt), border: quoteBorder(design) },
    width: scope.width - design.indent,
  });
  const last = blocks.at(-1);
  if (isParagraph(last)) blocks[blocks.length - 1] = last.with({ spacing: { after: design.gap * 1.5 } });
  return blocks;
}
