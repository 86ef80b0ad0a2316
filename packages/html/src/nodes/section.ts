import type { Handle } from '../fragments/context.js';
import { h } from '../fragments/element.js';

/** No name of its own: a region for each section would drown the landmarks. */
export const section: Handle<'section'> = (node, context) => {
  // Only the main sections of an EPUB are its chapters.
  const chapter = context.options.epub && node.depth === 1 ? { ...context.role('chapter'), ariaLabelledBy: [node.id] } : {};
  return h('section', chapter, context.all(node));
};
