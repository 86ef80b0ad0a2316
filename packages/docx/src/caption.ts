import { captionOf, is, type ReportNode } from '@everyread/core';
import { type IParagraphOptions, type ParagraphChild } from 'docx';
import { around, line, paragraph } from './flow.js';
import { wordRun } from './runs.js';
import type { Scope } from './scope.js';
import type { BodyParagraph } from './plain/plain-pieces.js';

/** The bookmark around the words “Table 2”, which a reference by number repeats. */
export const numberBookmark = (id: string): string => `number:${id}`;

/** The caption of a figure, chart or table; nothing where there is none. */
export function captionParagraph(node: ReportNode & { id?: string }, scope: Scope, options: IParagraphOptions): BodyParagraph[] {
  const caption = captionOf(node);
  if (caption === undefined) return [];
  const inner: Scope = options.style === 'Caption' ? scope : { ...scope, run: { ...scope.run, inBold: true } };
  const [first, ...words] = caption.children;
  const inside = is(first as ReportNode, 'captionNumber')
    ? [...numberRuns(node, inner, words.length > 0), ...line(words, inner)]
    : line(caption.children, inner);
  return paragraph({ ...scope, frame: { ...scope.frame, style: undefined } }, inside, options);
}

/** “Table 2. ” with a bookmark around what a reference repeats. */
function numberRuns(node: { id?: string }, scope: Scope, hasWords: boolean): ParagraphChild[] {
  const { number = '' } = scope.job.report.targets.get(node.id ?? '') ?? {};
  const bold: Scope = { ...scope, run: { ...scope.run, bold: true } };
  const label = around(scope.job.names.of(numberBookmark(node.id ?? '')), [wordRun(number, bold)]);
  return hasWords ? [...label, wordRun('.', bold), wordRun(' ', scope)] : label;
}
