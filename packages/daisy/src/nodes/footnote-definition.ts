import type { NodeOf } from '@everyread/core';
import type { Builder } from '../book/build.js';
import { el, type Content } from '../book/element.js';

export function footnoteDefinitionElement(node: NodeOf<'footnoteDefinition'>, builder: Builder): Content[] {
  return [el('note', { id: builder.id(`note-${node.number ?? ''}`), class: 'footnote' }, builder.all(node.children))];
}
