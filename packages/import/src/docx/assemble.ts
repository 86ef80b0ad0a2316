import { build, is, toText, type FlowContent, type List, type ListItem, type PhrasingContent, type ReportNode } from '@everyread/core';
import { isCaptionNumber, withoutCaptionNumber } from '../caption-number.js';
import { trimLine } from '../line.js';
import { tableTitle } from './blocks.js';
import { joinMarked } from './marked.js';
import type { Piece, StyledKind } from './pieces.js';
import { printPageLabel } from './print-page.js';
import type { Reader } from './reader.js';
import { withoutCells } from './records.js';

type Styled = Extract<Piece, { kind: 'styled' }>;
type Item = Extract<Piece, { kind: 'item' }>;

/** Puts paragraphs that belong together into one node: lists, quotations, captions with their figures. */
export function assemble(given: readonly Piece[], reader: Reader): FlowContent[] {
  const pieces = joinMarked(given, reader);
  const out: FlowContent[] = [];
  let at = 0;
  const run = <T extends Piece>(fits: (piece: Piece) => piece is T): T[] => {
    const found: T[] = [];
    for (let piece = pieces[at]; piece !== undefined && fits(piece); piece = pieces[at]) {
      found.push(piece);
      at += 1;
    }
    return found;
  };
  const styled =
    (...kinds: StyledKind[]) =>
    (piece: Piece): piece is Styled =>
      piece.kind === 'styled' && kinds.includes(piece.style);
  while (at < pieces.length) {
    const piece = pieces[at]!;
    if (piece.kind === 'block') {
      at += 1;
      out.push(withTitle(piece.node));
    } else if (piece.kind === 'item') {
      out.push(
        ...makeLists(
          run((each): each is Item | Styled => each.kind === 'item' || (each.kind === 'styled' && each.style === 'listContinuation')),
        ),
      );
    } else if (piece.kind === 'styled') {
      switch (piece.style) {
        case 'quote':
          out.push(
            makeQuote(
              takeQuote(run(styled('quote')), (unused) => (at -= unused)),
              run(styled('quoteAttribution'))[0],
              reader,
            ),
          );
          break;
        case 'definitionTerm':
        case 'definition':
          out.push(makeDefinitions(run(styled('definitionTerm', 'definition')), reader));
          break;
        case 'callout':
        case 'calloutTitle':
          out.push(makeCallout(run(styled('calloutTitle')), run(styled('callout'))));
          break;
        case 'keyFigure':
          out.push(makeKeyFigures(run(styled('keyFigure')), takeBlockTitle(out)));
          break;
        case 'code':
          out.push(
            build.code({
              value: run(styled('code'))
                .map((each) => lineText(each.line))
                .join('\n'),
            }),
          );
          break;
        case 'caption':
          at += 1;
          addCaption({ line: captionLine(piece, reader), names: piece.names ?? [] }, out, pieces[at], reader);
          break;
        case 'tableCaption':
          at += 1;
          pendCaption({ line: captionLine(piece, reader), names: piece.names ?? [] }, out);
          break;
        case 'credit':
          at += 1;
          addCredit(piece.line, out);
          break;
        case 'printPage':
          at += 1;
          out.push(printPage(piece.line, reader));
          break;
        default:
          at += 1;
          if (piece.style === 'blockTitle') blockTitles.add(piece.line);
          out.push(build.paragraph({}, withoutCells(piece.line)));
      }
    }
    joinTableCaption(out, reader);
  }
  return out;
}

/** The words of a caption without its number, and the names that lead to what it is the caption of. */
interface Caption {
  line: PhrasingContent[];
  names: readonly string[];
}

const pendingCaptions = new WeakMap<FlowContent[], Caption>();
const blockTitles = new WeakSet<PhrasingContent[]>();

