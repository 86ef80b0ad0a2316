import type { DataTable } from '@everyread/core';
import { captionOf, is } from '@everyread/core';
import { layTable } from '../parts/table.js';
import type { Pen } from '../pen.js';

export function writeDataTable(node: DataTable, pen: Pen): void {
  const table = node.children.find((child) => is(child, 'table'));
  if (is(table, 'table')) layTable(pen, table, { headers: node.headers ?? 'col', caption: captionOf(node), id: node.id });
}
