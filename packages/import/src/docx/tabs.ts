import { is, type PhrasingContent } from '@everyread/core';
import { tidyLine } from '../line.js';

/** What stands between the tabs of a line; tabs in a row only reach further. Nothing where there are none. */
export function cellsBetweenTabs(line: readonly PhrasingContent[]): PhrasingContent[][] | undefined {
  const cells = split(line).flatMap((cell) => {
    const tidy = tidyLine(cell);
    return tidy.length > 0 ? [tidy] : [];
  });
  return cells.length > 1 ? cells : undefined;
}

/** A mark around a tab is one around the words on either side of it. */
function split(line: readonly PhrasingContent[]): PhrasingContent[][] {
  const cells: PhrasingContent[][] = [[]];
  for (const node of line) {
    const parts: PhrasingContent[][] = is(node, 'text')
      ? node.value.split('\t').map((value) => (value === '' ? [] : [{ ...node, value }]))
      : 'children' in node
        ? split(node.children as PhrasingContent[]).map((children) => [{ ...node, children } as PhrasingContent])
        : [[node]];
    parts.forEach((part, index) => {
      if (index > 0) cells.push([]);
      cells.at(-1)!.push(...part);
    });
  }
  return cells;
}

/** Whether a tab stands in a line. */
export function hasTabs(line: readonly PhrasingContent[]): boolean {
  return line.some((node) =>
    is(node, 'text') ? node.value.includes('\t') : 'children' in node && hasTabs(node.children as PhrasingContent[]),
  );
}

/** A line with blanks in place of its tabs, which no edition has. */
export function withoutTabs(line: readonly PhrasingContent[]): PhrasingContent[] {
  return line.map((node): PhrasingContent => {
    if (is(node, 'text')) return node.value.includes('\t') ? { ...node, value: node.value.replaceAll('\t', ' ') } : node;
    return 'children' in node ? ({ ...node, children: withoutTabs(node.children as PhrasingContent[]) } as PhrasingContent) : node;
  });
}
