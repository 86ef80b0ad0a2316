import { ruleMessage } from '@everyread/core';
import type { VFileMessage } from 'vfile-message';
import { checkRules } from '../../messages.js';
import type { BrailleEngine } from '../braille-words.js';
import { compareHeads, compareLists, sharedHeadings } from './compare-lists.js';
import { compareWithBraille } from './compare-with-braille.js';
import { agreedSigns, compareSigns } from './compare-signs.js';
import { compareWordings } from './compare-wordings.js';
import { itemsOf } from '../../outline/outline.js';
import { bare, EditionWords, hunksOf, pairWords, type NamedOutline, type SayDifference } from './edition-words.js';

/**
 * Compares editions of one report with each other, where the report itself is not at hand: what one alone says in other words than
 * all others, or lacks. It sees less than a comparison with the report: a fault that all share is none here, and where some
 * editions say one thing and some another, the author may have meant it. Braille must hold the words and figures that all others
 * share; of sound without text only the title, the language and the chapters are compared.
 *
 * @param editions - of the same content: whole editions, or summaries
 * @param engines - who can read the Braille of the report's language, one for each grade; none: its figures alone are compared
 */
export function compareEditions(editions: readonly NamedOutline[], engines: readonly BrailleEngine[] = []): VFileMessage[] {
  const messages: VFileMessage[] = [];
  const say: SayDifference = (reason) => void messages.push(ruleMessage(checkRules['editions-differ'], { reason, source: 'check' }));
  if (editions.length < 2) return messages;
  compareHeads(editions, say);
  const heard = editions.filter(({ outline }) => outline.braille === undefined).map((each) => new EditionWords(each));
  compareLists(heard, 'heading', 'the heading', say);
  compareLists(heard, 'alternative', 'the text alternative', say);
  const [first, ...others] = heard.filter(({ outline }) => !outline.lacks?.includes('text'));
  if (first === undefined) return messages;
  const pairs = others.map((other) => pairWords(first, other));
  const hunks = others.map((other, index) => hunksOf(first, other, pairs[index]!));
  compareWordings(first, others, hunks, say);
  compareSigns(first, others, pairs, say);
  const differing = new Set<number>();
  for (const { from, to } of hunks.flat()) for (let at = from; at < to; at += 1) differing.add(at);
  const shared = [...first.words.keys()].filter((index) => !differing.has(index) && !first.isFixed(first.words[index]!));
  const words = shared.map((index) => first.words[index]!);
  const signed = agreedSigns(first, others, pairs);
  const braille = editions.filter(({ outline }) => outline.braille !== undefined);
  const columnHeads = new Set(
    itemsOf(first.outline, 'table').flatMap(({ rows }) =>
      rows.flat().flatMap((cell) => (cell.header === 'col' ? cell.text.split(/\s+/).map(bare) : [])),
    ),
  );
  compareWithBraille(
    { words, signed: shared.map((index) => signed.get(index)), lang: first.outline.lang, headings: sharedHeadings(heard), columnHeads },
    braille,
    engines,
    say,
  );
  return messages;
}
