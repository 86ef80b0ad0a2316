import { captionOf, childrenOf, toText, type ReportNode } from '@everyread/core';
import { fold, wholePieces } from '../outline/fold.js';
import type { TableCellItem } from '../outline/outline.js';
import type { ModelContext } from './outline-of.js';
import { linePieces } from './pieces.js';

/**
 * Adds a table: its cells with their headers as an item, and its words as one passage in any order, since large print and
 * Braille may set it as records.
 *
 * @param owner - the block that has the caption
 * @param headers - where the headers are: first row, first column, or both
 */
export function visitTable(table: ReportNode, owner: ReportNode, context: ModelContext, headers: string): void {
  const title = captionOf(owner);
  const rows = childrenOf(table).map((row, rowIndex) =>
    childrenOf(row).map((cell, column): TableCellItem => {
      const text = fold(wholePieces(linePieces(childrenOf(cell))).join(' '));
      if (rowIndex === 0 && headers !== 'row') return { text, header: 'col' };
      return column === 0 && headers !== 'col' ? { text, header: 'row' } : { text };
    }),
  );
  const cells = childrenOf(table).flatMap((row) => childrenOf(row).flatMap((cell) => linePieces(childrenOf(cell))));
  context.item(
    { kind: 'table', rows, ...(owner.type === 'chart' ? { chart: true } : {}), ...(title ? { caption: fold(toText(title)) } : {}) },
    owner,
  );
  const more =
    owner.type === 'chart'
      ? { heads: (rows[0] ?? []).map((cell) => cell.text) }
      : { byRows: headers === 'row' ? [] : childrenOf(childrenOf(table)[0] ?? table).flatMap((cell) => linePieces(childrenOf(cell))) };
  context.passage([...(title ? linePieces(childrenOf(title)) : []), ...cells], owner, true, more);
  if (title) context.visit(childrenOf(title));
  context.visit(childrenOf(table));
}
