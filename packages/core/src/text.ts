import type { Node } from 'unist';
import { childrenOf } from './guards.js';
import type { ReportNode } from './types.js';

const blockTypes = new Set([
  'paragraph',
  'heading',
  'listItem',
  'tableCell',
  'tableRow',
  'caption',
  'code',
  'keyFigure',
  'step',
  'card',
  'footnoteDefinition',
]);

/**
 * The visible text of a node: words only, white space folded. Pictures give their text alternative,
 * note marks and print pages nothing.
 */
export function toText(node: Node | readonly Node[]): string {
  const parts: string[] = [];
  const nodes = Array.isArray(node) ? (node as readonly Node[]) : [node as Node];
  for (const each of nodes) collect(each as ReportNode, parts);
  return parts.join('').replace(/\s+/g, ' ').trim();
}

function collect(node: ReportNode, parts: string[]): void {
  switch (node.type) {
    case 'text':
    case 'inlineCode':
    case 'code':
      parts.push(node.value);
      break;
    case 'break':
      parts.push(' ');
      break;
    case 'image':
      parts.push(node.alt ?? '');
      break;
    case 'keyFigure':
      parts.push(node.value, ' ');
      break;
    default:
  }
  for (const child of childrenOf(node)) collect(child, parts);
  if (blockTypes.has(node.type)) parts.push(' ');
}
