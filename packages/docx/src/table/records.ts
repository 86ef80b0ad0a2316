import { toText, type Table as TableNode } from '@everyread/core';
import { TextRun } from 'docx';
import { line, paragraph } from '../flow.js';
import { textRun } from '../runs.js';
import type { Out, Scope } from '../scope.js';

/** A table as records: the first cell of a row is its title, each other cell a line with its header before it. Nothing is left out (bar 15). */
export function recordBlocks(node: TableNode, scope: Scope, withHeaders: boolean): Out {
  const [first, ...others] = node.children;
  const rows = withHeaders ? others : node.children;
  const titles = withHeaders ? first!.children : [];
  const bold: Scope = { ...scope, frame: { left: 0 }, run: { ...scope.run, inBold: true } };
  const plain: Scope = { ...scope, frame: { left: 0 } };
  return rows.flatMap((row, rowIndex) =>
    row.children.flatMap((cell, column) => {
      const header = titles[column];
      const label = header === undefined ? '' : toText(header);
      const value = line(cell.children, column === 0 ? bold : plain);
      // The header's own marks and links stand once, in the first record.
      const strong: Scope = column === 0 ? bold : { ...plain, run: { ...plain.run, bold: true } };
      const labelRuns =
        header === undefined || label === '' ? [] : rowIndex === 0 ? line(header.children, strong) : [textRun(label, strong)];
      if (column === 0) {
        const head = labelRuns.length === 0 ? value : [...labelRuns, textRun(': ', bold), ...value];
        return paragraph(bold, head, { style: 'RecordTitle' });
      }
      if (value.length === 0 && labelRuns.length === 0) return [];
      const between = labelRuns.length === 0 ? [] : [...labelRuns, new TextRun({ text: ': ', style: 'Strong' })];
      return paragraph(plain, [...between, ...value], {
        style: 'RecordLine',
        ...(column < row.children.length - 1 ? { keepNext: true } : {}),
      });
    }),
  );
}
