import type { BraillePage } from '../document.js';
import { blankCell, numberCells, type BrailleText, type Digits } from '../text/braille-text.js';
import type { Line } from './blocks.js';
import type { PageShape, TextPage } from './paginate.js';
import type { BrailleStyle } from './style.js';

/** What stands round the text of a part. */
export interface FrameSettings {
  style: BrailleStyle;
  /** The running head, or none. */
  head?: BrailleText;
  /** Whether the report has print pages. */
  printPages: boolean;
  /** A letter before the number: `t` for front pages. */
  prefix: '' | 't';
  /** Those of the page numbers. */
  digits?: Digits | undefined;
}

/** Whether the top line is kept for running head and numbers. */
function hasTopLine(settings: FrameSettings): boolean {
  return settings.style.pageNumberAt === 'top' || settings.head !== undefined || settings.printPages;
}

/** How much room the frame leaves to the text. */
export function shapeOf(settings: FrameSettings): PageShape {
  return {
    style: settings.style,
    lines: settings.style.linesPerPage - (hasTopLine(settings) ? 1 : 0),
    // A number of up to four figures with its sign and letter, and three blank cells (BANA Formats 1.7).
    lastLineReserve: settings.style.pageNumberAt === 'bottom' ? 9 : 0,
  };
}

const prefixCells = { '': '', t: '⠞' } as const;

/** Puts running head and numbers round the text of a page. */
export function framePage(page: TextPage, index: number, settings: FrameSettings, printCells: (label: string) => string): BraillePage {
  const { style, prefix } = settings;
  const number = prefixCells[prefix] + numberCells(index + 1, settings.digits);
  const lines: Line[] = [];
  const furniture: number[] = [];
  const print =
    page.printLabel === undefined || !settings.printPages ? '' : printCells(continued(page.printLabel, page.printContinued, style));
  const top = style.pageNumberAt === 'top';
  if (hasTopLine(settings)) {
    const left = style.printPageAt === 'left' ? print : '';
    const right = top ? number : style.printPageAt === 'right' ? print : '';
    furniture.push(0);
    // The first page of the text shows the whole title: no running head above it (BANA Formats 1.9).
    lines.push(topLine(left, index === 0 ? undefined : settings.head, right, style.cellsPerLine, page.printLabel));
  }
  page.lines.forEach((line, at) => {
    if (at < page.repeated) furniture.push(lines.length);
    lines.push(line);
  });
  if (!top) {
    while (lines.length < style.linesPerPage) lines.push({ cells: '', print: '' });
    const last = lines[style.linesPerPage - 1]!;
    lines[style.linesPerPage - 1] = {
      cells: last.cells.padEnd(style.cellsPerLine - number.length, blankCell) + number,
      print: last.print,
      body: last.cells,
    };
    if (last.cells === '') furniture.push(style.linesPerPage - 1);
  }
  return { lines, number: `${prefix}${index + 1}`, furniture };
}

/** In BANA pages that go on with a print page have a letter before its number: a24, b24 (BANA Formats 1.8). */
function continued(label: string, count: number, style: BrailleStyle): string {
  return count === 0 || style.printPageAt === 'left' || count > 26 ? label : `${String.fromCharCode(96 + count)}${label}`;
}

/** Numbers at the margins, the head in the middle with three blank cells on each side, shortened to fit. */
function topLine(left: string, head: BrailleText | undefined, right: string, width: number, printLabel: string | undefined): Line {
  const side = Math.max(left.length, right.length);
  const room = width - 2 * (side === 0 ? 0 : side + 3);
  const middle = head === undefined ? '' : shorten(head.cells, room);
  const start = Math.floor((width - middle.length) / 2);
  let cells = left;
  if (middle !== '') cells = cells.padEnd(start, blankCell) + middle;
  if (right !== '') cells = cells.padEnd(width - right.length, blankCell) + right;
  return {
    cells,
    print: [printLabel === undefined ? '' : `[${printLabel}]`, middle === '' ? '' : (head?.print ?? '')].filter(Boolean).join(' '),
  };
}

function shorten(cells: string, room: number): string {
  if (cells.length <= room) return cells;
  const cut = cells.slice(0, Math.max(0, room + 1));
  const end = cut.lastIndexOf(blankCell);
  return end <= 0 ? '' : cut.slice(0, end);
}
