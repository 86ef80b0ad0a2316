import type { KeyFigures } from '@everyread/core';
import { layKeyFigures } from '../parts/key-figures.js';
import type { Pen } from '../pen.js';

export function writeKeyFigures(node: KeyFigures, pen: Pen): void {
  layKeyFigures(node, pen);
}
