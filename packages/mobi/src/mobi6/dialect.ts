import { h, textNode } from '@everyread/html';
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
      // As this format sets it, each paragraph is indented and follows the one before without space (Mobipocket, “Text justification”).
      ...(tag === 'p' ? { width: '0', height: isClose(element) ? '0' : '1em' } : {}),
      dir: textOf(element, 'dir'),
      title: textOf(element, 'title'),
      ...(tag === 'img'
        ? { recindex: number === undefined ? undefined : String(number).padStart(5, '0'), alt: textOf(element, 'alt') ?? '' }
        : {}),
      // Lines, without which the words of one row can't be told from those of the next.
      ...(tag === 'table' ? { border: '1', cellspacing: '0', cellpadding: '3' } : {}),
      ...(tag === 'tr' ? { valign: 'top' } : {}),
      ...(tag === 'th' ? { scope: textOf(element, 'scope') } : {}),
      ...(tag === 'ol' ? { start: textOf(element, 'start') } : {}),
      ...(tag === 'li' ? { value: textOf(element, 'value') } : {}),
    };
  },
  link: { before: 'filepos=', blank: '0000000000', after: '' },
};

/** What old Kindles lack is said in another way: captions of tables stand before them, titles without a style are bold, signs are written out. */
export function adaptForMobi6(content: readonly ElementContent[]): ElementContent[] {
  return mapElements(speakSigns(content), (element) => {
    if (element.tagName === 'table') return captionBefore(element);
    if (element.tagName === 'pre') return [{ ...element, tagName: 'div', children: linesOf(element.children) }];
    if (/^(?:block|card|step)-title$/.test(textOf(element, 'className') ?? '')) return [withBold(element)];
    if (element.tagName !== 'figure' || textOf(element, 'className') === 'quote') return [element];
    const children = element.children.map((child) =>
      child.type === 'element' && child.tagName === 'figcaption' ? withBold(child) : child,
    );
    return [{ ...element, children }];
  });
}

function captionBefore(table: Element): ElementContent[] {
  const caption = table.children.find((child): child is Element => child.type === 'element' && child.tagName === 'caption');
  if (caption === undefined) return [table];
  return [h('p', {}, h('b', {}, caption.children)), { ...table, children: table.children.filter((child) => child !== caption) }];
}

/** Lines of code with their ends and their blanks written out: `pre` would be cut off at the edge, and some readers run its lines together. */
function linesOf(nodes: readonly ElementContent[]): ElementContent[] {
  return nodes.flatMap((node): ElementContent[] => {
    if (node.type === 'element') return [{ ...node, children: linesOf(node.children) }];
    if (node.type !== 'text') return [];
    const lines = node.value.replace(/\n$/, '').split('\n');
    return lines.flatMap((line, index) => [
      ...(index === 0 ? [] : [h('br')]),
      textNode(line.replace(/\t/g, '    ').replace(/^ | (?= )/g, '\u00a0')),
    ]);
  });
}

/** With its words in bold, but for who made a picture. */
function withBold(title: Element): Element {
  const credit = title.children.findIndex((child) => child.type === 'element' && textOf(child, 'className') === 'credit');
  const end = credit < 0 ? title.children.length : credit;
  return { ...title, children: [h('b', {}, title.children.slice(0, end)), ...title.children.slice(end)] };
}

/** What belongs to the line before it. */
const isClose = (element: Element): boolean => textOf(element, 'className') === 'records-size';

const hasBlocks = (nodes: readonly ElementContent[]): boolean =>
  nodes.some((node) => node.type === 'element' && (blocks.has(node.tagName) || hasBlocks(node.children)));
