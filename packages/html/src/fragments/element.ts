import type { Element, ElementContent, Properties, Text } from 'hast';

type Child = ElementContent | string | undefined | false;

/** Makes an element; strings become text, empty children are left out. */
export function h(tagName: string, properties: Properties = {}, ...children: (Child | readonly Child[])[]): Element {
  const content = children.flat(1) as Child[];
  return {
    type: 'element',
    tagName,
    properties,
    children: content
      .filter((child): child is ElementContent | string => child !== undefined && child !== false && child !== '')
      .map((child) => (typeof child === 'string' ? textNode(child) : child)),
  };
}

/** Text without the characters that XML forbids and lone surrogates (XML 1.0, 2.2): they would make a file unreadable. */
export function textNode(value: string): Text {
  return { type: 'text', value: value.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '') };
}

/** For words that are read aloud and not seen. */
export function hidden(text: string): Element {
  return h('span', { className: ['visually-hidden'] }, text);
}
