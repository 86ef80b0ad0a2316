import { build, is, toText, type FlowContent, type Heading, type PhrasingContent } from '@everyread/core';
import { joinRuns, tidyLine } from '../line.js';
import { readEntry } from '../repair/contents.js';
import { child, elements, textOf, value, type XmlElement } from '../xml.js';
import { assemble } from './assemble.js';
import { otherLanguage } from './format.js';
import { isUnfilled, readLine } from './inline.js';
import { closeMark, openMark } from './line-marks.js';
import { isDecorative } from './pictures.js';
import { deeperBy, itemOf, styledKinds, type ItemPiece, type Piece, type StyledKind } from './pieces.js';
import { printPageLabel } from './print-page.js';
import type { Reader } from './reader.js';
import { withoutCells } from './records.js';
import { indentOf, type WordStyle } from './styles.js';
import { readTable } from './table.js';
import { cellsBetweenTabs, hasTabs, withoutTabs } from './tabs.js';
import { sayTitleNotes } from '../title-notes.js';
import { dateOf } from './title-page.js';

/** What the head of a document says of itself in its text. */
export interface Head {
  title?: string;
  subtitle?: string;
  /** What the cover says besides: author, publisher, date. */
  details?: string[];
  /** The authors that it names below its title. */
  authors?: string[];
  /** ISO 8601. */
  date?: string;
  /** What the title page of a file of our own says, by the field of the front matter. */
  facts?: Map<string, FlowContent[]>;
}

/** Reads the blocks of a part: body, cell, note or text box. */
export function readBlocks(container: XmlElement, reader: Reader, head?: Head): FlowContent[] {
  const pieces: Piece[] = [];
  readInto(container, reader, pieces, head);
  return assemble(pieces, reader);
}

function readInto(container: XmlElement, reader: Reader, pieces: Piece[], head: Head | undefined): void {
  const before = reader.carried;
  reader.carried = [];
  for (const element of elements(container)) {
    if (element.name === 'w:tbl') putCarried(reader, pieces);
    switch (element.name) {
      case 'w:p':
        readParagraph(element, reader, pieces, head);
        break;
      case 'w:tbl': {
        const cells: Piece[][] = [];
        const { nodes, caption } = readTable(element, reader, (cell) => {
          const inner: Piece[] = [];
          readInto(cell, reader, inner, undefined);
          cells.push(inner);
          return assemble(inner, reader);
        });
        const item = itemOf(cells[0]?.find((piece) => piece.kind !== 'open' && piece.kind !== 'close'));
        nodes.forEach((node, index) => pieces.push({ kind: 'block', node, ...(item && index === 0 ? { item } : {}) }));
        if (caption !== undefined && caption.trim() !== '' && nodes[0]) tableTitles.set(nodes[0], caption.trim());
        break;
      }
      case 'w:sdt':
        if (isContents(element)) leaveOutContents(element, reader, pieces);
        else if (isUnfilled(element))
          reader.findings.count('import-not-kept', 'A form field that nobody filled in was left out', undefined, textOf(element));
        else readInto(child(element, 'w:sdtContent') ?? element, reader, pieces, head);
        break;
      case 'w:ins':
      case 'w:moveTo':
      case 'w:customXml':
        readInto(element, reader, pieces, head);
        break;
      case 'w:bookmarkStart':
        // Some programs put it before the paragraph that it marks.
        if (openMark(element, reader)) takeMarks(reader, pieces);
        else if (element.attributes['w:name']) reader.nextBookmarks.push(reader.source.placeOf(element.attributes['w:name']));
        break;
      case 'w:bookmarkEnd':
        closeMark(element, reader);
        takeMarks(reader, pieces);
        break;
      case 'w:altChunk':
        reader.findings.say('import-not-kept', 'A document inside the document was left out');
        break;
      default:
    }
  }
  putCarried(reader, pieces);
  reader.carried = before;
}

/** What was to go on in the next paragraph, where there is none. */
function putCarried(reader: Reader, pieces: Piece[]): void {
  const line = tidyLine(reader.carried.splice(0));
  if (line.length > 0) pieces.push({ kind: 'block', node: build.paragraph({}, line) });
}

/**
 * Whether a paragraph goes on in the next one: its first letter alone, set large (ISO/IEC 29500-1, 17.3.1.11), or all of it, where its
 * end was deleted with changes being tracked (17.13.5.15).
 */
function goesOn(properties: XmlElement | undefined): boolean {
  const cap = child(properties, 'w:framePr')?.attributes['w:dropCap'] ?? 'none';
  return cap !== 'none' || child(child(properties, 'w:rPr'), 'w:del') !== undefined;
}

/** Puts marks among the pieces. */
function takeMarks(reader: Reader, pieces: Piece[]): void {
  for (const { kind, name } of reader.markEvents.splice(0)) pieces.push({ kind, name });
}

