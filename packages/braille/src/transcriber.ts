import { EveryreadError, ruleMessage } from '@everyread/core';
import type { Context } from '@everyread/core';
import { brailleRules } from './messages.js';
import { brailleCodeFor, gradeOf, tableFilesFor, type BrailleCode, type Grade } from './tables/tables.js';
import { emptyText, joinTexts, numberCells, wholeText, type BrailleText } from './text/braille-text.js';
import { closeQuotations, minusSigns, prepareText, type PreparedPiece } from './text/prepare-text.js';
import { characterSigns, signs, type SignName } from './text/signs.js';
import { insertIndicators, markEmphasis, type EmphasisMarks } from './text/ueb-emphasis.js';
import { gradeOneFirst, separateLetters, separateMarks } from './text/ueb-order.js';
import type { BrailleWords } from './words/braille-words.js';
import { english } from './words/english.js';
import type { Emphasis, LoadedTable, Run, TableFile, Translator } from './translator.js';

type Place = Parameters<typeof ruleMessage>[1]['node'];

/** One stretch of a line: print to be translated, or cells of the transcriber's own. */
export interface LineRun {
  /** Print; for own cells, what the preview shows for them. */
  text: string;
  /** Cells that stand as they are. */
  cells?: string;
  emphasis?: Emphasis;
  /** BCP 47 tag, where it is not the report's. */
  lang?: string;
  /** Where it stands in the document, for messages. */
  node?: Place;
}

/** How a transcriber is set up. */
export interface TranscriberSettings {
  translator: Translator;
  /** Language of the report. */
  lang: string;
  /** Languages that occur in it, each with the node where it first does. */
  languages: ReadonlyMap<string, Place | undefined>;
  grade: Grade;
  /** The transcriber's own words. Default English. */
  own?: BrailleWords;
  /** Table files by language tag, in place of ours. */
  tables?: Readonly<Record<string, readonly TableFile[]>>;
  message: Context['message'];
}

/** Turns lines of print into Braille: prepares the text, chooses the table, notes what no table has. */
export class Transcriber {
  /** Signs that were used, for the special symbols page. */
  readonly used = new Set<SignName>();
  /** Whether something in it was said by a note instead. */
  unknown = false;
  foreign = false;
  private readonly cache = new Map<string, BrailleText>();
  private readonly said = new Set<string>();

  private constructor(
    readonly code: BrailleCode,
    readonly grade: Grade,
    readonly table: LoadedTable,
    private readonly tables: ReadonlyMap<string, LoadedTable>,
    private readonly message: Context['message'],
    private readonly languages: ReadonlySet<string>,
    private readonly ownWords: BrailleWords,
  ) {}

  /** @throws {EveryreadError} `misuse` when there is no Braille for the report's language */
  static async create(settings: TranscriberSettings): Promise<Transcriber> {
    const { translator, lang, grade, message } = settings;
    const code = brailleCodeFor(lang) ?? (settings.tables?.[lang] ? { lang, name: lang, tables: { [grade]: '' } } : undefined);
    if (code === undefined) {
      throw new EveryreadError('misuse', `There is no Braille table for the language ${lang} of the report`, {
        hint: 'Pass table files of your own in the option tables, such as { "fi": ["fi.utb"] }.',
      });
    }
    const actual = gradeOf(code, grade);
    const filesOf = (tag: string, known: BrailleCode): readonly TableFile[] =>
      settings.tables?.[tag] ?? tableFilesFor(known, gradeOf(known, grade));
    const table = await translator.open(filesOf(lang, code));
    const tables = new Map<string, LoadedTable>();
    // Words of the transcriber's own may be English in a report that is not: they are written in English Braille.
    const tags = new Set([...settings.languages.keys(), ...(code.lang === 'en' ? [] : ['en'])]);
    for (const tag of tags) {
      const other = brailleCodeFor(tag);
      if (other === code) continue;
      // A phrase in another language is uncontracted, as UEB 13.1 has it: its reader may not know the contractions.
      const files = settings.tables?.[tag] ?? (other === undefined ? undefined : tableFilesFor(other, gradeOf(other, 1)));
      if (files !== undefined) tables.set(tag, await translator.open(files));
      else
        message(
          ruleMessage(brailleRules['braille-language'], {
            source: 'braille',
            node: settings.languages.get(tag),
            reason: `There is no Braille table for “${tag}”; words in it are written with the table for “${lang}”`,
          }),
        );
    }
    return new Transcriber(code, actual, table, tables, message, new Set(settings.languages.keys()), settings.own ?? english);
  }

