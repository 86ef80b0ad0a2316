import { blankCell } from '../text/braille-text.js';
import { signs } from '../text/signs.js';
import type { Block, Line, LinesBlock, PrintPageBlock, TextBlock } from './blocks.js';
import type { BrailleStyle } from './style.js';
import { centre, takeLine, wrapText } from './wrap.js';

/** The text lines of a page, without running head and page number. */
export interface TextPage {
  lines: Line[];
  /** Label of the print page on which the page begins, if the report has print pages. */
  printLabel?: string;
  /** How many pages before this one began on the same print page. */
  printContinued: number;
  /** Whether lines stand again from the page before: the heads of a table. */
  repeated: number;
}

/** Pages, and where each named place came to stand (page index from 0). */
export interface Pagination {
  pages: TextPage[];
  pageOf: Map<string, number>;
  /** Index of each block's first page. */
  blockPages: number[];
  longWords: number;
  /** Whether the continuation sign was used. */
  continued: boolean;
}

/** What the pages of a part look like. */
export interface PageShape {
  style: BrailleStyle;
  /** Text lines on a page. */
  lines: number;
  /** Cells that the last line keeps free for the page number. */
  lastLineReserve: number;
}

const emptyLine: Line = { cells: '', print: '' };

/** Lays blocks on pages: no line too long, no page too full, no heading stranded, in time that grows with the length only. */
export function paginate(blocks: readonly Block[], shape: PageShape): Pagination {
  return new Paginator(blocks, shape).run();
}

class Paginator {
  private readonly pages: TextPage[] = [];
  private readonly pageOf = new Map<string, number>();
  private readonly blockPages: number[] = [];
  private page!: TextPage;
  private gap = 0;
  private printLabel: { label: string; cells: string } | undefined;
  private longWords = 0;
  private continued = false;
  private readonly heights = new Map<Block, number>();
  private waiting: string[] = [];

  constructor(
    private readonly blocks: readonly Block[],
    private readonly shape: PageShape,
  ) {
    this.open();
  }

  run(): Pagination {
    this.blocks.forEach((block, index) => {
      switch (block.kind) {
        case 'page-start':
          if (this.page.lines.length > 0) this.open();
          this.gap = 0;
          break;
        case 'print-page':
          this.printPage(block);
          break;
        default:
          this.place(block, index);
      }
      this.blockPages.push(this.pages.length - 1);
    });
    this.name(this.waiting);
    if (this.pages.length > 1 && this.page.lines.length === 0) this.pages.pop();
    return { pages: this.pages, pageOf: this.pageOf, blockPages: this.blockPages, longWords: this.longWords, continued: this.continued };
  }

  private get width(): number {
    return this.shape.style.cellsPerLine;
  }
  private get room(): number {
    return this.shape.lines - this.page.lines.length;
  }
  /** Cells of the line that comes next. */
  private get lineWidth(): number {
    return this.room === 1 ? this.width - this.shape.lastLineReserve : this.width;
  }

  private open(): void {
    const last = this.pages.at(-1);
    const label = this.printLabel?.label;
    this.page = {
      lines: [],
      printContinued: last !== undefined && label !== undefined && last.printLabel === label ? last.printContinued + 1 : 0,
      repeated: 0,
      ...(label === undefined ? {} : { printLabel: label }),
    };
    this.pages.push(this.page);
  }

  private name(ids: readonly string[]): void {
    for (const id of ids) if (!this.pageOf.has(id)) this.pageOf.set(id, this.pages.length - 1);
  }

  private push(line: Line): void {
    this.page.lines.push(line);
  }

  private spaceBefore(block: { before?: number }): number {
    return this.page.lines.length === 0 ? 0 : Math.max(this.gap, block.before ?? 0);
  }

  private printPage(block: PrintPageBlock): void {
    this.printLabel = { label: block.label, cells: block.cells };
    const { style } = this.shape;
    if (this.page.lines.length === 0) {
      // At the top of a page the number in the top line says it (BANA Formats 1.8).
      this.page.printLabel = block.label;
      this.page.printContinued = 0;
      this.waiting.push(block.id);
      return;
    }
    const mark: Line =
      style.printPageMark === 'line'
        ? { cells: signs.pageMark.repeat(Math.max(0, this.width - block.cells.length)) + block.cells, print: `———— ${block.label}` }
        : centre({ cells: signs.pageInline + block.cells, print: `— ${block.label} —` }, this.width);
    if (this.room < 3) {
      this.open();
      this.page.printLabel = block.label;
      this.page.printContinued = 0;
      this.waiting.push(block.id);
      return;
    }
    this.push(mark);
    this.gap = 0;
    this.name([block.id]);
  }

  private height(block: TextBlock | LinesBlock): number {
    let height = this.heights.get(block);
    if (height === undefined) {
      height = block.kind === 'lines' ? block.lines.length : this.lay(block).length;
      this.heights.set(block, height);
    }
    return height;
  }

