import type { Element, ElementContent } from 'hast';

/** What one document holds: for the manifest, the metadata and the overlay. */
export interface Survey {
  images: number;
  svg: boolean;
  charts: number;
  longDescriptions: number;
  tables: number;
  ids: string[];
  text: string;
}

/** Walks the content in reading order. */
export function surveyContent(content: readonly ElementContent[]): Survey {
  const survey: Survey = { images: 0, svg: false, charts: 0, longDescriptions: 0, tables: 0, ids: [], text: '' };
  const parts: string[] = [];
  for (const node of content) look(node, survey, parts);
  return { ...survey, text: parts.join('') };
}

function look(node: ElementContent, survey: Survey, parts: string[]): void {
  if (node.type === 'text') parts.push(node.value);
  if (node.type !== 'element') return;
  const { properties, tagName } = node;
  if (typeof properties.id === 'string') survey.ids.push(properties.id);
  if (tagName === 'img' && properties.alt !== '') survey.images += 1;
  if (tagName === 'svg') {
    survey.svg = true;
    if (properties.role === 'img') survey.charts += 1;
  }
  if (tagName === 'table') survey.tables += 1;
  if (hasClass(node, 'description')) survey.longDescriptions += 1;
  for (const child of node.children) look(child, survey, parts);
}

const hasClass = (node: Element, name: string): boolean =>
  Array.isArray(node.properties.className) && node.properties.className.includes(name);