  /** Translates a line. The same line gives the same text, and is translated once. */
  line(runs: readonly LineRun[]): BrailleText {
    const key = runs.map((run) => `${run.cells ?? ''}\u0001${run.emphasis ?? ''}\u0001${run.lang ?? ''}\u0001${run.text}`).join('\u0002');
    const known = this.cache.get(key);
    if (known !== undefined) return known;
    const parts: BrailleText[] = [];
    for (let at = 0; at < runs.length;) {
      const first = runs[at]!;
      if (first.cells !== undefined) {
        parts.push(wholeText(first.cells, first.text));
        at += 1;
        continue;
      }
      let end = at + 1;
      while (end < runs.length && runs[end]!.cells === undefined && runs[end]!.lang === first.lang) end += 1;
      parts.push(this.group(runs.slice(at, end), runs[end]?.cells?.startsWith(signs.superscript)));
      at = end;
    }
    const text = parts.length === 0 ? emptyText : joinTexts(parts);
    this.cache.set(key, text);
    return text;
  }

  /** Translates plain words in the report's language. */
  words(text: string): BrailleText {
    return this.line([{ text }]);
  }

  /** Translates words of the transcriber's own: in the report's language where there are such, else in English. */
  own(text: string): BrailleText {
    return this.line([this.ownRun(text)]);
  }

  /** A number of a page or a note, in the figures of the report's language. */
  number(value: number): string {
    return numberCells(value, this.code.digits);
  }

  /** Words of the transcriber's own, for a line. */
  ownRun(text: string): LineRun {
    return this.code.lang === this.ownWords.lang ? { text } : { text, lang: this.ownWords.lang };
  }

  /** A transcriber's note (UEB 3.27), in the report's language or in words of the transcriber's own. */
  note(text: string, own = false): LineRun[] {
    return this.noteOf(own ? this.ownRun(text) : { text });
  }

  /** A transcriber's note of several runs. */
  noteOf(...runs: readonly LineRun[]): LineRun[] {
    this.used.add('note');
    return [{ text: '[', cells: signs.noteOpen }, ...runs, { text: ']', cells: signs.noteClose }];
  }

  /** @param marked - whether the mark of a note follows without a blank */
  private group(given: readonly LineRun[], marked = false): BrailleText {
    const lang = given[0]!.lang;
    const table = (lang === undefined ? undefined : this.tables.get(lang)) ?? this.table;
    if (table !== this.table && lang !== undefined && this.languages.has(lang)) this.foreign = true;
    const print = given.map((run) => run.text).join('');
    const code = brailleCodeFor(lang ?? this.code.lang);
    const isEnglish = code?.lang === 'en';
    const signed = minusSigns(print);
    // Emphasis of whole words is marked by the rules of UEB; of other codes, and inside a word, by the engine.
    const emphasis = isEnglish ? markEmphasis(given) : undefined;
    const runs: readonly Run[] = emphasis?.runs ?? given;
    const prepared = prepareText(signed, (character) => table.knows(character), {
      smartQuotes: isEnglish || this.code.lang !== 'de',
      pairQuotes: !isEnglish && code?.marksOfUeb === true,
      apartFractions: !isEnglish,
      unknownWords: this.ownWords.unknown,
    });
    this.report(prepared.unknown, prepared.controls, given);
    this.noteSigns(isEnglish ? signed : print, runs, emphasis);
    const ends: number[] = [];
    let sum = 0;
    for (const run of runs) ends.push((sum += run.text.length));
    const pieces = marked && code?.marksOfUeb ? beforeMark(prepared.pieces, print.length) : prepared.pieces;
    const parts = pieces.map((piece): { cells: string; source: number[] } => {
      if (piece.note) {
        this.unknown = true;
        this.used.add('note');
        const own = this.tables.get(this.ownWords.lang) ?? this.table;
        const cells = `${signs.noteOpen}${own.translate([{ text: piece.text }]).cells}${signs.noteClose}`;
        return { cells, source: Array.from(cells, () => piece.from[0] ?? 0) };
      }
      if (piece.blank) return { cells: '⠀', source: [...piece.from] };
      const translated = table.translate(emphasised(piece, runs, ends));
      const from = (offset: number): number => piece.from[offset] ?? 0;
      const closed = code?.marksOfUeb ? closeQuotations(piece, translated) : translated;
      if (!isEnglish) return { cells: closed.cells, source: Array.from(closed.source, from) };
      const cells = gradeOneFirst(closed.cells);
      const source = Array.from(closed.source);
      const apart = separateLetters(piece.text, separateMarks(piece.text, { cells, source }));
      return { cells: apart.cells, source: Array.from(apart.source, from) };
    });
    const whole = without(print.length, { cells: parts.map((part) => part.cells).join(''), source: parts.flatMap((part) => part.source) });
    return { ...insertIndicators(whole, emphasis?.indicators ?? []), print };
  }

