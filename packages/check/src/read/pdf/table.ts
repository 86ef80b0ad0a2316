import { Collector } from '../../outline/collector.js';
import { fold } from '../../outline/fold.js';
import type { TableCellItem } from '../../outline/outline.js';
import { isArray, isDictionary, type Dictionary } from './syntax.js';
import { PdfWalk, type Place } from './walk.js';

/** Reads the grid of a table; its words are read as text too, by the walk. */
export function readPdfTable(table: Dictionary, walk: PdfWalk, place: Place): void {
  const parts = walk.children(table).flatMap((child) => {
    const type = walk.typeOf(child);
    return /^T(?:Head|Body|Foot)$/i.test(type) ? walk.children(child) : [child];
  });
  const rows = parts.filter((part) => walk.typeOf(part) === 'TR');
  const grid = rows.map((row) =>
    walk.children(row).map((cell): TableCellItem => {
      const text = wordsOf(cell, walk, walk.placeOf(cell, walk.placeOf(row, place)));
      if (walk.typeOf(cell) !== 'TH') return { text };
      // A header without a scope is the header of its column in the first row, else of its row (ISO 32000-1, 14.8.5.7).
      const scope = attribute(cell, 'Scope', walk) ?? (row === rows[0] ? 'Column' : 'Row');
      return { text, header: scope === 'Row' ? 'row' : 'col' };
    }),
  );
  const spans = rows.some((row) => walk.children(row).some((cell) => attribute(cell, 'ColSpan', walk) ?? attribute(cell, 'RowSpan', walk)));
  if (!spans && new Set(grid.map((row) => row.length)).size > 1)
    walk.collector.fault('read-back-table', 'The rows of a table have different numbers of cells');
  const caption = walk.children(table).find((child) => walk.typeOf(child) === 'Caption');
  walk.collector.table(grid, caption ? wordsOf(caption, walk, place) : undefined);
}

/** The words below an element, read aside: the walk meets them again. */
function wordsOf(element: Dictionary, walk: PdfWalk, place: Place): string {
  const aside = new PdfWalk({ ...walk.world, met: new Set() }, new Collector(walk.collector.baseLang));
  aside.inside(element, place);
  aside.collector.endText();
  return fold(aside.collector.items.flatMap((item) => (item.kind === 'text' || item.kind === 'heading' ? [item.text] : [])).join(' '));
}

/** An attribute of an element, by its name (14.7.5). */
function attribute(element: Dictionary, key: string, { world: { file } }: PdfWalk): string | undefined {
  const value = file.resolve(element.get('A'));
  for (const each of isArray(value) ? value : [value]) {
    const attributes = file.resolve(each);
    const found = isDictionary(attributes) ? file.resolve(attributes.get(key)) : undefined;
    if (found !== undefined) return file.name(found) ?? String(file.number(found) ?? '');
  }
  return undefined;
}
