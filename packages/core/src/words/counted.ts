import { fill, type Words } from './words.js';

/** “1 item”, “3 items”: the one word or the other, as the language `lang` counts. */
export function counted(n: number, one: string, many: string, lang: string): string {
  return fill(new Intl.PluralRules(lang).select(n) === 'one' ? one : many, { n });
}

/** “Table: 3 columns, 4 rows.”, said before a table that is told row by row. Rows of headers are not counted. */
export function tableSize({ spoken, lang }: Words, columns: number, rows: number): string {
  return fill(spoken.table, {
    columns: counted(columns, spoken.columnOne, spoken.columnMany, lang),
    rows: counted(rows, spoken.rowOne, spoken.rowMany, lang),
  });
}
