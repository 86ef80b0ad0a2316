import { wordsOf } from '@everyread/html';
import type { Element, ElementContent } from 'hast';

/** A property as text: lists joined, absent ones left out. */
export function textOf(element: Element, name: string): string | undefined {
  const value = element.properties[name];
  if (value === undefined || value === null || value === false) return undefined;
  return Array.isArray(value) ? value.join(' ') : value === true ? name.toLowerCase() : String(value);
}

/** Rebuilds content from the leaves up; `change` gives what takes an element's place. */
export function mapElements(nodes: readonly ElementContent[], change: (element: Element) => ElementContent[]): ElementContent[] {
  return nodes.flatMap((node) => (node.type === 'element' ? change({ ...node, children: mapElements(node.children, change) }) : [node]));
}

/** Numbers of pictures in `src`. */
export function pictureNumber(element: Element): number | undefined {
  const match = /^picture:(\d+)$/.exec(textOf(element, 'src') ?? '');
  return match ? Number(match[1]) : undefined;
}

/** A sign that only a screen reader's label explains, such as ↩, is written out: Kindles know no such labels. */
export function speakSigns(nodes: readonly ElementContent[]): ElementContent[] {
  return mapElements(nodes, (element) => {
    const label = textOf(element, 'ariaLabel');
    if (element.tagName !== 'a' || label === undefined || /[\p{L}\p{N}]/u.test(wordsOf(element.children))) return [element];
    return [{ ...element, children: [{ type: 'text', value: label }] }];
  });
}
