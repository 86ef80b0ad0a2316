import { bodyOf, captionOf, fill, type NodeOf } from '@everyread/core';
import type { Builder } from '../book/build.js';
import { el, type Content } from '../book/element.js';

export function figureElement(node: NodeOf<'figure'>, builder: Builder): Content[] {
  const caption = captionOf(node);
  const picture = builder.images.get(node.src);
  const alt = node.decorative ? '' : node.alt?.trim() || builder.report.words.spoken.imageWithout;
  const id = builder.maybeId(node.id);
  const credit = node.credit ? [el('p', { class: 'credit' }, fill(builder.report.words.credit, { name: node.credit }))] : [];
  const words = caption ? builder.all(caption.children) : [];
  // As in every edition: what the picture shows follows who made it.
  const rest = [...credit, ...builder.all(bodyOf(node))];
  if (picture === undefined) {
    if (node.decorative && words.length === 0 && rest.length === 0) return [];
    return [
      el(
        'div',
        { class: 'figure' },
        !node.decorative && el('p', { id, class: 'image' }, alt),
        words.length > 0 && el('p', { class: 'caption' }, words),
        rest,
      ),
    ];
  }
  const group = el(
    'imggroup',
    {},
    el('img', { id: id ?? builder.id(picture.path), src: picture.path, alt }),
    words.length > 0 && el('caption', {}, words),
  );
  return rest.length === 0 ? [group] : [el('div', { class: 'figure' }, group, rest)];
}
