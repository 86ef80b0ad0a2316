import { fill, sameLanguage, type Meta, type PreparedReport, type ReportNode, type Words } from '@everyread/core';
import type { Node } from 'unist';
import { joinSpoken, makeSayer } from '../say/say.js';
import type { LexiconEntry } from '../say/lexicon.js';
import type { SayOptions, SpokenPiece } from '../say/rule.js';
import { unnamedSign } from '../say/unnamed.js';
import { silent, type Announcements, type Pauses } from './announce.js';
import type { SpokenPart, SpokenUnit, UnitKind } from './unit.js';

/** A stretch of a line in one language: print for the rules, or words that are given. */
interface Stretch {
  print: string;
  lang: string;
  say?: string;
}

export interface PlannerSettings {
  announce: Announcements;
  pauses: Pauses;
  say: SayOptions;
  lexicon: readonly LexiconEntry[];
}

/**
 * What the handlers write to. Blocks add units; announcements wait for the next unit or are added to the last
 * one, so that each unit has an id in the text and each id one clip.
 */
export class Planner {
  readonly units: SpokenUnit[] = [];
  /** Notes whose marks were met and that are still to be read. */
  readonly dueNotes: number[] = [];
  /** How the next sentence is introduced, such as “List of 3 items.” */
  #before: SpokenPart[] = [];
  #line: Stretch[] | undefined;
  #value: string | undefined;
  /** Signs without words in what is said before the next unit. */
  readonly #unnamed: string[] = [];
  /** Of the last node that has one: sentences and what they are cut into have none of their own. */
  #place: Node['position'];
  #pages: { id: string; label: string; node: ReportNode }[] = [];
  #kind: UnitKind = 'text';
  #lang: string;
  readonly #sayers = new Map<string, (print: string) => SpokenPiece[]>();

  constructor(
    readonly report: PreparedReport,
    readonly settings: PlannerSettings,
    readonly visit: (node: ReportNode, planner: Planner) => void,
  ) {
    this.#lang = report.meta.lang;
  }

  get words(): Words {
    return this.report.words;
  }
  get meta(): Meta {
    return this.report.meta;
  }
  /** Whether the words of the announcements are in the report's language; said by its voice in another, nobody would know them. */
  get hasWords(): boolean {
    return sameLanguage(this.words.lang, this.meta.lang);
  }
  get announce(): Announcements {
    return this.hasWords ? this.settings.announce : silent;
  }
  get pauses(): Pauses {
    return this.settings.pauses;
  }
  get lang(): string {
    return this.#lang;
  }

  each(nodes: readonly Node[]): void {
    for (const node of nodes) {
      this.#place = node.position ?? this.#place;
      this.visit(node as ReportNode, this);
    }
  }

  /**
   * Says words before the next unit.
   *
   * @param lang - that of the words; default: the report's, which announcements are in wherever they stand
   */
  introduce(text: string, lang = this.meta.lang): void {
    const spoken = closed(this.rules(text, lang));
    if (spoken !== '') this.#before.push({ spoken, lang });
  }

  /** Adds words to the last unit: “End of list.” See `introduce()`. */
  conclude(text: string, lang = this.meta.lang): void {
    const last = this.units.at(-1);
    if (text.trim() === '') return;
    if (last === undefined) this.introduce(text, lang);
    else {
      const ended = last.parts.map((part, index) => (index === last.parts.length - 1 ? { ...part, spoken: closed(part.spoken) } : part));
      setParts(last, [...ended, { spoken: this.rules(text, lang), lang }]);
    }
  }

  /** Puts a figure before the words of the next unit, as one phrase: “21 training sessions”. */
  valueFirst(value: string): void {
    this.#value = this.rules(value);
  }

  /** Makes the silence after the last unit at least this long. */
  pause(ms: number): void {
    const last = this.units.at(-1);
    if (last !== undefined && last.pauseMs < ms) last.pauseMs = ms;
  }

