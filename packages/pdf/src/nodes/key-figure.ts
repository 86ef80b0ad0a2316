import type { KeyFigure } from '@everyread/core';
import type { Pen } from '../pen.js';

/** A key figure is written by its group. */
export function writeKeyFigure(_node: KeyFigure, _pen: Pen): void {}
