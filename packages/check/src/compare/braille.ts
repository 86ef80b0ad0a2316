import type { ModelNote } from '../model/notes.js';
import { excerpt } from '../outline/fold.js';
import { itemsOf, type BrailleText, type ModelOutline, type Passage } from '../outline/outline.js';
import { figuresIn } from '../read/braille/cells.js';
import { BrailleWords, wordsOf, type BrailleEngine } from './braille-words.js';
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
  compareFigures(model, text, say);
  comparePrintPages(model, text, say);
  if (!engine) return;
  const words = new BrailleWords(text.blocks, engine);
  compareWordsInOrder(model, words, say);
  for (const item of itemsOf(model, 'alternative'))
    if (!words.hasTogether(item.text)) say('read-back-alt', `the text alternative “${excerpt(item.text)}” is missing or changed`, item);
  for (const note of notes)
    for (const piece of note.pieces)
      if (!words.hasTogether(piece)) say('read-back-note', `the words “${excerpt(piece)}” of note ${note.number} are missing or changed`);
}

/** The words of the passages stand in the Braille, one after the other; what an edition adds may stand between them. */
function compareWordsInOrder(model: ModelOutline, words: BrailleWords, say: Say): void {
  const wanted = model.passages.flatMap((passage) =>
    passage.pieces
      .filter((piece) => !passage.heads?.includes(piece))
      .flatMap((piece) => wordsOf(piece).map((word) => ({ word, piece, passage }))),
  );
  const met = words.align(wanted.map(({ word }) => word));
  const lost = new Map<Passage, Map<string, string[]>>();
  for (const [index, { word, piece, passage }] of wanted.entries()) {
    if (met[index]) continue;
    const said = passage.either?.[piece];
    // In a group the order is free; a figure may be said in words.
    if (passage.anyOrder && (words.takeNear(word, met, index) || (said !== undefined && words.hasTogether(said)))) continue;
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

/** The figures of the report stand in the Braille, in order: a wrong one misleads whoever reads it. */
function compareFigures(model: ModelOutline, text: BrailleText, say: Say): void {
  const wanted = model.passages.flatMap((passage) =>
    passage.pieces
      .filter((piece) => !passage.heads?.includes(piece))
      .flatMap((piece) =>
        [...piece.matchAll(/\d+(?:[.,]\d+)*/g)].map(([figure]) => ({
          figure,
          digits: figure.replace(/\D/g, ''),
          passage,
          // What may stand in any order, such as a figure and its label, is not out of place; the cells of a table are.
          free: passage.anyOrder === true && (passage.byRows === undefined || passage.byRows.includes(piece)),
        })),
      ),
  );
  const found = text.blocks.flatMap((block) => figuresIn(block));
  const pairs =
    wanted.length <= maxFigures && found.length <= maxFigures ? alignLists(wanted, found, (a, b) => a.digits === b, maxFigures / 4) : [];
  const met = new Set(pairs.map(([index]) => index));
  const used = new Set(pairs.map(([, index]) => index));
  const left = new Map<string, number>();
  for (const [index, figure] of found.entries()) if (!used.has(index)) left.set(figure, (left.get(figure) ?? 0) + 1);
  for (const [index, { figure, digits, passage, free }] of wanted.entries()) {
    if (met.has(index)) continue;
    const others = left.get(digits) ?? 0;
    if (others > 0 && (free || wanted.length > maxFigures)) left.set(digits, others - 1);
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
