import type { Figure } from '@everyread/core';
import { layFigure } from '../parts/figure.js';
import type { Pen } from '../pen.js';

export function writeFigure(node: Figure, pen: Pen): void {
  layFigure(node, pen);
}
