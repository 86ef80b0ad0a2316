import type { Handle } from '../fragments/context.js';
import { h, hidden } from '../fragments/element.js';

/** Few screen readers announce `del`: a hidden word does. */
export const deleteNode: Handle<'delete'> = (node, context) =>
  h('del', {}, context.options.hiddenWords && hidden(`${context.words.deleted} `, context.wordsLanguage), context.all(node));
