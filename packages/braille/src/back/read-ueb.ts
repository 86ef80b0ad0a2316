import { longerWords } from './ueb-longer-words.js';
import {
  accents,
  beginning,
  between,
  closing,
  figures,
  finals,
  groupsigns,
  initials,
  letters,
  opening,
  shortforms,
  symbols,
  wordsigns,
} from './ueb-signs.js';

/** How to read. */
export interface UebReaderSettings {
  /** 2 contracted (default), 1 uncontracted. */
  grade?: 1 | 2;
}

/**
 * Reads Unified English Braille back into print by the rules of UEB alone, without liblouis: for proofs, and for reading files
 * back. Indicators of typeforms are left out, marks of a transcriber's note become square brackets, guide dots and rules blanks.
 *
 * @param cells - Unicode Braille; blanks (U+2800 or a space) and line ends divide words, a dot 5 before a line end joins them
 */
export function readUeb(cells: string, settings: UebReaderSettings = {}): string {
  return new UebReader(settings).read(cells);
}

/** Cells, and in what order signs are tried: the longer first. */
const byLength = (table: Readonly<Record<string, string>>): string[] => Object.keys(table).sort((a, b) => b.length - a.length);
const escape = (keys: readonly string[]): string => keys.join('|');

const typeform = /^[\u2828\u2818\u2838\u2808](?:[⠂⠶⠄]|⠆(?![⠀]))/;
/** “Was”, “His” and “Were”: their cells are those of a quotation mark, which never stands alone. */
const capitalLowerWord = /^⠠[⠦⠴⠶](?:⠐⠜|⠨⠜|⠈⠨⠜)?$/;
const openingKeys = byLength(opening);
const closingMarks = new RegExp(`^(?:${escape(byLength(closing))}|[⠨⠘⠸⠈]⠄|⠰⠔⠼[⠁-⠚]+|⠠⠄)*$`);
const closingAfterApostrophe = /^⠄(?:⠎|⠞|⠙|⠍|⠇⠇|⠗⠑|⠧⠑)/;
/** Letters and contractions from the first on, up to what is none. */
const letterSequence =
  /^(?:[⠐⠘⠸⠨⠰](?=[⠁-⠿])|[⠁⠃⠉⠙⠑⠋⠛⠓⠊⠚⠅⠇⠍⠝⠕⠏⠟⠗⠎⠞⠥⠧⠺⠭⠽⠵⠯⠿⠷⠮⠾⠡⠣⠩⠹⠱⠫⠻⠳⠪⠌⠬⠜⠢⠔]|[⠂⠆⠒⠖⠶⠲](?=[⠁⠃⠉⠙⠑⠋⠛⠓⠊⠚⠅⠇⠍⠝⠕⠏⠟⠗⠎⠞⠥⠧⠺⠭⠽⠵⠯⠿⠷⠮⠾⠡⠣⠩⠹⠱⠫⠻⠳⠪⠌⠬⠜⠢⠔⠐⠨⠰⠂]))*/;
const symbolKeys = byLength(symbols);
const accentKeys = byLength(accents);
/** What may follow the sign of a fraction (6.4). */
const vulgar: Readonly<Record<string, string>> = { '1/2': '½', '1/4': '¼', '3/4': '¾', '1/3': '⅓', '2/3': '⅔', '1/5': '⅕', '1/8': '⅛' };

type Capitals = 'none' | 'word' | 'passage';

class UebReader {
  private readonly grade: 1 | 2;
  private capitals: Capitals = 'none';
  private gradeOne: 'none' | 'word' | 'passage' = 'none';

  constructor(settings: UebReaderSettings) {
    this.grade = settings.grade ?? 2;
  }

  read(cells: string): string {
    return cells
      .replace(/⠐\r?\n[⠀ ]*(?=[^⠀\s])/g, '')
      .replace(/[⠀\s]+/g, '⠀')
      .split('⠀')
      .map((token) => this.token(token))
      .filter((word) => word !== '')
      .join(' ');
  }

  /** Cells between two blanks. */
  private token(cells: string): string {
    // Guide dots, rules of tables, boxes.
    if (/^(?:⠐{2,}|⠐⠒+|⠒{3,}|⠤{3,}|⠶{4,}|⠛{4,})$/.test(cells)) return '';
    let out = '';
    // The mark of a print page: a line of print, and its number (dots 5, 25).
    const page = /^⠐⠒(?=.*⠼)/.test(cells);
    if (page) return `— ${this.token(cells.slice(2))} —`;
    for (const segment of segments(cells.replace(/⠨⠿/g, ''))) {
      // A hyphen ends a capitals word (8.4.2).
      if (segment === '⠤' && this.capitals === 'word') this.capitals = 'none';
      out += segment === '⠤' ? '-' : this.segment(segment);
    }
    if (this.capitals === 'word') this.capitals = 'none';
    if (this.gradeOne === 'word') this.gradeOne = 'none';
    return out;
  }

