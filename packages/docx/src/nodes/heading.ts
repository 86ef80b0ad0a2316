import type { NodeOf } from '@everyread/core';
import { anchor, line, paragraph } from '../flow.js';
import type { Out, Scope } from '../scope.js';

/** A heading by its built-in style: what screen readers list and the contents field collects. */
export function heading(node: NodeOf<'heading'>, scope: Scope): Out {
  anchor(scope, node.id);
  const words = line(node.children, { ...scope, run: { ...scope.run, inBold: true } });
  // In a callout it is part of the box: without its border and shade it would cut the box in two.
  const frame = scope.frame.shading === undefined ? { left: 0 } : scope.frame;
  return paragraph({ ...scope, frame }, words, { style: `Heading${node.depth}` });
}
