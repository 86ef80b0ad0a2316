import { childrenOf, is, toText, walk, type Report, type ReportNode } from '@everyread/core';

/** Whether the lines of a file are the paragraphs of a Word document. */
export function isWordFile(path: string): boolean {
  return /\.do(?:c|cx|cm|tx|tm)$/i.test(path);
}

/** “line” in a text, “paragraph” in a Word document. */
export function lineWord(path: string): string {
  return isWordFile(path) ? 'paragraph' : 'line';
}

/**
 * Says where a paragraph of a Word document is found: its number from the top, the table or note that it stands in, and its first words,
 * which Word’s search finds. Notes are counted after the text.
 */
export function wordPlaces(report: Report | undefined): (paragraph: number) => string {
  let known: Map<number, { words: string; within: string }> | undefined;
  const read = (): Map<number, { words: string; within: string }> => {
    const found = new Map<number, { words: string; within: string }>();
    const look = (node: ReportNode, within: string): void => {
      const here = is(node, 'table') ? ', in a table' : is(node, 'footnoteDefinition') ? `, in note ${node.identifier}` : within;
      if (lines.has(node.type)) {
        const paragraph = node.position?.start.line ?? firstPlace(node);
        if (paragraph !== undefined && !found.has(paragraph)) found.set(paragraph, { words: toText(node).trim(), within: here });
      }
      for (const child of childrenOf(node)) look(child, here);
    };
    for (const node of (report?.root.children ?? []) as ReportNode[]) look(node, '');
    return found;
  };
  return (paragraph) => {
    known ??= read();
    const { words = '', within = '' } = known.get(paragraph) ?? {};
    const start = words.length > 40 ? `${words.slice(0, 40).trimEnd()}…` : words;
    return `paragraph ${paragraph}${within}${start === '' ? '' : ` (“${start}”)`}`;
  };
}

/** Nodes that a paragraph of Word becomes. */
const lines = new Set(['paragraph', 'heading', 'caption', 'tableCell', 'figure']);

function firstPlace(node: ReportNode): number | undefined {
  let first: number | undefined;
  walk([node], (each) => void (first ??= each.position?.start.line));
  return first;
}
