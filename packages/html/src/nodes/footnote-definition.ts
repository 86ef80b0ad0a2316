import { fill, type Note } from '@everyread/core';
import type { Element, ElementContent } from 'hast';
import type { FragmentContext, Handle } from '../fragments/context.js';
import { h } from '../fragments/element.js';

/** One note, its last paragraph followed by the ways back to its marks. */
export const footnoteDefinition: Handle<'footnoteDefinition'> = (node, context) => {
  const note = context.report.notes.find((each) => each.id === node.id);
  const content = context.all(node);
  const marks = note?.referenceIds ?? [];
  const back = marks.flatMap((id, index): ElementContent[] => {
    const address = context.href(id);
    if (address === undefined) return [];
    // Several marks lead here: each way back has its own name.
    const which = marks.length > 1 ? ` (${index + 1})` : '';
    const ariaLabel = `${fill(context.words.backToText, { n: node.number ?? '' })}${which}`;
    return [
      { type: 'text', value: ' ' },
      h('a', { href: address, className: ['note-back'], ...context.role('backlink'), ariaLabel, ...context.wordsLanguage }, '↩\uFE0E'),
    ];
  });
  const last = content.findLast((child): child is Element => child.type === 'element');
  if (last?.tagName === 'p') last.children.push(...back);
  else if (back.length > 0) content.push(h('p', {}, back));
  return h(
    'li',
    { id: node.id, value: node.number === undefined ? undefined : String(node.number), ...context.data({ name: node.identifier }) },
    content,
  );
};

/** Notes under a heading of their own, which has the name `id`, or below a line at the end of a section. */
export function notesList(notes: readonly Note[], context: FragmentContext, title: { id?: string; text: string }): Element {
  const items = context.some(notes.map((note) => note.definition));
  const list = h('ol', { className: ['notes-list'], ...(notes[0] && notes[0].number > 1 ? { start: notes[0].number } : {}) }, items);
  const level = `h${1 + (context.options.headingOffset ?? 1)}`;
  if (title.id === undefined) return h('section', { className: ['notes'], ...context.role('endnotes'), ariaLabel: title.text }, list);
  return h(
    'section',
    { className: ['notes'], ...context.role('endnotes'), ariaLabelledBy: [title.id] },
    h(level, { id: title.id }, context.own(title.text)),
    list,
  );
}