  private lay(block: TextBlock): Line[] {
    const free = block.free ?? 0;
    const lines = wrapText(block.text, block.align === 'centre' ? this.width - 2 * free : this.width, block.first, block.rest);
    return block.align === 'centre' ? lines.map((line) => centre(line, this.width)) : lines;
  }

  /** Lines that must stand on one page from this block on. */
  private need(index: number, depth = 0): number {
    const block = this.blocks[index];
    if (block === undefined || block.kind === 'page-start' || depth > 8) return 0;
    if (block.kind === 'print-page') return this.need(index + 1, depth + 1);
    const height = this.height(block);
    if (block.kind === 'lines') return Math.min(block.together ?? 2, height);
    if (block.heading || (block.keepWithNext && height <= 3)) {
      const next = this.blocks.slice(index + 1, index + 4).find((each) => each.kind !== 'print-page');
      const gap = next !== undefined && (next.kind === 'text' || next.kind === 'lines') ? Math.max(block.after ?? 0, next.before ?? 0) : 0;
      return height + gap + this.need(index + 1, depth + 1);
    }
    return Math.min(depth > 0 ? this.shape.style.linesAfterHeading : 2, height);
  }

  private place(block: TextBlock | LinesBlock, index: number): void {
    if (this.height(block) === 0) {
      this.waiting.push(...(block.ids ?? []));
      return;
    }
    const before = this.spaceBefore(block);
    const need = this.need(index);
    // Needed lines that end on the last line may find it shortened by the page number: one line more is asked for.
    const slack = this.shape.lastLineReserve > 0 ? 1 : 0;
    if (this.page.lines.length > 0 && before + need + slack > this.room && need + slack <= this.shape.lines) this.open();
    else for (let i = 0; i < before && this.room > 0; i += 1) this.push(emptyLine);
    if (this.room === 0) this.open();
    this.name([...this.waiting, ...(block.ids ?? [])]);
    this.waiting = [];
    const startPage = this.pages.length - 1;
    if (block.kind === 'lines') this.placeLines(block);
    else if (block.align === 'centre') this.placeLines({ kind: 'lines', lines: this.lay(block) });
    else this.placeText(block, index);
    // A block whose first line moved on (a shortened last line) begins where that line stands.
    if (this.pages[startPage]!.lines.length === 0) for (const id of block.ids ?? []) this.pageOf.set(id, startPage + 1);
    this.gap = block.after ?? 0;
  }

  private placeLines(block: LinesBlock): void {
    block.lines.forEach((line, at) => {
      if (this.room === 0 || line.cells.length > this.lineWidth) {
        if (this.room === 1) this.push(emptyLine);
        this.open();
        if (at > 0) for (const repeated of block.repeat ?? []) this.push(repeated);
        this.page.repeated = at > 0 ? (block.repeat?.length ?? 0) : 0;
      }
      this.push(line);
    });
  }

  private placeText(block: TextBlock, index: number): void {
    const { text } = block;
    const total = this.height(block);
    // The last lines of a quotation go over with its attribution, and no single line is carried over.
    const follow = block.keepWithNext && !block.heading ? this.need(index + 1, 1) : 0;
    let breakAt = Number.POSITIVE_INFINITY;
    if (total <= this.room && total + follow > this.room) breakAt = total - Math.min(2, total);
    else if (total - this.room === 1 && this.room > 2) breakAt = this.room - 1;
    if (breakAt === 1) breakAt = 0;
    let at = 0;
    let laid = 0;
    while (at < text.cells.length) {
      if (this.room === 0 || (laid === breakAt && this.page.lines.length > 0)) {
        this.open();
        if (laid === 0) for (const id of block.ids ?? []) this.pageOf.set(id, this.pages.length - 1);
        breakAt = Number.POSITIVE_INFINITY;
      }
      const indent = laid === 0 ? block.first : block.rest;
      const taken = takeLine(text, at, this.lineWidth, indent, this.width - block.rest);
      if (taken.line.cells === '') {
        if (taken.next > at) {
          at = taken.next;
          continue;
        }
        if (this.room === 1 && this.shape.lastLineReserve > 0) {
          // The word does not fit beside the page number.
          this.push(emptyLine);
          continue;
        }
        const again = takeLine(text, at, this.lineWidth, block.rest, 1);
        this.push(again.line);
        at = again.next;
      } else {
        if (taken.cut) this.longWords += 1;
        if (taken.continued) this.continued = true;
        this.push(taken.line);
        at = taken.next;
      }
      laid += 1;
    }
  }
}

/** Whether a line holds nothing. */
export function isBlank(line: Line): boolean {
  return line.cells === '' || [...line.cells].every((cell) => cell === blankCell);
}
