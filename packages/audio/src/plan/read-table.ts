import { fill, tableSize, toText, withUnit, type Table } from '@everyread/core';
import type { Planner } from './planner.js';

export interface ReadTable {
  planner: Planner;
  headers: 'col' | 'row' | 'both';
  /** The unit of the figures, for a chart. */
  unit?: string | undefined;
}

/** Reads a table row by row, with the header of each cell: “Row 2. Month: July. Attendees: 397.” */
export function readTable(table: Table, { planner, headers, unit }: ReadTable): void {
  const { announce, words, pauses } = planner;
  const said = words.spoken;
  const [head, ...rest] = table.children;
  const withColumns = headers !== 'row' && head !== undefined;
  const rows = withColumns ? rest : table.children;
  const titles = withColumns ? head.children.map((cell) => toText(cell)) : [];
  if (announce.tables) planner.introduce(tableSize(words, head?.children.length ?? 0, rows.length));
  if (withColumns) {
    if (announce.tables) planner.introduce(said.columns);
    for (const cell of head.children) planner.visit(cell, planner);
    planner.pause(pauses.listItem);
  }
  for (const [index, row] of rows.entries()) {
    if (announce.tables) planner.introduce(`${fill(words.row, { n: index + 1 })}.`);
    let begun = false;
    for (const [column, cell] of row.children.entries()) {
      const title = titles[column] ?? '';
      const text = toText(cell);
      // Of one column the header was told; with each row it would only tire.
      const untold = titles.length > 1 && title !== '' && (announce.tables || !planner.hasWords);
      const header = untold ? fill(said.cell, { header: title }) : '';
      const isBlank = /^[\s–—-]*$/.test(text);
      if (text === '') {
        // A cell without text has no name to point at; that it is blank is told with its neighbour.
        if (header === '') continue;
        // At the head of a row that is the next one: with the last, it would be read as the end of the row before.
        const tell = begun ? planner.conclude.bind(planner) : planner.introduce.bind(planner);
        tell(header, planner.lang);
        if (planner.hasWords) tell(said.blank);
        continue;
      }
      begun = true;
      planner.introduce(header, planner.lang);
      // A dash in a cell says that there is nothing.
      if (isBlank && planner.hasWords) planner.introduce(said.blank);
      const unitless = unit === undefined || column === 0 ? text : withUnit(text, unit);
      planner.visit(cell, planner);
      if (unitless !== text) planner.unitOf(text, unitless);
      planner.pause(pauses.cell);
    }
    planner.pause(pauses.listItem);
  }
  if (announce.tables) planner.conclude(said.endOfTable);
}
