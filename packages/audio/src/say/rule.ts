/** How print is turned into words to say, one rule for each shape of print. */

/** What a rule may be told by the caller. */
export interface SayOptions {
  /** Marks such as `*` and `†` after a word: said as “footnote”, or left out. Default `silent`. */
  noteMarks?: 'say' | 'silent';
  /** Web addresses: only the site's name, or the whole address. Default: the site's name and one short part after it. */
  addresses?: 'site' | 'whole';
}

/** What a rule sees of the print besides its own match. */
export interface SayContext {
  /** The print before the match. */
  before: string;
  /** The print after the match. */
  after: string;
  options: SayOptions;
}

/** One shape of print, and the words for it. */
export interface SayRule {
  readonly name: string;
  /** Sticky and Unicode (`/…/uy`). */
  readonly pattern: RegExp;
  /** The words, or `undefined` where the shape is right but the meaning is another. */
  say(match: RegExpExecArray, context: SayContext): string | undefined;
}

/** Checks a rule's pattern once, so that a mistake shows at the first import and not in a recording. */
export function sayRule(name: string, pattern: RegExp, say: SayRule['say']): SayRule {
  return { name, pattern: new RegExp(pattern.source, [...new Set(`${pattern.flags}uy`)].join('')), say };
}

/** A stretch of print and what is said for it. */
export interface SpokenPiece {
  /** What is said; empty for print that is not spoken. */
  spoken: string;
  /** Offsets into the print, in UTF-16 code units. */
  from: number;
  to: number;
  /** The rule that made it; absent for print that is said as it stands. */
  rule?: string;
}
