import { is } from '../guards.js';
import { mapNodes, walk } from '../map.js';
import { build } from '../build.js';
import type { Note } from '../report.js';
import type { PhrasingContent, ReportNode, Root } from '../types.js';

/** Blocks whose line of text is cut into sentences. */
const hosts = new Set(['paragraph', 'heading', 'caption', 'tableCell', 'keyFigure']);

/**
 * Wraps each sentence in a `sentence` node. Names count up through the document, its notes last, so they are the
 * same for every format of an edition. A name that the author gave to something else is left out.
 */
export function markSentences(root: Root, lang: string, notes: readonly Note[] = []): { root: Root; notes: Note[] } {
  const taken = new Set<string>();
  walk([...(root.children as ReportNode[]), ...notes.map((note) => note.definition)], (node) => {
    if ('id' in node && typeof node.id === 'string') taken.add(node.id);
  });
  let count = 0;
  const nextId = (): string => {
    do count += 1;
    while (taken.has(`s${count}`));
    return `s${count}`;
  };
  const mark = (node: ReportNode): ReportNode => {
    if (!hosts.has(node.type)) return node;
    const host = node as Extract<ReportNode, { type: 'paragraph' }>;
    // A key figure without a label still has its value to say.
    if (host.children.length === 0 && node.type !== 'keyFigure') return node;
    const whole = node.type !== 'paragraph';
    const sentences = whole ? [host.children] : splitSentences(host.children, lang);
    return { ...host, children: sentences.map((part) => build.sentence({ id: nextId() }, part)) };
  };
  return {
    root: { ...root, children: mapNodes(root.children, mark) },
    notes: notes.map((note) => ({
      ...note,
      definition: { ...note.definition, children: mapNodes(note.definition.children, mark) },
    })),
  };
}

/** Short forms after which a full stop never ends a sentence: what they belong to comes next. */
const openForms = new Set(
  'Dr Mr Mrs Ms Mx Messrs Prof Rev Revd Hon Cllr Capt Lt Col Gen Sgt St Fig Figs Vol vol Nos nos vs cf approx e.g i.e viz incl excl c p pp tel Tel ext'.split(
    ' ',
  ),
);

/** Short forms that may end a sentence; they don't where a number, a small letter or the rest of a date follows. */
const datedForms =
  /^(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Mon|Tues?|Wed|Thurs?|Thu|Fri|Sat|Sun|[Nn]o|[Rr]eg|[Rr]ef|[Tt]emp|etc|Co|Ltd|Inc|Jr|Sr|a\.m|p\.m)$/;

/** More than any of them has, with its stop, in UTF-16 code units. */
const longestForm = 24;

/** How much of what follows is looked at, in UTF-16 code units. */
const lookAhead = 80;

