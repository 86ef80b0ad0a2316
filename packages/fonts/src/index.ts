export { fallbackFonts } from './fallback.js';
export { webFacesFor, type WebFace } from './web-faces.js';

/** Bytes of a font file, as a face's module gives them. Named here, or the types of this package would lead to the font files themselves. */
interface Face {
  default: Uint8Array;
}

/** Keeps the names of the faces. */
const facesOf = <Id extends string>(loaders: Record<Id, () => Promise<Face>>): Record<Id, () => Promise<Face>> => loaders;

/**
 * Every embedded face, loaded only when asked for. `atkinson-*` without an ending are whole TrueType
 * faces (PDF, Word); the `noto-*` ones stand in for characters that Atkinson lacks; the `-woff2` ones are the subsets that web pages and EPUBs carry.
 */
const faces = facesOf({
  'atkinson-regular': () => import('./faces/atkinson-regular.js'),
  'atkinson-italic': () => import('./faces/atkinson-italic.js'),
  'atkinson-bold': () => import('./faces/atkinson-bold.js'),
  'atkinson-bold-italic': () => import('./faces/atkinson-bold-italic.js'),
  'noto-regular': () => import('./faces/noto-regular.js'),
  'noto-bold': () => import('./faces/noto-bold.js'),
  'noto-hebrew-regular': () => import('./faces/noto-hebrew-regular.js'),
  'noto-hebrew-bold': () => import('./faces/noto-hebrew-bold.js'),
  'noto-arabic-regular': () => import('./faces/noto-arabic-regular.js'),
  'noto-arabic-bold': () => import('./faces/noto-arabic-bold.js'),
  'noto-devanagari-regular': () => import('./faces/noto-devanagari-regular.js'),
  'noto-devanagari-bold': () => import('./faces/noto-devanagari-bold.js'),
  'noto-bengali-regular': () => import('./faces/noto-bengali-regular.js'),
  'noto-bengali-bold': () => import('./faces/noto-bengali-bold.js'),
  'noto-gujarati-regular': () => import('./faces/noto-gujarati-regular.js'),
  'noto-gujarati-bold': () => import('./faces/noto-gujarati-bold.js'),
  'noto-gurmukhi-regular': () => import('./faces/noto-gurmukhi-regular.js'),
  'noto-gurmukhi-bold': () => import('./faces/noto-gurmukhi-bold.js'),
  'noto-tamil-regular': () => import('./faces/noto-tamil-regular.js'),
  'noto-tamil-bold': () => import('./faces/noto-tamil-bold.js'),
  'noto-symbols': () => import('./faces/noto-symbols.js'),
  'noto-symbols-2': () => import('./faces/noto-symbols-2.js'),
  'noto-math': () => import('./faces/noto-math.js'),
  'noto-emoji': () => import('./faces/noto-emoji.js'),
  'atkinson-regular-latin-woff2': () => import('./faces/atkinson-regular-latin-woff2.js'),
  'atkinson-bold-latin-woff2': () => import('./faces/atkinson-bold-latin-woff2.js'),
  'atkinson-regular-latin-ext-woff2': () => import('./faces/atkinson-regular-latin-ext-woff2.js'),
  'atkinson-bold-latin-ext-woff2': () => import('./faces/atkinson-bold-latin-ext-woff2.js'),
});

/** The name of an embedded face. */
export type FontId = keyof typeof faces;

/** Names of all embedded faces. */
export const fontIds = Object.keys(faces) as FontId[];

/**
 * Loads one face.
 *
 * @param id - name of the face
 * @returns the bytes of the font file (TrueType, or WOFF2 where the name says so); do not modify them
 */
export async function loadFont(id: FontId): Promise<Uint8Array> {
  const face = await faces[id]();
  return face.default;
}
