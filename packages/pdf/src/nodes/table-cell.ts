import type { TableCell } from '@everyread/core';
import type { Pen } from '../pen.js';

/** A cell is written by its table. */
export function writeTableCell(_node: TableCell, _pen: Pen): void {}
