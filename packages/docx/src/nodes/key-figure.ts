import type { NodeOf } from '@everyread/core';
import { Tab, TextRun, type IParagraphOptions } from 'docx';
import type { Twips } from '../design.js';
import { line, nextNudge, paragraph } from '../flow.js';
import { textRun } from '../runs.js';
import type { Out, Scope } from '../scope.js';

/** One figure: the numeral large, then what it counts and how it changed. */
export function keyFigure(node: NodeOf<'keyFigure'>, scope: Scope): Out {
  const column = scope.frame.left;
  const value = textRun(node.value, { ...scope, run: {} }, { style: 'KeyFigureValue' });
  const change = node.change === undefined ? [] : [new TextRun({ break: 1 }), textRun(node.change, scope, { style: 'Quiet' })];
  const gap = column > 0 ? new TextRun({ children: [new Tab()] }) : new TextRun({ break: 1 });
  return paragraph(
    { ...scope, frame: { left: 0, ...(scope.frame.keepNext ? { keepNext: true } : {}) } },
    [value, gap, ...line(node.children, scope), ...change],
    {
      style: 'KeyFigure',
      ...ruledApart(scope, column),
    },
  );
}

/** The indents that let each figure draw its own rule: those of the same borders and indents would be one group with a single one. */
function ruledApart({ job }: Scope, column: Twips): IParagraphOptions {
  const left = column + nextNudge(job);
  return column > 0 ? { indent: { left, hanging: left }, tabStops: [{ type: 'left', position: left }] } : { indent: { left } };
}
