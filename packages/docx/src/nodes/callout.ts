import { bodyOf, captionOf, type NodeOf } from '@everyread/core';
import { type ParagraphChild } from 'docx';
import { twips } from '../design.js';
import { anchor, nextNudge, flow, line, paragraph } from '../flow.js';
import { wordRun } from '../runs.js';
import { calloutBorder, tint } from '../styles.js';
import type { Out, Scope } from '../scope.js';
import { isParagraph } from '../plain/plain-pieces.js';

/** A block that stands out: real paragraphs with one border and shade, never a text box, which screen readers skip. */
export function callout(node: NodeOf<'callout'>, scope: Scope): Out {
  const { design, words } = scope.job;
  anchor(scope, node.id);
  const bold: Scope = { ...scope, run: { ...scope.run, inBold: true } };
  const kind = node.kind === undefined || node.kind === 'note' ? undefined : words[node.kind];
  const caption = captionOf(node);
  const title: ParagraphChild[] = [
    ...(kind === undefined ? [] : [wordRun(caption === undefined ? kind : `${kind}: `, bold)]),
    ...(caption === undefined ? [] : line(caption.children, bold)),
  ];
  const left = twips(12) + nextNudge(scope.job);
  const frame = { style: 'Callout', left, right: twips(9), border: calloutBorder(design), shading: tint(design) };
  const blocks = [
    ...paragraph({ ...scope, frame: { left: 0 } }, title, { style: 'CalloutTitle', indent: { left, right: twips(9) } }),
    ...flow(bodyOf(node), { ...scope, frame, width: scope.width - twips(21) }),
  ];
  const first = blocks[0];
  if (isParagraph(first)) blocks[0] = first.with({ spacing: { before: design.gap, after: 0 } });
  const last = blocks.at(-1);
  if (isParagraph(last))
    blocks[blocks.length - 1] = last.with({ spacing: { ...last.options.spacing, after: Math.round(design.gap * 1.75) } });
  return blocks;
}
