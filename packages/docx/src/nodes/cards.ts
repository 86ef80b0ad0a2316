import { captionOf, is, type NodeOf } from '@everyread/core';
import { anchor, handle, line, paragraph } from '../flow.js';
import type { Out, Scope } from '../scope.js';

/** A group of cards, one below the other. */
export function cards(node: NodeOf<'cards'>, scope: Scope): Out {
  anchor(scope, node.id);
  const title = captionOf(node);
  return [
    ...(title === undefined
      ? []
      : paragraph({ ...scope, frame: { left: 0 } }, line(title.children, { ...scope, run: { ...scope.run, inBold: true } }), {
          style: 'BlockTitle',
        })),
    ...node.children.filter((child) => is(child, 'card')).flatMap((card) => handle(card, scope)),
  ];
}
