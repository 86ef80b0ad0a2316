import { EveryreadError } from '@everyread/core';
import type { EditionChoice, EditionChoices } from '../config/config.js';

/**
 * Reads the ways of naming editions: `docx`, `docx:large-print`, `{ docx: 'screen-reader large-print' }` or the
 * long form with options.
 *
 * @throws {EveryreadError} code `misuse`, when something else is given
 */
export function readChoices(choices: EditionChoices): EditionChoice[] {
  if (Array.isArray(choices)) return (choices as readonly (string | EditionChoice)[]).map(readChoice);
  return Object.entries(choices as Readonly<Record<string, string | readonly string[]>>).flatMap(([format, names]) => {
    const list = typeof names === 'string' ? names.split(/[\s,]+/).filter(Boolean) : [...names];
    return list.map((edition) => ({ format, edition }));
  });
}

function readChoice(choice: string | EditionChoice): EditionChoice {
  if (typeof choice === 'object' && typeof choice.format === 'string') return choice;
  const match = typeof choice === 'string' ? /^\s*([^\s:]+)(?::\s*([^\s:]+))?\s*$/.exec(choice) : null;
  if (!match)
    throw new EveryreadError('misuse', `${JSON.stringify(choice)} does not name an edition`, {
      hint: 'Write the format, such as docx, or format and edition, such as docx:large-print.',
    });
  return { format: match[1]!, ...(match[2] ? { edition: match[2] } : {}) };
}
