import { printWhen, type NodeOf } from '@everyread/core';
import type { Builder } from '../book/build.js';
import { el, type Content } from '../book/element.js';

export function stepElement(node: NodeOf<'step'>, builder: Builder): Content[] {
  const when = node.when === undefined ? undefined : el('p', { class: 'when' }, printWhen(node.when, builder.report.meta.lang));
  const value = node.value === undefined ? undefined : el('p', { class: 'value' }, node.value);
  const content = builder.all(node.children);
  return [el('li', { id: builder.maybeId(node.id) }, when, content.slice(0, 1), value, content.slice(1))];
}
