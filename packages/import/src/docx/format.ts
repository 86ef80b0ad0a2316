import { build, is, type PhrasingContent } from '@everyread/core';
import { canonicalTag, sameLanguage } from '../language.js';
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
  raised: 'super' | 'sub' | undefined;
  hidden: boolean;
  style: string;
  /** Of the letters, in half-points, where the run or its style says it. */
  size?: number;
}

const plain: RunFormat = {
  raised: undefined,
  hidden: false,
  bold: false,
  italic: false,
  deleted: false,
  code: false,
  lang: undefined,
  dir: undefined,
  style: '',
};

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
  const size = value(properties, 'w:sz') ?? style?.size;
  return {
    bold: name === 'strong' || (bold && !paragraphBold),
    italic: name === 'emphasis' || (italic && !paragraphItalic),
    deleted: isOn(properties, 'w:strike') || isOn(properties, 'w:dstrike'),
    code: name === 'code' || name === 'htmlcode' || name === 'verbatimchar' || name === 'sourcetext',
    lang: languageOf(properties, rtl, reader),
    dir: rtl ? 'rtl' : undefined,
    raised: raisedBy(properties),
    hidden: isOn(properties, 'w:vanish'),
    style: name,
    ...(size === undefined ? {} : { size: Number(size) }),
  };
}

/** LibreOffice writes raised figures as a position of their own size, not as `vertAlign` (ISO/IEC 29500-1, 17.3.2.24 and 17.3.2.42). */
function raisedBy(properties: XmlElement): 'super' | 'sub' | undefined {
  const align = value(properties, 'w:vertAlign');
  if (align === 'superscript') return 'super';
  if (align === 'subscript') return 'sub';
  const position = Number(value(properties, 'w:position') ?? 0);
  if (align !== undefined || !child(properties, 'w:sz')) return undefined;
  return position > 0 ? 'super' : position < 0 ? 'sub' : undefined;
}

/** The language of a run where it is another one; Word marks regional variants at random, so the language alone counts. */
function languageOf(properties: XmlElement, rtl: boolean, reader: Reader): string | undefined {
  const element = child(properties, 'w:lang');
  if (element === undefined) return undefined;
  const { 'w:val': latin, 'w:bidi': bidi, 'w:eastAsia': eastAsia } = element.attributes;
  const tag = rtl ? bidi : (latin ?? eastAsia ?? bidi);
  return otherLanguage(tag, reader);
}

/** A language where it is another than that of the report, and of the passage around. */
export function otherLanguage(tag: string | undefined, reader: Reader): string | undefined {
  const canonical = tag === undefined || tag === '' || tag === 'x-none' ? undefined : canonicalTag(tag);
  // A passage says its language once; its runs need not.
  const around = reader.passages.at(-1)?.lang;
  return canonical === undefined || sameLanguage(canonical, reader.lang) || sameLanguage(canonical, around) ? undefined : canonical;
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
