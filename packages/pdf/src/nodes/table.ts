import type { Table } from '@everyread/core';
import { layTable } from '../parts/table.js';
import type { Pen } from '../pen.js';

/** A table that no caption names. */
export function writeTable(node: Table, pen: Pen): void {
  layTable(pen, node, { headers: 'col' });
}
