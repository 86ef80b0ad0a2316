import { EveryreadError } from '@everyread/core';
import { SaxesParser } from 'saxes';

/** An element of a part, its name with the prefix that the specification uses. */
export interface XmlElement {
  name: string;
  attributes: Readonly<Record<string, string>>;
  children: (XmlElement | string)[];
}

/** The namespaces that matter, transitional and strict (ISO/IEC 29500-1 and -4), by their usual prefix. */
const prefixes: readonly (readonly [RegExp, string])[] = [
  [/wordprocessingml\/(?:\d{4}\/\d?\d?\/?)?main$/, 'w'],
  [/officeDocument\/(?:2006\/)?relationships$/, 'r'],
  [/package\/2006\/relationships$/, 'rel'],
  [/drawingml\/(?:2006\/)?wordprocessingDrawing$/, 'wp'],
  [/drawingml\/(?:2006\/)?main$/, 'a'],
  [/drawingml\/(?:2006\/)?picture$/, 'pic'],
  [/drawingml\/(?:2006\/)?chart$/, 'c'],
  [/drawingml\/(?:2006\/)?diagram$/, 'dgm'],
  [/drawing\/2014\/chartex$/, 'cx'],
  [/drawing\/2017\/decorative$/, 'adec'],
  [/officeDocument\/(?:2006\/)?math$/, 'm'],
  [/markup-compatibility\/2006$/, 'mc'],
  [/word\/2010\/wordprocessingShape$/, 'wps'],
  [/^urn:schemas-microsoft-com:vml$/, 'v'],
  [/^urn:schemas-microsoft-com:office:office$/, 'o'],
  [/dc\/elements\/1\.1\/$/, 'dc'],
  [/dc\/terms\/$/, 'dcterms'],
  [/package\/2006\/metadata\/core-properties$/, 'cp'],
  [/package\/2006\/content-types$/, 'ct'],
  [/^urn:everyread:source:1$/, 'everyread'],
];

const known = new Map<string, string>();

function prefixOf(uri: string): string {
  let prefix = known.get(uri);
  if (prefix === undefined) {
    prefix = prefixes.find(([pattern]) => pattern.test(uri))?.[1] ?? 'other';
    if (known.size < 1000) known.set(uri, prefix);
  }
  return prefix;
}

const maxDepth = 300;
/** Text in one piece, in UTF-16 code units: long novels have fewer. */
const maxPiece = 5_000_000;

/**
 * What the parts of one file may take together, so that no file exhausts the memory: a report of 3,000 pages takes half of it.
 * Paragraphs and pieces of text weigh more, since nodes are made of them.
 */
export class XmlBudget {
  #weight = 8_000_000;
  #text = 16_000_000;

  /** @returns whether there is room for an element */
  takeElement(name: string, attributes: number): boolean {
    this.#weight -= 4 + attributes + (name === 'w:p' || name === 'w:t' ? 16 : 0);
    return this.#weight >= 0;
  }

  /** @returns whether there is room for a text of this length, in UTF-16 code units */
  takeText(length: number): boolean {
    this.#text -= length;
    return this.#text >= 0 && length <= maxPiece;
  }
}

/**
 * Reads a part of an Office file. Entities of the document's own are refused, and nothing is fetched.
 *
 * @param budget - what is left for the parts of the file
 * @throws {EveryreadError} code `document` when the part is no well-formed XML, has a document type, or would exhaust the memory
 */
export function parseXml(path: string, bytes: Uint8Array, budget: XmlBudget): XmlElement {
  const parser = new SaxesParser({ xmlns: true });
  const top: XmlElement = { name: '', attributes: {}, children: [] };
  const open: XmlElement[] = [top];
  const fail = (reason: string, hint = 'Open the file in Word or LibreOffice, save it again as .docx, and try once more.'): never => {
    throw new EveryreadError('document', `The part ${path} of the file cannot be read: ${reason}`, { hint });
  };
  const tooBig = (reason: string): never => fail(reason, 'Cut the document into several, and import them one by one.');
  const addText = (text: string): void => {
    if (!budget.takeText(text.length)) tooBig('it has more text than any report');
    open.at(-1)!.children.push(text);
  };
  parser.on('error', (error) => fail(error.message.split('\n')[0]!));
  parser.on('doctype', () => fail('it declares a document type, which Office files never do'));
  parser.on('opentag', (tag) => {
    if (open.length > maxDepth) fail('its elements are nested too deeply');
    const name = `${prefixOf(tag.uri)}:${tag.local}`;
    const given = Object.values(tag.attributes);
    if (!budget.takeElement(name, given.length)) tooBig('it has more elements than any report');
    const attributes: Record<string, string> = {};
    for (const attribute of given) {
      const prefix = attribute.uri === '' ? '' : `${prefixOf(attribute.uri)}:`;
      attributes[`${prefix}${attribute.local}`] = attribute.value;
    }
    const element: XmlElement = { name, attributes, children: [] };
    open.at(-1)!.children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => void open.pop());
  parser.on('text', addText);
  parser.on('cdata', addText);
  for (const text of decode(bytes)) parser.write(text);
  parser.close();
  return elements(top)[0] ?? fail('it is empty');
}

const chunkBytes = 1 << 20;

/** Office writes UTF-8; UTF-16 with a byte order mark is allowed (XML 1.0, 4.3.3). In pieces: the whole text would stand in memory. */
function* decode(bytes: Uint8Array): Generator<string> {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
  const decoder = new TextDecoder(encoding);
  for (let at = 0; at < bytes.length; at += chunkBytes) yield decoder.decode(bytes.subarray(at, at + chunkBytes), { stream: true });
  yield decoder.decode();
}

/** The child elements. */
export function elements(parent: XmlElement): XmlElement[] {
  return parent.children.filter((child): child is XmlElement => typeof child !== 'string');
}

/** The first child element of a name. */
export function child(parent: XmlElement | undefined, name: string): XmlElement | undefined {
  return parent?.children.find((each): each is XmlElement => typeof each !== 'string' && each.name === name);
}

/** The first element of a name at any depth. */
export function descendant(parent: XmlElement, name: string): XmlElement | undefined {
  for (const each of elements(parent)) {
    if (each.name === name) return each;
    const found = descendant(each, name);
    if (found) return found;
  }
  return undefined;
}

/** The `w:val` of a child element. */
export function value(parent: XmlElement | undefined, name: string): string | undefined {
  return child(parent, name)?.attributes['w:val'];
}

/** Whether an on/off property is on: there, and not said to be off (ISO/IEC 29500-1, 17.17.4). */
export function isOn(parent: XmlElement | undefined, name: string): boolean {
  const element = child(parent, name);
  return element !== undefined && !['0', 'false', 'off'].includes(element.attributes['w:val'] ?? '');
}

/** All text inside. */
export function textOf(parent: XmlElement): string {
  return parent.children.map((each) => (typeof each === 'string' ? each : textOf(each))).join('');
}
