import type { UnknownWords } from '../words/braille-words.js';
import { describeUnknown, isControl, isSilent, spellOut } from './characters.js';

/** A stretch of prepared text, or a note that stands for characters without Braille. */
export interface PreparedPiece {
  text: string;
  /** For each code unit of `text`, the offset in the given text that it stands for. */
  from: number[];
  /** Whether it is a transcriber's note about characters that the table lacks. */
  note?: boolean;
  /** Whether it is a blank that keeps two numbers apart, where the table has none that does. */
  blank?: boolean;
  /** Offsets in `text` of single quotation marks that end a quotation; see {@link closeQuotations}. */
  closing?: number[];
}

/** What was done to a text, for messages. */
export interface PreparedText {
  pieces: PreparedPiece[];
  /** Runs of characters that no table has. */
  unknown: string[];
  /** How many control characters were left out. */
  controls: number;
}

/** What a code needs. */
export interface PrepareSettings {
  /** Straight quotation marks become curly ones. */
  smartQuotes: boolean;
  /** Curly single marks are told from apostrophes by the mark that opens them: for tables that know the apostrophe alone. */
  pairQuotes?: boolean;
  /** Fractions keep apart from the number before them: most tables write 5½ as 51/2. UEB has a sign of its own for it. */
  apartFractions?: boolean;
  /** What notes say of characters that no table has. */
  unknownWords: UnknownWords;
}

/** A blank that is no part of a number. Liblouis joins two numbers round U+0020 with dot 5 into one. */
const apart = '\u2002';

/**
 * Prepares print for Braille without changing what it says: curly quotation marks and true apostrophes, white
 * space folded, numbers side by side kept apart (“6,138 17%”, postcodes, telephone and National Insurance
 * numbers), groups of thousands kept together (“1 000 000” with no-break spaces), and what the table lacks
 * spelt out or noted.
 */
export function prepareText(
  text: string,
  knows: (character: string) => boolean,
  { smartQuotes, pairQuotes = false, apartFractions = false, unknownWords }: PrepareSettings,
): PreparedText {
  const out: PreparedPiece[] = [];
  const unknown: string[] = [];
  let controls = 0;
  let piece: PreparedPiece = { text: '', from: [] };
  const apartKnown = knows(apart);
  const push = (characters: string, offset: number): void => {
    for (const character of characters) {
      // What the engine does not know it writes as `'\\x2002'`: the text is cut there instead.
      if (character === apart && !apartKnown) {
        flush();
        out.push({ text: ' ', from: [offset], blank: true });
        continue;
      }
      piece.text += character;
      for (let i = 0; i < character.length; i += 1) piece.from.push(offset);
    }
  };
  const flush = (): void => {
    if (piece.text !== '') out.push(piece);
    piece = { text: '', from: [] };
  };
  let missing = '';
  let missingAt = 0;
  const flushMissing = (): void => {
    if (missing === '') return;
    flush();
    const words = describeUnknown(missing, unknownWords);
    out.push({
      text: words,
      from: Array.from(words, () => missingAt).concat(new Array<number>(words.length - [...words].length).fill(missingAt)),
      note: true,
    });
    unknown.push(missing);
    missing = '';
  };

  const quotes = smartQuotes ? new QuoteState(pairQuotes) : undefined;
  for (let at = 0; at < text.length;) {
    const character = String.fromCodePoint(text.codePointAt(at)!);
    const next = at + character.length;
    if (/\s/.test(character) || character === '\u0085') {
      let end = next;
      while (end < text.length && /[\s\u0085]/.test(text[end]!)) end += 1;
      if (missing !== '' && sameScriptFollows(missing, text, end)) missing += ' ';
      else {
        flushMissing();
        push(blankFor(text, at, end), at);
      }
      at = end;
      continue;
    }
    if (isSilent(character)) {
      at = next;
      continue;
    }
    if (isControl(character)) {
      controls += 1;
      at = next;
      continue;
    }
    const written = quotes?.write(character, text, at) ?? character;
    const known = /[A-Za-z0-9]/.test(written) || knows(written) ? written : spellOut(written, knows);
    if (known === undefined) {
      if (missing === '') missingAt = at;
      missing += character;
    } else {
      flushMissing();
      if (apartFractions && /^[½¼¾⅓⅔⅕⅛]/.test(known) && /\d$/.test(piece.text)) push(apart, at);
      push(known, at);
    }
    at = next;
  }
  flushMissing();
  flush();
  const closed = new Set(quotes?.closed);
  if (closed.size > 0) for (const each of out) each.closing = each.from.flatMap((offset, index) => (closed.has(offset) ? [index] : []));
  return { pieces: out, unknown, controls };
}

