import { sayRule, type SayRule } from './rule.js';

/** One entry of a lexicon: how a word is said. */
export interface LexiconEntry {
  /** The word as printed. */
  grapheme: string;
  /** Other words to say in its place. */
  alias?: string;
  /** How it sounds, in the International Phonetic Alphabet; used by engines that take it. */
  phoneme?: string;
}

/**
 * A lexicon of aliases as a rule. Longer words win. A word with a capital matches as it stands; one in small
 * letters matches at the start of a sentence too.
 */
export function lexiconRules(entries: readonly LexiconEntry[]): SayRule[] {
  return [...entries]
    .filter((entry) => entry.alias !== undefined && entry.grapheme.trim() !== '')
    .sort((a, b) => b.grapheme.length - a.grapheme.length || (a.grapheme < b.grapheme ? -1 : 1))
    .map((entry) => {
      const pattern = entry.grapheme.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&').replace(/['’]/g, "['’]");
      const flags = entry.grapheme === entry.grapheme.toLowerCase() ? 'i' : '';
      return sayRule(`lexicon ${entry.grapheme}`, new RegExp(`(?:${pattern})(?![\\p{L}\\p{N}])`, flags), () => entry.alias!);
    });
}

/** The front matter's `lexicon`: word → expansion or how to say it. */
export function lexiconFromMeta(lexicon: Readonly<Record<string, string>> | undefined): LexiconEntry[] {
  return Object.entries(lexicon ?? {}).map(([grapheme, alias]) => ({ grapheme, alias }));
}
