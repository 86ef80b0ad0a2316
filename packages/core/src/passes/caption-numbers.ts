import { build } from '../build.js';
import { partsOfNumber, typedNumber } from '../caption-number.js';
import { captionOf, childrenOf, is } from '../guards.js';
import { sameLanguage } from '../language.js';
import { walk } from '../map.js';
import { toText } from '../text.js';
import type { Chart, DataTable, Figure, ReportNode, Root } from '../types.js';
import { fill, type Words } from '../words/words.js';

type Numbered = Figure | Chart | DataTable;

const kinds = { figure: 'figure', chart: 'chart', dataTable: 'table' } as const;

/** What a figure, chart or table is called by number. */
export interface CaptionNumbering {
  /** Such as “Table 2”. */
  number?: string;
  /** Whether the author wrote it into the caption. */
  typed?: true;
}

/** What a block is called by number; nothing for one that is not counted. */
export function numberingOf(node: ReportNode): CaptionNumbering {
  return (node.data as { numbering?: CaptionNumbering } | undefined)?.numbering ?? {};
}

/**
 * Counts the figures, charts and tables, and writes the numbers into the captions of all of a kind where the report refers to one of
 * them by number. A number that the author typed stays and is given to nothing else. The whole report is counted, so that
 * “Table 2” is the same table in every edition. A table is counted with and without a caption, for some formats must name it; a picture
 * without one only where something refers to its number. Works on the given tree, which must be a copy.
 *
 * @param lang - BCP 47 tag of the report's language
 */
export function numberCaptions(root: Root, lang: string, words: Words): void {
  const blocks: Numbered[] = [];
  const references: { target: string; byNumber: boolean }[] = [];
  walk(root.children, (node) => {
    if (isNumbered(node)) blocks.push(node);
    else if (is(node, 'crossReference') && (node.show === 'number' || node.children.length === 0))
      references.push({ target: node.target, byNumber: node.show === 'number' });
  });
  if (blocks.length === 0) return;
  const titles = new Map(blocks.map((node) => [node, titleOf(node)]));
  const asked = askedFor(references, titles);
  const typed = new Map<Numbered, string>();
  for (const [node, title] of titles) {
    const number = typedNumber(title);
    if (number !== undefined) typed.set(node, number);
  }
  const taken = new Set([...typed.values()].map(keyOf));
  const latest = new Map<string, number>();
  for (const [node, title] of titles) {
    const own = typed.get(node);
    if (own !== undefined) {
      const { kind, count } = partsOfNumber(own);
      if (/^\d+$/.test(count)) latest.set(kind, Math.max(latest.get(kind) ?? 0, Number(count)));
      note(node, { number: own, typed: true });
      continue;
    }
    if (!is(node, 'dataTable') && title === '' && !asked.has(node)) continue;
    const kind = kinds[node.type];
    let count = (latest.get(kind) ?? 0) + 1;
    while (taken.has(`${kind} ${count}`)) count += 1;
    latest.set(kind, count);
    note(node, { number: fill(words[kind], { n: count }) });
  }
  const shown = new Set([...asked].filter((node) => !typed.has(node)).map((node) => node.type));
  if (shown.size === 0) return;
  writeNumbers(root.children as ReportNode[], { shown, wordsLang: sameLanguage(words.lang, lang) ? lang : words.lang }, lang);
}

const isNumbered = (node: ReportNode): node is Numbered => node.type in kinds;

const titleOf = (node: Numbered): string => {
  const caption = captionOf(node);
  return caption ? toText(caption) : '';
};

const keyOf = (number: string): string => {
  const { kind, count } = partsOfNumber(number);
  return `${kind} ${count}`;
};

function note(node: Numbered, numbering: CaptionNumbering): void {
  node.data = { ...node.data, numbering } as Numbered['data'];
}

/** What the report refers to by number: where it says so, and where there are no other words for it. */
function askedFor(
  references: readonly { target: string; byNumber: boolean }[],
  titles: ReadonlyMap<Numbered, string>,
): ReadonlySet<Numbered> {
  const byId = new Map<string, Numbered>();
  for (const node of titles.keys()) if (node.id !== undefined && !byId.has(node.id)) byId.set(node.id, node);
  const asked = new Set<Numbered>();
  for (const { target, byNumber } of references) {
    const node = byId.get(target);
    if (node !== undefined && (byNumber || titles.get(node) === '')) asked.add(node);
  }
  return asked;
}

interface Writing {
  shown: ReadonlySet<string>;
  /** The language of the words as the report names it, such as `en-GB`. */
  wordsLang: string;
}

function writeNumbers(nodes: readonly ReportNode[], writing: Writing, lang: string): void {
  for (const node of nodes) {
    if (isNumbered(node)) writeNumber(node, writing, lang);
    writeNumbers(childrenOf(node), writing, is(node, 'div') ? (node.lang ?? lang) : lang);
  }
}

/** “Table 2. Workshops”: the number is in our words, which are marked where those around them are in another language. */
function writeNumber(node: Numbered, { shown, wordsLang }: Writing, lang: string): void {
  const { number, typed } = numberingOf(node);
  if (number === undefined || typed || !shown.has(node.type)) return;
  let caption = captionOf(node);
  if (caption === undefined) (node.children as ReportNode[]).unshift((caption = build.caption({}, [])));
  // The blank is a part of it: without its number a caption begins with its words.
  const label = build.text({ value: titleOf(node) === '' ? number : `${number}. ` });
  const said = sameLanguage(wordsLang, lang) ? label : build.span({ lang: wordsLang }, [label]);
  caption.children = [build.captionNumber({}, [said]), ...caption.children];
}
