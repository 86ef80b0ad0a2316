import { isRightToLeft } from '../runs.js';
import type { RunState, Scope } from '../scope.js';

/** The language and direction that a node hands down. Going back to the document's own language needs no mark. */
export function ownLanguage(
  node: { lang?: string | undefined; dir?: string | undefined },
  scope: Scope,
): Pick<RunState, 'lang' | 'rightToLeft'> {
  const documents = scope.job.report.meta.lang;
  const lang = node.lang ?? scope.run.lang;
  const rightToLeft =
    node.dir === 'rtl' ||
    (node.dir !== 'ltr' && node.lang !== undefined ? isRightToLeft(node.lang) : scope.run.rightToLeft === true && node.dir !== 'ltr');
  return { lang: lang === documents ? undefined : lang, rightToLeft: node.dir === 'rtl' || rightToLeft ? true : undefined };
}
