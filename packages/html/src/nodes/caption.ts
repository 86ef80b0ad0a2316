import type { Handle } from '../fragments/context.js';

/** The words of a caption; the block around it sets them. */
export const caption: Handle<'caption'> = (node, context) => context.all(node);
