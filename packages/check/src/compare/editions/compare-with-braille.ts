import { excerpt } from '../../outline/fold.js';
import { itemsOf } from '../../outline/outline.js';
import { figurePlaces } from '../../read/braille/cells.js';
import { asWritten, BrailleWords, wordsOf, type BrailleEngine } from '../braille-words.js';
import { FigureSigns, signedFigures } from '../figure-signs.js';
import { FiguresLeft } from '../figures-left.js';
import { alignLists } from '../sequence.js';
import { bare, type NamedOutline, type SayDifference } from './edition-words.js';

/** How far from its neighbours a word may stand: the cells of a table are set in another order. */
const reach = 40;
/** Words before a difference that a message quotes. */
const context = 5;

/** What all editions that can be read as print share. */
export interface SharedPrint {
  readonly words: readonly string[];
  /** For each word its figure with the signs that all agree in, such as “12%”. */
  readonly signed: readonly (string | undefined)[];
  /** BCP 47 tag, where an edition names it. */
  readonly lang: string | undefined;
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
  const signs = new FigureSigns(engines);
  for (const edition of editions)
    for (const difference of [...figuresLost(shared, edition, signs), ...wordsLost(shared, edition, engines)])
      found.set(difference, [...(found.get(difference) ?? []), edition.name]);
  for (const [difference, names] of found) say(`${names.join(', ')} ${names.length > 1 ? 'lack' : 'lacks'} ${difference}`);
}

function* figuresLost({ words, signed, lang }: SharedPrint, { outline }: NamedOutline, signs: FigureSigns): Generator<string> {
  const wanted = words.flatMap((word, index) =>
    [...word.matchAll(/\d+(?:[.,]\d+)*/g)].map(([figure]) => ({ figure, digits: figure.replace(/\D/g, ''), index })),
  );
  const found = outline.braille!.blocks.flatMap((block) => figurePlaces(block, lang));
  const pairs = new Map(alignLists(wanted, found, (a, b) => a.digits === b.digits, 1000));
  const left = new FiguresLeft(found, new Set(pairs.values()));
  for (const [at, { figure, digits, index }] of wanted.entries()) {
    const pair = pairs.get(at);
    const [own] = signedFigures(signed[index] ?? '');
    const wants = own ?? { text: figure, figure, digits };
    const place = pair === undefined ? left.take(wants, signs) : found[pair];
    if (place === undefined) yield `the figure ${figure}, which stands after ${before(words, index)} in all others`;
    else if (!signs.stand(wants, place)) yield `the sign of ${wants.text}, which stands after ${before(words, index)} in all others`;
  }
}

function* wordsLost(
  { words, headings, columnHeads, lang }: SharedPrint,
  { outline }: NamedOutline,
  engines: readonly BrailleEngine[],
): Generator<string> {
  const readings = engines.map((engine) => {
    const braille = new BrailleWords(outline.braille!.blocks, engine, lang);
    const wanted = wordsWithoutFigures(words, engine);
    return { engine, braille, wanted, met: braille.align(wanted.map(({ word }) => word)) };
  });
  const count = (met: readonly boolean[]): number => met.filter(Boolean).length;
  const best = readings.sort((a, b) => count(b.met) - count(a.met))[0];
  if (!best) return;
  const { braille, met, engine, wanted } = best;
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
  const heads = new BrailleWords(own, engine, lang);
  for (const heading of headings) if (!heads.hasTogether(heading)) yield `the heading “${heading}”`;
}

/** The words that hold no figure, as the Braille of an engine can say them: a run in another script may be named by a note. */
function wordsWithoutFigures(words: readonly string[], engine: BrailleEngine): { word: string; index: number }[] {
  const wanted: { word: string; index: number }[] = [];
  for (let index = 0; index < words.length; index += 1) {
    if (/\d/.test(words[index]!)) continue;
    const start = index;
    if (isOtherScript(words[index]!)) while (isOtherScript(words[index + 1] ?? '')) index += 1;
    const run = words.slice(start, index + 1).join(' ');
    for (const word of wordsOf(asWritten(run, engine))) wanted.push({ word, index: start });
  }
  return wanted;
}

const isOtherScript = (word: string): boolean => /(?=\p{L})\P{Script=Latin}/u.test(word);

const before = (words: readonly string[], index: number): string =>
  `“${excerpt(words.slice(Math.max(0, index - context), index).join(' '))}”`;
