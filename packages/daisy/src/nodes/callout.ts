import { bodyOf, captionOf, primaryLanguage, type NodeOf } from '@everyread/core';
import type { Builder } from '../book/build.js';
import { el, type Content } from '../book/element.js';

/** A box: its kind is a word before its title, for no player shows a class. With sound the word is in the clip of what follows it. */
export function calloutElement(node: NodeOf<'callout'>, builder: Builder): Content[] {
  const caption = captionOf(node);
  const kind = kindOf(node, builder);
  const title = caption && builder.all(caption.children);
  return [
    el(
      'div',
      { class: `callout ${node.kind ?? 'note'}`, id: builder.maybeId(node.id) },
      (kind !== undefined || title) && el('p', { class: 'title' }, kind, title && kind !== undefined && ': ', title),
      builder.all(bodyOf(node)),
    ),
  ];
}

/** The word, marked with its language where that is not the report's. */
function kindOf({ kind }: NodeOf<'callout'>, { report }: Builder): Content | undefined {
  if (kind === undefined || kind === 'note') return undefined;
  const { words, meta } = report;
  return words.lang === primaryLanguage(meta.lang) ? words[kind] : el('span', { 'xml:lang': words.lang }, words[kind]);
}
