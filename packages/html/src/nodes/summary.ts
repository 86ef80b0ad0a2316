import type { Handle } from '../fragments/context.js';

/** Unwrapped in a prepared report. */
export const summary: Handle<'summary'> = (node, context) => context.all(node);
