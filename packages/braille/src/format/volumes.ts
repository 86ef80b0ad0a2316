import type { Block } from './blocks.js';
import type { Pagination } from './paginate.js';

/**
 * Block indices at which volumes after the first begin: each at a heading, a main one where there is one near, so
 * that the volumes are about equal and none is over the limit. In time that grows with the length only.
 */
export function chooseSplits(blocks: readonly Block[], single: Pagination, limit: number): number[] {
  const total = single.pages.length;
  if (total <= limit) return [];
  const starts = blocks
    .map((block, index) => ({ index, block, page: index === 0 ? 0 : (single.blockPages[index] ?? 0) }))
    .filter(({ index }) => index > 0);
  const splits: number[] = [];
  let from = 0;
  let cursor = 0;
  while (total - from > limit) {
    const volumesLeft = Math.ceil((total - from) / limit);
    const wanted = from + (total - from) / volumesLeft;
    // Where the section begins its page the limit itself may be used up; else a page is shared and counts twice.
    const latest = from + limit - 1;
    let best: { index: number; page: number; cost: number } | undefined;
    for (; cursor < starts.length && starts[cursor]!.page <= from; cursor += 1);
    for (let at = cursor; at < starts.length && starts[at]!.page <= latest; at += 1) {
      const { index, block, page } = starts[at]!;
      if (block.kind === 'page-start' || block.kind === 'print-page') continue;
      const depth = block.kind === 'text' && block.heading ? block.heading.depth : 9;
      const previous = blocks[index - 1];
      if (depth === 9 && previous?.kind === 'text' && (previous.keepWithNext || previous.heading)) continue;
      if (depth < 9 && previous?.kind === 'text' && previous.heading && previous.heading.depth < depth) continue;
      const cost = Math.abs(page - wanted) / limit + [0, 0, 0.08, 0.16][Math.min(depth, 3)]! + (depth === 9 ? 0.6 : 0);
      if (best === undefined || cost < best.cost) best = { index, page, cost };
    }
    if (best === undefined) break;
    splits.push(best.index);
    from = best.page;
  }
  return splits;
}