  /** Cells between hyphens or dashes: what may stand alone (2.6). */
  private segment(cells: string): string {
    let at = 0;
    let out = '';
    // What stands before a word.
    for (;;) {
      const rest = cells.slice(at);
      const form = typeform.exec(rest);
      const key = openingKeys.find((each) => rest.startsWith(each));
      if (this.grade === 2 && capitalLowerWord.test(rest)) break;
      if (key !== undefined && rest.length > key.length) {
        out += opening[key]!;
        at += key.length;
      } else if (form !== null && rest.length > 2) at += 2;
      else if (rest.startsWith('⠦') && rest.length > 1 && !closingMarks.test(rest.slice(1))) {
        out += '“';
        at += 1;
      } else break;
    }
    return out + this.word(cells.slice(at));
  }

  private word(cells: string): string {
    if (cells === '') return '';
    if (this.grade === 2 && capitalLowerWord.test(cells)) return capital(wordsigns[cells[1]!]!) + this.scan(cells.slice(2), true);
    const start = /^(?:⠠⠠⠠|⠠⠠|⠠(?![⠤⠦⠴⠶]))?/.exec(cells)![0];
    const bare = cells.slice(start.length);
    if (this.grade === 2 && this.gradeOne === 'none' && !bare.startsWith('⠰') && !bare.startsWith('⠠')) {
      const alone = this.alone(bare);
      if (alone !== undefined) {
        if (start === '⠠⠠⠠') this.capitals = 'passage';
        const upper = start === '⠠⠠' || this.capitals !== 'none';
        return (upper ? alone.word.toUpperCase() : start === '⠠' ? capital(alone.word) : alone.word) + this.scan(alone.rest, true);
      }
      // Words in capitals are abbreviations more often: GDP is no “goodp”.
      const longer = start.length > 1 || this.capitals !== 'none' ? undefined : this.longerWord(bare);
      if (longer !== undefined) return (start === '⠠' ? capital(longer.word) : longer.word) + this.scan(longer.rest, true);
    }
    return this.scan(cells, false);
  }

  /** A wordsign or short form that stands alone, with what closes behind it. */
  private alone(cells: string): { word: string; rest: string } | undefined {
    for (let length = Math.min(cells.length, 5); length > 0; length -= 1) {
      const core = cells.slice(0, length);
      const word = wordsigns[core] ?? shortforms[core];
      if (word === undefined) continue;
      const rest = cells.slice(length);
      if (closingMarks.test(rest.replace(closingAfterApostrophe, '')) || closingMarks.test(rest.replace(/^⠄/, ''))) return { word, rest };
    }
    return undefined;
  }

  /** A longer word with a short form inside (10.9.3). */
  private longerWord(cells: string): { word: string; rest: string } | undefined {
    const core = letterSequence.exec(cells)![0];
    if (core.length < 3) return undefined;
    for (const { pattern, word } of longerWords) {
      const found = pattern.exec(core);
      if (found === null) continue;
      const [from, to] = found.indices![1] ?? found.indices![0]!;
      // The second cell of another contraction is no beginning of a short form.
      if (/[⠐⠘⠸⠨⠰]/.test(core[from - 1] ?? '')) continue;
      const inner = new UebReader({ grade: 2 });
      const before = from === 0 ? '' : inner.scan(`${core.slice(0, from)}⠁`, false).slice(0, -1);
      return { word: before + word + inner.scan(core.slice(to), true), rest: cells.slice(core.length) };
    }
    return undefined;
  }

