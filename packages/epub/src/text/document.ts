import { directionOf } from '@everyread/core';
import { el, Markup, xmlFile, type XmlChild } from '../xml.js';

/** One XHTML document of the book. */
export interface DocumentInput {
  lang: string;
  title: string;
  stylesheet: string;
  className?: string;
  body: XmlChild;
}

/** The element that an overlay as a whole belongs to; no heading's name begins so. */
export const bodyId = '_text';

/** Wraps content into a document of the book (EPUB 3.3, 6.1). */
export function makeDocument(input: DocumentInput): Uint8Array {
  const { lang } = input;
  return xmlFile(
    el(
      'html',
      {
        xmlns: 'http://www.w3.org/1999/xhtml',
        'xmlns:epub': 'http://www.idpf.org/2007/ops',
        lang,
        'xml:lang': lang,
        dir: directionOf(lang),
      },
      el(
        'head',
        {},
        el('title', {}, input.title.trim() || '–'),
        el('link', { rel: 'stylesheet', type: 'text/css', href: input.stylesheet }),
      ),
      // Never self-closed: an HTML parser would take what follows as its content.
      el('body', { id: bodyId, class: input.className }, input.body, new Markup('\n')),
    ),
    '<!DOCTYPE html>\n',
  );
}