/** A caption that stands before its table becomes part of it. */
function joinTableCaption(out: FlowContent[], reader: Reader): void {
  const caption = pendingCaptions.get(out);
  const table = out.at(-1);
  const before = out.at(-2);
  if (caption === undefined || !is(before as ReportNode, 'paragraph') || (before as { children: unknown }).children !== caption.line)
    return;
  pendingCaptions.delete(out);
  if (!is(table as ReportNode, 'dataTable')) return;
  out.splice(-2, 1);
  const node = table as Extract<ReportNode, { type: 'dataTable' }>;
  if (!isNumber(caption.line)) node.children = [build.caption({}, caption.line), ...node.children.filter((child) => !is(child, 'caption'))];
  reader.places.give(caption.names, node);
}

function withTitle(node: FlowContent): FlowContent {
  const title = tableTitle(node);
  if (title === undefined || !is(node, 'dataTable') || title === headerNames(node)) return node;
  return { ...node, children: [build.caption({}, [build.text({ value: title })]), ...node.children] };
}

/** A table without a caption may carry the names of its columns as its title: they say nothing new. */
function headerNames(node: Extract<FlowContent, { type: 'dataTable' }>): string {
  const table = node.children.find((child) => is(child, 'table'));
  return is(table, 'table')
    ? (table.children[0]?.children ?? [])
        .map((cell) => toText(cell))
        .filter(Boolean)
        .join(', ')
    : '';
}

/** Word writes captions above or below; the one that touches is meant, the picture before it first. */
function addCaption(caption: Caption, out: FlowContent[], next: Piece | undefined, { places }: Reader): void {
  const last = out.at(-1);
  const touches =
    is(last, 'figure') || is(last, 'chart') || (is(last, 'dataTable') && !(next?.kind === 'block' && is(next.node, 'dataTable')));
  if (!touches || last.children.some((child) => is(child, 'caption'))) {
    pendCaption(caption, out);
    return;
  }
  if (!isNumber(caption.line)) (last.children as ReportNode[]).unshift(build.caption({}, caption.line));
  places.give(caption.names, last);
}

function pendCaption(caption: Caption, out: FlowContent[]): void {
  pendingCaptions.set(out, caption);
  out.push(build.paragraph({}, caption.line));
}

/** Whether a caption is nothing but its number, which may have been left out before. */
function isNumber(line: readonly PhrasingContent[]): boolean {
  return line.length === 0 || isCaptionNumber(toText(line));
}

/** The line of a caption: without the number that our own editions print before it. One that an author typed is a word of the caption. */
function captionLine({ line, names = [] }: Styled, { source, findings }: Reader): PhrasingContent[] {
  const [first, ...rest] = line;
  const text = is(first, 'text') ? first.value.trimStart() : first === undefined ? '' : toText(first);
  const left = withoutCaptionNumber(text);
  if (left === text) return line;
  if (!source.own) {
    if (left === '' && rest.length === 0) return line;
    const number = text.slice(0, text.length - left.length).replace(/\W+$/, '');
    findings.count('import-changed', 'Numbers of captions are words of them now', first?.position?.start, number);
    return line;
  }
  // A number that an edition prints is a place of its own, which an author's has not.
  if (!names.some((name) => /^number[:-]/.test(name)) || (left !== '' && !is(first, 'text'))) return line;
  const out = left === '' ? rest : [build.text({ value: left }), ...rest];
  const head = out[0];
  if (is(head, 'text')) out[0] = { ...head, value: head.value.trimStart() };
  return out.filter((node) => !is(node, 'text') || node.value !== '');
}

function addCredit(line: PhrasingContent[], out: FlowContent[]): void {
  const last = out.at(-1);
  if (is(last, 'figure')) last.credit = toText(line).replace(/^[^:]{2,20}: /, '');
  else out.push(build.paragraph({}, line));
}

function takeBlockTitle(out: FlowContent[]): PhrasingContent[] | undefined {
  const last = out.at(-1);
  if (!is(last, 'paragraph') || !blockTitles.has(last.children)) return undefined;
  out.pop();
  return last.children;
}

