import { excerpt, fold, joint, withoutJoints } from '../outline/fold.js';
import type { ModelOutline, Outline, Passage } from '../outline/outline.js';
import type { Say } from './report-difference.js';

const wordCharacter = /[\p{L}\p{N}]/u;

/** Finds whole words only, from an offset on; where a `joint` ends the piece, a word may go on. */
export function findWords(text: string, wanted: string, from: number, until = text.length): number {
  const piece = withoutJoints(wanted);
  // The empty text stands everywhere, which is no place.
  if (piece === '') return -1;
  for (let at = text.indexOf(piece, from); at >= 0 && at <= until; at = text.indexOf(piece, at + 1)) {
    const before = wanted.startsWith(joint) ? ' ' : (text[at - 1] ?? ' ');
    const after = wanted.endsWith(joint) ? ' ' : (text[at + piece.length] ?? ' ');
    const inside =
      (wordCharacter.test(before) && wordCharacter.test(piece[0]!)) || (wordCharacter.test(after) && wordCharacter.test(piece.at(-1)!));
    if (!inside) return at;
  }
  return -1;
}

/** How far ahead a short piece is looked for: a figure that is missing must not be found on another page. */
const near = 4000;

/** All words of an edition, in reading order, as one line. */
export function wordStream(edition: Outline): string {
  return fold(edition.items.flatMap((item) => (item.kind === 'text' || item.kind === 'heading' ? [item.text] : [])).join(' '));
}

/**
 * Looks for each passage of the model in the words of the edition, one after the other. What is not found ahead but behind has
 * moved; what is found nowhere is missing or changed. A format may put words of its own between passages.
 */
export function compareWords(model: ModelOutline, edition: Outline, say: Say): void {
  const text = wordStream(edition);
  let at = 0;
  for (const passage of model.passages) at = passage.anyOrder ? findGroup(passage, text, at, say) : findLine(passage, text, at, say);
  const leak = /\b(?:undefined|NaN|\[object Object\])\b|\[object \w+\]/.exec(text)?.[0];
  if (leak !== undefined && !model.passages.some(({ pieces }) => pieces.some((piece) => piece.includes(leak)))) {
    say('read-back-leak', `the words “${excerpt(text.slice(Math.max(0, text.indexOf(leak) - 30)), 70)}” hold “${leak}”`);
  }
}

function findLine(passage: Passage, text: string, from: number, say: Say): number {
  let at = from;
  for (const piece of passage.pieces) {
    const found = findWords(text, piece, at, piece.length < 40 ? at + near : text.length);
    if (found >= 0) at = found + withoutJoints(piece).length;
    else missing(piece, passage, text, say);
  }
  return at;
}

/** The pieces of a group may stand in any order, close together. */
function findGroup(passage: Passage, text: string, from: number, say: Say): number {
  const room = passage.pieces.reduce((sum, piece) => sum + piece.length + 60, 0) * 3 + near;
  let end = from;
  for (const piece of passage.pieces) {
    const other = passage.either?.[piece];
    const asWritten = findWords(text, piece, from, from + room);
    const found = asWritten < 0 && other !== undefined ? findWords(text, other, from, from + room) : asWritten;
    if (found >= 0) end = Math.max(end, found + piece.length);
    else missing(piece, passage, text, say);
  }
  // The group's last piece may stand before its first: the walk goes on behind its first, so that nothing is jumped over.
  return passage.pieces.length === 1 ? end : Math.min(end, from + room);
}

function missing(piece: string, passage: Passage, text: string, say: Say): void {
  const elsewhere = findWords(text, piece, 0) >= 0;
  say(
    'read-back-text',
    elsewhere ? `the words “${excerpt(piece)}” stand in another place` : `the words “${excerpt(piece)}” are missing or changed`,
    passage,
  );
}

/** Long passages that stand more often than in the report. The name of a column may stand in each record of its table. */
export function compareRepeats(model: ModelOutline, edition: Outline, say: Say): void {
  const text = wordStream(edition);
  const long = model.passages.flatMap((passage) =>
    passage.pieces
      .filter((piece) => piece.length >= 80 && !passage.byRows?.includes(piece))
      .map((piece) => ({ piece: withoutJoints(piece), passage })),
  );
  const source = model.passages.flatMap(({ pieces }) => pieces.map(withoutJoints)).join('\n');
  for (const { piece, passage } of long) {
    const times = text.split(piece).length - 1;
    if (times > source.split(piece).length - 1) say('read-back-repeated', `the words “${excerpt(piece)}” stand ${times} times`, passage);
  }
}
