/**
 * Every embedded face, loaded only when asked for. `atkinson-*` without an ending are whole TrueType
 * faces (PDF, Word); the `-woff2` ones are the subsets that web pages and EPUBs carry.
 */
const faces = {
  'atkinson-regular': () => import('./faces/atkinson-regular.js'),
  'atkinson-italic': () => import('./faces/atkinson-italic.js'),
  'atkinson-bold': () => import('./faces/atkinson-bold.js'),
  'atkinson-bold-italic': () => import('./faces/atkinson-bold-italic.js'),
  'atkinson-regular-latin-woff2': () => import('./faces/atkinson-regular-latin-woff2.js'),
  'atkinson-bold-latin-woff2': () => import('./faces/atkinson-bold-latin-woff2.js'),
  'atkinson-regular-latin-ext-woff2': () => import('./faces/atkinson-regular-latin-ext-woff2.js'),
  'atkinson-bold-latin-ext-woff2': () => import('./faces/atkinson-bold-latin-ext-woff2.js'),
} as const;

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
