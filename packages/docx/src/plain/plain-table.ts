import { FileChild, Paragraph, Table, TableCell, TableRow, type IContext, type ITableOptions, type IXmlableObject } from 'docx';
import { DescribedTable } from '../table/described-table.js';
import { PlainParagraph, type BodyParagraph } from './plain-pieces.js';
import { xmlOf, type CellOptions, type PlainWriter, type RowOptions } from './plain-writer.js';

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
export function makeTable(parts: TableParts, writer: PlainWriter | undefined): Table | PlainTable {
  const isPlain = parts.rows.every(({ cells }) => cells.every(({ children }) => children.every((each) => each instanceof PlainParagraph)));
  return writer !== undefined && isPlain ? new PlainTable(writer, parts) : toLibrary(parts);
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
export class PlainTable extends FileChild {
  constructor(
    readonly writer: PlainWriter,
    readonly parts: TableParts,
  ) {
    super('w:tbl');
  }

  override prepForXml(context: IContext): IXmlableObject {
    const { parts, writer } = this;
    const shell = new TableRow({ children: [new TableCell({ children: [new Paragraph('')] })] });
    const frame = xmlOf(new DescribedTable({ ...parts.options, rows: [shell] }, parts.title, parts.description), context);
    let xml = frame.slice(0, frame.indexOf('<w:tr>'));
    for (const { options, cells } of parts.rows) {
      xml += `<w:tr>${writer.rowProperties(options, context)}`;
      for (const cell of cells) {
        xml += `<w:tc>${writer.cellProperties(cell.options, context)}`;
        for (const each of cell.children as PlainParagraph[])
          xml += (options.keepNext ? each.with({ keepNext: true }) : each).write(context);
        xml += '</w:tc>';
      }
      xml += '</w:tr>';
    }
    return writer.keep(`${xml}</w:tbl>`);
  }
}

export function isTable(block: unknown): block is Table | PlainTable {
  return block instanceof Table || block instanceof PlainTable;
}
