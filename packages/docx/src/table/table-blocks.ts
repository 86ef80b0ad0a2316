import { captionOf, captionTitle, ruleMessage, toText, type ReportNode, type Table as TableNode } from '@everyread/core';
import { AlignmentType, TableLayoutType, WidthType, type IParagraphOptions } from 'docx';
import { cleanLine } from '../clean-text.js';
import { isShort, twips, type Twips } from '../design.js';
import { line, paragraph } from '../flow.js';
import { docxRules } from '../messages.js';
import { makeTable } from '../plain/plain-table.js';
import type { BodyParagraph } from '../plain/plain-pieces.js';
import { keepTogether } from '../non-breaking.js';
import { textRun } from '../runs.js';
import type { Out, Scope } from '../scope.js';
import { shareColumns } from './columns.js';
import { recordBlocks } from './records.js';

/** What the block around a table adds to it. */
export interface TableNotes {
  /** Name of the table where it has no caption. */
  title?: string;
}

/** A table with real headers, or a list of records where it would not fit at this size. */
export function tableBlocks(owner: ReportNode, node: TableNode, scope: Scope, notes: TableNotes): Out {
  if (node.children.length === 0) return [];
  const headers = owner.type === 'dataTable' ? (owner.headers ?? 'col') : owner.type === 'chart' ? 'both' : 'col';
  const withColumnHeaders = headers !== 'row';
  const withRowHeaders = headers !== 'col';
  const widths = columnWidths(node, scope);
  if (widths === undefined) {
    scope.job.message(
      ruleMessage(docxRules['docx-table-records'], {
        node,
        source: 'docx',
        reason: `A table with ${node.children[0]!.children.length} columns does not fit at ${scope.job.design.sizePt} points and is printed as a list`,
      }),
    );
    return recordBlocks(node, scope, withColumnHeaders);
  }
  const caption = captionOf(owner);
  const columnNames = withColumnHeaders
    ? node.children[0]!.children.map((cell) => toText(cell))
        .filter(Boolean)
        .join(', ')
    : '';
  const title = caption === undefined ? (notes.title ?? columnNames) : captionTitle(caption) || (notes.title ?? columnNames);
  const last = node.children.length - 1;
  const together = isShort(scope.job.design, node.children.length * 1.5);
  const columns = widths.map((width) => ({ width: { size: width, type: WidthType.DXA } }));
  const rows = node.children.map((row, rowIndex) => {
    const isHeader = withColumnHeaders && rowIndex === 0;
    return {
      options: {
        cantSplit: true,
        ...(isHeader ? { tableHeader: true } : {}),
        ...(rowIndex < last && (isHeader || together || rowIndex === last - 1) ? { keepNext: true } : {}),
      },
      cells: columns.map((options, column) => {
        const cell = row.children[column];
        const header = isHeader || (withRowHeaders && column === 0);
        return { options, children: cellContent(cell, column, header, node, scope) };
      }),
    };
  });
  scope.job.afterTable = true;
  return [
    makeTable(
      {
        rows,
        title: cleanLine(title),
        description: cleanLine(columnNames === '' ? title : columnNames),
        options: {
          style: 'ReportTable',
          layout: TableLayoutType.FIXED,
          width: { size: scope.width, type: WidthType.DXA },
          columnWidths: widths,
          tableLook: {
            firstRow: withColumnHeaders,
            firstColumn: withRowHeaders,
            lastRow: false,
            lastColumn: false,
            noHBand: true,
            noVBand: true,
          },
        },
      },
      scope.job.plain !== undefined,
    ),
  ];
}

function cellContent(
  cell: TableNode['children'][number]['children'][number] | undefined,
  column: number,
  header: boolean,
  node: TableNode,
  scope: Scope,
): BodyParagraph[] {
  const style = header ? 'TableHeader' : 'TableText';
  const inner: Scope = { ...scope, frame: { left: 0 }, run: header ? { ...scope.run, inBold: true } : scope.run };
  const words = cell === undefined ? [] : line(cell.children, inner);
  // Right alignment is for print: with large letters the eye loses the row on its way across.
  const right = node.align?.[column] === 'right' && !scope.job.design.large;
  const centre = node.align?.[column] === 'center' && !scope.job.design.large;
  const options = cellOptions[style][right ? 'right' : centre ? 'centre' : 'left'];
  // A cell must hold a paragraph, so an empty cell has an empty one (ECMA-376 17.4.65).
  return paragraph(inner, words.length === 0 ? [textRun('', inner)] : words, options);
}

const { END, CENTER } = AlignmentType;

/** The options of the paragraphs in cells; those of many cells are one object, which is written once. */
const cellOptions = Object.fromEntries(
  (['TableHeader', 'TableText'] as const).map((style) => [
    style,
    { left: { style }, right: { style, alignment: END }, centre: { style, alignment: CENTER } },
  ]),
) as Record<'TableHeader' | 'TableText', Record<'left' | 'right' | 'centre', IParagraphOptions>>;

/** Widths of the columns, or nothing where the table is better read as records. */
function columnWidths(node: TableNode, scope: Scope): Twips[] | undefined {
  const { design, typeface } = scope.job;
  const pad = twips(design.sizePt * 0.5) * 2 + twips(1);
  const count = Math.max(...node.children.map((row) => row.children.length));
  // What large print keeps on one line needs the room of one word.
  const kept = (text: string): string => (design.large ? keepTogether(cleanLine(text)) : cleanLine(text));
  const texts = Array.from({ length: count }, (_, column) => node.children.map((row) => kept(toText(row.children[column] ?? []))));
  const measure = (text: string): number => twips(typeface.bold.width(text, design.sizePt)) + pad;
  const needs = texts.map((cells) => ({
    least: Math.max(pad, ...cells.map((cell) => Math.max(0, ...cell.split(/[ \t\n]+/).map(measure)))),
    most: Math.max(pad, ...cells.map(measure)),
  }));
  const widths = shareColumns(needs, scope.width);
  if (widths === undefined || !design.large || count <= 2) return widths;
  // A cell that runs down the page in a narrow column is harder to follow than a line with its header.
  const isTall = texts.some((cells, column) =>
    cells.some((cell, row) => countLines(cell, widths[column]! - pad, (text) => measure(text) - pad) > (row === 0 ? 5 : 4)),
  );
  return isTall ? undefined : widths;
}

/** How many lines a text takes in a width. */
function countLines(text: string, width: Twips, measure: (text: string) => Twips): number {
  const blank = measure(' ');
  let lines = 1;
  let used = 0;
  for (const word of text.split(/[ \t\n]+/).map(measure)) {
    if (used > 0 && used + blank + word > width) {
      lines += 1;
      used = word;
    } else used += (used > 0 ? blank : 0) + word;
  }
  return lines;
}
