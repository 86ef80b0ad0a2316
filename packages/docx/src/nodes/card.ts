import { bodyOf, build, captionOf, type NodeOf } from '@everyread/core';
import { anchor, flow, handle, line, paragraph } from '../flow.js';
import { blockRoom, pictureRun } from '../picture/picture-run.js';
import { textRun, wordRun } from '../runs.js';
import type { Out, Scope } from '../scope.js';

/** One card: a title, which is the link where there is one, its picture and its text. */
export function card(node: NodeOf<'card'>, scope: Scope): Out {
  const { job } = scope;
  anchor(scope, node.id);
  const bold: Scope = { ...scope, place: 'line', run: { ...scope.run, inBold: true } };
  const title = captionOf(node)?.children ?? (node.href ? [build.text({ value: node.href })] : []);
  const words = node.href === undefined ? line(title, bold) : (handle(linkTo(node.href, title), bold) as ReturnType<typeof line>);
  const picture = node.src === undefined ? undefined : job.pictures.get(node.src);
  const alt = node.alt?.trim() ?? '';
  const room = blockRoom(scope);
  return [
    ...paragraph({ ...scope, frame: { left: 0 } }, words, { style: 'CardTitle' }),
    ...(picture === undefined
      ? alt === ''
        ? []
        : paragraph(scope, [wordRun(`${job.words.image}: `, { ...scope, run: { ...scope.run, bold: true } }), textRun(alt, scope)])
      : paragraph(
          { ...scope, frame: { left: 0 } },
          [
            pictureRun(
              picture,
              alt === '' ? { decorative: true } : { alt },
              { ...room, widthPt: job.design.large ? room.widthPt : room.widthPt / 2, heightPt: room.heightPt * 0.6, enlarge: 1 },
              scope,
            ),
          ],
          { style: 'Picture', keepNext: true },
        )),
    ...flow(bodyOf(node), scope),
  ];
}

function linkTo(
  href: string,
  title: Parameters<typeof build.link>[1],
): ReturnType<typeof build.link> | ReturnType<typeof build.crossReference> {
  return href.startsWith('#') ? build.crossReference({ target: href.slice(1), show: 'text' }, title) : build.link({ url: href }, title);
}
