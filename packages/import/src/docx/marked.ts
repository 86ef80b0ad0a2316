import { build, fill, is, toText, wordsFor, type FlowContent, type PhrasingContent, type ReportNode } from '@everyread/core';
import { tidyLine } from '../line.js';
import { assemble } from './assemble.js';
import { makeChart, withKeptSides } from './marked-chart.js';
import { makeStep } from './marked-step.js';
import { asCaption, block, itemOf, type Piece, type StyledKind } from './pieces.js';
import type { Reader } from './reader.js';
import { tableOfRecords } from './records.js';
import type { SourceMark } from './source-marks.js';

type Fields = SourceMark['fields'];

/** Blocks of a report are nested less deeply: marks that are deeper are no work of ours. */
const maxDepth = 100;

/** Turns the pieces between two marks into the node that the marks name; what has no marks stays as it is. */
export function joinMarked(pieces: readonly Piece[], reader: Reader, within: readonly StyledKind[] = [], depth = 0): Piece[] {
  const out: Piece[] = [];
  const ends = endsOf(pieces);
  for (let at = 0; at < pieces.length; at += 1) {
    const piece = pieces[at]!;
    if (piece.kind === 'close') continue;
    if (piece.kind !== 'open') {
      // What stands in a quotation or callout has its look, and is no other one.
      const isPlain = piece.kind === 'styled' && within.includes(piece.style);
      out.push(isPlain ? block(build.paragraph({}, piece.line)) : piece);
      continue;
    }
    const end = ends.get(at);
    if (end === undefined || depth >= maxDepth) continue;
    const mark = reader.source.marks.get(piece.name)!;
    if (mark.type === 'listItem') {
      out.push(...makeItem(pieces.slice(at + 1, end), mark.fields, reader, within, depth + 1));
      at = end;
      continue;
    }
    const style = mark.type === 'callout' ? 'callout' : mark.type === 'blockquote' || mark.type === 'pullQuote' ? 'quote' : undefined;
    if (mark.type === 'footnoteDefinition' && !reader.inNote && isNoteLabel(out.at(-1), reader)) out.pop();
    const inside = joinMarked(pieces.slice(at + 1, end), reader, style ? [...within, style] : within, depth + 1);
    const made = makeMarked(mark, inside, reader);
    const first = made[0];
    if (mark.fields['id'] !== undefined && first?.kind === 'block') reader.places.claim(mark.fields['id'], first.node);
    out.push(...made);
    at = end;
  }
  return out;
}

/** The places of marks → where each ends: at the next end of its name. */
function endsOf(pieces: readonly Piece[]): ReadonlyMap<number, number> {
  const ends = new Map<number, number>();
  const next = new Map<string, number>();
  for (let at = pieces.length - 1; at >= 0; at -= 1) {
    const piece = pieces[at]!;
    if (piece.kind === 'close') next.set(piece.name, at);
    const end = piece.kind === 'open' ? next.get(piece.name) : undefined;
    if (end !== undefined) ends.set(at, end);
  }
  return ends;
}

/** Names that the passes give, and give again. */
const madeId = /^(?:callout|steps?|cards?|key-figures|chart|data-table|div|pull-quote|figure)-\d+$/;

function makeMarked({ type, fields }: SourceMark, pieces: Piece[], reader: Reader): Piece[] {
  const id = fields['id'] === undefined || madeId.test(fields['id']) ? {} : { id: fields['id'] };
  switch (type) {
    case 'summary':
      return [block(build.summary({}, assemble(pieces, reader)))];
    case 'only': {
      const { format, edition } = fields;
      return [block(build.only({ ...(format ? { format } : {}), ...(edition ? { edition } : {}) }, assemble(pieces, reader)))];
    }
    case 'callout': {
      const [caption, rest] = takeFirst(pieces, 'calloutTitle');
      const words = wordsFor(reader.lang);
      const kind = (fields['kind'] ?? 'note') as 'note';
      const word = kind === 'note' ? '' : words[kind as 'tip' | 'important' | 'warning'];
      return [block(build.callout({ kind, ...id }, [...asCaption(withoutLead(caption, word)), ...assemble(rest, reader)]))];
    }
    case 'blockquote':
      return [block(build.blockquote({}, assemble(pieces, reader)))];
    case 'pullQuote':
      return [block(makePullQuote(pieces, { ...fields }, id, reader))];
    case 'keyFigure':
      return pieces.map((piece) => (piece.kind === 'styled' ? { ...piece, say: fields['say']! } : piece));
    case 'keyFigures':
    case 'code':
      return codeOrFigures(type, pieces, fields, id, reader);
    case 'steps': {
      const [caption, rest] = takeFirst(pieces, 'blockTitle');
      return [
        block(
          build.steps({ kind: (fields['kind'] ?? 'steps') as 'steps', ...id }, [
            ...asCaption(caption),
            ...partsOf('step', rest, reader),
          ] as never),
        ),
      ];
    }
    case 'step':
      return [block(makeStep(pieces, fields, id, reader))];
    case 'cards': {
      const [caption, rest] = takeFirst(pieces, 'blockTitle');
      return [block(build.cards(id, [...asCaption(caption), ...partsOf('card', rest, reader)] as never))];
    }
    case 'card':
      return [block(makeCard(pieces, fields, id, reader))];
    case 'figure':
      return makeFigure(pieces, fields, id, reader);
    case 'dataTable': {
      const [table, ...rest] = assemble(pieces, reader);
      if (!is(table, 'dataTable')) return [...(table ? [block(table)] : []), ...rest.map(block)];
      const headers = (fields['headers'] ?? 'col') as 'col';
      const children = table.children
        .filter((child) => !(is(child, 'caption') && isNumberAlone(toText(child), reader)))
        .map((child) => (is(child, 'table') ? withKeptSides(child, fields) : child));
      return [block({ ...table, headers, ...id, children }), ...rest.map(block)];
    }
    case 'thematicBreak':
      return [block(build.thematicBreak()), ...pieces];
    case 'table':
      return tableOfRecords(pieces, fields);
    case 'chart':
      return makeChart(pieces, fields, id, reader);
    case 'div': {
      const language = {
        ...(fields['lang'] ? { lang: fields['lang'] } : {}),
        ...(fields['dir'] ? { dir: fields['dir'] as 'ltr' } : {}),
      };
      return [block(build.div({ ...language, ...id }, assemble(pieces, reader)))];
    }
    case 'footnoteDefinition':
      return makeLeftOverNote(pieces, fields, reader);
    case 'list':
      return markList(pieces, fields);
    default:
      return pieces;
  }
}

