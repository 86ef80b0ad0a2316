/** Where the glyphs of a TrueType file stand: byte `starts[n]` to byte `starts[n + 1]` are glyph n. */
export interface Glyphs {
  view: DataView;
  starts: readonly number[];
}

/** So deep may glyphs be made of glyphs; typefaces have two or three levels. */
const deepest = 8;

/** Whether each outline has room for its contours, and glyphs that are made of others name some that exist, and not themselves (OpenType 1.9, `glyf`). */
export function areWholeGlyphs({ view, starts }: Glyphs): boolean {
  const parts = new Map<number, number[]>();
  const count = starts.length - 1;
  for (let glyph = 0; glyph < count; glyph += 1) {
    const [start, end] = [starts[glyph]!, starts[glyph + 1]!];
    if (start === end) continue;
    const contours = end - start < 10 ? -2 : view.getInt16(start);
    if (contours < -1 || (contours >= 0 && start + 10 + 2 * contours > end)) return false;
    if (contours !== -1) continue;
    const own = partsOf(view, start + 10, end);
    if (own === undefined || own.some((part) => part >= count)) return false;
    parts.set(glyph, own);
  }
  const depths = new Map<number, number>();
  const depthOf = (glyph: number, above: number): number => {
    const known = depths.get(glyph);
    if (known !== undefined) return known;
    if (above > deepest) return Infinity;
    const depth = 1 + Math.max(0, ...(parts.get(glyph) ?? []).map((part) => depthOf(part, above + 1)));
    if (depth <= deepest) depths.set(glyph, depth);
    return depth;
  };
  return [...parts.keys()].every((glyph) => depthOf(glyph, 1) <= deepest);
}

/** The glyphs that a glyph is made of; `undefined` where the list goes past its end. */
function partsOf(view: DataView, start: number, end: number): number[] | undefined {
  const parts: number[] = [];
  for (let at = start; ;) {
    if (at + 4 > end) return undefined;
    const flags = view.getUint16(at);
    parts.push(view.getUint16(at + 2));
    const scale = flags & 0x08 ? 2 : flags & 0x40 ? 4 : flags & 0x80 ? 8 : 0;
    at += 4 + (flags & 0x01 ? 4 : 2) + scale;
    if (at > end) return undefined;
    if ((flags & 0x20) === 0) return parts;
  }
}
