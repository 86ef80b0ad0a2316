import { EveryreadError } from '@everyread/core';
import { parseXml, type XmlElement as SourceElement } from '@rgrove/parse-xml';
import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5';

/** An element of HTML or XML, as little as a reader needs. */
export interface Element {
  /** Local name in small letters for HTML; as written, with its prefix, for XML. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (Element | string)[];
}

/** Deeper than any document that a person wrote; a walk that recurses stops here. */
const maxDepth = 600;

/** More than the markup of ten thousand pages: what is longer would take more memory than there may be. */
const maxMarkup = 64 * 1024 * 1024;

const tooDeep = (): EveryreadError => new EveryreadError('document', `Elements are nested more than ${maxDepth} deep`);

/** More than ten thousand pages of a web page, without the pictures, typefaces and sounds in it: its parser takes most memory. */
const maxPage = 20 * 1024 * 1024;

/**
 * Reads HTML as browsers do.
 *
 * @throws {EveryreadError} code `document`, for a page that is longer or nested deeper than any report
 */
export function readHtmlMarkup(text: string): Element {
  let own = text.length;
  for (const [files] of text.matchAll(/data:[^"')\s]*|<template class="sound"[^>]*>[A-Za-z\d+/=]*/g)) own -= files.length;
  if (own > maxPage)
    throw new EveryreadError(
      'document',
      `The page has more than ${maxPage} characters, some ten thousand pages: more is not read back, so that nothing in it was compared`,
    );
  const document = parse(text, { scriptingEnabled: false });
  const convert = (node: Tree.Element, depth: number): Element => {
    if (depth > maxDepth) throw tooDeep();
    const children: (Element | string)[] = [];
    for (const child of node.childNodes) {
      if (child.nodeName === '#text') children.push((child as Tree.TextNode).value);
      else if ('tagName' in child) children.push(convert(child, depth + 1));
    }
    return {
      name: node.tagName.toLowerCase(),
      attributes: Object.fromEntries(
        node.attrs.map((attribute) => [attribute.prefix ? `${attribute.prefix}:${attribute.name}` : attribute.name, attribute.value]),
      ),
      children,
    };
  };
  const html = document.childNodes.find((node): node is Tree.Element => node.nodeName === 'html');
  if (!html) throw new EveryreadError('document', 'There is no html element');
  return convert(html, 0);
}

/**
 * Reads XML strictly. Entities of its own are not expanded, so an entity bomb is an error.
 *
 * @throws {EveryreadError} code `document`, for XML that is not well formed
 */
export function readXml(text: string, name = 'The XML'): Element {
  if (text.length > maxMarkup)
    throw new EveryreadError(
      'document',
      `${name} has more than ${maxMarkup} characters, some ten thousand pages: more is not read back, so that nothing in it was compared`,
    );
  try {
    const source = text.replace(/^\ufeff/, '').replace(/<!DOCTYPE[^>[]*(?:\[[^\]]*\])?\s*>/i, '');
    const { root } = parseXml(source, { resolveUndefinedEntity: () => undefined });
    if (!root) throw new Error('it is empty');
    return fromXml(root, 0);
  } catch (cause) {
    if (cause instanceof EveryreadError) throw cause;
    // The parser recurses: the stack ends before our own limit is asked.
    if (cause instanceof RangeError) throw tooDeep();
    throw new EveryreadError('document', `${name} is not well-formed XML: ${(cause as Error).message.split('\n')[0]}`, { cause });
  }
}

function fromXml(source: SourceElement, depth: number): Element {
  if (depth > maxDepth) throw tooDeep();
  const children: (Element | string)[] = [];
  for (const child of source.children) {
    if (child.type === 'element') children.push(fromXml(child as SourceElement, depth + 1));
    else if (child.type === 'text' || child.type === 'cdata') children.push((child as unknown as { text: string }).text);
  }
  return { name: source.name, attributes: source.attributes, children };
}

/** Whether a child is an element. */
export const isElement = (child: Element | string): child is Element => typeof child !== 'string';

/** The elements among the children, of one name if given. */
export function elements(parent: Element | undefined, name?: string): Element[] {
  return (parent?.children ?? []).filter(isElement).filter((child) => name === undefined || child.name === name);
}

/** The first child of a name. */
export const child = (parent: Element | undefined, name: string): Element | undefined => elements(parent, name)[0];

/** Every element below, in document order, for which `wanted` is true. */
export function* find(parent: Element, wanted: (element: Element) => boolean): Generator<Element> {
  for (const each of parent.children) {
    if (!isElement(each)) continue;
    if (wanted(each)) yield each;
    yield* find(each, wanted);
  }
}

/** All text below an element, as it stands. */
export function rawText(element: Element | undefined): string {
  return (element?.children ?? []).map((each) => (isElement(each) ? rawText(each) : each)).join('');
}
