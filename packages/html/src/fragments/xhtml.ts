import { escapeXml } from '@everyread/core';
import type { Element, ElementContent } from 'hast';
import { find, html, svg } from 'property-information';

const empty = new Set(['area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'source', 'track', 'wbr']);

/**
 * Prints HTML nodes as XHTML: well-formed XML, attributes quoted, empty elements closed, `lang` repeated as `xml:lang`.
 * The file around them declares the namespaces (`epub` where `epub: true` was asked for).
 *
 * @param content - one node or several
 */
export function toXhtml(content: ElementContent | readonly ElementContent[]): string {
  const out: string[] = [];
  for (const node of Array.isArray(content) ? (content as readonly ElementContent[]) : [content as ElementContent]) print(node, out, false);
  return out.join('');
}

function print(node: ElementContent, out: string[], inSvg: boolean): void {
  if (node.type === 'text') out.push(escapeXml(node.value));
  else if (node.type === 'element') printElement(node, out, inSvg);
}

function printElement(element: Element, out: string[], inSvg: boolean): void {
  const isSvg = inSvg || element.tagName === 'svg';
  out.push('<', element.tagName);
  if (element.tagName === 'svg' && !inSvg) out.push(' xmlns="http://www.w3.org/2000/svg"');
  for (const [name, value] of Object.entries(element.properties)) {
    if (value === undefined || value === null || value === false) continue;
    const info = find(isSvg ? svg : html, name);
    const text =
      value === true
        ? info.overloadedBoolean || info.boolean
          ? info.attribute
          : 'true'
        : Array.isArray(value)
          ? value.join(info.commaSeparated ? ',' : ' ')
          : String(value);
    if (name === 'lang') out.push(' xml:lang="', escapeXml(text), '"');
    out.push(' ', info.attribute, '="', escapeXml(text), '"');
  }
  if (element.children.length === 0 && (isSvg || empty.has(element.tagName))) {
    out.push('/>');
    return;
  }
  out.push('>');
  for (const child of element.children) print(child, out, isSvg);
  out.push('</', element.tagName, '>');
}
