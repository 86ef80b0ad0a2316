import { mapNodes } from '../map.js';
import type { FlowContent, ReportNode, Root } from '../types.js';
import { childrenOf, is } from '../guards.js';

const list = (words: string | undefined): string[] => words?.split(/[\s,]+/).filter(Boolean) ?? [];

/** Keeps what the edition and format hold, and unwraps `summary` and `only`. */
export function keepEdition(root: Root, edition: { name: string; content: 'full' | 'summary' }, format: string): Root {
  const source = edition.content === 'summary' ? { ...root, children: summaryOf(root) } : root;
  const children = mapNodes(source.children, (node) => {
    if (is(node, 'summary')) return edition.content === 'full' && node.only ? undefined : (node.children as ReportNode[]);
    if (is(node, 'only')) {
      const formats = list(node.format);
      const editions = list(node.edition);
      const wanted = (formats.length === 0 || formats.includes(format)) && (editions.length === 0 || editions.includes(edition.name));
      return wanted ? (node.children as ReportNode[]) : undefined;
    }
    return node;
  });
  return { ...root, children };
}

/** The parts marked as summary, with the notes they need; the whole report where nothing is marked. */
function summaryOf(root: Root): FlowContent[] {
  const kept: FlowContent[] = [];
  const notes: FlowContent[] = [];
  const seek = (nodes: readonly ReportNode[]): void => {
    for (const node of nodes) {
      if (is(node, 'summary')) kept.push(node);
      else if (is(node, 'footnoteDefinition')) notes.push(node);
      else seek(childrenOf(node));
    }
  };
  seek(root.children as ReportNode[]);
  return kept.length > 0 ? [...kept, ...notes] : (root.children as FlowContent[]);
}
