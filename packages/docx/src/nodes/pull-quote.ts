import type { NodeOf } from '@everyread/core';
import { twips } from '../design.js';
import { anchor, nextNudge, flow, paragraph } from '../flow.js';
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
  const frame = {
    style: 'Quote',
    left,
    right: twips(design.sizePt),
    border: quoteBorder(design),
    ...(attribution.length > 0 ? { keepNext: true } : {}),
  };
  const words = flow(node.children, { ...scope, frame, width: scope.width - design.indent });
  const first = words[0];
  if (isParagraph(first)) words[0] = first.with({ spacing: { before: design.gap } });
  const [name, ...more] = attribution;
  if (name === undefined) return words;
  const who = [
    textRun(name, { ...scope, run: { ...scope.run, bold: true } }),
    ...(more.length > 0 ? [textRun(`, ${more.join(', ')}`, scope)] : []),
  ];
  return [
    ...words,
    ...paragraph({ ...scope, frame: { left: 0 } }, who, { style: 'QuoteAttribution', indent: { left, right: twips(design.sizePt) } }),
  ];
}
