import { excerpt } from '../../outline/fold.js';
import { itemsOf } from '../../outline/outline.js';
import { figuresIn } from '../../read/braille/cells.js';
import { BrailleWords, type BrailleEngine } from '../braille-words.js';
import { alignLists } from '../sequence.js';
import { bare, type NamedOutline, type SayDifference } from './edition-words.js';

/** How far from its neighbours a word may stand: the cells of a table are set in another order. */
const reach = 40;
/** Words before a difference that a message quotes. */
const context = 5;

/** What all editions that can be read as print share. */
export interface SharedPrint {
  readonly words: readonly string[];
  readonly headings: readonly string[];
  /** Words of column headers: Braille without columns may leave them to the sentence of a chart. */
  readonly columnHeads: ReadonlySet<string>;
}

/**
 * Braille must hold the words, figures and headings that all others share; what it has besides, such as its pages, is its own.
 *
 * @param engines - one for each grade: the one that reads most is believed
 */
export function compareWithBraille(
  shared: SharedPrint,
  editions: readonly NamedOutline[],
  engines: readonly BrailleEngine[],
  say: SayDifference,
): void {
  const found = new Map<string, string[]>();
  for (const edition of editions)
    for (const difference of [...figuresLost(shared.words, edition), ...wordsLost(shared, edition, engines)])
      found.set(difference, [...(found.get(difference) ?? []), edition.name]);
  for (const [difference, names] of found) say(`${names.join(', ')} ${names.length > 1 ? 'lack' : 'lacks'} ${difference}`);
}

function* figuresLost(words: readonly string[], { outline }: NamedOutline): Generator<string> {
  const wanted = words.flatMap((word, index) =>
    [...word.matchAll(/\d+(?:[.,]\d+)*/g)].map(([figure]) => ({ figure, digits: figure.replace(/\D/g, ''), index })),
  );
  const found = outline.braille!.blocks.flatMap((block) => figuresIn(block));
  const pairs = new Map(alignLists(wanted, found, (a, b) => a.digits === b, 1000));
  const used = new Set(pairs.values());
  const left = new Map<string, number>();
  for (const [index, figure] of found.entries()) if (!used.has(index)) left.set(figure, (left.get(figure) ?? 0) + 1);
  for (const [at, { figure, digits, index }] of wanted.entries()) {
    if (pairs.has(at)) continue;
    const others = left.get(digits) ?? 0;
    if (others > 0) left.set(digits, others - 1);
    else yield `the figure ${figure}, which stands after ${before(words, index)} in all others`;
  }
}

function* wordsLost(
  { words, headings, columnHeads }: SharedPrint,
  { outline }: NamedOutline,
  engines: readonly BrailleEngine[],
): Generator<string> {
  const wanted = words.flatMap((word, index) => (/\d/.test(word) ? [] : [{ word, index }]));
  const readings = engines.map((engine) => {
    const braille = new BrailleWords(outline.braille!.blocks, engine);
    return { engine, braille, met: braille.align(wanted.map(({ word }) => word)) };
  });
  const count = (met: readonly boolean[]): number => met.filter(Boolean).length;
  const best = readings.sort((a, b) => count(b.met) - count(a.met))[0];
  if (!best) return;
  const { braille, met, engine } = best;
  for (const [at, { word }] of wanted.entries()) if (!met[at]) braille.takeNear(word, met, at, reach);
  for (let at = 0; at < wanted.length; at += 1) {
    if (met[at]) continue;
    const start = at;
    while (at + 1 < wanted.length && !met[at + 1]) at += 1;
    const lost = wanted.slice(start, at + 1).map(({ word }) => word);
    if (lost.every((word) => columnHeads.has(bare(word)))) continue;
    yield `the words “${excerpt(lost.join(' '))}”, which stand after ${before(words, wanted[start]!.index)} in all others`;
  }
  const own = itemsOf(outline, 'heading').map((heading) => heading.text.replaceAll(' ', '\u2800'));
  if (own.length === 0) return;
  const heads = new BrailleWords(own, engine);
  for (const heading of headings) if (!heads.hasTogether(heading)) yield `the heading “${heading}”`;
}

const before = (words: readonly string[], index: number): string =>
  `“${excerpt(words.slice(Math.max(0, index - context), index).join(' '))}”`;
