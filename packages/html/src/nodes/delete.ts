import type { Handle } from '../fragments/context.js';
import { h, hidden } from '../fragments/element.js';

/** Few screen readers announce `del`, and no e-reader does: a word says it, in books one that is seen. */
export const deleteNode: Handle<'delete'> = (node, context) => {
  const { deleted } = context.words;
  if (context.options.hiddenWords) return h('del', {}, hidden(`${deleted} `, context.wordsLanguage), context.all(node));
  return [h('del', {}, context.all(node)), h('span', { ...context.wordsLanguage }, ` (${deleted})`)];
};
