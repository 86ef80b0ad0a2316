import { isElement, rawText, type Element } from '../markup.js';

const divisions = new Set(
  'book frontmatter bodymatter rearmatter level level1 level2 level3 level4 level5 level6 imggroup prodnote sidebar poem linegroup line docauthor covertitle epigraph byline dateline'.split(
    ' ',
  ),
);
const names: Readonly<Record<string, string>> = { list: 'ul', doctitle: 'h1', lic: 'span', sent: 'span', w: 'span' };

/**
 * The text of a talking book as HTML with roles: headings one level down, below the title; print pages, marks and notes as such.
 * DAISY 2.02 names them by classes, DAISY 3 by elements (DTBook 2005-3).
 */
export function asHtml(element: Element): Element {
  const kind = element.attributes['class'] ?? '';
  const attributes: Record<string, string> = { ...element.attributes };
  let name = names[element.name] ?? (divisions.has(element.name) ? 'div' : element.name);
  const level = /^h([1-6])$/.exec(element.name)?.[1];
  if (level !== undefined && kind !== 'title') name = `h${Number(level) + 1}`;
  if (element.name === 'pagenum' || /^page-(?:normal|front|special)$/.test(kind)) {
    name = 'span';
    attributes['role'] = 'doc-pagebreak';
    attributes['aria-label'] = rawText(element);
  }
  if (element.name === 'noteref' || kind === 'noteref') {
    name = 'a';
    attributes['role'] = 'doc-noteref';
    if (attributes['idref'] !== undefined) attributes['href'] = attributes['idref'];
  }
  if (element.name === 'note' || kind === 'footnote') {
    name = 'div';
    attributes['role'] = 'doc-footnote';
  }
  // A sentence made from the data of a chart stands in place of a picture of it.
  if (kind === 'summary') return { name: 'img', attributes: { alt: rawText(element) }, children: [] };
  return { name, attributes, children: element.children.map((child) => (isElement(child) ? asHtml(child) : child)) };
}
