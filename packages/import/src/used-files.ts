import { is, walk, type Report, type ReportNode } from '@everyread/core';

/** The pictures that the report still shows. */
export function usedFiles(report: Report, files: ReadonlyMap<string, Uint8Array>): Map<string, Uint8Array> {
  const used = new Map<string, Uint8Array>();
  const cover = report.meta.cover === undefined ? undefined : files.get(report.meta.cover);
  if (cover) used.set(report.meta.cover!, cover);
  walk(report.root.children as ReportNode[], (node) => {
    const path = is(node, 'image') ? node.url : is(node, 'figure') || is(node, 'card') ? node.src : undefined;
    const bytes = path === undefined ? undefined : files.get(path);
    if (path !== undefined && bytes !== undefined) used.set(path, bytes);
  });
  return used;
}
