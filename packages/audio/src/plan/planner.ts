import { fill, type Meta, type PreparedReport, type ReportNode, type Words } from '@everyread/core';
import type { Node } from 'unist';
import { joinSpoken, makeSayer } from '../say/say.js';
import type { LexiconEntry } from '../say/lexicon.js';
import type { SayOptions, SpokenPiece } from '../say/rule.js';
import { silent, type Announcements, type Pauses } from './announce.js';
import { sameLanguage } from '../narrate/voices.js';
import type { SpokenUnit, UnitKind } from './unit.js';

/** A stretch of a line: print for the rules, or words that are given. */
interface Stretch {
  print: string;
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
  #before: string[] = [];
  #line: Stretch[] | undefined;
  #value: string | undefined;
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

  /** Says words before the next unit. */
  introduce(text: string): void {
    if (text.trim() !== '') this.#before.push(text.trim());
  }

  /** Adds words to the last unit: “End of list.” */
  conclude(text: string): void {
    const last = this.units.at(-1);
    if (text.trim() === '') return;
    if (last === undefined) this.introduce(text);
    else last.spoken = closed(last.spoken) + this.rules(text);
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
    const last = this.units.at(-1);
    const plain = this.rules(print);
    if (last !== undefined && last.spoken.endsWith(plain))
      last.spoken = last.spoken.slice(0, last.spoken.length - plain.length) + this.rules(withUnit);
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

  /** Adds a unit whose words are given: a picture's alternative, a page. */
  say(id: string, text: string, options: { kind?: UnitKind; print?: boolean; node?: Node; pauseMs?: number } = {}): void {
    this.#push(id, options.print ? [{ print: text }] : [{ print: '', say: this.rules(text) }], options);
  }

  /** Adds a unit for a sentence node. */
  sentence(id: string, children: readonly Node[], node: Node): void {
    const outer = this.#line;
    const line: Stretch[] = [];
    this.#line = line;
    // A sentence that is in another language as a whole is that voice's, or told to be left out; words within one stay with it.
    this.in(languageOf(children), () => {
      this.each(children);
      this.#line = outer;
      this.#push(id, line, { node });
    });
    for (const page of this.#pages.splice(0))
      this.say(page.id, this.hasWords ? fill(this.words.spoken.page, { n: page.label }) : page.label, { kind: 'page', node: page.node });
  }

  /** Print of the line that is being read. */
  print(text: string): void {
    const last = this.#line?.at(-1);
    if (last !== undefined && last.say === undefined) last.print += text;
    else this.#line?.push({ print: text });
  }

  /** Print with given words. */
  printAs(print: string, say: string): void {
    this.#line?.push({ print, say });
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

  /** A print page that begins inside a line is told after the sentence. */
  pageInLine(id: string, label: string, node: ReportNode): void {
    this.#pages.push({ id, label, node });
  }

  /** Text through the rules of the language. */
  rules(text: string): string {
    return joinSpoken(this.#sayer(text));
  }

  get #sayer(): (print: string) => SpokenPiece[] {
    const lang = this.#lang;
    let sayer = this.#sayers.get(lang);
    if (sayer === undefined) {
      sayer = makeSayer({ ...this.settings.say, lang, lexicon: this.settings.lexicon });
      this.#sayers.set(lang, sayer);
    }
    return sayer;
  }

  #push(id: string, line: readonly Stretch[], options: { kind?: UnitKind; node?: Node; pauseMs?: number }): void {
    const kind = options.kind ?? this.#kind;
    const pieces: SpokenPiece[] = [];
    let print = '';
    for (const stretch of line) {
      const from = print.length;
      print += stretch.print;
      if (stretch.say !== undefined) pieces.push({ spoken: ` ${stretch.say} `, from, to: print.length, rule: 'given' });
      else for (const piece of this.#sayer(stretch.print)) pieces.push({ ...piece, from: from + piece.from, to: from + piece.to });
    }
    const value = this.#value === undefined ? '' : `${this.#value} `;
    this.#value = undefined;
    const before = this.#before.splice(0).map((text) => closed(this.rules(text)));
    const position = options.node?.position ?? this.#place;
    this.units.push({
      id,
      kind,
      spoken: `${before.join('')}${value}${joinSpoken(pieces)}`.trim(),
      print,
      pieces,
      lang: this.#lang,
      pauseMs: options.pauseMs ?? this.pauses.sentence,
      ...(position ? { position } : {}),
    });
  }
}

/** The language of the one span that a sentence consists of. */
function languageOf(children: readonly Node[]): string | undefined {
  const [only, ...more] = (children as readonly ReportNode[]).filter((child) => !(child.type === 'text' && child.value.trim() === ''));
  return only?.type === 'span' && more.length === 0 ? (only.lang ?? undefined) : undefined;
}

/** Ends words with a stop, so that the next ones are not run into. */
function closed(text: string): string {
  const trimmed = text.trim();
  if (trimmed === '') return '';
  return /[.:;!?,]$/.test(trimmed) ? `${trimmed} ` : `${trimmed}. `;
}

/** “1 item”, “3 items”. */
export function counted(n: number, one: string, many: string, lang: string): string {
  return fill(new Intl.PluralRules(lang).select(n) === 'one' ? one : many, { n });
}
