import { is, makeEdition, mapNodes, prepare, type PhrasingContent, type Report, type ReportNode } from '@everyread/core';
import { tidyLine } from '../src/line.js';

/** What no edition shows or what each makes anew: not part of the comparison. */
const notCompared = new Set(['position', 'data', 'spread', 'label', 'identifier']);

/**
 * A report as its editions are made from it: prepared, with white space where `tidyLine` puts it. Two reports with the same
 * normal form give the same editions.
 */
export function normalForm(report: Report): unknown {
  const prepared = prepare(report, makeEdition('screen-reader'));
  const clean = (nodes: readonly unknown[]): unknown =>
    JSON.parse(
      JSON.stringify(tidyNodes(nodes as ReportNode[]), (key, value: unknown) =>
        notCompared.has(key) || value === null || value === undefined || value === '' ? undefined : value,
      ),
    );
  return { body: clean(prepared.root.children), notes: clean(prepared.notes.map((note) => note.definition)) };
}

function tidyNodes(nodes: readonly ReportNode[]): unknown[] {
  return mapNodes(nodes, (node) => {
    const fields = node as unknown as Record<string, unknown>;
    const lines = ['paragraph', 'heading', 'caption', 'tableCell', 'keyFigure'];
    const out = lines.includes(node.type)
      ? { ...node, children: tidyLine((node as { children: PhrasingContent[] }).children) }
      : { ...node };
    // Each edition words such a reference anew.
    if (is(node, 'crossReference') && node.show !== undefined && node.show !== 'text') (out as typeof node).children = [];
    // Defaults that need not be written.
    for (const [key, value] of [
      ['kind', { steps: 'steps', callout: 'note' }[node.type as 'steps']],
      ['show', 'text'],
      ['start', 1],
      ['ordered', false],
      ['align', undefined],
    ] as const)
      if (fields[key] === value || key === 'align') delete (out as Record<string, unknown>)[key];
    return out as ReportNode;
  });
}
