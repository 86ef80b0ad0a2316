/**
 * The little of a TrueType or OpenType file that the renderer needs: the family's name, and how wide
 * words are, to choose the widths of columns (OpenType 1.9: `name`, `cmap` 4 and 12, `hmtx`, `hhea`, `head`).
 */
export interface Face {
  /** The family name under which Word looks for the embedded file. */
  family: string;
  /** Whether the file has a glyph for the character. */
  has(codePoint: number): boolean;
  /** Width of a line of text in points. */
  width(text: string, sizePt: number): number;
}

/**
 * Reads a font file.
 *
 * @throws {RangeError} when the bytes are not a font with the tables above
 */
export function readFace(bytes: Uint8Array): Face {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const table = (tag: string): number => {
    const count = view.getUint16(4);
    for (let index = 0; index < count; index += 1) {
      const at = 12 + 16 * index;
      if (String.fromCharCode(...bytes.subarray(at, at + 4)) === tag) return view.getUint32(at + 8);
    }
    throw new RangeError(`the font has no table ${tag}`);
  };
  const unitsPerEm = view.getUint16(table('head') + 18);
  const metricCount = view.getUint16(table('hhea') + 34);
  const hmtx = table('hmtx');
  const glyphs = remembering(readCharacterMap(view, table('cmap')));
  const advance = (glyph: number): number => view.getUint16(hmtx + 4 * Math.min(glyph, metricCount - 1));
  const family = readFamily(view, table('name'));
  return {
    family,
    has: (codePoint) => (glyphs(codePoint) ?? 0) !== 0,
    width(text, sizePt) {
      let units = 0;
      for (let at = 0; at < text.length; at += 1) {
        const codePoint = text.codePointAt(at)!;
        if (codePoint > 0xffff) at += 1;
        units += advance(glyphs(codePoint) ?? 0);
      }
      return (units / unitsPerEm) * sizePt;
    },
  };
}

/** A report asks for the same few characters over and over, and a map is searched from its start. */
function remembering(glyphs: CharacterMap): CharacterMap {
  const known = new Map<number, number | undefined>();
  return (codePoint) => {
    if (!known.has(codePoint)) known.set(codePoint, glyphs(codePoint));
    return known.get(codePoint);
  };
}

type CharacterMap = (codePoint: number) => number | undefined;

function readCharacterMap(view: DataView, at: number): CharacterMap {
  const count = view.getUint16(at + 2);
  let small: CharacterMap | undefined;
  let large: CharacterMap | undefined;
  for (let index = 0; index < count; index += 1) {
    const start = at + view.getUint32(at + 4 + 8 * index + 4);
    const format = view.getUint16(start);
    if (format === 4) small ??= readFormat4(view, start);
    if (format === 12) large ??= readFormat12(view, start);
  }
  const map = large ?? small;
  if (map === undefined) throw new RangeError('the font has no character map of format 4 or 12');
  return map;
}

function readFormat4(view: DataView, start: number): CharacterMap {
  const segments = view.getUint16(start + 6) / 2;
  const ends = start + 14;
  const starts = ends + 2 * segments + 2;
  const deltas = starts + 2 * segments;
  const offsets = deltas + 2 * segments;
  return (codePoint) => {
    for (let index = 0; index < segments; index += 1) {
      if (view.getUint16(ends + 2 * index) < codePoint) continue;
      const first = view.getUint16(starts + 2 * index);
      if (first > codePoint) return undefined;
      const offset = view.getUint16(offsets + 2 * index);
      const delta = view.getUint16(deltas + 2 * index);
      if (offset === 0) return (codePoint + delta) & 0xffff;
      const glyph = view.getUint16(offsets + 2 * index + offset + 2 * (codePoint - first));
      return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
    }
    return undefined;
  };
}

function readFormat12(view: DataView, start: number): CharacterMap {
  const groups = view.getUint32(start + 12);
  return (codePoint) => {
    for (let index = 0; index < groups; index += 1) {
      const at = start + 16 + 12 * index;
      if (view.getUint32(at + 4) < codePoint) continue;
      const first = view.getUint32(at);
      return first > codePoint ? undefined : view.getUint32(at + 8) + codePoint - first;
    }
    return undefined;
  };
}

function readFamily(view: DataView, at: number): string {
  const count = view.getUint16(at + 2);
  const strings = at + view.getUint16(at + 4);
  for (let index = 0; index < count; index += 1) {
    const record = at + 6 + 12 * index;
    // Name 1 of the Windows platform: Word finds an embedded font by it.
    if (view.getUint16(record) !== 3 || view.getUint16(record + 6) !== 1) continue;
    const from = strings + view.getUint16(record + 10);
    let name = '';
    for (let offset = 0; offset < view.getUint16(record + 8); offset += 2) name += String.fromCharCode(view.getUint16(from + offset));
    return name;
  }
  throw new RangeError('the font has no family name');
}
