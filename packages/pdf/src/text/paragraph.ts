import type { Note } from '@everyread/core';
import { bidiLevels, hasRtl, mirrored } from './bidi.js';
import { breakPlaces, emergencyPlaces } from './breaks.js';
import type { Face, Shaped } from './face.js';
import type { FaceBook } from './face-book.js';
import { fitLines, type Measure } from './fit.js';
import type { Run } from './run.js';

/** Glyphs of one face and one run. */
export interface Piece {
  run: Run;
  face: Face;
  shaped: Shaped;
  /** In points. */
  width: number;
  /** Embedding level (UAX 9); odd is right to left. */
  level: number;
}

interface Segment extends Measure {
  pieces: Piece[];
}

/** One line: pieces in reading order. */
export interface Line {
  pieces: Piece[];
  /** What is seen, without the space at the end. */
  width: number;
  notes: Note[];
  anchors: string[];
}

/** How a paragraph is to be set. */
export interface ParagraphStyle {
  widthPt: number;
  /** Room that the first line lacks. */
  indentPt?: number;
  balance?: boolean;
  /** Words are never parted. */
  wholeWords: boolean;
  /** Base direction; found from the text where absent. */
  dir?: 'ltr' | 'rtl' | undefined;
}

/** A paragraph broken into lines. */
export interface SetParagraph {
  lines: Line[];
  rtl: boolean;
}

/** Measures, shapes and breaks runs into lines. */
export function setParagraph(runs: readonly Run[], book: FaceBook, style: ParagraphStyle): SetParagraph {
  const texts = runs.map((run) => (run.image ? '\ufffc' : typeof run.text === 'function' ? run.text() : run.text));
  const text = texts.join('');
  const bidi = hasRtl(text) || style.dir === 'rtl' ? bidiLevels(text, style.dir) : undefined;
  const segments = cutSegments(runs, texts, text, book, style, bidi?.levels);
  const ends = fitLines(segments, style.widthPt, style.widthPt - (style.indentPt ?? 0), style.balance ?? false);
  const lines: Line[] = [];
  let from = 0;
  for (const end of ends) {
    const pieces: Piece[] = [];
    const notes: Note[] = [];
    const anchors: string[] = [];
    let width = 0;
    for (let at = from; at < end; at += 1) {
      const segment = segments[at]!;
      width += segment.width;
      for (const piece of segment.pieces) {
        pieces.push(piece);
        if (piece.run.note && !notes.includes(piece.run.note)) notes.push(piece.run.note);
        if (piece.run.anchors) for (const anchor of piece.run.anchors) if (!anchors.includes(anchor)) anchors.push(anchor);
      }
    }
    lines.push({ pieces, width: width - (segments[end - 1]?.space ?? 0), notes, anchors });
    from = end;
  }
  return { lines, rtl: bidi ? bidi.base === 1 : false };
}

/** What a text needs, in points. */
export interface ContentWidths {
  /** Its widest word. */
  least: number;
  /** The whole in one line. */
  most: number;
  /** Its words with the space after each. */
  words: readonly { width: number; space: number }[];
}

/** Measures a text for the columns of a table. */
export function contentWidths(runs: readonly Run[], book: FaceBook, wholeWords: boolean): ContentWidths {
  const texts = runs.map((run) => (run.image ? '\ufffc' : typeof run.text === 'function' ? run.text() : run.text));
  const words = cutSegments(runs, texts, texts.join(''), book, { widthPt: Number.POSITIVE_INFINITY, wholeWords }, undefined);
  let least = 0;
  let most = 0;
  let line = 0;
  for (const word of words) {
    least = Math.max(least, word.width - word.space);
    most = Math.max(most, line + word.width - word.space);
    line = word.required ? 0 : line + word.width;
  }
  return { least, most, words: words.map(({ width, space }) => ({ width, space })) };
}

function cutSegments(
  runs: readonly Run[],
  texts: readonly string[],
  text: string,
  book: FaceBook,
  style: ParagraphStyle,
  levels: Uint8Array | undefined,
): Segment[] {
  const segments: Segment[] = [];
  let at = 0;
  let runIndex = 0;
  let runStart = 0;
  for (const place of breakPlaces(text, style.wholeWords)) {
    const segment: Segment = { pieces: [], width: 0, space: 0, penalty: place.penalty, required: place.required };
    while (at < place.at) {
      while (at >= runStart + texts[runIndex]!.length) {
        runStart += texts[runIndex]!.length;
        runIndex += 1;
      }
      const run = runs[runIndex]!;
      const to = Math.min(place.at, runStart + texts[runIndex]!.length);
      addPieces(segment, run, text.slice(at, to), book, levels?.subarray(at, to));
      at = to;
      if (run.breakAfter && at === runStart + texts[runIndex]!.length) segment.required = true;
    }
    measure(segment);
    if (segment.width - segment.space > style.widthPt + 0.01) segments.push(...cutLongWord(segment, book, style));
    else segments.push(segment);
  }
  return segments;
}

