import type { TableRow } from '@everyread/core';
import type { Pen } from '../pen.js';

/** A row is written by its table. */
export function writeTableRow(_node: TableRow, _pen: Pen): void {}
