import type { Collector } from '../../outline/collector.js';
import { fold } from '../../outline/fold.js';
import type { TableCellItem } from '../../outline/outline.js';
import { elements, type Element } from '../markup.js';
import { plainWords } from './walk.js';

/** Reads the grid of a table; its words are read as text too, by the walk. */
export function readTable(table: Element, collector: Collector): void {
  const rows: TableCellItem[][] = [];
  const groups = elements(table).flatMap((part) =>
    part.name === 'tr' ? [part] : /^t(?:head|body|foot)$/.test(part.name) ? elements(part, 'tr') : [],
  );
  for (const row of groups) {
    rows.push(
      elements(row)
        .filter((cell) => cell.name === 'td' || cell.name === 'th')
        .map((cell) => {
          const text = fold(plainWords(cell));
          if (cell.name === 'td') return { text };
          return { text, header: /^row/.test(cell.attributes['scope'] ?? '') ? 'row' : 'col' };
        }),
    );
  }
  const widths = new Set(rows.map((row) => row.length));
  if (
    widths.size > 1 &&
    !groups.some((row) => elements(row).some((cell) => 'colspan' in cell.attributes || 'rowspan' in cell.attributes))
  ) {
    collector.fault('read-back-table', 'The rows of a table have different numbers of cells');
  }
  const caption = elements(table, 'caption')[0];
  collector.table(rows, caption ? fold(plainWords(caption)) : undefined);
}
