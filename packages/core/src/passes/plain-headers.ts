import { toText } from '../text.js';
import type { Table } from '../types.js';

/**
 * The headers that a table of plain Markdown means: those of its first row; those of its first column too, where nothing heads that
 * column and each row has a name in it, as in accounts.
 */
export function plainHeaders(table: Table): 'col' | 'both' {
  const [head, ...body] = table.children.map((row) => row.children.map((cell) => toText(cell) !== ''));
  const cornerAlone = head !== undefined && head.length > 1 && !head[0] && head.slice(1).every(Boolean);
  return cornerAlone && body.length > 0 && body.every((row) => row[0]) ? 'both' : 'col';
}