/**
 * Writes a closing quotation mark where the table took it for an apostrophe, as tables do after an s (UEB 7.6): the
 * mark itself must stay what it is, or the word before it no longer stands alone and loses its short form.
 */
export function closeQuotations(
  piece: PreparedPiece,
  translation: { cells: string; source: ArrayLike<number> },
): { cells: string; source: ArrayLike<number> } {
  if (piece.closing === undefined || piece.closing.length === 0) return translation;
  const closing = new Set(piece.closing);
  let cells = '';
  const source: number[] = [];
  for (let at = 0; at < translation.cells.length; at += 1) {
    const offset = translation.source[at]!;
    // A rule for several characters gives all its cells the first one's place: the mark is its last cell.
    const next = translation.source[at + 1] ?? piece.text.length;
    let isMark = false;
    if (translation.cells[at] === '⠄') for (let mark = offset; mark < next && !isMark; mark += 1) isMark = closing.has(mark);
    const written = isMark ? '⠠⠴' : translation.cells[at]!;
    cells += written;
    for (let each = 0; each < written.length; each += 1) source.push(offset);
  }
  return { cells, source };
}

/**
 * Print with true minus signs where a hyphen stands for one: before a figure, at the start or after a blank or a bracket (UEB 3.17).
 * As long as what was given.
 */
export function minusSigns(print: string): string {
  return print.replace(/(?<=^|[\s(\[“"'/])-(?=[£€$]?\.?\d)/g, (hyphen, at: number) => (/\d\s$/.test(print.slice(0, at)) ? hyphen : '−'));
}

/** Whether words in a script without Braille go on after a blank: then one note covers them all. */
function sameScriptFollows(missing: string, text: string, at: number): boolean {
  const next = at < text.length ? String.fromCodePoint(text.codePointAt(at)!) : '';
  return /\p{L}/u.test(missing) && /[^\p{Script=Latin}\p{Script=Common}]/u.test(next) && /\p{L}/u.test(next);
}

/** A blank: inside a number only where print groups its digits by threes with a space that can't break. */
function blankFor(text: string, at: number, end: number): string {
  const before = text[at - 1] ?? '';
  const after = text[end] ?? '';
  if (!/\d/.test(before) || !/[\d.]/.test(after)) return ' ';
  const fixed = /[\u00a0\u202f\u2009]/.test(text[at]!) && end === at + 1;
  const groups =
    /(?:^|[^\d])\d{1,3}(?:[\u00a0\u202f\u2009]\d{3})*$/.test(text.slice(Math.max(0, at - 24), at)) &&
    /^\d{3}(?!\d)/.test(text.slice(end, end + 4));
  return fixed && groups ? ' ' : apart;
}

/** Which way a straight quotation mark points, by what stands around it (UEB 7.6). */
class QuoteState {
  private single = false;
  private double = false;

  constructor(private readonly pairs: boolean) {}

  /** Offsets of marks that end a quotation. */
  readonly closed: number[] = [];

  write(character: string, text: string, at: number): string {
    const before = text[at - 1] ?? ' ';
    const after = text[at + 1] ?? ' ';
    const opens = /[\s([{“‘—–/-]/.test(before) && /\S/.test(after);
    if (character === '"') {
      if (/\d/.test(before) && !this.double) return '″';
      this.double = opens || (!this.double && !/[\s]/.test(after) && /\s/.test(before));
      return this.double ? '“' : '”';
    }
    if (this.pairs && character === '‘') this.single = true;
    if (this.pairs && character === '’' && this.single && !/[\s([{]/.test(before) && !/\p{L}/u.test(after)) {
      this.single = false;
      this.closed.push(at);
    }
    if (character === '’') return /\p{L}/u.test(before) && /\p{L}/u.test(after) ? "'" : character;
    if (character !== "'") return character;
    if (/[\p{L}\p{N}]/u.test(before) && /\p{L}/u.test(after)) return character;
    if (opens && !/^'(?:\d|(?:tis|twas|em|cause|til)\b)/i.test(text.slice(at, at + 8))) {
      this.single = true;
      return '‘';
    }
    if (this.single && !/[\s([{]/.test(before)) {
      // “the workers' hall” inside a quotation ends nothing while another mark follows in the same breath.
      this.single = false;
      this.closed.push(at);
      return '’';
    }
    return character;
  }
}
