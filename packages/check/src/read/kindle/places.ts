import type { Collector } from '../../outline/collector.js';
import { find, isElement, rawText, type Element } from '../markup.js';

/** Name of the attribute that a place is marked with. */
const mark = 'data-place';

/** The place that an element was marked as. */
export const placeOf = (element: Element): string | undefined => element.attributes[mark];

/**
 * Marks places in markup: Kindles lead to a byte, not to a name.
 *
 * @param text - one character for each byte
 * @param places - offsets into `text`
 */
export function markPlaces(text: string, places: Iterable<number>, collector: Collector): string {
  let out = text;
  for (const place of [...new Set(places)].sort((a, b) => b - a)) {
    const tag = /^<[a-z][\w:]*/i.exec(out.slice(place, place + 40))?.[0];
    const before = out.slice(0, place);
    const inTag = before.lastIndexOf('<') > before.lastIndexOf('>');
    if (place < 0 || place > text.length || (inTag && tag === undefined))
      collector.fault('read-back-link', `A link leads to byte ${place}, where nothing can be shown`);
    else if (tag !== undefined) out = `${before}${tag} ${mark}="${place}"${out.slice(place + tag.length)}`;
    else out = `${before}<a ${mark}="${place}"></a>${out.slice(place)}`;
  }
  return out;
}

/** Links that were found among the bytes, for one that leads to `place`. */
export const linkTo = (place: number): string => `href="#${place}"`;

/**
 * Gives the elements of a book the roles that its format has no words for: a raised number that leads to a place is the mark of a
 * note, and what stands there is the note. The list behind `contents` is a list of contents.
 *
 * @param contents - the place where the contents begin
 */
export function withRoles(root: Element, contents: number | undefined): Element {
  const notes = new Set<string>();
  for (const sup of find(root, (each) => each.name === 'sup')) {
    for (const anchor of find(sup, (each) => each.name === 'a')) {
      const to = /^#(\d+)$/.exec(anchor.attributes['href'] ?? '')?.[1];
      if (to !== undefined && /^\W*\d+\W*$/.test(rawText(sup))) notes.add(to);
    }
  }
  let contentsNext = false;
  const convert = (element: Element, inSup: boolean): Element => {
    const place = placeOf(element);
    if (place !== undefined && contents !== undefined && Number(place) === contents) contentsNext = true;
    const attributes: Record<string, string> = { ...element.attributes };
    const to = /^#(\d+)$/.exec(attributes['href'] ?? '')?.[1];
    if (element.name === 'a' && inSup && to !== undefined && notes.has(to)) attributes['role'] = 'doc-noteref';
    if (place !== undefined && notes.has(place) && element.name !== 'a') attributes['role'] = 'doc-footnote';
    const isContents = contentsNext && (element.name === 'ul' || element.name === 'ol');
    // The words above the list are no heading of the book: its contents do not list themselves.
    const name = isContents ? 'nav' : contentsNext && /^h[1-6]$/.test(element.name) ? 'p' : element.name;
    if (isContents) contentsNext = false;
    return {
      name,
      attributes,
      children: element.children.map((child) => (isElement(child) ? convert(child, inSup || element.name === 'sup') : child)),
    };
  };
  return convert(root, false);
}
