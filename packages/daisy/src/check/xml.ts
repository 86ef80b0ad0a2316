/** An element as the checker reads it. */
export interface XmlElement {
  name: string;
  attributes: Readonly<Record<string, string>>;
  children: XmlElement[];
  /** All characters inside, in order. */
  text: string;
}

/** Says that a file is not well-formed. */
export class XmlError extends Error {}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Reads well-formed XML without entities of its own; anything else is an {@link XmlError}. */
export function readXml(bytes: Uint8Array): XmlElement {
  const source = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  const root: XmlElement = { name: '', attributes: {}, children: [], text: '' };
  const open: XmlElement[] = [root];
  const token =
    /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!DOCTYPE[^>]*>|<!\[CDATA\[([\s\S]*?)\]\]>|<\/([^\s>]+)\s*>|<([^\s/>!?]+)((?:\s+[^\s=]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|([^<]+)/gy;
  let at = 0;
  while (at < source.length) {
    token.lastIndex = at;
    const match = token.exec(source);
    if (match === null) throw new XmlError(`not well-formed near “${source.slice(at, at + 40)}”`);
    at = token.lastIndex;
    const [, cdata, close, name, attributes, empty, text] = match;
    if (text !== undefined || cdata !== undefined) {
      const value = cdata ?? decode(text!);
      for (const element of open) element.text += value;
    } else if (close !== undefined) {
      if (open.length < 2 || open.pop()!.name !== close) throw new XmlError(`</${close}> closes nothing`);
    } else if (name !== undefined) {
      const element: XmlElement = { name, attributes: readAttributes(attributes ?? ''), children: [], text: '' };
      open.at(-1)!.children.push(element);
      if (empty !== '/') open.push(element);
    }
  }
  if (open.length !== 1 || root.children.length !== 1) throw new XmlError('it does not have exactly one outermost element, closed');
  return root.children[0]!;
}

function readAttributes(source: string): Record<string, string> {
  const out: Record<string, string> = {};
  for (const [, name, double, single] of source.matchAll(/([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
    if (name! in out) throw new XmlError(`the attribute ${name!} stands twice`);
    out[name!] = decode(double ?? single ?? '');
  }
  return out;
}

function decode(text: string): string {
  return text.replace(/&(#x[\da-f]+|#\d+|\w+);/gi, (whole, name: string) => {
    if (name.startsWith('#')) return String.fromCodePoint(/^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1)));
    const value = entities[name];
    if (value === undefined) throw new XmlError(`the entity ${whole} is not known`);
    return value;
  });
}

/** All elements inside, in document order, itself first. */
export function all(element: XmlElement, name?: string): XmlElement[] {
  const found = name === undefined || element.name === name ? [element] : [];
  return [...found, ...element.children.flatMap((child) => all(child, name))];
}

/** The first element inside with a name. */
export const first = (element: XmlElement, name: string): XmlElement | undefined => all(element, name)[0];

/** Content of `<meta name=…>`, one for each. */
export const metaOf = (element: XmlElement, name: string): string[] =>
  all(element, 'meta')
    .filter((meta) => meta.attributes['name'] === name)
    .map((meta) => meta.attributes['content'] ?? '');
