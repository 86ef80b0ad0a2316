import type { Element, ElementContent } from 'hast';
import { mapElements, pictureNumber, speakSigns, textOf } from '../text/element.js';
import type { Dialect } from '../text/printer.js';

const divisions = new Set(['section', 'article', 'header', 'footer', 'aside', 'nav', 'main', 'figure', 'details', 'div']);
const kept = new Set([
  'a', 'abbr', 'b', 'blockquote', 'br', 'code', 'dd', 'dl', 'dt', 'em', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'hr', 'i', 'img', 'li', 'ol', 'p', 'pre', 's', 'small',
  'strong', 'sub', 'sup', 'table', 'td', 'th', 'tr', 'u', 'ul',
]); // prettier-ignore
const blocks = new Set(['p', 'div', 'ul', 'ol', 'dl', 'table', 'blockquote', 'pre', 'figure', 'section']);

/** The HTML of MOBI 6: that of 2000, with byte positions in place of addresses. */
export const mobi6Dialect: Dialect = {
  tag(element) {
    const { tagName } = element;
    if (tagName === 'svg') return false;
    if (kept.has(tagName)) return tagName;
    if (divisions.has(tagName)) return 'div';
    if (tagName === 'figcaption' || tagName === 'summary') return hasBlocks(element.children) ? 'div' : 'p';
    if (tagName === 'del') return 's';
    // A span says something only where it names a language or a direction.
    if (tagName === 'span' && (textOf(element, 'lang') !== undefined || textOf(element, 'dir') !== undefined)) return 'span';
    return undefined;
  },
  attributes(element, tag) {
    const number = pictureNumber(element);
    return {
      lang: textOf(element, 'lang'),
      dir: textOf(element, 'dir'),
      title: textOf(element, 'title'),
      ...(tag === 'img'
        ? { recindex: number === undefined ? undefined : String(number).padStart(5, '0'), alt: textOf(element, 'alt') ?? '' }
        : {}),
      ...(tag === 'th' ? { scope: textOf(element, 'scope') } : {}),
      ...(tag === 'ol' ? { start: textOf(element, 'start') } : {}),
      ...(tag === 'li' ? { value: textOf(element, 'value') } : {}),
    };
  },
  link: { before: 'filepos=', blank: '0000000000', after: '' },
};

/** What old Kindles lack is said in another way: captions of tables stand before them, signs are written out. */
export function adaptForMobi6(content: readonly ElementContent[]): ElementContent[] {
  return mapElements(speakSigns(content), (element) => {
    if (element.tagName !== 'table') return [element];
    const caption = element.children.find((child): child is Element => child.type === 'element' && child.tagName === 'caption');
    const name =
      caption?.children ?? (textOf(element, 'ariaLabel') ? [{ type: 'text' as const, value: textOf(element, 'ariaLabel')! }] : []);
    const table = { ...element, children: element.children.filter((child) => child !== caption) };
    if (name.length === 0) return [table];
    return [
      { type: 'element', tagName: 'p', properties: {}, children: [{ type: 'element', tagName: 'b', properties: {}, children: name }] },
      table,
    ];
  });
}

const hasBlocks = (nodes: readonly ElementContent[]): boolean =>
  nodes.some((node) => node.type === 'element' && (blocks.has(node.tagName) || hasBlocks(node.children)));
