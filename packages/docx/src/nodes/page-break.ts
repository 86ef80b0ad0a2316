import { fill, type NodeOf } from '@everyread/core';
import { anchor, around, paragraph } from '../flow.js';
import { wordRun } from '../runs.js';
import type { Out, Scope } from '../scope.js';

/** Where a page of the printed edition begins, so that “page 24” means the same to every reader. */
export function pageBreak(node: NodeOf<'pageBreak'>, scope: Scope): Out {
  const { names, words } = scope.job;
  const label = fill(words.printPage, { n: node.label });
  if (scope.place === 'block') {
    anchor(scope, node.id);
    return paragraph({ ...scope, frame: { left: 0 } }, [wordRun(label, scope)], { style: 'PrintPage' });
  }
  const mark = wordRun(` [${label}] `, { ...scope, run: {} }, { style: 'PrintPageMark' });
  return node.id === undefined ? [mark] : around(names.of(node.id), [mark]);
}
