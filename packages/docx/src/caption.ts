import { captionOf, type ReportNode } from '@everyread/core';
import { TextRun, type IParagraphOptions, type ParagraphChild } from 'docx';
import { around, line, paragraph } from './flow.js';
import { wordRun } from './runs.js';
import type { Scope } from './scope.js';
import type { BodyParagraph } from './plain/plain-pieces.js';

/** The bookmark around the words “Table 2”, which a reference by number repeats. */
export const numberBookmark = (id: string): string => `number:${id}`;

/** The caption of a figure, chart or table, its number first; nothing where the author wrote none. */
export function captionParagraph(node: ReportNode & { id?: string }, scope: Scope, options: IParagraphOptions): BodyParagraph[] {
  const caption = captionOf(node);
  if (caption === undefined) return [];
  const inside = captionLine(node, scope, options.style !== 'Caption');
  return paragraph({ ...scope, frame: { ...scope.frame, style: undefined } }, inside, options);
}

function captionLine(node: ReportNode & { id?: string }, scope: Scope, bold: boolean): ParagraphChild[] {
  const caption = captionOf(node)!;
  const inner: Scope = bold ? { ...scope, run: { ...scope.run, inBold: true } } : scope;
  const { number, typed } = scope.job.report.targets.get(node.id ?? '') ?? {};
  const words = line(caption.children, inner);
  // A number that the author wrote is said once.
  if (number === undefined || typed || node.id === undefined) return words;
  const label = around(scope.job.names.of(numberBookmark(node.id)), [wordRun(number, { ...inner, run: { ...inner.run, bold: true } })]);
  return [...label, new TextRun({ text: '  ' }), ...words];
}
