import type { NodeOf } from '@everyread/core';
import { pictureRun } from '../picture/picture-run.js';
import { textRun } from '../runs.js';
import type { Out, Scope } from '../scope.js';

/** A picture inside a line, hardly taller than the line. Its words stand in its place where pictures are not shown. */
export function image(node: NodeOf<'image'>, scope: Scope): Out {
  const picture = scope.job.pictures.get(node.url);
  const alt = node.alt?.trim() ?? '';
  if (picture === undefined) return alt === '' ? [] : [textRun(alt, scope)];
  const { sizePt } = scope.job.design;
  return [pictureRun(picture, alt === '' ? { decorative: true } : { alt }, { widthPt: scope.width / 20, heightPt: sizePt * 1.5 }, scope)];
}
