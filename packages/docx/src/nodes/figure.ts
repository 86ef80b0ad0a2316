import { bodyOf, fill, type NodeOf } from '@everyread/core';
import type { ParagraphChild } from 'docx';
import { captionParagraph } from '../caption.js';
import { anchor, flow, paragraph } from '../flow.js';
import { blockRoom, pictureRun } from '../picture/picture-run.js';
import { textRun, wordRun } from '../runs.js';
import type { Out, Scope } from '../scope.js';

/** A picture, its caption and credit below it, then its long description as ordinary text. */
export function figure(node: NodeOf<'figure'>, scope: Scope): Out {
  const { job } = scope;
  anchor(scope, node.id);
  const picture = job.pictures.get(node.src);
  const alt = node.alt?.trim() ?? '';
  const body = bodyOf(node);
  const shown: ParagraphChild[] =
    picture !== undefined
      ? [pictureRun(picture, node.decorative || alt === '' ? { decorative: true } : { alt }, blockRoom(scope), scope)]
      : node.decorative || alt === ''
        ? []
        : [wordRun(`${job.words.image}: `, { ...scope, run: { ...scope.run, bold: true } }), textRun(alt, scope)];
  const hasMore = node.children.length > 0 || node.credit !== undefined;
  const style = picture === undefined ? {} : { style: 'Picture' };
  return [
    ...paragraph({ ...scope, frame: { left: scope.frame.left } }, shown, { ...style, ...(hasMore ? { keepNext: true } : {}) }),
    ...captionParagraph(node, scope, { style: 'Caption', ...(node.credit !== undefined ? { keepNext: true, spacing: { after: 0 } } : {}) }),
    ...(node.credit === undefined
      ? []
      : paragraph({ ...scope, frame: { left: 0 } }, [wordRun(fill(job.words.credit, { name: node.credit }), scope)], { style: 'Credit' })),
    ...(body.length === 0
      ? []
      : [
          ...paragraph(
            { ...scope, frame: { left: 0 } },
            [wordRun(job.words.description, { ...scope, run: { ...scope.run, inBold: true } })],
            {
              style: 'RecordTitle',
            },
          ),
          ...flow(body, scope),
        ]),
  ];
}