  /** Says the figure of the last unit with its unit: “48.6” in a chart of per cent. */
  unitOf(print: string, withUnit: string): void {
    const unit = this.units.at(-1);
    const last = unit?.parts.at(-1);
    const plain = this.rules(print);
    if (unit === undefined || !last?.spoken.endsWith(plain)) return;
    const spoken = last.spoken.slice(0, last.spoken.length - plain.length) + this.rules(withUnit);
    setParts(unit, [...unit.parts.slice(0, -1), { ...last, spoken }]);
  }

  /** Runs `work` with units of another kind. */
  as(kind: UnitKind, work: () => void): void {
    const before = this.#kind;
    this.#kind = kind;
    work();
    this.#kind = before;
  }

  /** Runs `work` in another language. */
  in(lang: string | undefined, work: () => void): void {
    const before = this.#lang;
    this.#lang = lang ?? before;
    work();
    this.#lang = before;
  }

  /** Runs `work` in the language of words inside a line. Another region's is no other language: the voice stays. */
  inWords(lang: string | undefined, work: () => void): void {
    this.in(lang !== undefined && sameLanguage(lang, this.#lang) ? undefined : lang, work);
  }

  /** Adds a unit whose words are given: a picture's alternative, a page. */
  say(id: string, text: string, options: { kind?: UnitKind; lang?: string; node?: Node; pauseMs?: number } = {}): void {
    const lang = options.lang ?? this.#lang;
    this.#push(id, [{ print: '', lang, say: this.rules(text, lang) }], options);
  }

  /** Adds a unit for a sentence node. */
  sentence(id: string, children: readonly Node[], node: Node): void {
    const outer = this.#line;
    const line: Stretch[] = [];
    this.#line = line;
    this.each(children);
    this.#line = outer;
    this.#push(id, line, { node });
    for (const page of this.#pages.splice(0)) this.page(page.id, page.label, page.node);
  }

  /** Print of the line that is being read. */
  print(text: string): void {
    const last = this.#line?.at(-1);
    if (last !== undefined && last.say === undefined && last.lang === this.#lang) last.print += text;
    else this.#line?.push({ print: text, lang: this.#lang });
  }

  /** Print with given words. */
  printAs(print: string, say: string, lang = this.#lang): void {
    this.#line?.push({ print, say, lang });
  }

  /** Says the end of what was just printed in other words, where it is as expected. */
  sayEnding(ending: RegExp, say: string): void {
    const last = this.#line?.at(-1);
    const found = last === undefined || last.say !== undefined ? null : ending.exec(last.print);
    if (last === undefined || found === null) return;
    last.print = last.print.slice(0, found.index);
    this.printAs(found[0], say);
  }

  /** Whether a line is being read, and not blocks. */
  get inLine(): boolean {
    return this.#line !== undefined;
  }

  /** Tells that a page of the print begins. */
  page(id: string, label: string, node: Node): void {
    const text = this.hasWords ? fill(this.words.spoken.page, { n: label }) : label;
    this.say(id, text, { kind: 'page', lang: this.meta.lang, node });
  }

  /** A print page that begins inside a line is told after the sentence. */
  pageInLine(id: string, label: string, node: ReportNode): void {
    this.#pages.push({ id, label, node });
  }

  /** Text through the rules of the language. */
  rules(text: string, lang = this.#lang): string {
    const pieces = this.#sayer(lang)(text);
    this.#unnamed.push(...unnamedIn(pieces, text));
    return joinSpoken(pieces);
  }

  #sayer(lang: string): (print: string) => SpokenPiece[] {
    let sayer = this.#sayers.get(lang);
    if (sayer === undefined) {
      sayer = makeSayer({ ...this.settings.say, lang, lexicon: this.settings.lexicon });
      this.#sayers.set(lang, sayer);
    }
    return sayer;
  }

  #push(id: string, line: readonly Stretch[], options: { kind?: UnitKind; node?: Node; pauseMs?: number }): void {
    const kind = options.kind ?? this.#kind;
    const runs: { lang: string; print: string; pieces: SpokenPiece[] }[] = [];
    let print = '';
    for (const stretch of line) {
      const from = print.length;
      print += stretch.print;
      const pieces =
        stretch.say === undefined
          ? this.#sayer(stretch.lang)(stretch.print).map((piece) => ({ ...piece, from: from + piece.from, to: from + piece.to }))
          : [{ spoken: ` ${stretch.say} `, from, to: print.length, rule: 'given' }];
      const last = runs.at(-1);
      if (last?.lang === stretch.lang) {
        last.pieces.push(...pieces);
        last.print += stretch.print;
      } else runs.push({ lang: stretch.lang, print: stretch.print, pieces });
    }
    const said = joinParts(runs.map((run, index) => ({ spoken: withCommas(run, index === 0, index === runs.length - 1), lang: run.lang })));
    const own = said.map((part) => (said.length > 1 && part.lang !== this.#lang ? { ...part, within: true } : part));
    const value = this.#value === undefined ? [] : [{ spoken: this.#value, lang: this.#lang }];
    this.#value = undefined;
    const position = options.node?.position ?? this.#place;
    const unit: SpokenUnit = {
      id,
      kind,
      spoken: '',
      parts: [],
      print,
      pieces: runs.flatMap((run) => run.pieces),
      unnamed: this.#unnamed.splice(0),
      pauseMs: options.pauseMs ?? this.pauses.sentence,
      ...(position ? { position } : {}),
    };
    unit.unnamed.push(...unnamedIn(unit.pieces, print));
    this.units.push(setParts(unit, [...this.#before.splice(0), ...value, ...own]));
  }
}

const unnamedIn = (pieces: readonly SpokenPiece[], print: string): string[] =>
  pieces.filter(({ rule }) => rule === unnamedSign).map(({ from, to }) => print.slice(from, to));

function setParts(unit: SpokenUnit, parts: readonly SpokenPart[]): SpokenUnit {
  unit.parts = joinParts(parts);
  unit.spoken = unit.parts.map((part) => part.spoken).join(' ');
  return unit;
}

/** The words of a run, with a pause at its ends where words in another language stand beside a comma, a bracket or a dash. */
function withCommas({ print, pieces }: { print: string; pieces: readonly SpokenPiece[] }, first: boolean, last: boolean): string {
  const raw = pieces.map((piece) => piece.spoken).join('');
  const before = !first && (/^\s*[,([–—]/.test(print) || /^\s*,/.test(raw));
  const after = !last && (/[^\s,]\s*[,)\]([–—]\s*$/.test(print) || /[^\s,]\s*,\s*$/.test(raw));
  return `${before ? ', ' : ''}${joinSpoken(pieces)}${after ? ',' : ''}`;
}

/** Words of one language as one part. Signs between two languages go to the words before them: no voice says a comma. */
function joinParts(parts: readonly SpokenPart[]): SpokenPart[] {
  const joined: SpokenPart[] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    let spoken = part.spoken.trim();
    if (last === undefined) {
      if (spoken !== '') joined.push({ ...part, spoken });
    } else if (last.lang === part.lang) {
      last.spoken = `${last.spoken} ${spoken}`.trim();
    } else {
      const stop = /^[.,;:!?]+/.exec(spoken)?.[0] ?? '';
      if (!/[.,;:!?]$/.test(last.spoken)) last.spoken += stop;
      spoken = spoken.slice(stop.length).trim();
      if (/[\p{L}\p{N}]/u.test(spoken)) joined.push({ ...part, spoken });
    }
  }
  return joined;
}

/** Ends words with a stop, so that the next ones are not run into. */
function closed(text: string): string {
  const trimmed = text.trim();
  if (trimmed === '') return '';
  return /[.:;!?,]$/.test(trimmed) ? `${trimmed} ` : `${trimmed}. `;
}
