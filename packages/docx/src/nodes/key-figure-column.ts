import { twips, type Twips } from '../design.js';
import type { Scope } from '../scope.js';

/** Width of the column of numerals; 0 where the longest is so long that the labels go below. */
export function keyFigureColumn(values: readonly string[], scope: Scope): Twips {
  const { design, typeface } = scope.job;
  const widest = Math.max(0, ...values.map((value) => typeface.bold.width(value, design.figurePt)));
  const column = twips(widest + design.sizePt);
  return column > scope.width * 0.45 ? 0 : column;
}
