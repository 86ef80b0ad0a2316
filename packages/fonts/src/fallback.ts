import type { FontId } from './index.js';

/** A range of code points with the faces that may hold them: regular and bold. */
interface ScriptFaces {
  readonly ranges: readonly (readonly [from: number, to: number])[];
  readonly regular: FontId;
  readonly bold: FontId;
}

const script = (regular: FontId, bold: FontId, ...ranges: (readonly [number, number])[]): ScriptFaces => ({ regular, bold, ranges });

/** Unicode blocks of the scripts that have a face of their own. */
const scripts: readonly ScriptFaces[] = [
  script('noto-hebrew-regular', 'noto-hebrew-bold', [0x0590, 0x05ff], [0xfb1d, 0xfb4f]),
  script(
    'noto-arabic-regular',
    'noto-arabic-bold',
    [0x0600, 0x06ff],
    [0x0750, 0x077f],
    [0x0870, 0x08ff],
    [0xfb50, 0xfdff],
    [0xfe70, 0xfeff],
  ),
  script('noto-devanagari-regular', 'noto-devanagari-bold', [0x0900, 0x097f], [0xa8e0, 0xa8ff], [0x1cd0, 0x1cff]),
  script('noto-bengali-regular', 'noto-bengali-bold', [0x0980, 0x09ff]),
  script('noto-gurmukhi-regular', 'noto-gurmukhi-bold', [0x0a00, 0x0a7f]),
  script('noto-gujarati-regular', 'noto-gujarati-bold', [0x0a80, 0x0aff]),
  script('noto-tamil-regular', 'noto-tamil-bold', [0x0b80, 0x0bff]),
];

/**
 * The faces that may hold a character which Atkinson Hyperlegible lacks, the likeliest first. Whether one
 * does is for its character map to say; load them one by one.
 *
 * @param codePoint - a Unicode code point
 * @param bold - whether the text is bold; faces without a bold give their regular
 */
export function fallbackFonts(codePoint: number, bold: boolean): readonly FontId[] {
  const own = scripts
    .filter(({ ranges }) => ranges.some(([from, to]) => codePoint >= from && codePoint <= to))
    .map((faces) => (bold ? faces.bold : faces.regular));
  const general: FontId = bold ? 'noto-bold' : 'noto-regular';
  const emoji = codePoint >= 0x1f000;
  return emoji
    ? [...own, 'noto-emoji', 'noto-symbols-2', 'noto-math', general]
    : [...own, general, 'noto-symbols', 'noto-symbols-2', 'noto-math', 'noto-emoji'];
}
