import type { Element } from '../markup.js';

/** Elements whose beginning and end break a line of words. */
export const blocks = new Set(
  'address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr li main nav ol p pre section summary table tbody td tfoot th thead tr ul mbp:pagebreak'.split(
    ' ',
  ),
);

/** Elements that hold no words of the document. */
export const silent = new Set('head script style template noscript audio video iframe object embed canvas'.split(' '));

const tokens = (value: string | undefined): string[] => (value ?? '').toLowerCase().split(/\s+/).filter(Boolean);

/** Whether an element says of itself what it is, in ARIA or in EPUB's way. */
export function says(element: Element, role: string, epubType = role.replace(/^doc-/, '')): boolean {
  return tokens(element.attributes['role']).includes(role) || tokens(element.attributes['epub:type']).includes(epubType);
}

/** Whether assistive technology is told to pass an element by. */
export function isHidden(element: Element): boolean {
  return element.attributes['aria-hidden'] === 'true' || 'hidden' in element.attributes;
}

/** The element's own language. */
export const langOf = (element: Element): string | undefined => element.attributes['lang'] ?? element.attributes['xml:lang'];
