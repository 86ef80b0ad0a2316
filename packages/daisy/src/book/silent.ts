import type { Builder } from './build.js';
import type { Content, Element } from './element.js';

/** Elements that hold lines of text. */
const lines = new Set(['p', 'li', 'th', 'td', 'caption', 'docauthor', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6']);

/**
 * Names each line that has words outside its sentences: a figure before its label, who said a quotation, a date. With sound they are
 * in the clip of the sentence beside them; without, a player shows what it is pointed at and nothing else.
 */
export function nameLooseLines(element: Element, builder: Builder): Element {
  const children = element.children.map((child) => (typeof child === 'string' ? child : nameLooseLines(child, builder)));
  const named = isLooseLine(element) && element.attributes['id'] === undefined ? { id: builder.id(builder.freeName('line')) } : {};
  return { ...element, attributes: { ...element.attributes, ...named }, children };
}

/** Whether a line has words outside its sentences. */
export function isLooseLine(element: Element): boolean {
  return lines.has(element.name) && element.children.some(isLoose);
}

function isLoose(content: Content): boolean {
  if (typeof content === 'string') return content.trim() !== '';
  if (content.name === 'sent' || content.name === 'pagenum' || content.name === 'noteref' || holdsBlocks.has(content.name)) return false;
  return lines.has(content.name) ? false : content.children.some(isLoose);
}

const holdsBlocks = new Set(['list', 'table', 'imggroup', 'div', 'blockquote', 'note']);
