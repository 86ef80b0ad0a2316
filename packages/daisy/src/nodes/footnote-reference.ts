import type { NodeOf } from '@everyread/core';
import type { Builder } from '../book/build.js';
import { el, type Content } from '../book/element.js';

export function footnoteReferenceElement(node: NodeOf<'footnoteReference'>, builder: Builder): Content[] {
  if (node.number === undefined) return [];
  if (!builder.dueNotes.includes(node.number)) builder.dueNotes.push(node.number);
  return [el('noteref', { id: builder.maybeId(node.id), idref: `#${builder.id(`note-${node.number}`)}` }, String(node.number))];
}
