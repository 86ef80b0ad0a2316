import { addresses } from './en-gb/addresses.js';
import { dates } from './en-gb/dates.js';
import { emoji } from './en-gb/emoji.js';
import { figures } from './en-gb/figures.js';
import { initialisms } from './en-gb/initialisms.js';
import { money } from './en-gb/money.js';
import { references } from './en-gb/references.js';
import { shortFormRules } from './en-gb/short-forms.js';
import { signs, soundless } from './en-gb/signs.js';
import { sharesWithStroke, yearsWithStroke } from './en-gb/slashes.js';
import { times } from './en-gb/times.js';
import { lexiconRules, type LexiconEntry } from './lexicon.js';
import { unnamedAnything, unnamedPictogram } from './unnamed.js';
import { sayRule, type SayContext, type SayOptions, type SayRule, type SpokenPiece } from './rule.js';

/** In the order in which they are tried: the longer meaning before the shorter. */
const enGb: readonly SayRule[] = [
  ...addresses,
  ...times,
  ...yearsWithStroke,
  ...dates,
  ...money,
  ...references,
  ...shortFormRules,
  ...sharesWithStroke,
  ...figures,
  ...initialisms,
  ...signs,
  ...emoji,
  unnamedAnything,
  soundless,
];

/** Languages without rules of their own: the signs that no engine says well are left out, the rest stays. */
const plain: readonly SayRule[] = [
  ...signs.filter((rule) => ['quote', 'apostrophe', 'note-mark'].includes(rule.name)),
  sayRule('markup', /[<>{}[\]|\\^_~•]+/, () => ' '),
  unnamedPictogram,
];

/** How print is said: its language, and names that are said another way. */
export interface SaySettings extends SayOptions {
  /** BCP 47 tag of the text. Rules exist for English. */
  lang: string;
  lexicon?: readonly LexiconEntry[];
}

/** Turns print into words to say. Make it once for a report and call it for each stretch of print. */
export function makeSayer(settings: SaySettings): (print: string) => SpokenPiece[] {
  const english = settings.lang.toLowerCase().split('-')[0] === 'en';
  const rules = [...lexiconRules(settings.lexicon ?? []), ...(english ? enGb : plain)];
  return (print) => sayWith(rules, print, settings);
}

/**
 * The words to say for a stretch of print, with the source range of each piece. The pieces cover the print
 * without gaps, so that highlighting keeps the printed text.
 */
export function sayText(print: string, settings: SaySettings): SpokenPiece[] {
  return makeSayer(settings)(print);
}

/** The pieces joined into what an engine reads: white space folded, doubled pauses made one. */
export function joinSpoken(pieces: readonly SpokenPiece[]): string {
  return pieces
    .map((piece) => piece.spoken)
    .join('')
    .replace(/\s+/g, ' ')
    .replace(/\s+([,.;:!?])/g, '$1')
    .replace(/,(?:\s*,)+/g, ',')
    .replace(/,\s*([.;:!?])/g, '$1')
    .replace(/([.;:!?]),(?=\s|$)/g, '$1')
    .replace(/^[\s,-]+|[\s,]+$/g, '');
}

/** Whether a letter and a digit meet at a place. */
const meets = (print: string, at: number): boolean => /^(?:\p{L}\d|\d\p{L})/u.test(print.slice(at - 1, at + 1));

/** A word that no rule takes: letters, with apostrophes and hyphens inside. */
const word = /[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)*|[\p{N}]+|\s+|./suy;

function sayWith(rules: readonly SayRule[], print: string, options: SayOptions): SpokenPiece[] {
  const pieces: SpokenPiece[] = [];
  let at = 0;
  while (at < print.length) {
    const piece = applyFirst(rules, print, at, options) ?? asItStands(print, at);
    const last = pieces.at(-1);
    // “SC5” and “v2” run letters into digits: said, they are words of their own.
    if (/\p{L}$/u.test(last?.spoken ?? '') && /^\p{L}/u.test(piece.spoken) && meets(print, at)) piece.spoken = ` ${piece.spoken}`;
    if (piece.rule === undefined && last !== undefined && last.rule === undefined) {
      last.spoken += piece.spoken;
      last.to = piece.to;
    } else pieces.push(piece);
    at = piece.to;
  }
  return pieces;
}

function applyFirst(rules: readonly SayRule[], print: string, at: number, options: SayOptions): SpokenPiece | undefined {
  for (const rule of rules) {
    rule.pattern.lastIndex = at;
    const match = rule.pattern.exec(print);
    if (match === null || match[0] === '') continue;
    const to = at + match[0].length;
    const context: SayContext = { before: print.slice(Math.max(0, at - 60), at), after: print.slice(to, to + 60), options };
    const spoken = rule.say(match, context);
    if (spoken !== undefined) return { spoken: betweenAnd(spoken, rule, context), from: at, to, rule: rule.name };
  }
  return undefined;
}

/** “between 2018–2020” is “between … and …”, not “to”. */
function betweenAnd(spoken: string, rule: SayRule, { before }: SayContext): string {
  return /span|range/.test(rule.name) && /\bbetween\s+$/i.test(before) ? spoken.replace(' to ', ' and ') : spoken;
}

function asItStands(print: string, at: number): SpokenPiece {
  word.lastIndex = at;
  const match = word.exec(print)!;
  // Letters that a PDF joins (“ﬁ”) are unknown to most engines.
  const spoken = match[0].replace(/’/g, "'").replace(/[ﬀ-ﬆ]/g, (joined) => joined.normalize('NFKC'));
  return { spoken, from: at, to: at + match[0].length };
}
