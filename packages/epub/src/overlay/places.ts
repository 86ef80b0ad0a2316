import type { Element, ElementContent } from 'hast';

/** A place in a document that may have a clip. */
export interface TextPlace {
  /** Name of the element. */
  id: string;
  /** Name of its clip, where that is another: the summary of a chart has that of the chart. */
  clip?: string;
  /** A print page: readers can skip it. */
  pageBreak: boolean;
}

/** What a reader may skip or leave as a whole (EPUB 3.3, 9.3.3 and 9.3.4). */
export interface TextGroup {
  id: string;
  /** A term of the EPUB Structural Semantics Vocabulary. */
  type: 'figure' | 'footnote' | 'list' | 'list-item' | 'table' | 'table-row';
  places: TextPlaces;
}

/** Places in reading order, as they are nested. */
export type TextPlaces = readonly (TextPlace | TextGroup)[];

/** Lists the places of a document. Groups without a name get one that no heading has. */
export function placesIn(content: readonly ElementContent[]): TextPlaces {
  let count = 0;
  const nextId = (): string => `_group-${(count += 1)}`;
  return content.flatMap((node) => placesOf(node, undefined, nextId));
}

function placesOf(node: ElementContent, parent: Element | undefined, nextId: () => string): TextPlaces {
  if (node.type !== 'element') return [];
  const { properties } = node;
  const type = groupOf(node, parent);
  const chart = chartOf(node);
  const id = typeof properties.id === 'string' ? properties.id : undefined;
  const own: TextPlace[] = id === undefined || chart !== undefined ? [] : [{ id, pageBreak: properties.role === 'doc-pagebreak' }];
  const inner = node.children.flatMap((child) => placesOf(child, node, nextId));
  const places = chart === undefined ? inner : withSummary(inner, chart);
  if (type === undefined) return [...own, ...places];
  if (places.length === 0 && own.length === 0) return [];
  const name = id ?? (properties.id = nextId());
  return [{ id: name, type, places: [...own, ...places] }];
}

function groupOf(node: Element, parent: Element | undefined): TextGroup['type'] | undefined {
  switch (node.tagName) {
    case 'figure':
      return hasClass(node, 'quote') ? undefined : 'figure';
    case 'table':
      return 'table';
    case 'tr':
      return 'table-row';
    case 'li':
      return hasClass(parent, 'notes-list') ? 'footnote' : 'list-item';
    case 'ul':
    case 'ol':
      return hasClass(node, 'notes-list') ? undefined : 'list';
    default:
      return undefined;
  }
}

/** A chart whose summary is a paragraph of its own: the clip of the chart belongs to that, not to the whole figure. */
function chartOf(node: Element): { chart: string; summary: string } | undefined {
  if (node.tagName !== 'figure' || !hasClass(node, 'chart') || typeof node.properties.id !== 'string') return undefined;
  const summary = find(node, 'chart-sentence')?.properties.id;
  return typeof summary === 'string' ? { chart: node.properties.id, summary } : undefined;
}

function withSummary(places: TextPlaces, { chart, summary }: { chart: string; summary: string }): TextPlaces {
  return places.map((place) => (place.id === summary && !('places' in place) ? { ...place, clip: chart } : place));
}

function find(element: Element, className: string): Element | undefined {
  for (const child of element.children) {
    if (child.type !== 'element') continue;
    const found = hasClass(child, className) ? child : find(child, className);
    if (found) return found;
  }
  return undefined;
}

const hasClass = (element: Element | undefined, name: string): boolean =>
  Array.isArray(element?.properties.className) && element.properties.className.includes(name);
