import type { TableText } from '../../translator.js';

/** Where in print a sign is written by a correction. */
type Where = 'always' | 'inNumbers' | 'betweenBlanks' | 'afterDigits';

/** A character and its cells, in a table whose own rule for it is wrong. */
export interface SignCorrection {
  character: string;
  /** Dots of each cell, cells joined with hyphens. */
  dots: string;
  where?: Where;
  /** Inside a number without a new number sign after it. */
  keepsNumber?: true;
  /** Words beside it stand alone, as beside punctuation. */
  isPunctuation?: true;
}

const places: Readonly<Record<Where, (character: string) => RegExp>> = {
  always: (character) => new RegExp(character, 'g'),
  inNumbers: (character) => new RegExp(`(?<=\\d)${character}(?=\\d)`, 'g'),
  betweenBlanks: (character) => new RegExp(`(?<=\\s)${character}(?=\\s)`, 'g'),
  afterDigits: (character) => new RegExp(`(?<=\\d)${character}`, 'g'),
};

/** First character of the private use area that stands for a corrected sign; no report has them, for no typeface shows them. */
const first = 0xe100;

/**
 * A table of corrections. Of two rules for one character liblouis takes the first, so that a later table cannot change an earlier one:
 * the character is given a stand-in of private use before the table sees it, and the correction is the rule for the stand-in.
 *
 * @param more - lines for the table besides
 */
export function standIns(name: string, corrections: readonly SignCorrection[], more: readonly string[] = []): TableText {
  const known = corrections.map((correction, index) => {
    const { character, dots, where = 'always', keepsNumber, isPunctuation } = correction;
    const code = first + index;
    const escaped = `\\x${code.toString(16)}`;
    return {
      character,
      standIn: String.fromCharCode(code),
      pattern: places[where](character.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&')),
      lines: [`${isPunctuation ? 'punctuation' : 'sign'} ${escaped} ${dots}`, ...(keepsNumber ? [`midnum ${escaped} ${dots}`] : [])],
    };
  });
  const characterOf = new Map(known.map(({ character, standIn }) => [standIn, character]));
  return {
    name,
    text: `${[...known.flatMap(({ lines }) => lines), ...more].join('\n')}\n`,
    // In their order: “12,5” before a comma anywhere.
    rewrite: (print) => known.reduce((text, { pattern, standIn }) => text.replace(pattern, standIn), print),
    restore: (print) => print.replace(/[\ue100-\ue1ff]/g, (standIn) => characterOf.get(standIn) ?? standIn),
  };
}
