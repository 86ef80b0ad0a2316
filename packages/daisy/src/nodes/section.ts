import type { NodeOf } from '@everyread/core';
import type { Builder } from '../book/build.js';
import { el, type Content } from '../book/element.js';
import { placeNotes } from '../book/place-notes.js';

export function sectionElement(node: NodeOf<'section'>, builder: Builder): Content[] {
  const content = builder.all(node.children);
  // A level holds more than its heading (DTBook 2005-3, level1).
  if (content.length < 2) content.push(el('p', {}));
  const notes = node.depth === 1 ? placeNotes(builder) : [];
  return [el(`level${node.depth}`, {}, content, notes)];
}
