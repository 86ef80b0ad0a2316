import { Table, TableCell, TableRow, type ITableOptions } from 'docx';
import { DescribedTable } from '../table/described-table.js';
import { PlainParagraph, type BodyParagraph } from './plain-pieces.js';
import { type CellOptions, type PlainWriter, type RowOptions } from './plain-writer.js';

/** A row of a table with the options of `docx`, its cells not yet made. */
export interface RowParts {
  options: RowOptions;
  cells: { options: CellOptions; children: BodyParagraph[] }[];
}

/** What a table is made of. */
export interface TableParts {
  options: Omit<ITableOptions, 'rows'>;
  title: string;
  description: string;
  rows: readonly RowParts[];
}

/** A table; written by itself where all its paragraphs are. */
export function makeTable(parts: TableParts, isDirect: boolean): Table | PlainTable {
  const isPlain = parts.rows.every(({ cells }) => cells.every(({ children }) => children.every((each) => each instanceof PlainParagraph)));
  return isDirect && isPlain ? new PlainTable(parts) : toLibrary(parts);
}

function toLibrary({ options, title, description, rows }: TableParts): Table {
  const made = rows.map(
    (row) =>
      new TableRow({
        ...row.options,
        children: row.cells.map(
          (cell) =>
            new TableCell({
              ...cell.options,
              children: cell.children.map((each) => (each instanceof PlainParagraph ? each.toLibrary() : each)),
            }),
        ),
      }),
  );
  return new DescribedTable({ ...options, rows: made }, title, description);
}

/** A table of plain paragraphs, written by itself. */
export class PlainTable {
  constructor(readonly parts: TableParts) {}

  write(writer: PlainWriter, out: string[]): void {
    const { options, title, description, rows } = this.parts;
    out.push(writer.tableStart(options, title, description));
    for (const row of rows) {
      out.push('<w:tr>', writer.rowProperties(row.options));
      for (const cell of row.cells) {
        out.push('<w:tc>', writer.cellProperties(cell.options));
        for (const each of cell.children as PlainParagraph[]) each.write(writer, out, row.options.keepNext);
        out.push('</w:tc>');
      }
      out.push('</w:tr>');
    }
    out.push('</w:tbl>');
  }
}

export function isTable(block: unknown): block is Table | PlainTable {
  return block instanceof PlainTable || block instanceof Table;
}
