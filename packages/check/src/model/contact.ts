import { childrenOf, is, toText, type Paragraph, type ReportNode } from '@everyread/core';
import { fold } from '../outline/fold.js';
import type { ContactItem } from '../outline/outline.js';
import { linePieces } from './pieces.js';

/** What every edition must hold of the contact line. Words of ours before it, in another language than the report's, are left out. */
export function contactItem(contact: Paragraph): ContactItem {
  const [first] = contact.children;
  const line = (
    first !== undefined && is(first as ReportNode, 'sentence') ? childrenOf(first as ReportNode) : contact.children
  ) as ReportNode[];
  return {
    pieces: linePieces(line.filter((node) => !is(node, 'span'))),
    links: line.flatMap((node) => (is(node, 'link') ? [{ text: fold(toText(node)), href: node.url }] : [])),
  };
}
