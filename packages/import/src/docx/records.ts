import { build, is, toText, type DataTable, type FlowContent, type PhrasingContent } from '@everyread/core';
import { tidyLine } from '../line.js';
import type { Piece } from './pieces.js';
import type { SourceMark } from './source-marks.js';

type Line = PhrasingContent[];

/** The cell that words of a record are. */
interface Cell {
  row?: string;
  column?: string;
  header?: string;
}

const isCell = (node: PhrasingContent): node is Extract<PhrasingContent, { type: 'span' }> => cellOf(node) !== undefined;

function cellOf(node: PhrasingContent): Cell | undefined {
  return (node.data as { cell?: Cell } | undefined)?.cell;
}

/** Words with a note of the cell that they are, until the table is made. */
export function asCell(fields: SourceMark['fields'], inside: readonly PhrasingContent[]): PhrasingContent {
  const { row, column, header } = fields;
  return {
    ...build.span({}, [...inside]),
    data: { cell: { ...(row ? { row } : {}), ...(column ? { column } : {}), ...(header ? { header } : {}) } },
  } as PhrasingContent;
}

/** A line that belongs to no record: cells are only words in it. */
export function withoutCells(line: Line): Line {
  return line.some(isCell) ? tidyLine(line.flatMap((node) => (isCell(node) ? node.children : [node]))) : line;
}

/**
 * The table that was printed as records, because it did not fit the page: each cell as its words stand there now. A record that was
 * added without marks is read by the headers before its words; what is no record follows the table.
 */
export function tableOfRecords(pieces: readonly Piece[], fields: SourceMark['fields']): Piece[] {
  const width = Math.min(1000, Math.max(1, Number(fields['columns']) || 1));
  const headers: Line[] = Array.from({ length: width }, () => []);
  const rows: { name: string | undefined; cells: Line[] }[] = [];
  const rest: Piece[] = [];
  const begin = (name: string | undefined): Line[] => {
    const cells = Array.from({ length: width }, (): Line => []);
    rows.push({ name, cells });
    return cells;
  };
  let last = 0;
  for (const piece of pieces) {
    if (piece.kind !== 'styled' || (piece.style !== 'recordTitle' && piece.style !== 'recordLine')) {
      rest.push(piece);
      continue;
    }
    let isMarked = false;
    for (const node of piece.line) {
      const { row, column = '', header } = cellOf(node) ?? {};
      const words = tidyLine((node as { children?: Line }).children ?? []);
      if (header !== undefined && headers[Number(header)]) headers[Number(header)] = words;
      if (row === undefined || !(Number(column) < width)) continue;
      last = Number(column);
      const current = rows.at(-1);
      // A title without words has no mark: its record is named by the next line.
      if (current && current.name === undefined && piece.style === 'recordLine') current.name = row;
      (current?.name === row && (last > 0 || isMarked) ? current.cells : begin(row))[last] = words;
      isMarked = true;
    }
    if (isMarked) continue;
    const isTitle = piece.style === 'recordTitle';
    const line = withoutCells(piece.line);
    const at = headers.findIndex((header) => header.length > 0 && toText(line).startsWith(`${toText(header)}:`));
    const said = at < 0 ? line : withoutLabel(line, `${toText(headers[at]!)}:`);
    // Behind a header a dash without a mark stands for a cell that holds nothing.
    const value = at >= 0 && toText(said) === '–' ? [] : said;
    // A cell that holds nothing has its header alone, and no words to put a mark round.
    const cells = isTitle || rows.length === 0 ? begin(undefined) : rows.at(-1)!.cells;
    const column = at < 0 ? (isTitle ? 0 : last) : at;
    cells[column] =
      cells[column]!.length > 0 && value.length > 0 ? [...cells[column]!, build.break(), ...value] : [...cells[column]!, ...value];
    last = column;
  }
  for (const index of (fields['silent'] ?? '').split(' ').filter(Boolean))
    rows.splice(Number(index), 0, { name: undefined, cells: Array.from({ length: width }, (): Line => []) });
  const align = fields['align']?.split(' ').map((side) => (side === 'none' ? null : side));
  const table = build.table(
    { align } as never,
    [...(fields['headed'] === 'true' ? [headers] : []), ...rows.map((row) => row.cells)].map((cells) =>
      build.tableRow(
        {},
        cells.map((cell) => build.tableCell({}, cell)),
      ),
    ),
  );
  const node: DataTable = build.dataTable({ headers: 'col' }, [table]);
  return [{ kind: 'block', node: node as FlowContent }, ...rest];
}

/** A line without the words at its beginning. */
function withoutLabel(line: readonly PhrasingContent[], label: string): Line {
  let left = label.length;
  const cut = (nodes: readonly PhrasingContent[]): Line =>
    nodes.flatMap((node): Line => {
      if (left <= 0) return [node];
      if (is(node, 'text')) {
        const value = node.value.slice(left);
        left -= node.value.length;
        return value === '' ? [] : [{ ...node, value }];
      }
      if (!('children' in node)) return [node];
      const children = cut(node.children as Line);
      return children.length === 0 ? [] : [{ ...node, children } as PhrasingContent];
    });
  return tidyLine(cut(line));
}
