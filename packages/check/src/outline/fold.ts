/**
 * Words without their layout: one space between words, no characters that only steer line breaks or hyphens, one way to
 * write an accent. So a line end in a PDF, a no-break space in Word and an indent in XML make no difference.
 */
export function fold(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\u00ad\u200b\u200e\u200f\u2060\u2066-\u2069\ufeff]/g, '')
    .replace(/[\u2010\u2011]/g, '-')
    .replace(/[\s\u00a0\u2007\u2009\u202f]+/g, ' ')
    .trim();
}

/** Stands where a word goes on in the piece before or behind: a link, or a word struck out, may be a part of a word (U+2060, word joiner). */
export const joint = '\u2060';

/** Folds a piece of a line, and keeps what tells where its words go on. */
export const foldPiece = (piece: string): string =>
  `${piece.startsWith(joint) ? joint : ''}${fold(piece)}${piece.endsWith(joint) ? joint : ''}`;

/** A folded piece without what tells where its words go on. */
export const withoutJoints = (piece: string): string => piece.replaceAll(joint, '');

/** Folded pieces, those that share a word as one. */
export const wholePieces = (pieces: readonly string[]): string[] =>
  pieces.join('\n').replaceAll(`${joint}\n${joint}`, '').split('\n').map(withoutJoints);

/** Whether two texts say the same. */
export const sameText = (a: string, b: string): boolean => fold(a) === fold(b);

/** The beginning of a text, for a message. */
export function excerpt(text: string, length = 60): string {
  const folded = fold(text);
  return folded.length <= length ? folded : `${folded.slice(0, length - 1).trimEnd()}…`;
}