/** “Page 24 of the print edition” in the style that says so. */
function printPage(line: PhrasingContent[], reader: Reader): FlowContent {
  const label = printPageLabel(toText(line), reader.lang);
  return label === undefined ? build.paragraph({}, line) : build.pageBreak({ label });
}

function lineText(line: readonly PhrasingContent[]): string {
  return line
    .map((node) => {
      if (is(node, 'break')) return '\n';
      if (is(node, 'text') || is(node, 'inlineCode')) return node.value;
      return 'children' in node ? lineText(node.children as PhrasingContent[]) : toText(node);
    })
    .join('');
}

/** Quotations that follow one another end at the line that names who spoke; what is left is given back. */
function takeQuote(quotes: Styled[], giveBack: (count: number) => void): Styled[] {
  const end = quotes.findIndex((each) => /^\s*[–—―]\s*\S/.test(toText(each.line)));
  if (end < 1) return quotes;
  giveBack(quotes.length - end - 1);
  return quotes.slice(0, end + 1);
}

/** A step of less is taste, in twentieths of a point: half a centimetre. */
const leastStep = 283;

/** Paragraphs of a quotation; those that stand further in than the ones around them are a quotation inside it. */
function quotedBlocks(quotes: readonly Styled[], reader: Reader): FlowContent[] {
  const margin = Math.min(...quotes.map(({ indent = 0 }) => indent));
  const isInner = ({ indent = 0 }: Styled): boolean => indent >= margin + leastStep;
  const blocks: FlowContent[] = [];
  for (let at = 0; at < quotes.length;) {
    const quote = quotes[at]!;
    if (!isInner(quote)) {
      blocks.push(build.paragraph({}, quote.line));
      at += 1;
      continue;
    }
    const end = quotes.findIndex((each, index) => index > at && !isInner(each));
    const inner = quotes.slice(at, end < 0 ? undefined : end);
    reader.findings.count(
      'import-changed',
      'Lines of a quotation that stand further in became a quotation inside it',
      placeOf(quote.line),
      toText(quote.line),
    );
    blocks.push(build.blockquote({}, quotedBlocks(inner, reader)));
    at += inner.length;
  }
  return blocks;
}

function makeQuote(quotes: readonly Styled[], attribution: Styled | undefined, reader: Reader): FlowContent {
  const words = quotedBlocks(quotes, reader);
  if (attribution === undefined) return build.blockquote({}, words);
  const [first, ...rest] = attribution.line;
  const name = is(first, 'strong') ? toText(first) : undefined;
  const all = toText(attribution.line).replace(/^[–—-]\s*/, '');
  const by = name ?? all.split(',')[0]!.trim();
  const role = (name === undefined ? all.slice(by.length) : toText(rest)).replace(/^[,\s]+/, '').trim();
  return build.pullQuote({ by, ...(role === '' ? {} : { role }) }, words);
}

const placeOf = (line: readonly PhrasingContent[]): { line: number; column: number } | undefined =>
  line.find((node) => node.position !== undefined)?.position?.start;

/** Terms and what they mean: a list whose items begin with the term, as those of a web page become. */
function makeDefinitions(lines: readonly Styled[], { findings }: Reader): FlowContent {
  const items: ListItem[] = [];
  for (const { style, line } of lines) {
    const last = items.at(-1);
    const term = last?.children[0];
    if (style === 'definitionTerm' || last === undefined)
      items.push(build.listItem({ spread: false }, [build.paragraph({}, style === 'definition' ? line : [build.strong({}, line)])]));
    else if (last.children.length === 1 && is(term, 'paragraph') && term.children.length === 1)
      term.children.push(build.text({ value: ': ' }), ...line);
    else last.children.push(build.paragraph({}, line));
  }
  findings.count(
    'import-changed',
    'A list of terms became a list whose items begin with the term',
    placeOf(lines[0]!.line),
    toText(lines[0]!.line),
  );
  return build.list({ ordered: false, spread: false }, items);
}

