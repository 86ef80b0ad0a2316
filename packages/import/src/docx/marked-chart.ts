import { build, captionOf, describeChart, is, toText, withUnit, wordsFor, type Chart, type ReportNode } from '@everyread/core';
import { assemble } from './assemble.js';
import { asCaption, block, type Piece } from './pieces.js';
import type { Reader } from './reader.js';
import type { SourceMark } from './source-marks.js';

/** A chart from its title, its picture or the sentence in place of it, and its figures. */
export function makeChart(pieces: Piece[], fields: SourceMark['fields'], id: { id?: string }, reader: Reader): Piece[] {
  const nodes = assemble(pieces, reader);
  const at = nodes.findIndex((node) => is(node, 'dataTable'));
  const data = nodes[at];
  if (!is(data, 'dataTable')) return nodes.map(block);
  const table = withKeptSides(
    data.children.find((child) => is(child, 'table'))!,
    fields,
  );
  const words = wordsFor(reader.lang);
  const above = nodes.slice(0, at);
  const picture = above.find((node) => is(node, 'figure'));
  const lines = above.filter((node) => is(node, 'paragraph'));
  // Without pictures an edition prints the sentence that says what the chart shows.
  const sentence = picture === undefined ? lines.pop() : undefined;
  const tableCaption = captionOf(data);
  // The table has the title of its chart, or a name of its own where the chart has none.
  const shown = tableCaption === undefined || toText(tableCaption) === words.chartData ? '' : toText(tableCaption);
  const title = shown === '' || (lines[0] && toText(lines[0]) === shown) ? lines.shift() : undefined;
  const added = above.filter((node) => node !== picture && node !== sentence && node !== title);
  const caption = title?.children ?? (shown === '' ? [] : tableCaption!.children);
  const unit = fields['unit'];
  const chart: Chart = build.chart({ kind: fields['kind'] as Chart['kind'], ...(unit ? { unit } : {}), ...id }, [
    ...asCaption(caption),
    unit === undefined ? table : withoutUnit(table, unit),
    ...added,
    ...nodes.slice(at + 1),
  ] as never);
  const summary = is(picture, 'figure') ? picture.alt : sentence && toText(sentence);
  // A sentence that was made from the figures is made again: written down it would stay when they change.
  const made = describeChart(chart, words).replace(/\s+/g, ' ').trim();
  if (summary && summary.replace(/\s+/g, ' ').trim() !== made) chart.summary = summary;
  return [block(chart)];
}

/** A table with the alignment of columns that a Word file keeps because it does not show it. */
export function withKeptSides<T extends Extract<ReportNode, { type: 'table' }>>(table: T, fields: SourceMark['fields']): T {
  const kept = (['left', 'right', 'center'] as const).map((side) => ({ side, columns: new Set(fields[side]?.split(' ')) }));
  const keptSide = (column: number): 'left' | 'right' | 'center' | null =>
    kept.find(({ columns }) => columns.has(String(column)))?.side ?? null;
  return { ...table, align: (table.align ?? []).map((side, column) => side ?? keptSide(column)) };
}

/** The unit that an edition prints with each figure. */
export function withoutUnit<T extends Extract<ReportNode, { type: 'table' }>>(table: T, unit: string): T {
  const [head, ...rows] = table.children;
  return {
    ...table,
    children: [
      head!,
      ...rows.map((row) => ({
        ...row,
        children: row.children.map((cell, column) => {
          const text = toText(cell);
          const bare =
            column === 0
              ? undefined
              : [text.replace(unit, ''), text.replace(/[£$€¥]/, '').replace(/,000$| thousand$|(?:k|m|bn)$/, '')]
                  .map((each) => each.trim())
                  .find((each) => /^[\d.,\s−–-]+$/.test(each) && withUnit(each, unit) === text && each !== text);
          return bare === undefined ? cell : { ...cell, children: [build.text({ value: bare })] };
        }),
      })),
    ],
  };
}
