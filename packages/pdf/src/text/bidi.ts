import * as bidiModule from 'bidi-js';

/** What is used of bidi-js. */
interface Bidi {
  getEmbeddingLevels(text: string, base: 'ltr' | 'rtl' | 'auto'): { levels: Uint8Array; paragraphs: { level: number }[] };
  getMirroredCharacter(character: string): string | null;
}

// The package is CommonJS with types of an ES module: Node gives its factory one level deeper than bundlers do.
const found: unknown = bidiModule.default;
const bidi = (typeof found === 'function' ? (found as () => Bidi) : (found as { default: () => Bidi }).default)();
const strong = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]|[\ud802-\ud803\ud83a-\ud83b][\udc00-\udfff]|[\u200f\u202b\u202e\u2067]/;

/** Whether any character is written from right to left. */
export function hasRtl(text: string): boolean {
  return strong.test(text);
}

/** The embedding levels of a paragraph (UAX 9) and the level of the whole. */
export function bidiLevels(text: string, dir: 'ltr' | 'rtl' | undefined): { levels: Uint8Array; base: 0 | 1 } {
  const { levels, paragraphs } = bidi.getEmbeddingLevels(text, dir ?? 'auto');
  return { levels, base: (paragraphs[0]?.level ?? 0) % 2 === 1 ? 1 : 0 };
}

/** The text with its brackets turned round. */
export function mirrored(text: string): string {
  return text.replace(/./gu, (character) => bidi.getMirroredCharacter(character) ?? character);
}

/** The order in which things of these levels stand from left to right (UAX 9 L2). */
export function visualOrder(levels: readonly number[], base: 0 | 1): number[] {
  const order = levels.map((_, index) => index);
  const highest = Math.max(base, ...levels);
  for (let level = highest; level >= 1; level -= 1) {
    for (let start = 0; start < order.length; start += 1) {
      if (levels[order[start]!]! < level) continue;
      let end = start;
      while (end + 1 < order.length && levels[order[end + 1]!]! >= level) end += 1;
      order.splice(start, end - start + 1, ...order.slice(start, end + 1).reverse());
      start = end;
    }
  }
  return order;
}
