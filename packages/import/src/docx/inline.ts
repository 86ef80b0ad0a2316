import { build, is, toText, wordsFor, type FlowContent, type PhrasingContent } from '@everyread/core';
import { child, descendant, elements, isOn, textOf, value, type XmlElement } from '../xml.js';
import { joinRuns, tidyLine } from '../line.js';
import { shiftNodes } from '../scripts.js';
import { readDrawingPart } from './drawing-parts.js';
import { closeField, link } from './fields.js';
import { readFormat, wrap } from './format.js';
import { closeMark, framedMarks, maxLineMarks, openMark, withMark, withoutMarked } from './line-marks.js';
import { mathText } from './math.js';
import { readPicture, textBoxes } from './pictures.js';
import type { Reader } from './reader.js';
import { printPageLabel } from './print-page.js';
import { readSymbol } from './symbols.js';

/** What surrounds the runs: the style's own weight has no meaning in them. */
export interface LineContext {
  reader: Reader;
  bold: boolean;
  italic: boolean;
  /** The language of text that says none of its own, where it is not that of the report. */
  lang?: string | undefined;
  /** Every blank counts, as in code. */
  keepBlanks?: boolean;
  /** Reads the blocks of a text box. */
  readBox(box: XmlElement): void;
  /** Puts blocks after the paragraph: a chart, a diagram. */
  putBlocks(blocks: readonly FlowContent[]): void;
  /** Hears the name of each run's style, with its nodes: for styles that carry meaning. */
  styled?: ((style: string, nodes: PhrasingContent[]) => void) | undefined;
  /** Hears the size of each run that says one of its own, in half-points, and its text. */
  sized?: (size: number | undefined, text: string) => void;
}

/** Reads the content of a paragraph into a line of nodes. */
export function readLine(paragraph: XmlElement, context: LineContext): PhrasingContent[] {
  // Marks whose end was lost end with their paragraph.
  context.reader.lineMarks = [];
  const line = withoutDeletedWord(joinRuns(readInline(elements(paragraph), context)), context.reader.lang);
  return context.keepBlanks ? line : tidyLine(line);
}

/** Our Word editions say after struck-out text that it is deleted; the mark says so already. */
function withoutDeletedWord(nodes: PhrasingContent[], lang: string): PhrasingContent[] {
  const word = ` (${wordsFor(lang).deleted})`;
  return nodes.map((node, index) =>
    is(node, 'text') && is(nodes[index - 1], 'delete') && node.value.startsWith(word)
      ? { ...node, value: node.value.slice(word.length) }
      : node,
  );
}

/** Whether a content control shows but its prompt, “Click here to enter text” (ISO/IEC 29500-1, 17.5.2.39). */
export function isUnfilled(control: XmlElement): boolean {
  return isOn(child(control, 'w:sdtPr'), 'w:showingPlcHdr');
}

/** The place of what is being read: the number of its paragraph. */
export function positionOf({ findings: { place } }: Reader): { position?: Position } {
  return place ? { position: { start: place, end: place } } : {};
}

type Position = NonNullable<PhrasingContent['position']>;

interface Frame {
  /** The bookmark of a mark of our own, where it is not a field, and the element after it. */
  mark?: string;
  from?: number;
  instruction: string;
  out: PhrasingContent[];
}

function readInline(children: readonly XmlElement[], context: LineContext): PhrasingContent[] {
  const out: PhrasingContent[] = [];
  const frames: Frame[] = [];
  let framed: ReadonlySet<XmlElement> | undefined;
  const put = (nodes: PhrasingContent[]): void => void (frames.at(-1)?.out ?? out).push(...nodes);
  for (const [index, element] of children.entries()) {
    if (element.name === 'w:r') readRun(element, context, frames, put);
    else if (element.name === 'w:bookmarkStart' && openMark(element, context.reader)) {
      const mark = context.reader.markIds.get(element.attributes['w:id'] ?? '');
      framed ??= framedMarks(children, context.reader);
      if (mark !== undefined && framed.has(element) && context.reader.lineMarks.length < maxLineMarks) {
        frames.push({ mark, from: index + 1, instruction: '', out: [] });
        context.reader.lineMarks.push({ name: mark, mark: context.reader.source.marks.get(mark)!, broken: false });
      }
    } else if (element.name === 'w:bookmarkEnd') {
      const mark = closeMark(element, context.reader);
      if (mark === undefined || frames.at(-1)?.mark !== mark) continue;
      const { out: inside, from = 0 } = frames.pop()!;
      const active = context.reader.lineMarks.findLast((each) => each.name === mark);
      context.reader.lineMarks = context.reader.lineMarks.filter((each) => each !== active);
      // The look was changed since: it counts, not the mark.
      if (active?.broken) {
        context.reader.brokenMarks.add(mark);
        put(readInline(children.slice(from, index), context));
      } else put(withMark(context.reader.source.marks.get(mark)!, joinRuns(inside), context.reader.lang));
    } else put(readOther(element, context));
  }
  // A field that ends in another paragraph: its result is text of this one.
  for (const { mark, from = 0, out: inside } of frames) {
    if (mark !== undefined) {
      // A mark that ends within a field: what it is around is read without marks.
      for (const each of children) if (each.name === 'w:bookmarkStart') context.reader.brokenMarks.add(each.attributes['w:name'] ?? '');
      const at = context.reader.lineMarks.findIndex((each) => each.name === mark);
      context.reader.lineMarks.splice(Math.max(0, at));
      return [...out, ...readInline(children.slice(from), context)];
    }
    out.push(...inside);
  }
  return out;
}

