import { escapeXml } from '@everyread/core';

/** One element of a book, as DTBook 2005-3 names it. DAISY 2.02 gets the same tree in XHTML's names. */
export interface Element {
  name: string;
  attributes: Readonly<Record<string, string | undefined>>;
  children: readonly Content[];
}
export type Content = Element | string;

/** Makes an element; absent children are left out. */
export function el(
  name: string,
  attributes: Element['attributes'],
  ...children: (Content | readonly Content[] | undefined | false)[]
): Element {
  return {
    name,
    attributes,
    children: children.flat(1).filter((child): child is Content => child !== undefined && child !== false && child !== ''),
  };
}

/** Prints an element as XML. Elements without content are closed at once. */
export function printXml(content: Content): string {
  if (typeof content === 'string') return escapeXml(content);
  const attributes = Object.entries(content.attributes)
    .filter((entry): entry is [string, string] => entry[1] !== undefined)
    .map(([name, value]) => ` ${name}="${escapeXml(value)}"`)
    .join('');
  if (content.children.length === 0) return `<${content.name}${attributes}/>`;
  return `<${content.name}${attributes}>${content.children.map(printXml).join('')}</${content.name}>`;
}

/** Calls `see` for each element in document order. */
export function walkElements(
  content: Content,
  see: (element: Element, parents: readonly Element[]) => void,
  parents: readonly Element[] = [],
): void {
  if (typeof content === 'string') return;
  see(content, parents);
  for (const child of content.children) walkElements(child, see, [...parents, content]);
}

/** The words of an element. */
export function textOf(content: Content): string {
  return typeof content === 'string' ? content : content.children.map(textOf).join('');
}
