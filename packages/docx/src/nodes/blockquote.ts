import type { NodeOf } from '@everyread/core';
import { flow } from '../flow.js';
import { quoteBorder } from '../styles.js';
import type { Out, Scope } from '../scope.js';

/** Words of somebody else, in the Quote style. */
export function blockquote(node: NodeOf<'blockquote'>, scope: Scope): Out {
  const { design } = scope.job;
  return flow(node.children, { ...scope, frame: { style: 'Quote', left: design.indent, border: quoteBorder(design) }, width: scope.width - design.indent });
}
