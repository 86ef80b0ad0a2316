/**
 * Embedded fonts are scrambled with a key that the font table holds (ECMA-376 part 4, 14.2.1): the first 32 bytes are
 * XORed with the key's bytes from the end. `docx` draws a random key each time; here it follows from the font's place.
 */

/**
 * Stands before the name of the typeface until the file is written. Office offers a copy of Atkinson Hyperlegible, and the layout of
 * `docx` asks of each word whether it is in such a typeface, which takes a seventh of its time; the embedded file is the one that is
 * shown. No text can hold this sign (XML 1.0, 2.2).
 */
const veil = '\ufffe';

/** The name of a typeface as `docx` is told it. */
export const veiled = (family: string): string => veil + family;

/** The part with the names of typefaces as they are. */
export const unveil = (xml: string): string => (xml.includes(veil) ? xml.replaceAll(veil, '') : xml);

const keyPattern = /w:fontKey="\{([0-9A-Fa-f-]{36})\}"/g;

/** A key that depends only on the position of the font. */
function fixedKey(index: number): string {
  return `45564552-5945-4144-8000-${(index + 1).toString(16).toUpperCase().padStart(12, '0')}`;
}

const keyBytes = (key: string): number[] => [...key.replace(/-/g, '').matchAll(/../g)].map(([pair]) => Number.parseInt(pair, 16)).reverse();

/** Scrambles a font file again under the fixed key. */
export function rekeyFont(data: Uint8Array, oldKey: string, newKey: string): Uint8Array {
  const out = data.slice();
  const before = keyBytes(oldKey);
  const after = keyBytes(newKey);
  for (let index = 0; index < 32 && index < out.length; index += 1) out[index]! ^= before[index % 16]! ^ after[index % 16]!;
  return out;
}

/** The font table with fixed keys and a well-known font to fall back on, and the keys in the order of the files. */
export function fixFontTable(xml: string): { xml: string; keys: { old: string; fixed: string }[] } {
  const keys: { old: string; fixed: string }[] = [];
  const fixed = xml.replace(keyPattern, (_all, old: string) => {
    const key = { old, fixed: fixedKey(keys.length) };
    keys.push(key);
    return `w:fontKey="{${key.fixed}}"`;
  });
  return { xml: fixed, keys };
}
