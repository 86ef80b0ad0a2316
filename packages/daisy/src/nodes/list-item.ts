import type { NodeOf } from '@everyread/core';
import type { Builder } from '../book/build.js';
import { el, type Content } from '../book/element.js';

export function listItemElement(node: NodeOf<'listItem'>, builder: Builder): Content[] {
  const { taskDone, taskOpen } = builder.report.words;
  const state = typeof node.checked === 'boolean' ? [el('p', { class: 'task' }, node.checked ? taskDone : taskOpen)] : [];
  return [el('li', {}, state, builder.all(node.children))];
}