function addPieces(segment: Segment, run: Run, text: string, book: FaceBook, levels: Uint8Array | undefined): void {
  if (run.image) {
    const face = book.main(run.style.style);
    segment.pieces.push({ run, face, shaped: { text: '', width: 0, tj: '' }, width: run.image.widthPt, level: levels?.[0] ?? 0 });
    return;
  }
  for (const { text: part, level } of levels ? cutLevels(text, levels) : [{ text, level: 0 }]) {
    const rtl = level % 2 === 1;
    for (const faced of book.split(part, run.style.style)) {
      let shaped = rtl ? shapeMirrored(faced.face, faced.text) : faced.face.shape(faced.text);
      if (faced.actual !== undefined) shaped = { ...shaped, actual: faced.actual };
      segment.pieces.push({ run, face: faced.face, shaped, width: (shaped.width * run.style.sizePt) / 1000, level });
    }
  }
}

/** Brackets turn round in right-to-left text (UAX 9 L4) but are read as they were written. */
function shapeMirrored(face: Face, text: string): Shaped {
  const shown = mirrored(text);
  const shaped = face.shape(shown, true);
  return shown === text ? shaped : { ...shaped, actual: text };
}

/** Stretches of one embedding level, spaces apart, so that each can be moved by itself. */
function cutLevels(text: string, levels: Uint8Array): { text: string; level: number }[] {
  const out: { text: string; level: number }[] = [];
  let start = 0;
  for (let at = 1; at <= text.length; at += 1) {
    if (at < text.length && levels[at] === levels[start] && (text[at] === ' ') === (text[start] === ' ')) continue;
    out.push({ text: text.slice(start, at), level: levels[start]! });
    start = at;
  }
  return out;
}

function measure(segment: Segment): void {
  segment.width = 0;
  segment.space = 0;
  for (const piece of segment.pieces) segment.width += piece.width;
  for (let at = segment.pieces.length - 1; at >= 0; at -= 1) {
    const piece = segment.pieces[at]!;
    const spaces = spacesAtEnd(piece);
    segment.space += spaces.width;
    if (!spaces.all) break;
  }
}

/** The width of the spaces at the end of a piece. */
function spacesAtEnd(piece: Piece): { width: number; all: boolean } {
  const { text } = piece.shaped;
  if (!text.endsWith(' ')) return { width: 0, all: false };
  const count = text.length - text.trimEnd().length;
  const each = (piece.face.shape(' ').width * piece.run.style.sizePt) / 1000;
  return { width: each * count, all: count === text.length };
}

/** Cuts a word that is wider than the line: after a mark where it has some, else between two characters. */
function cutLongWord(segment: Segment, book: FaceBook, style: ParagraphStyle): Segment[] {
  const out: Segment[] = [];
  let current: Segment = { pieces: [], width: 0, space: 0, penalty: 0.2, required: false };
  const push = (): void => {
    if (current.pieces.length === 0) return;
    measure(current);
    out.push(current);
    current = { pieces: [], width: 0, space: 0, penalty: 0.2, required: false };
  };
  for (const piece of segment.pieces) {
    const { text } = piece.shaped;
    if (text === '' || piece.level % 2 === 1) {
      current.pieces.push(piece);
      continue;
    }
    const { soft, hard } = emergencyPlaces(text);
    const cut = (places: readonly number[]): string[] =>
      places.concat(text.length).map((to, index) => text.slice(index === 0 ? 0 : places[index - 1], to));
    const widest = (parts: readonly string[]): number =>
      Math.max(...parts.map((part) => (piece.face.shape(part).width * piece.run.style.sizePt) / 1000));
    let parts = cut(soft);
    if (widest(parts) > style.widthPt) parts = cut(hard);
    for (const part of parts) {
      addPieces(current, piece.run, part, book, undefined);
      push();
    }
  }
  push();
  const last = out.at(-1);
  if (last) {
    last.required = segment.required;
    last.penalty = segment.penalty;
  }
  return out;
}
