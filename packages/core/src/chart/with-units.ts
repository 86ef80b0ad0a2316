import { build } from '../build.js';
import { is } from '../guards.js';
import { toText } from '../text.js';
import type { Table, TableCell } from '../types.js';
import { withUnit } from './describe.js';

/**
 * The table of a chart as every edition prints it: each bare figure with the chart's unit, so that who hears or
 * feels the cell alone is not misled. Headers, words and figures that have the unit already stay as they are.
 */
export function withUnits(table: Table, unit: string | undefined): Table {
  const [head, ...rows] = table.children;
  if (unit === undefined || head === undefined) return table;
  const printed = rows.map((row) => ({ ...row, children: row.children.map((cell, column) => (column === 0 ? cell : figure(cell, unit))) }));
  return { ...table, children: [head, ...printed] };
}

/** Puts the unit beside the words of a cell, so that a note mark or the mark of a printed page in it stays. */
function figure(cell: TableCell, unit: string): TableCell {
  const text = toText(cell).trim();
  if (!/^[−–-]?\s*\d[\d.,\s−–-]*$/.test(text)) return cell;
  const whole = withUnit(text, unit);
  if (whole === text) return cell;
  const isSaid = (child: TableCell['children'][number]): boolean => toText(child) !== '';
  const first = cell.children.findIndex(isSaid);
  const last = cell.children.findLastIndex(isSaid);
  const put = (from: number, to: number, value: string): TableCell => ({
    ...cell,
    children: [...cell.children.slice(0, from), build.text({ value }), ...cell.children.slice(to)],
  });
  if (whole.startsWith(text)) return put(last + 1, last + 1, whole.slice(text.length));
  if (whole.endsWith(text)) return put(first, first, whole.slice(0, -text.length));
  // A sign stands before the unit: “−£5”. A sentence keeps its name, which its sound has too.
  const said = cell.children[first];
  if (first === last && is(said, 'sentence'))
    return { ...cell, children: cell.children.with(first, { ...said, children: [build.text({ value: whole })] }) };
  return put(first, last + 1, whole);
}
