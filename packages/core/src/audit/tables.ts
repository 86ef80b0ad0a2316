import { captionOf, is } from '../guards.js';
import type { DataTable } from '../types.js';
import type { AuditInput, Find } from './audit.js';
import { largest } from '../extent.js';

/** Tables: headers that say what each figure is, and no more columns than a reader can follow. */
export function checkTables({ all, textOf, limits }: AuditInput, find: Find): void {
  for (const { node } of all('dataTable')) checkTable(node, textOf, limits.tableColumns, find);
}

function checkTable(node: DataTable, textOf: AuditInput['textOf'], mostColumns: number, find: Find): void {
  const table = node.children.find((child) => is(child, 'table'));
  if (!is(table, 'table')) {
    find(
      'tbl-header',
      node,
      'There is no table between the colons',
      'Write a table with a header row: | Event | People | and | --- | --- | below it.',
    );
    return;
  }
  const rows = table.children.map((row) => row.children.map((cell) => textOf(cell)));
  const [head = [], ...body] = rows;
  const headers = node.headers ?? 'col';
  for (const row of table.children.slice(1)) {
    if (row.children.length <= head.length) continue;
    const extra = row.children[head.length]!;
    find('tbl-ragged', extra, `This row has ${row.children.length} cells, and the table ${head.length} columns`);
  }
  if (headers !== 'row') {
    // The corner above row headers may be empty: it heads no figures.
    const empty = head.findIndex((text, column) => text === '' && !(column === 0 && headers === 'both'));
    if (empty >= 0) {
      const corner =
        'Write what the first column holds in the first row; or, if it names the rows, write `:::table[Caption]{headers="col row"}`.';
      find('tbl-header', node, `Column ${empty + 1} of this table has no header`, empty === 0 ? corner : undefined);
    }
  }
  if (headers !== 'col') {
    const empty = (headers === 'both' ? body : rows).findIndex((row) => (row[0] ?? '') === '');
    if (empty >= 0) find('tbl-header', node, `Row ${empty + 1} of this table has no header`);
  }
  if (body.length === 0) find('tbl-layout', node, 'This table has a header and no rows');
  if (body.some((row) => row.every((text) => text === ''))) find('tbl-empty', node, 'This table has an empty row');
  if (body.length > 0 && head.some((_, column) => body.every((row) => (row[column] ?? '') === '')))
    find('tbl-empty', node, 'This table has an empty column');
  const longest = largest(
    body.flat().map((text) => text.length),
    0,
  );
  if (head.length >= 2 && body.length === 1 && longest > 300)
    find('tbl-layout', node, 'This table holds long text in one row, side by side');
  if (!captionOf(node)) find('tbl-nocaption', node, 'This table has no caption');
  if (head.length > mostColumns) find('tbl-wide', node, `This table has ${head.length} columns`);
}
