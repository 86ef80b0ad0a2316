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
  const line = lineOf(node as ReportNode);
  if (line !== undefined) return folded(line);
  let text = '';
  for (const each of Array.isArray(node) ? (node as readonly Node[]) : [node as Node]) text += gather(each as ReportNode);
  return folded(text);
}

/** The words of a cell, a heading or a paragraph that holds nothing else: most cells do. */
function lineOf(node: ReportNode): string | undefined {
  if (node.type !== 'tableCell' && node.type !== 'paragraph' && node.type !== 'heading') return undefined;
  const only = node.children.length === 1 ? node.children[0]! : undefined;
  return only?.type === 'text' ? only.value : undefined;
}

function folded(text: string): string {
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
      const children = childrenOf(node);
      for (let index = 0; index < children.length; index += 1) text += gather(children[index]!);
      return blockTypes.has(node.type) ? `${text} ` : text;
    }
  }
}
