import {
  build,
  childrenOf,
  EveryreadError,
  is,
  toText,
  type DataTable,
  type FlowContent,
  type PhrasingContent,
  type ReportNode,
} from '@everyread/core';
import { holdsFiguresOnly, looksTwoRowed } from './guess-headers.js';
import type { Findings } from './importing.js';
import { joinRuns } from './line.js';

/** The rows of a foreign table: every cell there, merged ones given out already. */
export interface Grid {
  rows: PhrasingContent[][][];
  /** How many rows at the top are headers. */
  headRows: number;
  /** Whether the first row is printed as headers though nothing says that it is one. */
  looksHeaded?: boolean;
  /** Whether the first column heads the rows. */
  headColumn: boolean;
  /** Whether cells were merged. */
  merged?: boolean;
  align?: ('left' | 'right' | 'center' | null)[];
}

/** Rows that are filled up to the longest one: one long row would exhaust the memory. */
const maxCells = 500_000;

/**
 * A table of a report: one row of headers at most, all rows of one length.
 *
 * @throws {EveryreadError} code `document` when it has too many cells
 */
export function makeTable({ rows, headRows: saidRows, looksHeaded, headColumn, merged, align }: Grid, findings: Findings): DataTable {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 1);
  if (width * rows.length > maxCells)
    throw new EveryreadError('document', `A table has ${rows.length} rows of ${width} cells, more than a report can hold`, {
      hint: 'Leave the table out or make it smaller; nobody reads as much.',
    });
  for (const row of rows) while (row.length < width) row.push([]);
  const isSaid = saidRows > 0 || rows.length === 0;
  const onlyFigures = !isSaid && holdsFiguresOnly(rows);
  const headRows = !isSaid && merged === true && looksTwoRowed(rows) ? 2 : saidRows;
  const headed = !onlyFigures && (headRows > 0 || looksHeaded === true || !headColumn);
  const guessed = onlyFigures ? 'first column is' : headRows > 1 ? 'first two rows are' : 'first row is';
  if (!isSaid && (headed || !headColumn || looksHeaded === true))
    findings.say(
      'import-table-header',
      `A table says not which cells are headers; its ${guessed} taken as headers`,
      firstWords(onlyFigures ? [rows.map((row) => row[0]!)] : rows),
    );
  const made = headRows > 1 && headRows < rows.length ? [joinHeads(rows.slice(0, headRows)), ...rows.slice(headRows)] : rows;
  if (made !== rows)
    findings.say('import-merged-cells', `${headRows} header rows became one, each header with all its words`, firstWords(rows));
  const headers = headed ? (headColumn ? 'both' : 'col') : 'row';
  return build.dataTable({ headers }, [
    build.table(
      { align: Array.from({ length: width }, (_, column) => align?.[column] ?? null) } as never,
      made.map((row) =>
        build.tableRow(
          {},
          row.map((cell) => build.tableCell({}, cell)),
        ),
      ),
    ),
  ]);
}

/** “2023” above “Q1” is “2023, Q1” in one row. */
function joinHeads(rows: readonly PhrasingContent[][][]): PhrasingContent[][] {
  return rows[0]!.map((_, column) => {
    const parts: PhrasingContent[][] = [];
    for (const row of rows) {
      const cell = row[column]!;
      const text = toText(cell);
      if (text !== '' && !parts.some((part) => toText(part) === text)) parts.push(cell);
    }
    return parts.flatMap((part, index) => (index === 0 ? part : [build.text({ value: ', ' }), ...part]));
  });
}

function firstWords(rows: readonly PhrasingContent[][][]): string {
  return rows[0]!
    .map((cell) => toText(cell))
    .join(', ')
    .slice(0, 60);
}

/** How the cells of one table become lines. */
export interface CellJob {
  findings: Findings;
  /** Whether Everyread made the file: its lines are the author's own, and stay. */
  own: boolean;
  /** Set where a cell held more than one line. */
  joined: boolean;
}

/** Says once of a table that cells held more than one line. */
export function sayJoined({ findings, joined }: CellJob, table: string): void {
  if (joined)
    findings.say('import-changed', 'Lines in cells of a table stand one after another, with semicolons between them', table.slice(0, 40));
}

/** The blocks of a cell as one line: a table of Markdown holds no line break, so a semicolon keeps apart what no other sign does. */
export function flattenCell(blocks: readonly FlowContent[], job: CellJob): PhrasingContent[] {
  const { findings } = job;
  const out: PhrasingContent[] = [];
  const put = (nodes: readonly PhrasingContent[]): void => {
    if (out.length > 0 && nodes.length > 0) out.push(build.break());
    out.push(...nodes);
  };
  const add = (nodes: readonly ReportNode[]): void => {
    for (const node of nodes) {
      if (is(node, 'dataTable')) findings.say('import-nested-table', 'A table inside a table became text', toText(node).slice(0, 40));
      if (is(node, 'figure')) put([build.image({ url: node.src, alt: node.alt ?? '' })]);
      else if (is(node, 'code')) put([build.inlineCode({ value: node.value })]);
      if (is(node, 'keyFigure')) put([build.text({ value: `${node.value} ` }), ...node.children]);
      else if (is(node, 'paragraph') || is(node, 'heading') || is(node, 'caption') || is(node, 'tableCell')) put(node.children);
      else add(childrenOf(node));
    }
  };
  add(blocks as ReportNode[]);
  return joinRuns(job.own ? out : withoutBreaks(out, job));
}

function withoutBreaks(line: readonly PhrasingContent[], job: CellJob): PhrasingContent[] {
  return line.map((node, index): PhrasingContent => {
    if (is(node, 'break')) {
      job.joined = true;
      return build.text({ value: /[.!?:;,]\s*$/.test(toText(line.slice(0, index))) ? ' ' : '; ' });
    }
    return 'children' in node ? ({ ...node, children: withoutBreaks(node.children as PhrasingContent[], job) } as PhrasingContent) : node;
  });
}

/** Whether its cells show that a table without headers only places things on a page: one row alone, or one column. */
export function isLayout(cells: readonly (readonly FlowContent[])[], columns: number): boolean {
  if (cells.length === 1 || columns === 1)
    return cells.some((blocks) => blocks.length !== 1 || is(blocks[0], 'heading')) || cells.length === 1;
  return cells.length === columns || cells.some((blocks) => blocks.some((block) => is(block, 'heading') || is(block, 'dataTable')));
}
