import { is, walk, type PreparedReport } from '@everyread/core';

/** The pictures that a report shows, each once, in order: paths as the report writes them. */
export function collectImages(report: PreparedReport): string[] {
  const paths = new Set<string>();
  walk([report.root, ...report.notes.map((note) => note.definition)], (node) => {
    if (is(node, 'image')) paths.add(node.url);
    else if ((is(node, 'figure') || is(node, 'card')) && node.src !== undefined) paths.add(node.src);
  });
  return [...paths];
}
