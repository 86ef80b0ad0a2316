import { toText, type FlowContent, type PhrasingContent } from '@everyread/core';
import { flattenCell, isLayout, makeTable, sayJoined, type CellJob } from '../grid.js';
import { child, elements, isOn, value, type XmlElement } from '../xml.js';
import type { Reader } from './reader.js';

/**
 * Reads a table; merged cells give their text to each cell they covered. A table that only places things on the page comes back as
 * its blocks.
 */
export function readTable(
  element: XmlElement,
  reader: Reader,
  readCell: (cell: XmlElement) => FlowContent[],
): { nodes: FlowContent[]; caption: string | undefined } {
  const properties = child(element, 'w:tblPr');
  const all = rowsOf(element);
  const rows = all.filter((row) => child(child(row, 'w:trPr'), 'w:del') === undefined);
  if (rows.length < all.length) reader.findings.count('import-revision', 'Deleted rows of a table were left out');
  const above: PhrasingContent[][] = [];
  const blocks: FlowContent[][] = [];
  let merged = false;
  const place = { line: reader.paragraphs + 1, column: 1 };
  const cellsOfRows = rows.map((row) => cellsOf(row).map((cell) => ({ cell, blocks: readCell(cell) })));
  for (const row of cellsOfRows) for (const cell of row) blocks.push(cell.blocks);
  // What is said of the table is said of its beginning.
  if (reader.paragraphs >= place.line) reader.findings.place = place;
  let headRows = 0;
  while (headRows < rows.length && isOn(child(rows[headRows], 'w:trPr'), 'w:tblHeader')) headRows += 1;
  if (!(headRows > 0 && blocks.length > 1) && isLayout(blocks, Math.max(0, ...cellsOfRows.map((row) => row.length)))) {
    const flat = blocks.flat();
    if (flat.length > 0)
      reader.findings.say('import-layout-table', 'A table that only places text was taken apart', toText(flat).slice(0, 40));
    return { nodes: flat, caption: undefined };
  }
  const job: CellJob = { findings: reader.findings, own: reader.source.own, joined: false };
  const made = cellsOfRows.map((row, index) => {
    const cells: PhrasingContent[][] = [];
    // Cells that a row leaves out at its start (ISO/IEC 29500-1, 17.4.14).
    const before = Math.min(64, Number(value(child(rows[index], 'w:trPr'), 'w:gridBefore') ?? 0));
    for (let n = 0; n < before; n += 1) cells.push([]);
    for (const { cell, blocks: content } of row) {
      const cellProperties = child(cell, 'w:tcPr');
      const across = Math.min(64, Number(value(cellProperties, 'w:gridSpan') ?? 1));
      const down = child(cellProperties, 'w:vMerge');
      const continues = down !== undefined && down.attributes['w:val'] !== 'restart';
      if (across > 1 || down !== undefined) merged = true;
      const line = continues ? (above[cells.length] ?? []) : flattenCell(content, job);
      for (let n = 0; n < across; n += 1) {
        above[cells.length] = line;
        cells.push(structuredClone(line));
      }
    }
    return cells;
  });
  sayJoined(job, toText(blocks[0] ?? []));
  if (merged)
    reader.findings.say(
      'import-merged-cells',
      'Merged cells were split, each with the text of the whole',
      toText(blocks[0] ?? []).slice(0, 40),
    );
  const look = child(properties, 'w:tblLook')?.attributes ?? {};
  const flag = (name: string, bit: number): boolean =>
    look[name] === undefined ? (Number.parseInt(look['w:val'] ?? '0', 16) & bit) !== 0 : look[name] === '1' || look[name] === 'true';
  // Word sets this flag on every new table: it is believed only where the cells of the column can be headers.
  const body = made.slice(Math.max(1, headRows));
  const headColumn = flag('w:firstColumn', 0x80) && body.length > 0 && body.every((row) => /\p{L}/u.test(toText(row[0] ?? [])));
  const table = makeTable(
    { rows: made, headRows, looksHeaded: flag('w:firstRow', 0x20), headColumn, merged, align: alignOf(cellsOfRows) },
    reader.findings,
  );
  return { nodes: [table], caption: value(properties, 'w:tblCaption') };
}

/** The side at which the cells of a column stand, where all of them stand there. */
function alignOf(rows: readonly (readonly { cell: XmlElement }[])[]): ('left' | 'right' | 'center' | null)[] {
  const sides = rows.map((row) =>
    row.map(({ cell }) => {
      const side = value(child(child(cell, 'w:p'), 'w:pPr'), 'w:jc');
      return side === 'right' || side === 'end' ? 'right' : side === 'center' ? 'center' : null;
    }),
  );
  const body = sides.length > 1 ? sides.slice(1) : sides;
  return (body[0] ?? []).map((side, column) => (body.every((row) => row[column] === side) ? side : null));
}

function rowsOf(element: XmlElement): XmlElement[] {
  return elements(element).flatMap((each) =>
    each.name === 'w:tr' ? [each] : each.name === 'w:sdt' || each.name === 'w:sdtContent' || each.name === 'w:ins' ? rowsOf(each) : [],
  );
}

function cellsOf(row: XmlElement): XmlElement[] {
  return elements(row).flatMap((each) =>
    each.name === 'w:tc' ? [each] : each.name === 'w:sdt' || each.name === 'w:sdtContent' ? cellsOf(each) : [],
  );
}
