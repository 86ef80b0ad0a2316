import type { Element, ElementContent } from 'hast';
import { pictureNumber, textOf } from '../text/element.js';
import type { Dialect } from '../text/printer.js';
import { base32 } from './base32.js';

const named = new Set([
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'p',
  'div',
  'li',
  'ul',
  'ol',
  'dl',
  'dt',
  'dd',
  'table',
  'tr',
  'td',
  'th',
  'blockquote',
  'figure',
  'figcaption',
  'pre',
  'a',
  'img',
  'body',
]);
const inText = new Set(['lang', 'dir', 'title', 'alt', 'scope', 'start', 'value', 'colSpan', 'rowSpan', 'type', 'dateTime']);
/** A span says something where it names a place, a language or a direction, and where the style sheet names it. */
const tells = ['id', 'lang', 'dir'];
const styled = new Set(['credit', 'quote-by']);

/** Names that a Kindle keeps its place by: `aid`, counted through the whole book. */
export class AidCounter {
  #next = 0;
  fresh(): string {
    const aid = base32(this.#next, 1);
    this.#next += 1;
    return aid;
  }
}

/** The XHTML of KF8. */
export function kf8Dialect(aids: AidCounter, mediaTypeOf: (picture: number) => string): Dialect {
  return {
    tag(element) {
      const { tagName } = element;
      if (tagName === 'svg') return false;
      if (tagName === 'section') return undefined;
      if (
        tagName === 'span' &&
        !tells.some((name) => textOf(element, name) !== undefined) &&
        !styled.has(textOf(element, 'className') ?? '')
      )
        return undefined;
      return tagName;
    },
    attributes(element, tag) {
      const number = pictureNumber(element);
      const id = textOf(element, 'id');
      const lang = textOf(element, 'lang');
      const attributes: Record<string, string | undefined> = { class: textOf(element, 'className'), id, 'xml:lang': lang };
      for (const name of inText) attributes[name.toLowerCase()] = textOf(element, name);
      if (tag === 'img') {
        attributes.alt ??= '';
        if (number !== undefined) attributes.src = `kindle:embed:${base32(number, 4)}?mime=${mediaTypeOf(number)}`;
      }
      if (id !== undefined || named.has(tag)) attributes.aid = aids.fresh();
      return attributes;
    },
    link: { before: 'href="', blank: 'kindle:pos:fid:0000:off:0000000000', after: '"' },
  };
}

/** The blocks of a part, sections taken apart: a fragment may end after any of them. */
export function blocksOf(content: readonly ElementContent[]): ElementContent[] {
  return content.flatMap((node) => (isSection(node) ? blocksOf(node.children) : [node]));
}

const isSection = (node: ElementContent): node is Element =>
  node.type === 'element' && node.tagName === 'section' && node.properties.id === undefined;
