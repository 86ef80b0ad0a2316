import { Collector } from '../../outline/collector.js';
import { fold } from '../../outline/fold.js';
import type { TableCellItem } from '../../outline/outline.js';
import { child, elements, type Element } from '../markup.js';
import { WordWalk } from './walk.js';

/** Reads a table of Word: its grid with headers, then its words as the walk meets them. */
export function readWordTable(table: Element, walk: WordWalk): void {
  const properties = child(table, 'w:tblPr');
  const look = child(properties, 'w:tblLook')?.attributes ?? {};
  const rowHeaders = isOn(look['w:firstColumn']) || (Number.parseInt(look['w:val'] ?? '0', 16) & 0x80) !== 0;
  const rows = elements(table, 'w:tr').map((row) => {
    const isHeader = child(child(row, 'w:trPr'), 'w:tblHeader') !== undefined;
    return elements(row, 'w:tc').map((cell, column): TableCellItem => {
      const text = wordsOf(cell, walk);
      if (isHeader) return { text, header: 'col' };
      return column === 0 && rowHeaders ? { text, header: 'row' } : { text };
    });
  });
  const caption = child(properties, 'w:tblCaption')?.attributes['w:val'];
  walk.collector.endText();
  walk.collector.table(rows, caption === undefined ? undefined : fold(caption));
  for (const row of elements(table, 'w:tr')) for (const cell of elements(row, 'w:tc')) walk.blocks(cell);
}

/** The words of a cell, without touching the outline that is being made. */
function wordsOf(cell: Element, walk: WordWalk): string {
  const collector = new Collector(walk.collector.baseLang);
  new WordWalk(walk.parts, collector, walk.targets).blocks(cell);
  collector.endText();
  return fold(collector.items.flatMap((item) => (item.kind === 'text' || item.kind === 'heading' ? [item.text] : [])).join(' '));
}

/** How Word writes a yes (ECMA-376 part 1, 22.9.2.7). */
const isOn = (value: string | undefined): boolean => value === '1' || value === 'true' || value === 'on';
