import type { NodeOf } from '@everyread/core';
import { TableOfContents } from 'docx';
import { cleanLine } from '../clean-text.js';
import { paragraph } from '../flow.js';
import { wordRun } from '../runs.js';
import type { Out, Scope } from '../scope.js';

/** The contents list: Word's own field, filled with an entry for each heading, each a link. */
export function contents(node: NodeOf<'contents'>, scope: Scope): Out {
  const { words, report } = scope.job;
  if (report.outline.length === 0) return [];
  return [
    ...paragraph({ ...scope, frame: { left: 0 } }, [wordRun(words.contents, { ...scope, run: { inBold: true } })], { style: 'TOCHeading' }),
    new TableOfContents(cleanLine(words.contents), { hyperlink: true, headingStyleRange: `1-${node.depth ?? 3}` }),
  ];
}