/** The items of a list that says of itself that they stand apart, or that it is not the one before it. */
function markList(pieces: readonly Piece[], fields: Fields): Piece[] {
  const top = Math.min(...pieces.map((piece) => (piece.kind === 'item' ? piece.level : Infinity)));
  const first = pieces.findIndex((piece) => itemOf(piece) !== undefined);
  return pieces.map((piece, index) =>
    piece.kind !== 'item' || piece.level !== top
      ? piece
      : {
          ...piece,
          ...(fields['another'] !== undefined && index === first ? { another: true } : {}),
          ...(fields['spread'] === undefined ? {} : { loose: true }),
        },
  );
}

/** “Table 2” between two tables that have no captions: Word would join them. */
function isNumberAlone(caption: string, reader: Reader): boolean {
  const [before = '', after = ''] = wordsFor(reader.lang).table.split('{n}');
  return caption.startsWith(before) && caption.endsWith(after) && /^\d+$/.test(caption.slice(before.length, caption.length - after.length));
}

function codeOrFigures(type: 'code' | 'keyFigures', pieces: Piece[], fields: Fields, id: { id?: string }, reader: Reader): Piece[] {
  return assemble(pieces, reader).map((node) =>
    block(
      is(node, type)
        ? {
            ...node,
            ...id,
            ...(type === 'code' && fields['lang'] ? { lang: fields['lang'] } : {}),
            ...(type === 'code' && fields['meta'] ? { meta: fields['meta'] } : {}),
          }
        : node,
    ),
  );
}

/** The line of the first piece where it has a style; and what is left. */
function takeFirst(pieces: readonly Piece[], style: StyledKind): [PhrasingContent[], Piece[]] {
  const [first, ...rest] = pieces;
  return first?.kind === 'styled' && first.style === style ? [first.line, rest] : [[], [...pieces]];
}

/** The parts of a group. What was put between them later, or lost its marks, belongs to the part before. */
function partsOf(type: 'step' | 'card', pieces: readonly Piece[], reader: Reader): ReportNode[] {
  const parts: Extract<ReportNode, { type: 'step' | 'card' }>[] = [];
  for (const node of assemble(pieces, reader)) {
    const each = node as ReportNode;
    const last = parts.at(-1);
    if (is(each, 'step') || is(each, 'card')) parts.push(each);
    else if (last) last.children.push(node);
    else parts.push(build[type]({}, [node]));
  }
  return parts;
}

/** A line without the words that an edition puts before it. */
function withoutLead(line: readonly PhrasingContent[], words: string): PhrasingContent[] {
  const [first, ...rest] = line;
  // Words in another language than the report's say which.
  if (is(first, 'span') && words !== '' && toText(first).trim().replace(/:$/, '') === words) return tidyLine(rest);
  if (words === '' || !is(first, 'text') || !first.value.startsWith(words)) return [...line];
  const value = first.value.slice(words.length).replace(/^:\s*/, '');
  return tidyLine(value === '' ? rest : [{ ...first, value }, ...rest]);
}

