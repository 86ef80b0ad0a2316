import { el, type Content, type Element } from '../book/element.js';

/** DTBook → XHTML 1.0: name, and a class where the name alone would say less. */
const names: Readonly<Record<string, readonly [string, string?]>> = {
  frontmatter: ['div', 'front'],
  bodymatter: ['div', 'body'],
  rearmatter: ['div', 'rear'],
  doctitle: ['h1', 'title'],
  docauthor: ['p', 'author'],
  level1: ['div', 'section'],
  level2: ['div', 'section'],
  level3: ['div', 'section'],
  level4: ['div', 'section'],
  level5: ['div', 'section'],
  level6: ['div', 'section'],
  sent: ['span', 'sentence'],
  note: ['div', 'footnote'],
  imggroup: ['div', 'figure'],
  prodnote: ['div', 'prodnote'],
};

/** The attributes that mean the same in both. */
const kept = ['id', 'href', 'src', 'alt', 'title', 'scope', 'dir', 'class'];

/** Turns the elements of a book into XHTML 1.0 Transitional. Headings go one down: the title is the first. */
export function toXhtml(content: Content, parent = ''): Content {
  if (typeof content === 'string') return content;
  const { name, attributes } = content;
  const children = content.children.map((child) => toXhtml(child, name));
  const given = Object.fromEntries(kept.flatMap((key) => (attributes[key] === undefined ? [] : [[key, attributes[key]]])));
  const lang = attributes['xml:lang'];
  const all = lang === undefined ? given : { ...given, lang, 'xml:lang': lang };
  switch (name) {
    case 'list':
      return el(attributes['type'] === 'ol' ? 'ol' : 'ul', { ...all, start: attributes['start'] }, children);
    case 'noteref':
      return el('a', { id: attributes['id'], class: 'noteref', href: attributes['idref'] }, children);
    case 'pagenum':
      return el('span', { id: attributes['id'], class: `page-${attributes['page'] ?? 'normal'}` }, children);
    case 'caption':
      // In a group of pictures it is a block; in a table XHTML has it too.
      return el(parent === 'imggroup' ? 'div' : 'caption', parent === 'imggroup' ? { ...all, class: 'caption' } : all, children);
    default: {
      const heading = /^h([1-6])$/.exec(name);
      if (heading) return el(`h${Math.min(6, Number(heading[1]))}`, all, children);
      const [to, className] = names[name] ?? [name];
      return el(to, className === undefined || all['class'] !== undefined ? all : { ...all, class: className }, emptyFilled(to, children));
    }
  }
}

/** XHTML wants something in some elements. */
function emptyFilled(name: string, children: readonly Content[]): readonly Content[] {
  return name === 'p' && children.length === 0 ? ['\u00a0'] : children;
}

/** A whole XHTML page. */
export function xhtmlPage(title: string, lang: string, metas: readonly Element[], body: readonly Content[]): Element {
  return el(
    'html',
    { xmlns: 'http://www.w3.org/1999/xhtml', lang, 'xml:lang': lang },
    el('head', {}, el('meta', { 'http-equiv': 'Content-type', content: 'text/html; charset=utf-8' }), el('title', {}, title), metas),
    el('body', {}, body),
  );
}

export const xhtmlDoctype =
  '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">\n';
