import { captionOf, is, type NodeOf } from '@everyread/core';
import { anchor, handle, line, paragraph } from '../flow.js';
import { isShort } from '../design.js';
import { keyFigureEnd } from '../styles.js';
import type { Block, Out, Scope } from '../scope.js';
import { keyFigureColumn } from './key-figure-column.js';
import { isParagraph } from '../plain/plain-pieces.js';

/** Figures that stand out: large numerals in a column, what they count beside them, hairlines between. */
export function keyFigures(node: NodeOf<'keyFigures'>, scope: Scope): Out {
  anchor(scope, node.id);
  const title = captionOf(node);
  const figures = node.children.filter((child) => is(child, 'keyFigure'));
  const column = keyFigureColumn(
    figures.map((figure) => figure.value),
    scope,
  );
  const together = isShort(scope.job.design, figures.length * 2);
  const blocks = figures.flatMap((figure, index) => {
    // Of many, none stands alone at the foot or the top of a page.
    const keeps = index < figures.length - 1 && (together || index === 0 || index === figures.length - 2);
    return handle(figure, { ...scope, frame: { left: column, ...(keeps ? { keepNext: true } : {}) } }) as Block[];
  });
  const last = blocks.at(-1);
  // A border of its own at the foot: Word would draw a bottom line that all share only where the group ends, LibreOffice everywhere.
  if (isParagraph(last))
    blocks[blocks.length - 1] = last.with({ border: keyFigureEnd(scope.job.design), spacing: { after: scope.job.design.gap * 2 } });
  return [
    ...(title === undefined
      ? []
      : paragraph({ ...scope, frame: { left: 0 } }, line(title.children, { ...scope, run: { ...scope.run, inBold: true } }), {
          style: 'BlockTitle',
        })),
    ...blocks,
  ];
}
