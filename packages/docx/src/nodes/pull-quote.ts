import { toText, type NodeOf } from '@everyread/core';
import { isShort, twips } from '../design.js';
import { anchor, flow, keptWithNext, linesOf, nextNudge, paragraph } from '../flow.js';
import { quoteBorder } from '../styles.js';
import { textRun } from '../runs.js';
import type { Out, Scope } from '../scope.js';
import { isParagraph } from '../plain/plain-pieces.js';

/** A quotation and, on a line of its own and kept with it, who said it. */
export function pullQuote(node: NodeOf<'pullQuote'>, scope: Scope): Out {
  const { job } = scope;
  const { design } = job;
  const left = design.indent + nextNudge(job);
  anchor(scope, node.id);
  const attribution = [node.by, node.role, node.org].filter((part): part is string => part !== undefined && part.trim() !== '');
  const right = twips(design.sizePt);
  // A long one would leave much of a page empty: then its last paragraph alone is kept with the name, if that is short.
  const isKept = (children: typeof node.children): boolean =>
    attribution.length > 0 &&
    isShort(
      design,
      children.reduce((lines, each) => lines + linesOf(toText(each), scope.width - left - right, scope), 0),
    );
  const frame = { style: 'Quote', left, right, border: quoteBorder(design), ...(isKept(node.children) ? { keepNext: true } : {}) };
  const words = flow(node.children, { ...scope, frame, width: scope.width - design.indent });
  const last = words.at(-1);
  if (isParagraph(last) && isKept(node.children.slice(-1))) words[words.length - 1] = last.with(keptWithNext);
  const first = words[0];
  if (isParagraph(first)) words[0] = first.with({ spacing: { before: design.gap } });
  const [name, ...more] = attribution;
  if (name === undefined) return words;
  const who = [
    textRun(name, { ...scope, run: { ...scope.run, bold: true } }),
    ...(more.length > 0 ? [textRun(`, ${more.join(', ')}`, scope)] : []),
  ];
  return [...words, ...paragraph({ ...scope, frame: { left: 0 } }, who, { style: 'QuoteAttribution', indent: { left, right } })];
}
