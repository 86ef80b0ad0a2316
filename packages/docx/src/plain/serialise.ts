import type { IXmlableObject } from 'docx';

const entities: Record<string, string> = { '&': '&amp;', '"': '&quot;', "'": '&apos;', '<': '&lt;', '>': '&gt;' };

/** Text as `docx` writes it between tags and in attributes. */
export function escapeXml(text: string): string {
  return text.replace(/[&"'<>]/g, (sign) => entities[sign]!);
}

/** The XML of what `docx` makes of a component: `{ name: parts }`, where a part is text, an element or `{ _attr }`. */
export function serialise(object: IXmlableObject): string {
  const [name, content] = Object.entries(object)[0]! as [string, unknown];
  const parts: unknown[] = Array.isArray(content) ? content : content !== null && typeof content === 'object' ? [content] : [content];
  let attributes = '';
  let inside = '';
  let empty = true;
  for (const part of parts) {
    if (part === null || typeof part !== 'object') {
      inside += escapeXml(String(part));
      empty = false;
    } else if ('_attr' in part) {
      for (const [key, value] of Object.entries(part._attr as object)) attributes += ` ${key}="${escapeXml(String(value))}"`;
      if (Array.isArray(content)) empty = false;
    } else if (Object.keys(part).length > 0) {
      inside += serialise(part as IXmlableObject);
      empty = false;
    }
  }
  return empty ? `<${name}${attributes}/>` : `<${name}${attributes}>${inside}</${name}>`;
}
