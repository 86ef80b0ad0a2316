import { build, childrenOf, is, type FlowContent, type PhrasingContent, type ReportNode, type TableCell } from '@everyread/core';
import { child, elements, isOn, value, type XmlElement } from '../xml.js';
import { joinRuns } from './format.js';
import type { Reader } from './reader.js';

/** Reads a table into rows of cells; merged cells give their text to each cell they covered. */
export function readTable(
  element: XmlElement,
  reader: Reader,
  readCell: (cell: XmlElement) => FlowContent[],
): { node: ReportNode; caption: string | undefined } {
  const properties = child(element, 'w:tblPr');
  const rows = rowsOf(element);
  const above: PhrasingContent[][] = [];
  let merged = false;
  const made = rows.map((row) => {
    const cells: TableCell[] = [];
    for (const cell of cellsOf(row)) {
      const cellProperties = child(cell, 'w:tcPr');
      const across = Math.min(64, Number(value(cellProperties, 'w:gridSpan') ?? 1));
      const down = child(cellProperties, 'w:vMerge');
      const continues = down !== undefined && down.attributes['w:val'] !== 'restart';
      if (across > 1 || down !== undefined) merged = true;
      const content = continues ? (above[cells.length] ?? []) : flatten(readCell(cell), reader);
      for (let n = 0; n < across; n += 1) {
        above[cells.length] = content;
        cells.push(build.tableCell({}, structuredClone(content)));
      }
    }
    return build.tableRow({}, cells);
  });
  if (merged) reader.findings.say('import-merged-cells', 'Merged cells were split, each with the text of the whole');
  const look = child(properties, 'w:tblLook');
  const firstColumn = look?.attributes['w:firstColumn'] === '1' || look?.attributes['w:firstColumn'] === 'true';
  const headerRow = rows[0] !== undefined && isOn(child(rows[0], 'w:trPr'), 'w:tblHeader');
  const looksHeaded = look?.attributes['w:firstRow'] === '1' || look?.attributes['w:firstRow'] === 'true';
  const headers = headerRow || looksHeaded || !firstColumn ? (firstColumn && (headerRow || looksHeaded) ? 'both' : 'col') : 'row';
  const width = Math.max(1, ...made.map((row) => row.children.length));
  for (const row of made) while (row.children.length < width) row.children.push(build.tableCell({}, []));
  return {
    node: build.dataTable({ headers }, [build.table({ align: Array.from({ length: width }, () => null) } as never, made)]),
    caption: value(properties, 'w:tblCaption'),
  };
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

/** The blocks of a cell as one line; paragraphs are parted by line breaks. */
function flatten(blocks: readonly FlowContent[], reader: Reader): PhrasingContent[] {
  const out: PhrasingContent[] = [];
  const add = (nodes: readonly ReportNode[]): void => {
    for (const node of nodes) {
      if (is(node, 'dataTable')) reader.findings.say('import-nested-table', 'A table inside a table became text');
      if (is(node, 'figure')) {
        out.push(build.image({ url: node.src, alt: node.alt ?? '' }));
        continue;
      }
      const isLine = is(node, 'paragraph') || is(node, 'heading') || is(node, 'caption') || is(node, 'tableCell');
      if (!isLine) {
        add(childrenOf(node));
        continue;
      }
      if (out.length > 0 && node.children.length > 0) out.push(build.break());
      out.push(...node.children);
    }
  };
  add(blocks as ReportNode[]);
  return joinRuns(out);
}
