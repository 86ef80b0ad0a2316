import { build, is, type PhrasingContent, type ReportNode } from '@everyread/core';
import { child, isOn, value, type XmlElement } from '../xml.js';
import type { Reader } from './reader.js';

/** How a run of text is to be marked. */
export interface RunFormat {
  bold: boolean;
  italic: boolean;
  deleted: boolean;
  code: boolean;
  lang: string | undefined;
  dir: 'rtl' | undefined;
  style: string;
}

const plain: RunFormat = { bold: false, italic: false, deleted: false, code: false, lang: undefined, dir: undefined, style: '' };

/** Reads what the formatting of a run means. What its paragraph's style does already has no meaning of its own. */
export function readFormat(
  properties: XmlElement | undefined,
  reader: Reader,
  paragraphBold: boolean,
  paragraphItalic: boolean,
): RunFormat {
  if (properties === undefined) return plain;
  const style = reader.styles.get(value(properties, 'w:rStyle') ?? '');
  const name = style?.name ?? '';
  const bold = child(properties, 'w:b') ? isOn(properties, 'w:b') : (style?.bold ?? false);
  const italic = child(properties, 'w:i') ? isOn(properties, 'w:i') : (style?.italic ?? false);
  const rtl = isOn(properties, 'w:rtl');
  return {
    bold: name === 'strong' || (bold && !paragraphBold),
    italic: name === 'emphasis' || (italic && !paragraphItalic),
    deleted: isOn(properties, 'w:strike') || isOn(properties, 'w:dstrike'),
    code: name === 'code' || name === 'htmlcode' || name === 'verbatimchar' || name === 'sourcetext',
    lang: languageOf(properties, rtl, reader),
    dir: rtl ? 'rtl' : undefined,
    style: name,
  };
}

/** The language of a run where it is another one; Word marks regional variants at random, so the language alone counts. */
function languageOf(properties: XmlElement, rtl: boolean, reader: Reader): string | undefined {
  const element = child(properties, 'w:lang');
  if (element === undefined) return undefined;
  const { 'w:val': latin, 'w:bidi': bidi, 'w:eastAsia': eastAsia } = element.attributes;
  const tag = rtl ? bidi : (latin ?? eastAsia ?? bidi);
  if (tag === undefined || tag === '' || tag === 'x-none') return undefined;
  const canonical = canonicalTag(tag);
  return canonical === undefined || primary(canonical) === primary(reader.lang) ? undefined : canonical;
}

export function canonicalTag(tag: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(tag)[0];
  } catch {
    return undefined;
  }
}

function primary(tag: string): string {
  return tag.toLowerCase().split('-')[0]!;
}

/** Puts marks around nodes, the widest outside. */
export function wrap(nodes: PhrasingContent[], format: RunFormat): PhrasingContent[] {
  let out = nodes;
  if (out.length === 0) return out;
  if (format.code) out = out.map((node) => (is(node, 'text') ? build.inlineCode({ value: node.value }) : node));
  if (format.deleted) out = [build.delete({}, out)];
  if (format.italic) out = [build.emphasis({}, out)];
  if (format.bold) out = [build.strong({}, out)];
  if (format.lang !== undefined) out = [build.span({ lang: format.lang, ...(format.dir ? { dir: format.dir } : {}) }, out)];
  return out;
}

/** Joins what Word cut into pieces: the same marks side by side become one, and so do texts. */
export function joinRuns(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const out: PhrasingContent[] = [];
  for (const node of nodes) {
    const last = out.at(-1);
    if (is(node, 'text') && is(last, 'text')) out[out.length - 1] = { ...last, value: last.value + node.value };
    else if (is(node, 'inlineCode') && is(last, 'inlineCode')) out[out.length - 1] = { ...last, value: last.value + node.value };
    else if (last !== undefined && 'children' in node && sameMark(last, node)) {
      out[out.length - 1] = {
        ...last,
        children: joinRuns([...(last as { children: PhrasingContent[] }).children, ...(node.children as PhrasingContent[])]),
      } as PhrasingContent;
    } else out.push('children' in node ? ({ ...node, children: joinRuns(node.children as PhrasingContent[]) } as PhrasingContent) : node);
  }
  return out;
}

const joinable = new Set(['strong', 'emphasis', 'delete', 'span', 'link']);

function sameMark(a: PhrasingContent, b: PhrasingContent): boolean {
  if (a.type !== b.type || !joinable.has(a.type)) return false;
  const key = (node: PhrasingContent): string => JSON.stringify({ ...node, children: undefined });
  return key(a) === key(b);
}

/** Takes blanks at the ends of a line away, and marks that hold nothing. */
export function trimLine(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const out = nodes.filter((node) => !('children' in node) || node.children.length > 0 || is(node as ReportNode, 'link'));
  trimEnd(out, 0, /^\s+/);
  trimEnd(out, -1, /\s+$/);
  return out;
}

function trimEnd(nodes: PhrasingContent[], at: 0 | -1, pattern: RegExp): void {
  for (;;) {
    const node = nodes.at(at);
    if (is(node, 'break')) {
      if (at === 0) nodes.shift();
      else nodes.pop();
      continue;
    }
    if (!is(node, 'text')) return;
    const text = node.value.replace(pattern, '');
    if (text !== '') {
      nodes[at === 0 ? 0 : nodes.length - 1] = { ...node, value: text };
      return;
    }
    if (at === 0) nodes.shift();
    else nodes.pop();
  }
}
