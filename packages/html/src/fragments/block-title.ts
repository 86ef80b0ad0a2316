import type { Caption } from '@everyread/core';
import type { Element } from 'hast';
import type { FragmentContext } from './context.js';
import { h } from './element.js';

/** The title of a block that is no section, and the properties that name the block by it. */
export function blockTitle(
  caption: Caption | undefined,
  context: FragmentContext,
  prefix: string,
): { element?: Element; group: Record<string, unknown> & Element['properties'] } {
  if (caption === undefined) return { group: {} };
  const id = context.unique(prefix);
  return { element: h('p', { className: ['block-title'], id }, context.all(caption)), group: { role: 'group', ariaLabelledBy: [id] } };
}
