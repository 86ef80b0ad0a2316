import { captionOf, is, type NodeOf } from '@everyread/core';
import { anchor, handle, line, paragraph } from '../flow.js';
import type { Out, Scope } from '../scope.js';
import { keyFigureColumn } from './key-figure-column.js';

/** Figures that stand out: large numerals in a column, what they count beside them, hairlines between. */
export function keyFigures(node: NodeOf<'keyFigures'>, scope: Scope): Out {
  anchor(scope, node.id);
  const title = captionOf(node);
  const figures = node.children.filter((child) => is(child, 'keyFigure'));
  const column = keyFigureColumn(
    figures.map((figure) => figure.value),
    scope,
  );
  return [
    ...(title === undefined
      ? []
      : paragraph({ ...scope, frame: { left: 0 } }, line(title.children, { ...scope, run: { ...scope.run, inBold: true } }), {
          style: 'BlockTitle',
        })),
    ...figures.flatMap((figure, index) =>
      handle(figure, {
        ...scope,
        frame: { left: column, ...(index < figures.length - 1 && figures.length <= 6 ? { keepNext: true } : {}) },
      }),
    ),
  ];
}
