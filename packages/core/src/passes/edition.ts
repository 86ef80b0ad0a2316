import { mapBlocks, walk, walkBlocks } from '../map.js';
import type { FlowContent, ReportNode, Root } from '../types.js';
import { childrenOf, is } from '../guards.js';
import { unwrapPart } from './edition-parts.js';

const list = (words: string | undefined): string[] => words?.split(/[\s,]+/).filter(Boolean) ?? [];

/** Keeps what the edition and format hold, and unwraps `summary` and `only`. */
export function keepEdition(root: Root, edition: { name: string; content: 'full' | 'summary' }, format: string): Root {
  const source = edition.content === 'summary' ? { ...root, children: summaryOf(root) } : root;
  const children = mapBlocks(source.children, (node) => {
    if (is(node, 'summary')) return edition.content === 'full' && node.only ? undefined : unwrapPart(node);
    if (is(node, 'only')) {
      const formats = list(node.format);
      const editions = list(node.edition);
      const wanted = (formats.length === 0 || formats.includes(format)) && (editions.length === 0 || editions.includes(edition.name));
      return wanted ? unwrapPart(node) : undefined;
    }
    return node;
  });
  return { ...root, children };
}

/** Whether the author marked what the short edition holds. */
export function marksSummary(root: Root): boolean {
  let found = false;
  walkBlocks(root.children, (node) => void (found ||= is(node, 'summary')));
  return found;
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
  return kept.length > 0 ? [...kept, ...notesFor(kept, notes)] : (root.children as FlowContent[]);
}

/** The notes that the text marks, and those that they mark in turn: a note of what is left out would have no mark. */
function notesFor(text: readonly FlowContent[], notes: readonly FlowContent[]): FlowContent[] {
  const marked = new Set<string>();
  const mark = (nodes: readonly ReportNode[]): void =>
    walk(nodes, (node) => {
      if (is(node, 'footnoteReference')) marked.add(node.identifier.toLowerCase());
    });
  mark(text as ReportNode[]);
  const wanted = new Set<FlowContent>();
  for (let before = -1; before !== wanted.size;) {
    before = wanted.size;
    for (const note of notes) {
      if (wanted.has(note) || !is(note, 'footnoteDefinition') || !marked.has(note.identifier.toLowerCase())) continue;
      wanted.add(note);
      mark(note.children as ReportNode[]);
    }
  }
  return notes.filter((note) => wanted.has(note));
}
