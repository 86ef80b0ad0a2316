import { unzip, zipFiles } from '@everyread/zip';
import { inBook } from './damage-kindle.js';
import { inPdf } from './damage-pdf.js';
import { cells, inArchive, inText } from './damages.js';

/** What is spoiled, as a reader would name it. */
export const kinds = ['word', 'figure', 'alternative', 'heading level', 'link', 'language'] as const;
export type Kind = (typeof kinds)[number];

/** A place that can be spoiled: what stands there and what is put in its stead. */
interface Spot {
  readonly path: string;
  readonly at: number;
  readonly old: string;
  readonly put: string;
}

/** What a spoiled file is, and what was done to it. */
export interface Spoiled {
  readonly body: Uint8Array;
  readonly told: string;
}

const decode = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Another word of the same length: the letters of one word change places, or a figure counts one more. */
export const another = (word: string): string =>
  /\d/.test(word)
    ? word.replace(/\d/, (digit) => String((Number(digit) + 1) % 10))
    : word.replace(/(\p{L})(\p{L})/u, (_, a: string, b: string) => (a === b ? `x${b}` : `${b}${a}`));

const quoted = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Where each kind stands in markup, and what is put there. */
const inMarkup: Readonly<Record<Kind, (words: readonly string[]) => readonly [RegExp, (...groups: string[]) => string][]>> = {
  word: (words) => words.filter((word) => !/\d/.test(word)).map((word) => textOf(word)),
  figure: (words) => words.filter((word) => /\d/.test(word)).map((word) => textOf(word)),
  alternative: () => [[/(?<=(?:\balt|descr|aria-label)=")A full hall/g, () => 'A null hall']],
  // Headings that a format adds, such as that of the notes, are its own: their level is not judged.
  'heading level': () => [
    [
      /<h([2-4])\b([^>]*)>((?:<[^>]*>)*(?:Our year|Money|Thanks)[^]*?)<\/h\1>/g,
      (_, level, rest, words) => `<h${Number(level) + 1}${rest}>${words}</h${Number(level) + 1}>`,
    ],
    [/(?<=w:pStyle w:val="Heading)[12](?=")/g, (level) => String(Number(level) + 1)],
  ],
  link: () => [[/(?<=(?:href|Target)=")https:\/\/example\.org\/accounts/g, () => 'https://example.org/acc0unts']],
  language: () => [[/(?<=\blang="|w:lang w:val=")cy(?=")/g, () => 'de']],
};

const textOf = (word: string): [RegExp, (found: string) => string] => [
  new RegExp(`(?<![\\p{L}\\p{N}])${quoted(word)}(?![\\p{L}\\p{N}])`, 'gu'),
  another,
];

/** Whether a place stands between tags, not within one. */
const isText = (text: string, at: number): boolean => text.lastIndexOf('<', at) < text.lastIndexOf('>', at);

/** The parts that hold the text of a report, by format: other parts are looked at by the damages with names. */
const parts: Readonly<Record<string, RegExp>> = {
  docx: /^word\/(?:document\.xml|_rels\/document\.xml\.rels)$/,
  epub: /chapter[^/]*\.xhtml$/,
  'daisy-2.02': /^content\.html$/,
  'daisy-3': /^book\.xml$/,
};

/**
 * Spoils one place of a file, of many.
 *
 * @param words - words of the report that stand there once
 * @param pick - which of the places
 * @returns nothing, where the format holds no such place
 */
export function spoilAtRandom(format: string, kind: Kind, body: Uint8Array, words: readonly string[], pick: number): Spoiled | undefined {
  if (format === 'pdf') return inPages(kind, body, pick);
  if (format === 'mobi' || format === 'azw3') return inKindle(kind, body, words, pick);
  if (format === 'brf' || format === 'pef' || format === 'ebrl') return inBraille(format, kind, body, words, pick);
  const wanted = parts[format];
  const files = wanted ? [...unzip(body)].map(([path, bytes]) => ({ path, body: bytes })) : [{ path: '', body }];
  const spots = files
    .filter(({ path }) => wanted?.test(path) ?? true)
    .flatMap(({ path, body: bytes }) => spotsIn(path, withoutStyles(decode(bytes)), kind, words));
  const spot = spots[pick % spots.length];
  if (!spot) return undefined;
  const spoiled = files.map((file) => (file.path === spot.path ? { path: file.path, body: spoil(decode(file.body), spot) } : file));
  const told = `${spot.path}@${spot.at}: “${spot.old.slice(0, 60)}” became “${spot.put.slice(0, 60)}”`;
  return { told, body: wanted ? zipFiles(spoiled, { date: new Date(Date.UTC(2000, 0, 1)) }) : spoiled[0]!.body };
}

/** Styles, scripts and lists of contents keep their length and lose their words. */
const withoutStyles = (text: string): string => text.replace(/<(style|script|nav|head)\b[^]*?<\/\1>/g, (found) => ' '.repeat(found.length));

const spotsIn = (path: string, text: string, kind: Kind, words: readonly string[]): Spot[] =>
  inMarkup[kind](words).flatMap(([pattern, put]) =>
    [...text.matchAll(pattern)]
      .filter((found) => (kind !== 'word' && kind !== 'figure') || isText(text, found.index))
      .map((found) => ({ path, at: found.index, old: found[0], put: put(...([...found] as string[])) })),
  );

const spoil = (text: string, { at, old, put }: Spot): Uint8Array => encode(text.slice(0, at) + put + text.slice(at + old.length));

/** A figure is a number sign and letters, in whatever grade: of the words of Braille the damages with names tell. */
function inBraille(format: string, kind: Kind, body: Uint8Array, words: readonly string[], pick: number): Spoiled | undefined {
  const figures = words.filter((word) => /^\d+$/.test(word));
  if (kind !== 'figure' || figures.length === 0) return undefined;
  const put = (figure: string): string => {
    const ascii = `#${[...figure].map((digit) => 'JABCDEFGHI'[Number(digit)]).join('')}`;
    return format === 'brf' ? ascii : cells(ascii);
  };
  const figure = figures[pick % figures.length]!;
  const changes = [new RegExp(`${put(figure)}(?![A-J\u2801-\u281b])`), put(another(figure))] as const;
  const told = `figure ${figure}`;
  const damage = format === 'ebrl' ? inArchive(/part.*html$/, told, 'read-back-text', changes) : inText(told, 'read-back-text', changes);
  return attempt(() => ({ told, body: damage.spoil(body) }));
}

function inKindle(kind: Kind, body: Uint8Array, words: readonly string[], pick: number): Spoiled | undefined {
  const choice = inMarkup[kind](words);
  const [pattern, put] = choice[pick % choice.length] ?? [];
  if (!pattern || !put) return undefined;
  return attempt(() => {
    if (kind === 'heading level') {
      const told = `heading ${['Our year', 'Money', 'Thanks'][pick % 3]!}`;
      const heading = new RegExp(`<h([23])\\b([^>]*)>(${told.slice(8)})</h\\1>`);
      return { told, body: inBook(told, 'read-back-heading', [heading, '<h4$2>$3</h4>']).spoil(body) };
    }
    const ofKind = words.filter((each) => /\d/.test(each) === (kind === 'figure'));
    const word = kind === 'word' || kind === 'figure' ? ofKind[pick % ofKind.length]! : undefined;
    // Numbers stand in styles too.
    const old =
      word === undefined ? new RegExp(pattern.source, 'g') : new RegExp(`(?<=>[^<>{}]{0,200})\\b${word}\\b(?=[^<>{}]{0,200}<)`, 'g');
    const told = `${kind} ${word ?? pattern.source}`;
    return { told, body: inBook(told, 'read-back-text', [old, word === undefined ? put('') : another(word)]).spoil(body) };
  });
}

/** Glyphs of a PDF are drawn by number: two that stand side by side change places. */
function inPages(kind: Kind, body: Uint8Array, pick: number): Spoiled | undefined {
  const once = (pattern: RegExp, replacement: string): Spoiled | undefined =>
    attempt(() => ({ told: `${kind}: ${pattern.source}`, body: inPdf(kind, 'read-back-text', [pattern, replacement]).spoil(body) }));
  switch (kind) {
    case 'word':
    case 'figure':
      return once(
        new RegExp(
          `(\\/(?:P|TD|LBody|H[1-3])<<\\/MCID \\d+>>BDC[^[]*\\[<(?:[\\da-f]{4}){${1 + (pick % 6)}})([\\da-f]{4})(?!\\2)([\\da-f]{4})`,
        ),
        '$1$3$2',
      );
    case 'alternative':
      return once(/\/Alt\(A full hall/, '/Alt(A null hall');
    case 'heading level':
      return pick % 2 ? once(/\/S\/H2\/P/, '/S/H1/P') : once(/\/S\/H3\/P/, '/S/H2/P');
    case 'link':
      return once(/example\.org\/accounts/g, 'example.org/acc0unts');
    case 'language':
      return once(/\/Lang\(cy\)/, '/Lang(de)');
  }
}

function attempt(work: () => Spoiled | undefined): Spoiled | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}
