import { toText, type Table as TableNode } from '@everyread/core';
import { TextRun, type ParagraphChild } from 'docx';
import { twips } from '../design.js';
import { line, paragraph } from '../flow.js';
import { textRun } from '../runs.js';
import type { Out, Scope } from '../scope.js';

/** What stands for a cell without words, behind its header: what Braille shows too. */
const emptyCell = '–';

/**
 * A table as records: the first cell of a row is its title, each other cell a line with its header before it. Nothing is left out (bar 15).
 * Marks say which words are which cell, so that an import makes the table again.
 */
export function recordBlocks(node: TableNode, scope: Scope, withHeaders: boolean): Out {
  const [first, ...others] = node.children;
  // Headers that head nothing are a record of their own.
  const headed = withHeaders && others.length > 0;
  const rows = headed ? others : node.children;
  const titles = headed ? first!.children : [];
  const bold: Scope = { ...scope, frame: { left: 0 }, run: { ...scope.run, inBold: true } };
  const plain: Scope = { ...scope, frame: { left: 0 } };
  const { marks } = scope.job;
  const silent: number[] = [];
  const blocks = rows.flatMap((row, rowIndex) => {
    const record = row.children.flatMap((cell, column) => {
      const header = titles[column];
      const label = header === undefined ? '' : toText(header);
      const own = line(cell.children, column === 0 ? bold : plain);
      const value = own.length === 0 ? own : marks.cell({ row: String(rowIndex), column: String(column) }, own);
      // The header's own marks and links stand once, in the first record.
      const strong: Scope = column === 0 ? bold : { ...plain, run: { ...plain.run, bold: true } };
      const labelRuns: readonly ParagraphChild[] =
        header === undefined || label === ''
          ? []
          : rowIndex === 0
            ? marks.cell({ header: String(column) }, line(header.children, strong))
            : [textRun(label, strong)];
      // A name with nothing behind it would look like a loss. The dash has no mark, so that an import takes it for nothing.
      const said = value.length === 0 ? [textRun(emptyCell, column === 0 ? bold : plain)] : value;
      if (column === 0) {
        const head = labelRuns.length === 0 ? value : [...labelRuns, textRun(': ', bold), ...said];
        return paragraph(bold, head, { style: 'RecordTitle' });
      }
      if (value.length === 0 && labelRuns.length === 0) return [];
      const between = labelRuns.length === 0 ? [] : [...labelRuns, new TextRun({ text: ': ', style: 'Strong' })];
      return paragraph(plain, [...between, ...said], {
        style: 'RecordLine',
        // After the last record, as much space as after a table.
        ...(column < row.children.length - 1
          ? { keepNext: true }
          : rowIndex === rows.length - 1
            ? { spacing: { after: twips(scope.job.design.sizePt) } }
            : {}),
      });
    });
    if (record.length === 0) silent.push(rowIndex);
    return record;
  });
  const columns = Math.max(...node.children.map((row) => row.children.length));
  return marks.records(
    {
      columns: String(columns),
      headed: headed ? 'true' : undefined,
      silent: silent.join(' '),
      align: Array.from({ length: columns }, (_, column) => node.align?.[column] ?? 'none').join(' '),
    },
    blocks,
  );
}
