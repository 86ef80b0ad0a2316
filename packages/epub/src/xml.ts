/** Characters that XML 1.0 can't hold, not even escaped (XML 1.0, 2.2); lone surrogates are replaced too. */
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f\ufffe\uffff]/g;
const loneSurrogates = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Text without what XML can't hold. */
export function clean(text: string): string {
  return text.replace(forbidden, '').replace(loneSurrogates, '\ufffd');
}

/** Text for an element or a quoted attribute. */
export function escapeXml(text: string): string {
  return clean(text).replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}

export type Attributes = Readonly<Record<string, string | undefined>>;

/** Markup that is safe to put into a document as it is. */
export class Markup {
  constructor(readonly xml: string) {}
}

export type XmlChild = Markup | string | undefined | readonly XmlChild[];

/** One element; texts are escaped, `undefined` is left out. */
export function el(name: string, attributes: Attributes = {}, ...children: XmlChild[]): Markup {
  const written = Object.entries(attributes)
    .filter((entry): entry is [string, string] => entry[1] !== undefined)
    .map(([key, value]) => ` ${key}="${escapeXml(value)}"`)
    .join('');
  const inside = toXml(children);
  return new Markup(inside === '' ? `<${name}${written}/>` : `<${name}${written}>${inside}</${name}>`);
}

function toXml(child: XmlChild): string {
  if (child === undefined) return '';
  if (typeof child === 'string') return escapeXml(child);
  if (child instanceof Markup) return child.xml;
  return child.map(toXml).join('');
}

const encoder = new TextEncoder();

/** A whole XML file in UTF-8. */
export function xmlFile(root: Markup, doctype = ''): Uint8Array {
  return encoder.encode(`<?xml version="1.0" encoding="UTF-8"?>\n${doctype}${root.xml}\n`);
}
