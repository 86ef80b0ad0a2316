import { bodyOf, captionOf, type NodeOf } from '@everyread/core';
import type { ParagraphChild } from 'docx';
import { twips } from '../design.js';
import { anchor, flow, line, paragraph } from '../flow.js';
import { wordRun } from '../runs.js';
import { calloutBorder, tint } from '../styles.js';
import type { Out, Scope } from '../scope.js';

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
  const frame = { style: 'Callout', left: twips(12), right: twips(9), border: calloutBorder(design), shading: tint(design) };
  return [
    ...paragraph({ ...scope, frame: { left: 0 } }, title, { style: 'CalloutTitle' }),
    ...flow(bodyOf(node), { ...scope, frame, width: scope.width - twips(21) }),
  ];
}