function readOther(element: XmlElement, context: LineContext): PhrasingContent[] {
  const { reader } = context;
  switch (element.name) {
    case 'w:hyperlink':
      return readHyperlink(element, context);
    case 'w:ins':
    case 'w:moveTo':
      reader.findings.count('import-revision', 'Inserted text was accepted', undefined, textOf(element));
      return readInline(elements(element), context);
    case 'w:del':
    case 'w:moveFrom':
      if (element.name === 'w:del') reader.findings.count('import-revision', 'Deleted text was left out', undefined, textOf(element));
      return [];
    case 'w:sdt':
      if (isUnfilled(element)) {
        reader.findings.count('import-not-kept', 'A form field that nobody filled in was left out', undefined, textOf(element));
        return [];
      }
      return readInline(elements(child(element, 'w:sdtContent') ?? element), context);
    case 'w:smartTag':
    case 'w:customXml':
    case 'w:dir':
    case 'w:bdo':
      return readInline(elements(element), context);
    case 'w:fldSimple':
      return closeField(element.attributes['w:instr'] ?? '', readInline(elements(element), context), context.reader);
    case 'w:bookmarkStart':
      if (element.attributes['w:name']) reader.pendingBookmarks.push(reader.source.placeOf(element.attributes['w:name']));
      return [];
    case 'm:oMath':
    case 'm:oMathPara': {
      const text = mathText(element).replace(/\s+/g, ' ').trim();
      reader.findings.say('import-math', `A formula became plain text: ${text.slice(0, 60)}`);
      return text === '' ? [] : [build.text({ value: text })];
    }
    case 'mc:AlternateContent':
      return readAlternate(element, context);
    default:
      return [];
  }
}

/** Newer content stands in the choice, its substitute in the fallback: one of them is read (ISO/IEC 29500-3, 9). */
function readAlternate(element: XmlElement, context: LineContext): PhrasingContent[] {
  const branch = child(element, 'mc:Choice') ?? child(element, 'mc:Fallback');
  return branch
    ? elements(branch).flatMap((each) => (each.name === 'w:r' ? readInline([each], context) : readRunChild(each, context)))
    : [];
}

function readHyperlink(element: XmlElement, context: LineContext): PhrasingContent[] {
  const children = joinRuns(readInline(elements(element), { ...context, styled: undefined }));
  const { 'r:id': id, 'w:anchor': bookmark } = element.attributes;
  const target = id === undefined ? undefined : context.reader.relationships.get(id)?.target;
  // The anchor of a link out of the document is the end of its address (ECMA-376 Part 1, 17.16.22).
  if (target !== undefined) return link(bookmark === undefined ? target : `${target}#${bookmark}`, children);
  return bookmark === undefined ? children : link(`#${context.reader.source.placeOf(bookmark)}`, children);
}

function readRun(run: XmlElement, context: LineContext, frames: Frame[], put: (nodes: PhrasingContent[]) => void): void {
  const { reader } = context;
  const format = withoutMarked(readFormat(child(run, 'w:rPr'), reader, context.bold, context.italic), run, context);
  for (const element of elements(run)) {
    const kind = element.attributes['w:fldCharType'];
    if (element.name === 'w:fldChar') {
      if (kind === 'begin') {
        reader.fields.push({ instruction: '', inResult: false });
        frames.push({ instruction: '', out: [] });
      } else if (kind === 'separate') {
        const field = reader.fields.at(-1);
        if (field) field.inResult = true;
      } else if (kind === 'end') {
        const field = reader.fields.pop();
        const frame = frames.pop();
        if (frame) put(closeField(field?.instruction ?? '', frame.out, context.reader));
      }
      continue;
    }
    if (element.name === 'w:instrText') {
      const field = reader.fields.at(-1);
      if (field) field.instruction += textOf(element);
      continue;
    }
    if (reader.fields.some((field) => !field.inResult)) continue;
    const nodes = readRunChild(element, context);
    if (nodes.length === 0) continue;
    if (format.hidden) {
      reader.findings.count('import-hidden', 'Hidden text was left out', undefined, toText(nodes));
      continue;
    }
    const label =
      format.style === 'printpagemark'
        ? printPageLabel(
            textOf(element)
              .trim()
              .replace(/^\[|\]$/g, ''),
            reader.lang,
          )
        : undefined;
    if (label !== undefined) {
      put([build.pageBreak({ label })]);
      continue;
    }
    context.styled?.(format.style, nodes);
    context.sized?.(format.size, toText(nodes));
    const lost = (words: string): void =>
      reader.findings.say('import-changed', `Raised or lowered text stands on the line now: “${words.trim()}”`);
    const shown = format.raised ? shiftNodes(nodes, format.raised, lost) : nodes;
    const isSilent = context.lang !== undefined && value(child(run, 'w:rPr'), 'w:lang') === undefined && /\p{L}{2}/u.test(toText(nodes));
    put(wrap(shown, isSilent ? { ...format, lang: format.lang ?? context.lang } : format));
  }
}

