import { child, elements, isOn, value, type XmlElement } from '../xml.js';

/** What a style says that matters for meaning. */
export interface WordStyle {
  id: string;
  /** Folded: lower case, no blanks. Names are the same in every language of Word, ids are not. */
  name: string;
  outlineLevel?: number;
  numId?: string;
  listLevel?: number;
  bold: boolean;
  italic: boolean;
  /** The language that it says its text is in, as it is written there. */
  lang?: string;
  /** Of its letters, in half-points. */
  size?: number;
  /** How far its paragraphs stand from the margin, in twentieths of a point. */
  indent?: number;
}

/** How far the properties of a paragraph or style move it from the margin (ISO/IEC 29500-1 17.3.1.12), in twentieths of a point. */
export function indentOf(properties: XmlElement | undefined): number | undefined {
  const { 'w:left': left, 'w:start': start = left } = child(properties, 'w:ind')?.attributes ?? {};
  const indent = Number(start ?? NaN);
  return Number.isFinite(indent) ? indent : undefined;
}

/** The styles of a document by id, each with what it inherits. */
export function readStyles(part: XmlElement | undefined): ReadonlyMap<string, WordStyle> {
  const raw = new Map<string, XmlElement>();
  for (const style of part ? elements(part) : []) {
    if (style.name === 'w:style' && style.attributes['w:styleId'] !== undefined) raw.set(style.attributes['w:styleId'], style);
  }
  const styles = new Map<string, WordStyle>();
  for (const id of raw.keys()) styles.set(id, resolveStyle(id, raw, new Set()));
  return styles;
}

function resolveStyle(id: string, raw: ReadonlyMap<string, XmlElement>, seen: Set<string>): WordStyle {
  const element = raw.get(id)!;
  seen.add(id);
  const base = value(element, 'w:basedOn');
  const inherited = base !== undefined && raw.has(base) && !seen.has(base) ? resolveStyle(base, raw, seen) : undefined;
  const paragraph = child(element, 'w:pPr');
  const run = child(element, 'w:rPr');
  const numbering = child(paragraph, 'w:numPr');
  const name = foldName(value(element, 'w:name') ?? id);
  const heading = /^heading([1-9])$/.exec(name);
  const outline = value(paragraph, 'w:outlineLvl');
  const outlineLevel = heading
    ? Number(heading[1]) - 1
    : outline !== undefined && Number(outline) < 9
      ? Number(outline)
      : inherited?.outlineLevel;
  const numId = value(numbering, 'w:numId') ?? inherited?.numId;
  const level = value(numbering, 'w:ilvl');
  const size = value(run, 'w:sz') ?? inherited?.size;
  const lang = value(run, 'w:lang') ?? inherited?.lang;
  const indent = indentOf(paragraph) ?? inherited?.indent;
  return {
    id,
    name,
    ...(outlineLevel === undefined ? {} : { outlineLevel }),
    ...(numId === undefined ? {} : { numId }),
    ...(level === undefined
      ? inherited?.listLevel === undefined
        ? {}
        : { listLevel: inherited.listLevel }
      : { listLevel: Number(level) }),
    ...(size === undefined ? {} : { size: Number(size) }),
    ...(lang === undefined ? {} : { lang }),
    ...(indent === undefined ? {} : { indent }),
    bold: child(run, 'w:b') ? isOn(run, 'w:b') : (inherited?.bold ?? false),
    italic: child(run, 'w:i') ? isOn(run, 'w:i') : (inherited?.italic ?? false),
  };
}

/** The size of letters that no style says anything of, in half-points; 10 points where the document says nothing either. */
export function defaultSize(part: XmlElement | undefined): number {
  return Number(value(child(child(child(part, 'w:docDefaults'), 'w:rPrDefault'), 'w:rPr'), 'w:sz') ?? 20);
}

export function foldName(name: string): string {
  return name.toLowerCase().replace(/[\s_-]+/g, '');
}