function makePullQuote(pieces: Piece[], fields: Record<string, string>, id: { id?: string }, reader: Reader): FlowContent {
  const last = pieces.at(-1);
  const attribution = last?.kind === 'styled' && last.style === 'quoteAttribution' ? toText(last.line) : '';
  const words = assemble(attribution === '' ? pieces : pieces.slice(0, -1), reader);
  const { by, role, org } = fields;
  const kept = [by, role, org].filter((part): part is string => part !== undefined && part.trim() !== '');
  // The text of the file is what counts: it may have been edited.
  if (attribution === kept.map((part) => part.replace(/\s+/g, ' ').trim()).join(', '))
    return build.pullQuote({ ...(by ? { by } : {}), ...(role ? { role } : {}), ...(org ? { org } : {}), ...id }, words);
  const comma = attribution.indexOf(',');
  return build.pullQuote(
    comma <= 0 ? { by: attribution, ...id } : { by: attribution.slice(0, comma).trim(), role: attribution.slice(comma + 1).trim(), ...id },
    words,
  );
}

function makeCard(pieces: Piece[], fields: Fields, id: { id?: string }, reader: Reader): ReportNode {
  const [line, rest] = takeFirst(pieces, 'cardTitle');
  const only = line.length === 1 ? line[0] : undefined;
  const href = is(only, 'link') ? only.url : is(only, 'crossReference') ? `#${only.target}` : undefined;
  const title = is(only, 'link') || is(only, 'crossReference') ? only.children : line;
  const [picture, ...body] = assemble(rest, reader);
  // A figure of the text of the card says more than a picture does.
  const isBare = is(picture, 'figure') && picture.children.length === 0 && picture.credit === undefined;
  const image = isBare && fields['picture'] === 'true' ? picture : undefined;
  return build.card(
    {
      ...(href ? { href } : {}),
      ...(image ? { src: image.src, ...(image.alt ? { alt: image.alt } : {}) } : {}),
      ...id,
    },
    [...(href !== undefined && toText(title) === href ? [] : asCaption(title)), ...(image || !picture ? [] : [picture]), ...body] as never,
  );
}

function makeFigure(pieces: Piece[], fields: Fields, id: { id?: string }, reader: Reader): Piece[] {
  const words = wordsFor(reader.lang);
  const isLabel = (piece: Piece): boolean =>
    piece.kind === 'styled' && piece.style === 'recordTitle' && toText(piece.line) === words.description;
  const [figure, ...rest] = assemble(
    pieces.filter((piece) => !isLabel(piece)),
    reader,
  );
  if (!is(figure, 'figure')) return [...(figure ? [block(figure)] : []), ...rest.map(block)];
  const { decorative, ...plain } = figure;
  const credit = fields['credit'];
  const isSame = credit !== undefined && figure.credit !== undefined && fill(words.credit, { name: credit }).endsWith(figure.credit);
  const forgotten = fields['alt'] === 'missing' && decorative;
  return [
    block({
      ...(forgotten ? { ...plain, alt: '' } : figure),
      ...(isSame ? { credit } : {}),
      ...id,
      children: [...figure.children, ...rest],
    }),
  ];
}

/** “Note 3”, which an edition puts above a note that no mark leads to. */
function isNoteLabel(piece: Piece | undefined, reader: Reader): boolean {
  if (piece?.kind !== 'styled' || piece.style !== 'recordTitle') return false;
  const number = /\d+/.exec(toText(piece.line))?.[0];
  return number !== undefined && toText(piece.line) === fill(wordsFor(reader.lang).note, { n: number });
}

/** A note that no mark leads to stands at the end of the text. */
function makeLeftOverNote(pieces: Piece[], fields: Fields, reader: Reader): Piece[] {
  const identifier = fields['note'] ?? '';
  if (reader.inNote) return pieces;
  return [block(build.footnoteDefinition({ identifier, label: identifier }, assemble(pieces, reader) as never))];
}

/** An item of several blocks. */
function makeItem(pieces: readonly Piece[], fields: Fields, reader: Reader, within: readonly StyledKind[], depth: number): Piece[] {
  const at = pieces.findIndex((piece) => itemOf(piece) !== undefined);
  const head = itemOf(pieces[at]);
  if (head === undefined) return joinMarked(pieces, reader, within, depth);
  const own = pieces.map((piece, index): readonly Piece[] => (index === at && piece === head ? head.inner : [piece])).flat();
  const content = assemble(joinMarked(own, reader, within, depth), reader);
  const checked = fields['checked'] === undefined ? undefined : fields['checked'] === 'true';
  if (checked !== undefined) dropTask(content, reader);
  return [{ ...head, content, ...(checked === undefined ? {} : { checked }), ...(fields['spread'] === 'true' ? { spread: true } : {}) }];
}

/** “done:” and “to do:” before the words of a task. */
function dropTask(content: FlowContent[], reader: Reader): void {
  const words = wordsFor(reader.lang);
  const [first] = content;
  if (!is(first, 'paragraph')) return;
  const [mark, ...rest] = first.children;
  if (!is(mark, 'strong') || ![`${words.taskDone}:`, `${words.taskOpen}:`].includes(toText(mark))) return;
  const line = tidyLine(rest);
  if (line.length === 0) content.shift();
  else content[0] = { ...first, children: line };
}