  /** Reads from left to right. */
  private scan(cells: string, afterLetter: boolean): string {
    let out = '';
    let letter = afterLetter;
    let begin = !afterLetter;
    let literal = false;
    let numeric = false;
    let capitalNext = false;
    let accent = '';
    const put = (print: string): void => {
      let text = print;
      if (this.capitals !== 'none') text = text.toUpperCase();
      else if (capitalNext) text = capital(text);
      capitalNext = false;
      if (accent !== '') {
        text = (text[0]! + accent).normalize('NFC').replace(/^(o)\u0338/i, (_, o: string) => (o === 'o' ? 'ø' : 'Ø')) + text.slice(1);
        accent = '';
      }
      out += text;
      letter = true;
      begin = false;
    };
    const mark = (print: string): void => {
      if (this.capitals === 'word') this.capitals = 'none';
      out += print;
      letter = false;
    };
    for (let at = 0; at < cells.length;) {
      const rest = cells.slice(at);
      const cell = cells[at]!;
      const two = rest.slice(0, 2);
      const contracted = this.grade === 2 && this.gradeOne === 'none' && !literal && !numeric;
      literal = false;
      if (cell === '⠼') {
        const number = readNumber(rest);
        mark(number.print);
        numeric = true;
        begin = false;
        at += number.length;
        continue;
      }
      // Capitals: symbol, word, passage, terminator (8).
      if (rest.startsWith('⠠⠄')) {
        this.capitals = 'none';
        at += 2;
        continue;
      }
      if (rest.startsWith('⠠⠠')) {
        this.capitals = rest.startsWith('⠠⠠⠠') ? 'passage' : 'word';
        at += this.capitals === 'passage' ? 3 : 2;
        continue;
      }
      const form = typeform.exec(rest);
      if (form !== null && !(letter && two in finals) && !(two in symbols)) {
        at += 2;
        continue;
      }
      // Grade 1: symbol, word, passage, terminator (5); raised and lowered figures (3.24).
      if (cell === '⠰' && !(letter && contracted && two in finals)) {
        if (rest.startsWith('⠰⠄')) {
          this.gradeOne = 'none';
          at += 2;
        } else if (rest.startsWith('⠰⠰')) {
          this.gradeOne = rest.startsWith('⠰⠰⠰') ? 'passage' : 'word';
          at += this.gradeOne === 'passage' ? 3 : 2;
        } else if (rest.startsWith('⠰⠔') || rest.startsWith('⠰⠢')) {
          // A sign and its number are grouped: ten to the power of minus three.
          const signed = /^⠣⠐⠤(?=⠼)/.exec(rest.slice(2))?.[0].length ?? 0;
          const number = readNumber(rest.slice(2 + signed));
          mark(number.length > 0 ? `[${signed > 0 ? '−' : ''}${number.print}]` : '');
          at += 2 + signed + number.length;
          if (signed > 0 && cells[at] === '⠜') at += 1;
        } else {
          literal = true;
          at += 1;
        }
        continue;
      }
      const sign = accentKeys.find((each) => rest.startsWith(each));
      if (sign !== undefined && rest.length > sign.length) {
        accent = accents[sign]!;
        at += sign.length;
        continue;
      }
      if (contracted && letter && two in finals) {
        put(finals[two]!);
        at += 2;
        continue;
      }
      if (contracted && two in initials) {
        put(initials[two]!);
        at += 2;
        continue;
      }
      const symbol = [...openingKeys, '⠈⠨⠜', '⠐⠜', '⠨⠜', '⠸⠜', '⠠⠴', ...symbolKeys].find((each) => rest.startsWith(each));
      if (symbol !== undefined) {
        mark(opening[symbol] ?? closing[symbol] ?? symbols[symbol]!);
        at += symbol.length;
        begin = symbol in opening;
        if (symbol === '⠠⠤') numeric = false;
        continue;
      }
      if (cell === '⠠') {
        capitalNext = true;
        at += 1;
        continue;
      }
      if (rest.startsWith('⠲⠲⠲')) {
        mark('...');
        at += 3;
        continue;
      }
      const follows = this.letterFollows(cells, at + 1);
      if (contracted && cell in beginning && begin && follows) put(beginning[cell]!);
      else if (contracted && cell in between && letter && follows) put(between[cell]!);
      else if (cell in letters) put(letters[cell]!);
      else if (contracted && cell in groupsigns) put(groupsigns[cell]!);
      else if (cell === '⠦' && begin && rest.length > 1) mark('“');
      else if (cell in closing) mark(closing[cell]!);
      else if (cell === '⠄') mark('’');
      else if (cell === '⠶') mark('′');
      else if (cell in groupsigns) put(groupsigns[cell]!);
      else mark(cell === '⠐' ? '' : cell);
      at += 1;
    }
    return out;
  }

  /** Whether a letter or a contraction stands at a place: then a lower sign before it is a groupsign. */
  private letterFollows(cells: string, at: number): boolean {
    const cell = cells[at];
    if (cell === undefined) return false;
    const two = cells.slice(at, at + 2);
    return (
      cell in letters ||
      cell in groupsigns ||
      two in initials ||
      two in finals ||
      two in accents ||
      (cell in between && this.letterFollows(cells, at + 1))
    );
  }
}

/** Divides a token at hyphens and after dashes. */
function segments(cells: string): string[] {
  const out: string[] = [];
  let from = 0;
  for (let at = 0; at < cells.length; at += 1) {
    if (cells[at] !== '⠤') continue;
    const before = cells[at - 1] ?? '';
    if (before === '⠠') {
      out.push(cells.slice(from, at - 1), '⠠⠤');
      from = at + 1;
    } else if (!/[⠨⠐⠈]/.test(before)) {
      out.push(cells.slice(from, at), '⠤');
      from = at + 1;
    }
  }
  out.push(cells.slice(from));
  return out.filter((each) => each !== '');
}

/** A number with its numeric indicator: figures, marks of thousands and decimals, blanks of groups, a fraction. */
function readNumber(cells: string): { print: string; length: number } {
  if (!cells.startsWith('⠼')) return { print: '', length: 0 };
  let at = 1;
  let print = '';
  let numerator: string | undefined;
  while (at < cells.length) {
    const cell = cells[at]!;
    const next = cells[at + 1] ?? '';
    if (cell in figures) print += figures[cell]!;
    else if (cell === '⠲' && next in figures) print += '.';
    else if (cell === '⠂' && next in figures) print += ',';
    else if (cell === '⠐' && next in figures) print += ' ';
    else if (cell === '⠌' && next in figures) {
      numerator = print;
      print = '';
    } else break;
    at += 1;
  }
  if (numerator === undefined) return { print, length: at };
  const fraction = `${numerator}/${print}`;
  return { print: vulgar[fraction] ?? fraction.replace('/', '⁄'), length: at };
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
