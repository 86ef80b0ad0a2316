import type { Element, ElementContent, Properties, Text } from 'hast';

type Child = ElementContent | string | undefined | false;

/** Makes an element; strings become text, empty children are left out. */
export function h(tagName: string, properties: Properties = {}, ...children: (Child | readonly Child[])[]): Element {
  const content = children.flat(1) as Child[];
  return {
    type: 'element',
    tagName,
    properties: Object.fromEntries(
      Object.entries(properties).map(([name, value]) => [name, typeof value === 'string' ? clean(value) : value]),
    ),
    children: content
      .filter((child): child is ElementContent | string => child !== undefined && child !== false && child !== '')
      .map((child) => (typeof child === 'string' ? textNode(child) : child)),
  };
}

/** Text that every parser can read. */
export function textNode(value: string): Text {
  return { type: 'text', value: clean(value) };
}

/** Without the characters that XML forbids and lone surrogates (XML 1.0, 2.2): they would make a file unreadable. */
function clean(text: string): string {
  return text.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '');
}

/** The words in content, as they stand. */
export function wordsOf(content: readonly ElementContent[]): string {
  return content.map((node) => (node.type === 'text' ? node.value : node.type === 'element' ? wordsOf(node.children) : '')).join('');
}

/** For words that are read aloud and not seen. */
export function hidden(text: string, language: { lang?: string; dir?: string } = {}): Element {
  return h('span', { className: ['visually-hidden'], ...language }, text);
}
