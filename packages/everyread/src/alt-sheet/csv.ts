import { EveryreadError } from '@everyread/core';
import type { SheetPicture } from './pictures.js';

/** One row of a sheet that came back. */
export interface SheetRow {
  number: number;
  file: string;
  alt: string;
  decorative: boolean;
  mark: string;
}

const heads = [
  'Number',
  'File',
  'Line',
  'Section',
  'Where it stands',
  'Text alternative',
  'Decorative (yes or no)',
  'Do not change',
] as const;

/** A cell that a spreadsheet would take for a formula gets an apostrophe before it, which shows that it is text. */
const risky = /^[=+\-@\t\r]/;

function cell(value: string): string {
  const safe = risky.test(value) || value.startsWith("'") ? `'${value}` : value;
  return `"${safe.replace(/"/g, '""')}"`;
}

/** Writes the sheet (RFC 4180), with the mark by which spreadsheets know UTF-8. */
export function sheetCsv(pictures: readonly SheetPicture[]): string {
  const rows = pictures.map((each) => [
    String(each.number),
    each.file,
    String(each.line ?? ''),
    each.section,
    each.context,
    each.alt,
    each.decorative ? 'yes' : 'no',
    each.mark,
  ]);
  return `\ufeff${[heads, ...rows].map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}

/**
 * Reads a sheet that came back. Spreadsheets may have changed commas to semicolons or tabs.
 *
 * @throws {EveryreadError} code `misuse`, for what is no such sheet
 */
export function readSheet(text: string, name: string): SheetRow[] {
  const source = text.replace(/^\ufeff/, '');
  const comma = [',', ';', '\t'].find((sign) => parse(source.split(/\r?\n/, 1)[0] ?? '', sign)[0]?.length === heads.length);
  const [head, ...rows] = comma === undefined ? [] : parse(source, comma);
  if (!head || head.some((each, index) => each !== heads[index]))
    throw new EveryreadError('misuse', `${name} is no review sheet of text alternatives`, {
      hint: 'Make one with `everyread check report.md --alt-sheet sheet.csv`, and keep its columns and their heads.',
    });
  return rows.map((row, index) => {
    const [number = '', file = '', , , , alt = '', decorative = '', mark = ''] = row;
    const where = `Row ${index + 2} of ${name}`;
    if (row.length !== heads.length || !/^\d+$/.test(number))
      throw new EveryreadError('misuse', `${where} has not the columns of the sheet`, {
        hint: 'Change only the text alternative and whether the picture is decorative.',
      });
    const yes = /^(?:yes|y|true|1)$/i.test(decorative);
    if (!yes && !/^(?:no|n|false|0|)$/i.test(decorative))
      throw new EveryreadError('misuse', `${where} says “${decorative}” where yes or no should be`, { hint: 'Write yes or no.' });
    return { number: Number(number), file, alt: alt.replace(/\s+/g, ' ').trim(), decorative: yes, mark };
  });
}

function parse(text: string, comma: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  const pattern = new RegExp(
    `(?:"((?:[^"]|"")*)"|([^"\\r\\n${comma === '\t' ? '\\t' : comma}]*))(${comma === '\t' ? '\\t' : comma}|\\r?\\n|$)`,
    'y',
  );
  for (let at = 0; at < text.length; at = pattern.lastIndex) {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (!found) break;
    const value = (found[1]?.replace(/""/g, '"') ?? found[2] ?? '').trim();
    row.push(value.startsWith("'") ? value.slice(1) : value);
    if (found[3] !== comma) {
      if (row.some((each) => each !== '')) rows.push(row);
      row = [];
      if (found[0] === '') break;
    }
  }
  return rows;
}