function readRunChild(element: XmlElement, context: LineContext): PhrasingContent[] {
  const { reader } = context;
  const text = (words: string): PhrasingContent[] => (words === '' ? [] : [{ ...build.text({ value: words }), ...positionOf(reader) }]);
  switch (element.name) {
    case 'w:t':
      return text(textOf(element));
    case 'w:tab':
    case 'w:ptab':
      return text(reader.source.own ? ' ' : '\t');
    case 'w:noBreakHyphen':
      // Where a line may end is a matter of each edition; the word is found, spelt and brailled with the plain hyphen.
      return text('-');
    case 'w:sym':
      return text(readSymbol(element, reader));
    case 'w:br':
    case 'w:cr':
      if (element.attributes['w:type'] === 'page')
        reader.findings.count('import-changed', 'Page breaks were left out: each edition makes its own');
      return element.attributes['w:type'] === undefined || element.attributes['w:type'] === 'textWrapping' ? [build.break()] : [];
    case 'w:footnoteReference':
    case 'w:endnoteReference': {
      const kind = element.name === 'w:footnoteReference' ? 'footnote' : 'endnote';
      const key = `${kind} ${element.attributes['w:id'] ?? ''}`;
      const identifier = reader.notes.get(key) ?? freeIdentifier(reader);
      reader.notes.set(key, identifier);
      reader.noteIdentifiers.add(identifier);
      for (const name of reader.pendingBookmarks) if (!reader.noteNames.has(name)) reader.noteNames.set(name, identifier);
      return [build.footnoteReference({ identifier, label: identifier })];
    }
    case 'w:drawing':
    case 'w:pict':
    case 'w:object': {
      if (isRule(element)) {
        context.putBlocks([build.thematicBreak()]);
        return [];
      }
      const boxes = textBoxes(element);
      for (const box of boxes) {
        reader.findings.say(
          'import-text-box',
          'A text box was put after the paragraph that holds it',
          elements(box).map(textOf).join(' ').trim().slice(0, 40),
        );
        context.readBox(box);
      }
      const blocks = readDrawingPart(element, reader);
      if (blocks === undefined) return readPicture(element, reader);
      context.putBlocks(blocks);
      return [];
    }
    case 'mc:AlternateContent':
      return readAlternate(element, context);
    case 'w:ruby':
      return readRuby(element, context);
    case 'w:commentReference':
      reader.findings.count('import-comment', 'Comments were left out', undefined, commentOf(element, reader));
      return [];
    default:
      return [];
  }
}

/** What a comment says. */
function commentOf(element: XmlElement, { package: opened }: Reader): string {
  const path = opened.related('comments');
  const part = path === undefined ? undefined : opened.part(path);
  const found = part?.children.find((each) => typeof each !== 'string' && each.attributes['w:id'] === element.attributes['w:id']);
  return found === undefined || typeof found === 'string' ? '' : textOf(found);
}

/** Whether a drawing is a line across the page (ISO/IEC 29500-4, 19.1.2.16, `o:hr`). */
function isRule(element: XmlElement): boolean {
  return ['t', 'true', '1'].includes(descendant(element, 'v:rect')?.attributes['o:hr'] ?? '');
}

/** Words with their reading above them (ISO/IEC 29500-1, 17.3.3.25): the reading stands in brackets behind them. */
function readRuby(element: XmlElement, context: LineContext): PhrasingContent[] {
  const part = (name: string): PhrasingContent[] => readInline(elements(child(element, name) ?? { ...element, children: [] }), context);
  const base = part('w:rubyBase');
  const reading = part('w:rt');
  if (toText(reading).trim() === '') return base;
  context.reader.findings.count('import-changed', 'The reading of words, printed above them, stands in brackets behind them now');
  return [...base, build.text({ value: ' (' }), ...reading, build.text({ value: ')' })];
}

/** The name that a file of our own keeps for a note, or its number. */
function freeIdentifier(reader: Reader): string {
  const taken = reader.noteIdentifiers;
  const bookmark = reader.pendingBookmarks.at(-1);
  const kept = bookmark === undefined ? undefined : reader.source.notes.get(bookmark);
  if (kept !== undefined && !taken.has(kept)) return kept;
  let number = taken.size + 1;
  while (taken.has(String(number))) number += 1;
  return String(number);
}
