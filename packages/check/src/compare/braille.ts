import type { ModelNote } from '../model/notes.js';
import { excerpt, wholePieces } from '../outline/fold.js';
import { itemsOf, type BrailleText, type ModelOutline, type Passage } from '../outline/outline.js';
import { figurePlaces, hasSameDigits } from '../read/braille/cells.js';
import { asWritten, BrailleWords, wordsOf, type BrailleEngine } from './braille-words.js';
import { FigureSigns, signedFigures } from './figure-signs.js';
import { FiguresLeft } from './figures-left.js';
import type { Say } from './report-difference.js';
import { alignLists } from './sequence.js';

const maxFigures = 4000;

/**
 * Compares Braille with the report: its figures, decoded here; its words, as an engine reads them back. Words that the
 * engine can't read back are looked for as it writes them.
 */
export function compareBraille(
  model: ModelOutline,
  notes: readonly ModelNote[],
  text: BrailleText,
  engine: BrailleEngine | undefined,
  say: Say,
): void {
  compareFigures(model, text, new FigureSigns(engine ? [engine] : []), say);
  comparePrintPages(model, text, say);
  if (!engine) return;
  const words = new BrailleWords(text.blocks, engine, model.lang);
  compareWordsInOrder(model, words, engine, say);
  for (const item of itemsOf(model, 'alternative'))
    if (!words.hasTogether(item.text)) say('read-back-alt', `the text alternative “${excerpt(item.text)}” is missing or changed`, item);
  for (const note of notes)
    for (const piece of wholePieces(note.pieces))
      if (!words.hasTogether(piece)) say('read-back-note', `the words “${excerpt(piece)}” of note ${note.number} are missing or changed`);
}

/** The words of the passages stand in the Braille, one after the other; what an edition adds may stand between them. */
function compareWordsInOrder(model: ModelOutline, words: BrailleWords, engine: BrailleEngine, say: Say): void {
  const wanted = model.passages.flatMap((passage) =>
    wholePieces(passage.pieces)
      .filter((piece) => !passage.heads?.includes(piece))
      .flatMap((piece) => wordsOf(asWritten(piece, engine)).map((word) => ({ word, piece, passage }))),
  );
  const met = words.align(wanted.map(({ word }) => word));
  // The words of a group or of a table that is written as a list may have drawn their neighbours out of place: those have an order of their own.
  const ordered = wanted.filter(({ passage }) => !passage.anyOrder);
  const alone = met.every(Boolean) ? [] : words.inOrder(ordered.map(({ word }) => word));
  const held = new Set(ordered.filter((_, index) => alone[index]));
  const lost = new Map<Passage, Map<string, string[]>>();
  for (const [index, each] of wanted.entries()) {
    const { word, piece, passage } = each;
    if (met[index] || held.has(each)) continue;
    const said = passage.either?.[piece];
    // A figure may be said in words; the credit of a picture may follow all that describes it.
    const others = [...(said === undefined ? [] : [said]), ...(wordsOf(piece).length > 1 ? [piece] : [])];
    if (passage.anyOrder && (words.takeNear(word, met, index, reachOf(passage)) || others.some((each) => words.hasTogether(each))))
      continue;
    const pieces = lost.get(passage) ?? new Map<string, string[]>();
    pieces.set(piece, [...(pieces.get(piece) ?? []), word]);
    lost.set(passage, pieces);
  }
  for (const [passage, pieces] of lost) {
    for (const [piece, missing] of pieces) {
      const what =
        missing.join(' ') === piece ? `the words “${excerpt(piece)}”` : `in “${excerpt(piece)}” the words “${excerpt(missing.join(' '))}”`;
      say('read-back-text', `${what} are missing or changed, or stand in another place`, passage);
    }
  }
}

/** How far the words of a group may stand apart: a chart that is said as a sentence says its labels again for each series. */
const reachOf = (passage: Passage): number => Math.max(40, 4 * passage.pieces.reduce((sum, piece) => sum + wordsOf(piece).length, 0));

/** The figures of the report stand in the Braille, in order: a wrong one misleads whoever reads it. */
function compareFigures(model: ModelOutline, text: BrailleText, signs: FigureSigns, say: Say): void {
  // A passage whose language has digits of other cells is compared by its words.
  const decoded = model.passages.filter((passage) => hasSameDigits(passage.lang ?? model.lang, model.lang));
  const wanted = decoded.flatMap((passage) =>
    wholePieces(passage.pieces)
      .filter((piece) => !passage.heads?.includes(piece))
      .flatMap((piece) =>
        signedFigures(piece).map((signed) => ({
          ...signed,
          signed,
          passage,
          // What may stand in any order, such as a figure and its label, is not out of place; a cell of figures is. One of
          // words and figures may run over to the next line of its column, behind its neighbour.
          free: passage.anyOrder === true && (passage.byRows === undefined || passage.byRows.includes(piece) || wordsOf(piece).length > 1),
        })),
      ),
  );
  const found = text.blocks.flatMap((block) => figurePlaces(block, model.lang));
  // A table that is written as a list says the headers of its columns between the cells: those, and groups, are looked for afterwards.
  const inOrder = wanted.filter((each) => !each.free);
  const long = Math.max(inOrder.length, found.length) > maxFigures;
  // With its sign: the 2 of “> 2” is not the one of a way back to note 2 that an edition adds.
  const same = (a: (typeof inOrder)[number], b: (typeof found)[number]): boolean => a.digits === b.digits && signs.stand(a.signed, b);
  const pairs = long ? [] : alignLists(inOrder, found, same, maxFigures / 4);
  const met = new Set(pairs.map(([index]) => inOrder[index]));
  const left = new FiguresLeft(found, new Set(pairs.map(([, index]) => index)));
  for (const each of wanted) {
    if (met.has(each)) continue;
    const { figure, signed, passage, free } = each;
    const place = left.take(signed, signs);
    if (place !== undefined && !signs.stand(signed, place))
      say('read-back-text', `the figure ${signed.text} has lost its sign, or has another`, passage);
    else if (place !== undefined && (free || long)) continue;
    else if (passage.either && Object.keys(passage.either).some((piece) => piece.includes(figure))) continue;
    else say('read-back-text', `the figure ${figure} is missing or changed, or stands in another place`, passage);
  }
}

function comparePrintPages(model: ModelOutline, { printPages }: BrailleText, say: Say): void {
  const wanted = itemsOf(model, 'page').filter((page) => /^\d+$/.test(page.label));
  const pairs = alignLists(wanted, printPages, (a, b) => a.label === b);
  const met = new Set(pairs.map(([index]) => index));
  for (const [index, page] of wanted.entries())
    if (!met.has(index)) say('read-back-page', `print page ${page.label} is not marked, or in another place`, page);
}