/** The title that a table carries in its properties, which Word does not print. */
const tableTitles = new WeakMap<object, string>();

export function tableTitle(node: object): string | undefined {
  return tableTitles.get(node);
}

/** The contents list goes; what it says of pages helps to mend references to them. */
function leaveOutContents(element: XmlElement, reader: Reader, pieces: Piece[]): void {
  if (reader.source.own) {
    const depth = Number(/\bTOC\b[^"]*\\o "1-(\d)"/.exec(instructionsOf(element))?.[1] ?? 3);
    pieces.push({ kind: 'block', node: build.contents({ depth }) });
    return;
  }
  const lines = (parent: XmlElement): XmlElement[] => elements(parent).flatMap((each) => (each.name === 'w:p' ? [each] : lines(each)));
  const entries = lines(element).map((line) => shownText(line).trim());
  reader.findings.count('import-contents', 'The contents list was left out', undefined, entries[0]);
  for (const entry of entries) reader.contents.push(readEntry(entry));
}

/** The text of a paragraph without its fields' instructions; tabs are blanks. */
export function shownText(element: XmlElement): string {
  return elements(element)
    .map((each) => (each.name === 'w:t' ? textOf(each) : each.name === 'w:tab' ? ' ' : shownText(each)))
    .join('');
}

function instructionsOf(element: XmlElement): string {
  return elements(element)
    .map((each) => (each.name === 'w:instrText' ? textOf(each) : instructionsOf(each)))
    .join('');
}

function isContents(element: XmlElement): boolean {
  const gallery = value(child(child(element, 'w:sdtPr'), 'w:docPartObj'), 'w:docPartGallery') ?? '';
  return /table of contents/i.test(gallery);
}

function readParagraph(element: XmlElement, reader: Reader, pieces: Piece[], head: Head | undefined): void {
  reader.paragraphs += 1;
  reader.findings.place = { line: reader.paragraphs, column: 1 };
  const properties = child(element, 'w:pPr');
  const style = reader.styles.get(value(properties, 'w:pStyle') ?? 'Normal') ?? reader.styles.get(value(properties, 'w:pStyle') ?? '');
  const name = style?.name ?? '';
  const startsInContents = inContents(reader);
  const outline = value(properties, 'w:outlineLvl');
  const level = outline !== undefined && Number(outline) < 9 ? Number(outline) : style?.outlineLevel;
  reader.pendingBookmarks = reader.nextBookmarks.splice(0);
  const boxes: XmlElement[] = [];
  const drawn: FlowContent[] = [];
  const styledRuns = new Map<string, string>();
  const isHeading = level !== undefined || name === 'title';
  const continues = goesOn(properties);
  let smallest = Infinity;
  const isRecord = styledKinds[name] === 'recordTitle' || styledKinds[name] === 'recordLine';
  const readings = readLine(element, {
    reader,
    bold: isHeading || (style?.bold ?? false),
    italic: style?.italic ?? false,
    lang: reader.source.own ? undefined : otherLanguage(style?.lang ?? reader.usualLang, reader),
    keepBlanks: styledKinds[name] === 'code' || continues || reader.carried.length > 0,
    sized: (own, text) => {
      if (text.trim() === '') return;
      const size = own ?? style?.size ?? reader.sizes.usual;
      smallest = Math.min(smallest, size);
      reader.sizes.amounts.set(size, (reader.sizes.amounts.get(size) ?? 0) + text.length);
    },
    readBox: (box) => void boxes.push(box),
    putBlocks: (blocks) => void drawn.push(...blocks),
    styled: (run, nodes) => {
      if (run !== '') styledRuns.set(run, (styledRuns.get(run) ?? '') + nodes.map((node) => (is(node, 'text') ? node.value : '')).join(''));
    },
  });
  if (smallest < Infinity) reader.sizes.ofParagraph.set(reader.paragraphs, smallest);
  const carried = reader.carried.splice(0);
  if (continues) reader.carried = joinRuns([...carried, ...readings]);
  const tabbed = carried.length > 0 ? tidyLine([...carried, ...readings]) : readings;
  const isTabbed = hasTabs(tabbed);
  const cells = isTabbed ? cellsBetweenTabs(tabbed) : undefined;
  const whole = !isTabbed ? tabbed : styledKinds[name] === 'code' ? withoutTabs(tabbed) : tidyLine(withoutTabs(tabbed));
  const line = continues ? [] : isRecord ? whole : withoutCells(whole);
  const events = reader.markEvents.splice(0);
  const breaks = events.flatMap(({ kind, name: mark }) => {
    const { type, fields } = reader.source.marks.get(mark)!;
    return kind === 'open' && type === 'thematicBreak' ? [fields['place'] ?? 'before'] : [];
  });
  const putBreaks = (where: string): void =>
    breaks.filter((each) => each === where).forEach(() => pieces.push({ kind: 'block', node: build.thematicBreak() }));
  putBreaks('before');
  const around = events.filter(({ name: mark }) => reader.source.marks.get(mark)!.type !== 'thematicBreak');
  for (const { kind, name: mark } of around) if (kind === 'open') pieces.push({ kind, name: mark });
  const dropped = startsInContents || inContents(reader) || /^toc(?:heading|\d)$/.test(name) || /^(?:tableoffigures|index\d)$/.test(name);
  if (dropped) {
    if (line.length > 0) {
      if (/^index\d$/.test(name)) reader.findings.count('import-contents', 'The index was left out', undefined, toText(line));
      else {
        reader.findings.count('import-contents', 'The contents list was left out', undefined, name === 'tocheading' ? toText(line) : '');
        reader.contents.push(readEntry(toText(line)));
      }
    }
  } else if (!takeFact(events, line, head, reader) && !takeHead(name, line, head, pieces.length === 0, reader)) {
    const made = pieceOf(properties, style, name, level, line, styledRuns, reader);
    const first = made?.[0];
    if (cells && first?.kind === 'block' && is(first.node, 'paragraph') && level === undefined) reader.tabbed.set(first.node, cells);
    if (first && level === undefined)
      reader.places.give(reader.pendingBookmarks, first.kind === 'block' ? first.node : build.paragraph({}, []));
    if (made) pieces.push(...made);
    else if (head !== undefined && boxes.length === 0 && isSpace(element))
      reader.findings.count('import-empty-paragraphs', 'Empty paragraphs were left out');
  }
  for (const { kind, name: mark } of around) if (kind === 'close') pieces.push({ kind, name: mark });
  putBreaks('after');
  for (const node of drawn) pieces.push({ kind: 'block', node });
  for (const box of boxes) readInto(box, reader, pieces, head);
}

/** Whether a paragraph without text is there for its height alone: not for the end of a section, a page break or a picture. */
function isSpace(element: XmlElement): boolean {
  return elements(element).every(
    (each) =>
      (each.name === 'w:pPr' && !child(each, 'w:sectPr')) ||
      each.name.startsWith('w:bookmark') ||
      each.name === 'w:proofErr' ||
      (each.name === 'w:r' && elements(each).every((inner) => ['w:rPr', 'w:t', 'w:tab'].includes(inner.name))),
  );
}

/** Whether the field of a contents list is open here. */
function inContents(reader: Reader): boolean {
  return reader.fields.some((field) => /^\s*TOC\b/i.test(field.instruction));
}

/** What a title page of our own prints of the front matter, by the mark around it. */
function takeFact(events: Reader['markEvents'], line: PhrasingContent[], head: Head | undefined, reader: Reader): boolean {
  const mark = events.map((event) => reader.source.marks.get(event.name)).find((each) => each?.type === 'meta');
  if (mark === undefined || head === undefined) return false;
  head.facts ??= new Map();
  head.facts.set(mark.fields['field'] ?? '', blocksOf(line, reader));
  return true;
}

/**
 * Title and subtitle belong to the report as a whole; so do authors and the date, where they stand before all text.
 *
 * @param atTop - whether nothing stands before
 */
function takeHead(name: string, line: readonly PhrasingContent[], head: Head | undefined, atTop: boolean, reader: Reader): boolean {
  if (head === undefined || line.length === 0) return false;
  const text = toText(line);
  if (name === 'title' && head.title === undefined) head.title = text;
  // A title of two lines.
  else if (name === 'title' && atTop && head.subtitle === undefined && !reader.source.own) head.title = `${head.title} ${text}`;
  else if (name === 'subtitle' && head.subtitle === undefined) head.subtitle = text;
  else if (name === 'coverdetail') head.details = [...(head.details ?? []), text];
  else if (name === 'author' && atTop) head.authors = [...(head.authors ?? []), text];
  else if (name === 'date' && atTop && head.date === undefined && dateOf(text) !== undefined) head.date = dateOf(text)!;
  else return false;
  sayTitleNotes(line, reader.findings);
  return true;
}

function pieceOf(
  properties: XmlElement | undefined,
  style: WordStyle | undefined,
  name: string,
  level: number | undefined,
  line: PhrasingContent[],
  styledRuns: ReadonlyMap<string, string>,
  reader: Reader,
): Piece[] | undefined {
  const numbering = child(properties, 'w:numPr');
  const numId = value(numbering, 'w:numId') ?? style?.numId;
  const listLevel = Number(value(numbering, 'w:ilvl') ?? style?.listLevel ?? 0);
  const list = numId === undefined || numId === '0' ? undefined : reader.numbering.level(numId, listLevel);
  const itemLevel = reader.source.own ? listLevel : listLevel + deeperBy(name);
  if (line.length === 0) {
    // Word counts it all the same, and shows its number.
    const number = list === undefined || level !== undefined ? undefined : reader.numbering.next(numId!, listLevel);
    if (number !== undefined && reader.source.own)
      return [{ kind: 'item', level: listLevel, listId: list!.abstractId, ordered: list!.ordered, number, content: [], inner: [] }];
    const border = child(child(properties, 'w:pBdr'), 'w:bottom') ?? child(child(properties, 'w:pBdr'), 'w:top');
    return border ? [{ kind: 'block', node: build.thematicBreak() }] : undefined;
  }
  if (level !== undefined) {
    // What Word counts before a heading is named elsewhere: “see section 3.2”.
    const label = list === undefined || reader.source.own ? '' : reader.numbering.nextLabel(numId!, listLevel);
    const words = label === '' ? line : joinRuns([build.text({ value: `${label} ` }), ...line]);
    if (label !== '')
      reader.findings.count('import-changed', 'Numbers that Word counts before headings are words of them now', undefined, toText(words));
    const heading = build.heading({ depth: Math.min(6, level + 1) as Heading['depth'] }, words);
    reader.places.give(reader.pendingBookmarks, heading);
    const node: Piece = { kind: 'block', node: heading };
    if (list === undefined || !reader.source.own) return [node];
    const number = reader.numbering.next(numId!, listLevel);
    return [{ kind: 'item', level: listLevel, listId: list.abstractId, ordered: list.ordered, number, content: [heading], inner: [node] }];
  }
  const kind: StyledKind | undefined = styledKinds[name];
  if (list?.unmarked && !reader.source.own)
    return [{ kind: 'styled', style: kind ?? 'listContinuation', line, styledRuns, level: itemLevel }];
  if (list !== undefined) {
    const number = reader.numbering.next(numId!, listLevel);
    if (list.lettered && !reader.source.own)
      reader.findings.count('import-changed', 'Letters before the items of a list became numbers', undefined, toText(line));
    else if (list.compound && !reader.source.own)
      reader.findings.count(
        'import-changed',
        'Numbers of several parts, such as 1.1, before the items of a list became simple ones',
        undefined,
        toText(line),
      );
    const label = kind === 'printPage' ? printPageLabel(toText(line), reader.lang) : undefined;
    const content = label === undefined ? blocksOf(line, reader) : [build.pageBreak({ label })];
    const inner: Piece[] =
      kind === undefined || kind === 'listContinuation'
        ? content.map((node) => ({ kind: 'block', node }))
        : [{ kind: 'styled', style: kind, line, styledRuns, names: reader.pendingBookmarks }];
    const item = { kind: 'item', level: itemLevel, listId: list.abstractId, ordered: list.ordered, number, content, inner } as const;
    return [reader.source.own ? item : takeTask(item)];
  }
  if (kind !== undefined) {
    const indent = kind === 'quote' && !reader.source.own ? { indent: indentOf(properties) ?? style?.indent ?? 0 } : {};
    return [{ kind: 'styled', style: kind, line, styledRuns, names: reader.pendingBookmarks, ...indent }];
  }
  return blocksOf(line, reader).map((node) => ({ kind: 'block', node }));
}

/** The box that other programs draw before a task: “☐ to do”, “☒ done”. */
function takeTask(item: ItemPiece): ItemPiece {
  const [first, ...rest] = item.content;
  if (!is(first, 'paragraph')) return item;
  const [box, ...words] = first.children;
  const mark = is(box, 'text') ? /^\s*([☐☑☒✓✔])\s+(?=\S)/u.exec(box.value) : null;
  if (!is(box, 'text') || mark === null) return item;
  const line = [{ ...box, value: box.value.slice(mark[0].length) }, ...words];
  return { ...item, checked: mark[1] !== '☐', content: [{ ...first, children: line }, ...rest] };
}

/** A paragraph; pictures that stand alone in it are figures. */
function blocksOf(line: PhrasingContent[], { source }: Reader): FlowContent[] {
  const solid = line.filter((node) => !(is(node, 'text') && node.value.trim() === '') && !is(node, 'break'));
  // Our own figures stand alone; several pictures in a row are words of a line.
  if (solid.length > 0 && !(source.own && solid.length > 1) && solid.every((node) => is(node, 'image'))) {
    return solid.flatMap((node) => {
      if (!is(node, 'image')) return [];
      const decorative = isDecorative(node);
      const figure = build.figure({ src: node.url, ...(decorative ? { decorative: true } : { alt: node.alt ?? '' }) }, []);
      return [node.position ? { ...figure, position: node.position } : figure];
    });
  }
  return [build.paragraph({}, withoutCells(line))];
}
