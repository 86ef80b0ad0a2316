import { is, type PhrasingContent, type ReportNode } from '@everyread/core';
import type { ElementContent } from 'hast';
import { h, textNode } from './element.js';

/** The words and links of a contact line: see `contactLine()` of @everyread/core, which makes no other nodes than these. */
export function contactContent({ children }: { readonly children: readonly PhrasingContent[] }): ElementContent[] {
  return children.flatMap((child) => piece(child as ReportNode));
}

function piece(node: ReportNode): ElementContent[] {
  if (is(node, 'text')) return [textNode(node.value)];
  if (is(node, 'span')) return [h('span', { lang: node.lang }, contactContent(node))];
  if (is(node, 'sentence')) return [h('span', { id: node.id, className: ['sentence'] }, contactContent(node))];
  if (is(node, 'link')) return [h('a', { href: node.url }, contactContent(node))];
  return [];
}
