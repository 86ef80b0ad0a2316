import { is, type List } from '@everyread/core';
import type { Handle } from '../fragments/context.js';
import { h } from '../fragments/element.js';

/** The paragraph of a tight item is its line; a task says in words whether it is done. */
export const listItem: Handle<'listItem'> = (node, context) => {
  const parent = context.parent as List | undefined;
  // Two lines without paragraphs of their own would run into each other.
  const loose = node.spread === true || parent?.spread === true || node.children.filter((child) => is(child, 'paragraph')).length > 1;
  const content = node.children.flatMap((child) => (!loose && is(child, 'paragraph') ? context.all(child) : context.some([child])));
  const state =
    typeof node.checked === 'boolean'
      ? [
          h(
            'span',
            { className: ['task-state'], ...context.wordsLanguage, ...context.data({ state: node.checked ? 'done' : 'open' }) },
            `${node.checked ? context.words.taskDone : context.words.taskOpen}:`,
          ),
          ' ',
        ]
      : [];
  // Its list stands apart, and not what is in it.
  const close = loose && node.spread !== true && node.children.length > 1;
  return h('li', context.data({ spread: close ? 'false' : undefined }), state, content);
};
