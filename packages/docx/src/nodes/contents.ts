import type { NodeOf } from '@everyread/core';
import { cleanLine } from '../clean-text.js';
import { paragraph } from '../flow.js';
import { PlainContents } from '../plain/plain-contents.js';
import { wordRun } from '../runs.js';
import type { Out, Scope } from '../scope.js';

/** The contents list: Word's own field, filled with an entry for each heading, each a link. */
export function contents(node: NodeOf<'contents'>, scope: Scope): Out {
  const { words, report } = scope.job;
  if (report.outline.length === 0) return [];
  const list = new PlainContents(cleanLine(words.contents), node.depth ?? 3);
  return [
    ...paragraph({ ...scope, frame: { left: 0 } }, [wordRun(words.contents, { ...scope, run: { inBold: true } })], { style: 'TOCHeading' }),
    scope.job.plain === undefined ? list.toLibrary() : list,
  ];
}
