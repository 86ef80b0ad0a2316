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
  let text = '';
  for (const each of Array.isArray(node) ? (node as readonly Node[]) : [node as Node]) text += gather(each as ReportNode);
  // Most texts have nothing to fold, and looking is quicker than writing anew.
  return (/\s\s|[^\S ]/.test(text) ? text.replace(/\s+/g, ' ') : text).trim();
}

function gather(node: ReportNode): string {
  switch (node.type) {
    case 'text':
      return node.value;
    case 'inlineCode':
      return node.value;
    case 'code':
      return `${node.value} `;
    case 'break':
      return ' ';
    case 'image':
      return node.alt ?? '';
    default: {
      let text = node.type === 'keyFigure' ? `${node.value} ` : '';
      for (const child of childrenOf(node)) text += gather(child);
      return blockTypes.has(node.type) ? `${text} ` : text;
    }
  }
}
