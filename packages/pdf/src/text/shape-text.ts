import type { Face, Shaped } from './face.js';
import type { FaceBook, FaceStyle } from './face-book.js';

/** Shapes a short text that stands in one line by itself. */
export function shapeText(book: FaceBook, text: string, style: FaceStyle): { face: Face; shaped: Shaped }[] {
  return book.split(text, style).map(({ text: part, face, actual }) => {
    const shaped = face.shape(part);
    return { face, shaped: actual === undefined ? shaped : { ...shaped, actual } };
  });
}
