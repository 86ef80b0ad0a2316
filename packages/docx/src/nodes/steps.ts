import { captionOf, is, type NodeOf } from '@everyread/core';
import { anchor, handle, line, paragraph } from '../flow.js';
import { isParagraph } from '../plain/plain-pieces.js';
import { keyFigureEnd, timelineBorder } from '../styles.js';
import { isShort, twips } from '../design.js';
import type { Out, Scope } from '../scope.js';

/**
 * Things in order: numbered steps, a timeline along a line, or a funnel of stages between rules, each with its figure. A funnel has no bars
 * here: with the words in it, as Word would have to draw it, the bar of 8 beside that of 409 would be as long as that of 198.
 */
export function steps(node: NodeOf<'steps'>, scope: Scope): Out {
  const { job } = scope;
  anchor(scope, node.id);
  const title = captionOf(node);
  const kind = node.kind ?? 'steps';
  const parts = node.children.filter((child) => is(child, 'step'));
  // First: where the steps begin an item of a list, its number stands here, not at the first step.
  const caption =
    title === undefined
      ? []
      : paragraph({ ...scope, frame: { left: 0 } }, line(title.children, { ...scope, run: { ...scope.run, inBold: true } }), {
          style: 'BlockTitle',
        });
  const openLists = scope.openLists ?? 0;
  const place = kind === 'steps' ? { ...job.lists.ordered(1, openLists), level: 0 } : undefined;
  const blocks = parts.flatMap((part) => {
    if (kind === 'timeline')
      return handle(part, { ...scope, frame: { style: 'TimelineText', left: twips(16), border: timelineBorder(job.design) } });
    if (kind === 'funnel') return handle(part, { ...scope, frame: { style: 'FunnelStage', left: 0 } });
    return handle(part, {
      ...scope,
      frame: { left: job.design.indent },
      list: place!,
      openLists: openLists + 1,
      width: scope.width - job.design.indent,
    });
  });
  // A funnel is seen as one figure: its stages are compared, so a short one stays on one page.
  if (kind === 'funnel' && isShort(job.design, blocks.length * 1.7))
    for (const [at, block] of blocks.slice(0, -1).entries()) if (isParagraph(block)) blocks[at] = block.with({ keepNext: true });
  const last = blocks.at(-1);
  if (kind === 'funnel' && isParagraph(last) && last.options.style === 'FunnelStage')
    blocks[blocks.length - 1] = last.with({ border: keyFigureEnd(job.design), spacing: { after: job.design.gap * 2 } });
  // The space after all steps is that after a paragraph, as after a list.
  if (kind === 'steps' && isParagraph(last))
    blocks[blocks.length - 1] = last.with({ spacing: { ...last.options.spacing, after: job.design.gap } });
  return [...caption, ...blocks];
}
