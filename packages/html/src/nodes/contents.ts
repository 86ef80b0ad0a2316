import type { OutlineEntry } from '@everyread/core';
import type { Element } from 'hast';
import { untitledLabels } from '../books/untitled.js';
import type { FragmentContext, Handle } from '../fragments/context.js';
import { h } from '../fragments/element.js';

export const contents: Handle<'contents'> = (node, context) =>
  context.options.contents === false ? undefined : contentsNav(context, node.depth ?? 3);

/** The list of sections as a named navigation landmark. */
export function contentsNav(context: FragmentContext, depth: number): Element {
  const id = context.unique('contents-title');
  const level = `h${1 + (context.options.headingOffset ?? 1)}`;
  return h(
    'nav',
    { className: ['contents'], ...context.role('toc'), ariaLabelledBy: [id], ...context.data({ depth: String(depth) }) },
    h(level, { id }, context.own(context.words.contents)),
    entriesList(context.report.outline, context, untitledLabels(context.report), depth),
  );
}

function entriesList(
  entries: readonly OutlineEntry[],
  context: FragmentContext,
  untitled: ReadonlyMap<string, string>,
  depth: number,
): Element {
  return h(
    'ol',
    {},
    entries.map((entry) => {
      const words = entry.text || untitled.get(entry.id) || context.report.meta.title;
      return h(
        'li',
        {},
        h('a', { href: context.href(entry.id) ?? `#${entry.id}`, lang: entry.lang }, words),
        depth > 1 && entry.children.length > 0 && entriesList(entry.children, context, untitled, depth - 1),
      );
    }),
  );
}
