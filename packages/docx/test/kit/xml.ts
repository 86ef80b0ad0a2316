/** A small XML reader for tests: elements, attributes and text; throws where the XML is not well formed. */
export interface Element {
  name: string;
  attributes: Record<string, string>;
  children: (Element | string)[];
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const decode = (text: string): string =>
  text.replace(/&(?:#(\d+)|#x([0-9a-f]+)|(\w+));/gi, (all, decimal?: string, hexadecimal?: string, name?: string) => {
    if (decimal) return String.fromCodePoint(Number(decimal));
    if (hexadecimal) return String.fromCodePoint(Number.parseInt(hexadecimal, 16));
    if (name && name in entities) return entities[name]!;
    throw new Error(`unknown entity ${all}`);
  });

/** Reads a document and returns its root. */
export function parseXml(xml: string): Element {
  const bad = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/.exec(xml);
  if (bad) throw new Error(`forbidden character at ${bad.index}`);
  const top: Element = { name: '', attributes: {}, children: [] };
  const open = [top];
  const pattern = /<\?[\s\S]*?\?>|<!--[\s\S]*?-->|<\/([\w:.-]+)\s*>|<([\w:.-]+)((?:\s+[\w:.-]+\s*=\s*"[^"<]*")*)\s*(\/?)>|([^<]+)/gy;
  while (pattern.lastIndex < xml.length) {
    const at = pattern.lastIndex;
    const match = pattern.exec(xml);
    if (match === null) throw new Error(`not well formed at ${at}: ${xml.slice(at, at + 60)}`);
    const [, close, start, attributes, selfClosed, text] = match;
    if (close !== undefined) {
      if (open.pop()?.name !== close) throw new Error(`</${close}> closes nothing at ${at}`);
    } else if (start !== undefined) {
      const element: Element = { name: start, attributes: {}, children: [] };
      for (const [, name, value] of (attributes ?? '').matchAll(/([\w:.-]+)\s*=\s*"([^"]*)"/g)) element.attributes[name!] = decode(value!);
      open.at(-1)!.children.push(element);
      if (selfClosed === '') open.push(element);
    } else if (text !== undefined) open.at(-1)!.children.push(decode(text));
  }
  if (open.length !== 1) throw new Error(`<${open.at(-1)!.name}> is not closed`);
  const root = top.children.find((child) => typeof child !== 'string');
  if (root === undefined) throw new Error('no root');
  return root;
}

/** Every element of a name, in document order. */
export function all(element: Element, name: string): Element[] {
  const found: Element[] = [];
  const visit = (node: Element): void => {
    if (node.name === name) found.push(node);
    for (const child of node.children) if (typeof child !== 'string') visit(child);
  };
  visit(element);
  return found;
}

/** The first element of a name among the descendants. */
export const first = (element: Element, name: string): Element | undefined => all(element, name)[0];

/** The first child of a name. */
export const child = (element: Element | undefined, name: string): Element | undefined =>
  element?.children.find((node): node is Element => typeof node !== 'string' && node.name === name);

/** The value of a property element such as `w:pStyle`. */
export const value = (element: Element | undefined, name: string): string | undefined => child(element, name)?.attributes['w:val'];
