import type { BrailleText } from '../../outline/outline.js';
import { blank, figuresIn, pageNumberIn } from './cells.js';

const trimmed = (row: string): string => row.replace(/^\u2800+|\u2800+$/g, '');
/** A line that is nothing but the border before a new page of the printed edition, and its number. */
const pageLine = /^[\u2824\u2810\u2812\u2800]*(?:\u283c[^\u2800]+|\u2820[\u2821\u2823\u2829\u2839\u2831\u282b\u283b\u2833\u282a\u283c]+)$/;
const border = /[\u2824\u2812]{2,}|\u2810\u2812/;

/**
 * Puts the rows of embossed pages together: blocks of words as between empty rows, without running heads and page numbers.
 *
 * @param pages - the rows of each page, as cells
 */
export function brailleText(pages: readonly (readonly string[])[]): BrailleText {
  const blocks: string[] = [];
  const printPages: string[] = [];
  const heads = headsOf(pages);
  let open = '';
  const close = (): void => {
    if (open !== '') blocks.push(open);
    open = '';
  };
  const mark = (label: string | undefined): void => {
    if (label !== undefined && label !== printPages.at(-1)) printPages.push(label);
  };
  for (const page of pages) {
    const last = lastRow(page);
    for (const [index, row] of page.entries()) {
      const text = trimmed(row);
      if (index === 0 && heads.top && isHead(row)) mark(printPageOf(row, heads.bottom));
      else if (index === last && heads.bottom && isHead(row)) continue;
      else if (text === '') close();
      else if (border.test(text) && pageLine.test(text) && pageNumberIn(text) !== undefined) mark(pageNumberIn(text));
      else {
        // A word longer than the row goes on in the next behind the sign of continuation, dot 5 (UEB 10.13.11).
        if (/[^\u2800\u2810]\u2810$/.test(open)) open = open.slice(0, -1) + text;
        // A row may end after a hyphen, a dash or an oblique stroke, with no blank there in print.
        else open += open === '' || /(?:\u2824|\u2838\u280c)$/.test(open) ? text : `${blank}${text}`;
      }
    }
  }
  close();
  return { blocks, printPages };
}

const lastRow = (page: readonly string[]): number => page.findLastIndex((row) => trimmed(row) !== '');

/** A running head, or a line of page numbers: the number stands apart, at the end or at both ends. */
function isHead(row: string): boolean {
  const parts = trimmed(row).split(/\u2800{2,}/);
  return (parts.length > 1 || row.startsWith(blank)) && isNumber.test(parts.at(-1) ?? '');
}

const isNumber = /^[^\u2800]{0,3}\u283c[^\u2800]+$/;

/** Whether the pages begin or end with a row of numbers: all of them do, and all at one margin. */
function headsOf(pages: readonly (readonly string[])[]): { top: boolean; bottom: boolean } {
  const full = pages.filter((page) => lastRow(page) >= 0);
  const are = (rows: readonly string[]): boolean =>
    rows.length > 0 && rows.every(isHead) && new Set(rows.map((row) => row.replace(/\u2800+$/, '').length)).size === 1;
  return { top: are(full.map((page) => page[0] ?? '')), bottom: are(full.map((page) => page[lastRow(page)] ?? '')) };
}

/** The number of the printed page in a head: at the left of that of the Braille page, or at the right where that stands below. */
function printPageOf(row: string, below: boolean): string | undefined {
  const parts = trimmed(row).split(/\u2800{2,}/);
  const part = below ? parts.at(-1) : parts.length > 1 && !row.startsWith(blank) ? parts[0] : undefined;
  // A letter before the number says that the page goes on.
  return part?.startsWith('\u283c') ? figuresIn(part)[0] : undefined;
}
