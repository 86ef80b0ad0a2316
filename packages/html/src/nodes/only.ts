import type { Handle } from '../fragments/context.js';

/** Unwrapped in a prepared report. */
export const only: Handle<'only'> = (node, context) => context.all(node);
