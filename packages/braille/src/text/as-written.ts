import { brailleWordsFor } from '../words/for-language.js';
import { prepareText } from './prepare-text.js';

/**
 * What Braille says for a text: letters and signs that no table has are spelt out, or named as the transcriber's note in
 * their place names them. For comparisons of Braille with print.
 *
 * @param lang - BCP 47 tag of the report
 * @param knows - whether a table has a character
 * @param notes - whether to say what a note says; else what can't be spelt out is left out
 */
export function asWrittenInBraille(text: string, lang: string, knows: (character: string) => boolean, notes = true): string {
  const { pieces } = prepareText(text, knows, { smartQuotes: false, unknownWords: brailleWordsFor(lang).unknown });
  return pieces
    .filter((piece) => notes || !piece.note)
    .map((piece) => piece.text)
    .join('');
}