/** Offsets at which a new sentence begins. */
export function sentenceStarts(text: string, lang: string): number[] {
  const starts = new Set<number>();
  const first = text.search(/\S/);
  const end = text.trimEnd().length;
  for (const index of plainBreaks(text) ?? breaksOf(text, segmenterOf(lang))) {
    if (index <= first || index >= end) continue;
    if (!staysTogether(text.slice(Math.max(0, index - 80), index), text.slice(index, index + lookAhead))) starts.add(index);
  }
  if (!/[–—]/.test(text)) return [...starts];
  // Unicode's rules see no break before a dash: where what follows is too long for an attribution, it is a sentence.
  for (const { index, 0: stop } of text.matchAll(/[.!?]["”’)]?\s+(?=[–—]\s+[“‘"'(]?\p{Lu})/gu)) {
    const start = index + stop.length;
    if (text.length - start >= lookAhead) starts.add(start);
  }
  return [...starts].sort((a, b) => a - b);
}

/** Letters, digits and signs of English, between which few rules of Unicode's apply. */
const plainText = /^[\x20-\x7e£€‘’“”–—]*$/;
/**
 * A stop and a blank before a capital; a stop within a number, a name or an address, or before a small letter; before a dash; at the
 * end; any other.
 */
const plainStops = /[.!?](?:(?<=[A-Za-z0-9)'’].)( )(?=[A-Z])|(?<=[A-Za-z0-9]\.)(?:(?=[a-z0-9])|(?= [a-z]))|(?= [–—])|(?=["”’)]* *$)|())/g;

/** The breaks of a text whose stops are all of the plain kind, in a fraction of the time that the engine takes; of another text none. */
export function plainBreaks(text: string): number[] | undefined {
  if (!plainText.test(text)) return undefined;
  const breaks: number[] = [];
  for (const { 1: blank, 2: other, index } of text.matchAll(plainStops)) {
    if (other !== undefined) return undefined;
    if (blank !== undefined) breaks.push(index + 2);
  }
  return breaks;
}

/** How much text is looked through at once, and how much of it is left for the next time: what follows a break decides on it. */
const pieceLength = 8192;
const margin = 512;

/** Breaks by Unicode's rules (UAX 29). The engine copies all of the text for each break, so a long text is given in pieces. */
function* breaksOf(text: string, rules: Intl.Segmenter): Generator<number> {
  let from = 0;
  let length = pieceLength;
  while (from < text.length) {
    const piece = text.slice(from, from + length);
    const isLast = from + length >= text.length;
    let latest = 0;
    for (const { index } of rules.segment(piece)) {
      if (index === 0) continue;
      if (!isLast && index > piece.length - margin) break;
      yield from + index;
      latest = index;
      if (length > pieceLength) break;
    }
    if (isLast && (latest === 0 || length === pieceLength)) return;
    length = latest === 0 ? length * 2 : pieceLength;
    from += latest;
  }
}

let segmenter: { lang: string; of: Intl.Segmenter } | undefined;

/** The one of the last language is kept: making one takes as long as cutting a page. */
function segmenterOf(lang: string): Intl.Segmenter {
  if (segmenter?.lang !== lang) segmenter = { lang, of: new Intl.Segmenter(lang, { granularity: 'sentence' }) };
  return segmenter.of;
}

/** Whether what stands before and after a break that Unicode's rules allow is one sentence all the same. */
function staysTogether(before: string, after: string): boolean {
  // A line break or a clause goes on in small letters; an attribution begins with a dash and is short.
  if (/^\s*(?:[–—-]\s\P{Lu}*?\p{Ll}|\p{Ll})/u.test(after) || (/^\s*[–—-]\s/.test(after) && after.length < lookAhead)) return true;
  const form = /(?:^|[\s(“‘"'[])([\p{L}.]+)\.$/u.exec(before.trimEnd().slice(-longestForm))?.[1];
  if (form !== undefined) {
    if (openForms.has(form)) return true;
    // Initials: “J. R. Hartley”, and not “plan B. Then”.
    if (/^\p{Lu}(?:\.\p{Lu})*$/u.test(form))
      return /^\s*(?:\p{Lu}\.|\p{Lu}\p{Ll}+(?:['’-]\p{L}+)?(?=[\s,.;:)]))/u.test(after) && isInitial(before);
    if (datedForms.test(form) && /^\s*[−-]?[\d£(]/.test(after)) return true;
    // “VAT no. GB 123 4567 89”, “ICO reg. ZA123456”
    if (/^(?:[Nn]o|[Rr]eg|[Rr]ef)$/.test(form) && /^\s*\p{Lu}{1,3}\s?\d/u.test(after)) return true;
    if (/^(?:Mon|Tues?|Wed|Thurs?|Thu|Fri|Sat|Sun)$/.test(form) && /^\s*(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)/.test(after))
      return true;
  }
  // “…,” said inside quotation marks with who said it: “It was lovely!” – Amy; “Why?” she asked is caught above.
  return /[!?.]["”’]\s*$/.test(before) && /^\s*(?:[–—-])/.test(after);
}

/** Whether a single capital stands for a name: at the start, or after a name or another initial. */
function isInitial(before: string): boolean {
  return /(?:^|[(“‘"']|\b(?:by|and|with|from|to|Dr|Mr|Mrs|Ms|Prof|Sir|Dame)\.?\s|\p{Lu}\.\s?|,\s|\p{Lu}\p{Ll}+\s)\p{Lu}\.\s*$/u.test(
    before,
  );
}

function splitSentences(children: readonly PhrasingContent[], lang: string): PhrasingContent[][] {
  const starts = sentenceStarts(plain(children as ReportNode[]), lang);
  return cutAll(children, starts, 0).filter((part) => part.length > 0);
}

/** The characters that offsets count. */
function plain(nodes: readonly ReportNode[]): string {
  return nodes
    .map((node) =>
      is(node, 'text') || is(node, 'inlineCode')
        ? node.value
        : is(node, 'break')
          ? '\n'
          : is(node, 'image') || is(node, 'footnoteReference') || is(node, 'pageBreak')
            ? ''
            : plain('children' in node ? (node.children as ReportNode[]) : []),
    )
    .join('');
}

/** Cuts a line of nodes, which begins at an offset, at each start. What has no length stays left. */
function cutAll(nodes: readonly PhrasingContent[], starts: readonly number[], from: number): PhrasingContent[][] {
  const parts: PhrasingContent[][] = [[]];
  let offset = from;
  let next = 0;
  for (const node of nodes) {
    const end = offset + plain([node as ReportNode]).length;
    for (; next < starts.length && starts[next]! <= offset && starts[next]! < end; next += 1) parts.push([]);
    const within = next;
    while (next < starts.length && starts[next]! < end) next += 1;
    const pieces = within === next ? [node] : cutNode(node, starts.slice(within, next), offset);
    for (const [index, piece] of pieces.entries()) {
      if (index > 0) parts.push([]);
      if (piece !== undefined) parts.at(-1)!.push(piece);
    }
    offset = end;
  }
  for (; next < starts.length; next += 1) parts.push([]);
  return parts;
}

/** A node in pieces, one more than the starts that it holds; code is not cut. */
function cutNode(node: PhrasingContent, starts: readonly number[], offset: number): (PhrasingContent | undefined)[] {
  if (is(node, 'text'))
    return [offset, ...starts].map((start, index) => ({
      ...node,
      value: node.value.slice(start - offset, (starts[index] ?? Infinity) - offset),
    }));
  if (!('children' in node)) return [node, ...starts.map(() => undefined)];
  return cutAll(node.children as PhrasingContent[], starts, offset).map((children) =>
    children.length > 0 ? ({ ...node, children } as PhrasingContent) : undefined,
  );
}
