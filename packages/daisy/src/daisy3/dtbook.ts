import type { Book } from '../book/book.js';
import { el, printXml, type Content, type Element } from '../book/element.js';

/** The text of a DAISY 3 book (DTBook 2005-3), each spoken element pointing into its SMIL file. */
export function dtbook(book: Book): string {
  const refs = new Map<string, string>();
  for (const chapter of book.chapters) for (const part of chapter.parts) refs.set(part.id, `${chapter.path}#par-${part.id}`);
  for (const chapter of book.chapters)
    for (const part of chapter.parts)
      if (part.noteId !== undefined && !refs.has(part.noteId)) refs.set(part.noteId, `${chapter.path}#seq-${part.noteId}`);
  const { meta } = book.report;
  const withRefs = (content: Content): Content => {
    if (typeof content === 'string') return content;
    const id = content.attributes['id'];
    const smilref = id === undefined ? undefined : refs.get(id);
    return {
      ...content,
      attributes: smilref === undefined ? content.attributes : { ...content.attributes, smilref },
      children: content.children.map(withRefs),
    };
  };
  const root = el(
    'dtbook',
    { xmlns: 'http://www.daisy.org/z3986/2005/dtbook/', version: '2005-3', 'xml:lang': meta.lang },
    el(
      'head',
      {},
      el('meta', { name: 'dtb:uid', content: book.uid }),
      el('meta', { name: 'dc:Title', content: meta.title }),
      el('link', { rel: 'stylesheet', type: 'text/css', href: 'book.css' }),
    ),
    el(
      'book',
      { showin: 'xxx' },
      withRefs(book.frontmatter) as Element,
      withRefs(book.bodymatter) as Element,
      book.rearmatter && (withRefs(book.rearmatter) as Element),
    ),
  );
  return `<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE dtbook PUBLIC "-//NISO//DTD dtbook 2005-3//EN" "http://www.daisy.org/z3986/2005/dtbook-2005-3.dtd">\n${printXml(root)}\n`;
}