  private noteSigns(print: string, runs: readonly Run[], marks: EmphasisMarks | undefined): void {
    for (const [character, sign] of characterSigns) if (print.includes(character)) this.used.add(sign);
    // What is left to the engine stands inside words.
    const words = new Set([...(marks?.words ?? []), ...runs.flatMap((run) => run.emphasis ?? [])]);
    if (words.has('italic')) this.used.add('italicWord');
    if (words.has('bold')) this.used.add('boldWord');
    if (marks?.passages.has('italic')) this.used.add('italicPassage');
    if (marks?.passages.has('bold')) this.used.add('boldPassage');
  }

  private report(unknown: readonly string[], controls: number, runs: readonly LineRun[]): void {
    const node = runs.find((run) => run.node !== undefined)?.node;
    for (const characters of unknown) {
      const key = `${characters}@${node?.position?.start.line ?? ''}`;
      if (this.said.has(key)) continue;
      this.said.add(key);
      this.message(
        ruleMessage(brailleRules['braille-unknown-character'], {
          node,
          source: 'braille',
          reason: `There is no Braille for “${printable(characters)}” here; a transcriber’s note says what it is`,
        }),
      );
    }
    if (controls > 0)
      this.message(
        ruleMessage(brailleRules['braille-control-character'], {
          node,
          source: 'braille',
          reason: `${controls} control ${controls === 1 ? 'character was' : 'characters were'} left out`,
        }),
      );
  }
}

/** A lone surrogate can't be shown: its number is. */
function printable(characters: string): string {
  const text = characters.replace(/\p{Surrogate}/gu, (each) => `U+${each.charCodeAt(0).toString(16).toUpperCase()}`);
  return text.length > 60 ? `${[...text].slice(0, 60).join('')}…` : text;
}

/**
 * A word with the mark of a note behind it does not stand alone, so it is no wordsign: “more” and a raised 1 are not “m” and a raised 1
 * (UEB 2.6 and 10.1.1). The table is told by a figure behind its letters, whose cells are taken out again.
 *
 * @param figure - the offset that the figure is given
 */
function beforeMark(pieces: readonly PreparedPiece[], figure: number): readonly PreparedPiece[] {
  const last = pieces.at(-1);
  const end = last && !last.note && !last.blank ? /(?<=\p{L})[^\p{L}\p{N}\s]*$/u.exec(last.text)?.index : undefined;
  if (last === undefined || end === undefined) return pieces;
  const marked: PreparedPiece = {
    ...last,
    text: `${last.text.slice(0, end)}1${last.text.slice(end)}`,
    from: [...last.from.slice(0, end), figure, ...last.from.slice(end)],
    ...(last.closing ? { closing: last.closing.map((offset) => (offset < end ? offset : offset + 1)) } : {}),
  };
  return [...pieces.slice(0, -1), marked];
}

function without(offset: number, { cells, source }: { cells: string; source: number[] }): { cells: string; source: number[] } {
  const kept = source.flatMap((each, index) => (each === offset ? [] : [index]));
  return kept.length === source.length
    ? { cells, source }
    : { cells: kept.map((index) => cells[index]).join(''), source: kept.map((index) => source[index]!) };
}

function emphasised(piece: PreparedPiece, runs: readonly Run[], ends: readonly number[]): Run[] {
  const out: Run[] = [];
  let index = 0;
  let start = 0;
  for (let at = 0; at <= piece.text.length; at += 1) {
    const run = at < piece.text.length ? runAt(piece.from[at]!, ends, index) : -1;
    if (at > start && run !== index) {
      push(out, piece.text.slice(start, at), runs[index]!.emphasis);
      start = at;
    }
    if (run >= 0) index = run;
  }
  return out;
}

function push(out: Run[], text: string, emphasis: Emphasis | undefined): void {
  const last = out.at(-1);
  if (last !== undefined && last.emphasis === emphasis) last.text += text;
  else out.push(emphasis === undefined ? { text } : { text, emphasis });
}

function runAt(offset: number, ends: readonly number[], from: number): number {
  let index = from;
  while (index < ends.length - 1 && offset >= ends[index]!) index += 1;
  return index;
}