function makeCallout(titles: readonly Styled[], bodies: readonly Styled[]): FlowContent {
  const caption = titles.flatMap((each) => each.line);
  return build.callout({ kind: 'note' }, [
    ...(caption.length > 0 ? [build.caption({}, caption)] : []),
    ...bodies.map((each) => build.paragraph({}, each.line)),
  ]);
}

function makeKeyFigures(figures: readonly Styled[], title: PhrasingContent[] | undefined): FlowContent {
  return build.keyFigures({}, [
    ...(title === undefined ? [] : [build.caption({}, title)]),
    ...figures.map((each) => {
      const value = (each.styledRuns.get('keyfigurevalue') ?? '').trim();
      const change = each.styledRuns.get('quiet')?.trim();
      const label = dropText(dropText(each.line, change, 'last'), value, 'first');
      return build.keyFigure({ value, ...(each.say ? { say: each.say } : {}), ...(change ? { change } : {}) }, label);
    }),
  ]);
}

/** A line without a text that became a field: the first or last piece that is that text alone, or else the first that holds it. */
function dropText(line: readonly PhrasingContent[], text: string | undefined, which: 'first' | 'last'): PhrasingContent[] {
  if (!text) return [...line];
  const isAlone = (node: PhrasingContent): boolean => toText(node).trim() === text;
  const alone = which === 'first' ? line.findIndex(isAlone) : line.findLastIndex(isAlone);
  const at = alone >= 0 ? alone : line.findIndex((node) => toText(node).includes(text));
  const node = line[at];
  if (node === undefined) return [...line];
  const value = is(node, 'text') ? node.value.replace(text, '').trim() : '';
  return trimLine([...line.slice(0, at), ...(value === '' ? [] : [{ ...node, value } as PhrasingContent]), ...line.slice(at + 1)]);
}

/** Nests items by their level; another numbering at the outer level is another list. */
function makeLists(pieces: readonly (Item | Styled)[]): FlowContent[] {
  const lists: List[] = [];
  const made: List[] = [];
  const loose = new Set<List>();
  const open: { list: List; listId: string; level: number; number: number }[] = [];
  for (const piece of pieces) {
    if (piece.kind === 'styled') {
      while (piece.level !== undefined && open.length > 1 && open.at(-1)!.level > piece.level) open.pop();
      open
        .at(-1)
        ?.list.children.at(-1)
        ?.children.push(build.paragraph({}, piece.line) as ListItem['children'][number]);
      continue;
    }
    while (open.length > 0 && open.at(-1)!.level > piece.level) open.pop();
    const current = open.at(-1);
    // Numbers that do not go on are another list.
    const same =
      current !== undefined &&
      !piece.another &&
      current.level === piece.level &&
      current.list.ordered === piece.ordered &&
      (piece.ordered ? piece.number === current.number + 1 : current.listId === piece.listId);
    if (same) current.number = piece.number;
    if (current !== undefined && current.level === piece.level && !same) open.pop();
    if (!same) {
      const list = build.list({ ordered: piece.ordered, ...(piece.ordered ? { start: piece.number } : {}), spread: false }, []);
      const parent = open.at(-1)?.list.children.at(-1);
      if (parent) parent.children.push(list);
      else lists.push(list);
      made.push(list);
      open.push({ list, listId: piece.listId, level: piece.level, number: piece.number });
    }
    if (piece.loose) loose.add(open.at(-1)!.list);
    open
      .at(-1)!
      .list.children.push(
        build.listItem(
          { spread: piece.spread ?? false, ...(piece.checked === undefined ? {} : { checked: piece.checked }) },
          piece.content as ListItem['children'],
        ),
      );
  }
  for (const list of made)
    list.spread = list.children.length > 1 && (loose.has(list) || list.children.every((item) => item.spread === true));
  return lists;
}
