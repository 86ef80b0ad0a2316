import type { Canvas } from '../engine/canvas.js';
import { pdfBox } from '../engine/structure.js';
import { visualOrder } from './bidi.js';
import type { Line, Piece } from './paragraph.js';
import type { LinkTarget } from './run.js';
import type { Shaped } from './face.js';

/** Makes the annotation for one fragment of a link. */
export type LinkMaker = (canvas: Canvas, link: LinkTarget, left: number, top: number, right: number, bottom: number) => void;

/** Where a line is drawn. */
export interface LinePlace {
  x: number;
  /** Of the baseline. */
  y: number;
  rtl: boolean;
  link: LinkMaker;
}

/**
 * Draws a line. Pieces are drawn in reading order, whatever side they stand on, so that the content stream too is in
 * reading order.
 */
export function drawLine(canvas: Canvas, line: Line, place: LinePlace): void {
  const lefts =
    line.pieces.some((piece) => piece.level > 0) || place.rtl ? visualLefts(line.pieces, place.rtl ? 1 : 0) : logicalLefts(line.pieces);
  let at = 0;
  while (at < line.pieces.length) {
    const first = line.pieces[at]!;
    if (first.run.image) {
      drawImage(canvas, first, place.x + lefts[at]!, place.y);
      at += 1;
      continue;
    }
    let end = at + 1;
    while (
      end < line.pieces.length &&
      joins(line.pieces[end - 1]!, line.pieces[end]!) &&
      Math.abs(lefts[end]! - lefts[end - 1]! - line.pieces[end - 1]!.width) < 0.001
    )
      end += 1;
    const shaped: Shaped[] = [];
    for (let index = at; index < end; index += 1) shaped.push(line.pieces[index]!.shaped);
    const { style, leaf } = first.run;
    if (leaf) canvas.mark(leaf);
    else canvas.artifact('Layout');
    canvas.text(
      place.x + lefts[at]!,
      place.y,
      { face: first.face, sizePt: style.sizePt, colour: style.colour, risePt: style.risePt },
      shaped,
    );
    at = end;
  }
  strikes(canvas, line, lefts, place);
  if (!canvas.isArtifact) links(canvas, line, lefts, place);
}

function joins(a: Piece, b: Piece): boolean {
  if (a.face !== b.face || b.run.image || a.level !== b.level || a.level % 2 === 1) return false;
  if (a.run === b.run) return true;
  const [x, y] = [a.run.style, b.run.style];
  return a.run.leaf === b.run.leaf && x.sizePt === y.sizePt && x.colour === y.colour && x.risePt === y.risePt;
}

function logicalLefts(pieces: readonly Piece[]): number[] {
  let x = 0;
  return pieces.map((piece) => {
    const left = x;
    x += piece.width;
    return left;
  });
}

function visualLefts(pieces: readonly Piece[], base: 0 | 1): number[] {
  // Spaces at the end of a line take the level of the paragraph (UAX 9 L1).
  const levels = pieces.map((piece) => piece.level);
  for (let at = pieces.length - 1; at >= 0 && pieces[at]!.shaped.text.trim() === '' && !pieces[at]!.run.image; at -= 1) levels[at] = base;
  const order = visualOrder(levels, base);
  const lefts: number[] = new Array<number>(pieces.length).fill(0);
  let x = 0;
  if (base === 1) {
    // The spaces at the end stand on the left, outside the column.
    for (const index of order) {
      if (pieces[index]!.shaped.text.trim() !== '' || pieces[index]!.run.image) break;
      x -= pieces[index]!.width;
    }
  }
  for (const index of order) {
    lefts[index] = x;
    x += pieces[index]!.width;
  }
  return lefts;
}

function drawImage(canvas: Canvas, piece: Piece, x: number, y: number): void {
  const { image, leaf } = piece.run;
  if (!image) return;
  if (leaf) canvas.mark(leaf);
  else canvas.artifact('Layout');
  const top = y - image.heightPt * 0.85;
  canvas.image(image.image, x, top, image.widthPt, image.heightPt);
  if (leaf && !canvas.isArtifact) {
    const box = [x, canvas.height - top - image.heightPt, x + image.widthPt, canvas.height - top];
    leaf.owner.attribute('Layout', 'BBox', pdfBox(box));
  }
}

function strikes(canvas: Canvas, line: Line, lefts: readonly number[], place: LinePlace): void {
  line.pieces.forEach((piece, index) => {
    const { style } = piece.run;
    if (!style.struck) return;
    canvas.artifact('Layout');
    const y = place.y - style.sizePt * 0.25;
    const x = place.x + lefts[index]!;
    canvas.line(x, y, x + piece.width, y, style.colour, Math.max(0.8, style.sizePt / 16));
  });
}

function links(canvas: Canvas, line: Line, lefts: readonly number[], place: LinePlace): void {
  const boxes = new Map<LinkTarget, { left: number; top: number; right: number; bottom: number; sizePt: number }>();
  line.pieces.forEach((piece, index) => {
    const { link, style, image } = piece.run;
    if (!link) return;
    const left = place.x + lefts[index]!;
    // The space after a link at the end of a line is not part of what one can hit.
    const spaces =
      index === line.pieces.length - 1 || line.pieces[index + 1]?.run.link !== link
        ? piece.shaped.text.length - piece.shaped.text.trimEnd().length
        : 0;
    const right = left + piece.width - (spaces * piece.face.shape(' ').width * style.sizePt) / 1000;
    if (right - left < 0.01) return;
    const size = image ? image.heightPt : style.sizePt;
    const baseline = place.y - style.risePt;
    const [top, bottom] = [baseline - size * 0.95, baseline + size * 0.3];
    const box = boxes.get(link);
    if (box) {
      box.left = Math.min(box.left, left);
      box.top = Math.min(box.top, top);
      box.right = Math.max(box.right, right);
      box.bottom = Math.max(box.bottom, bottom);
    } else boxes.set(link, { left, top, right, bottom, sizePt: style.sizePt });
  });
  for (const [link, { left, top, right, bottom, sizePt }] of boxes) {
    place.link(canvas, link, left, top, right, bottom);
    if (link.underline === undefined) continue;
    canvas.artifact('Layout');
    canvas.line(left, place.y + sizePt * 0.17, right, place.y + sizePt * 0.17, link.underline, Math.max(0.6, sizePt / 18));
  }
}
