import type { Canvas } from '../engine/canvas.js';
import { pdfColour, pdfNumber } from '../engine/pdf-string.js';
import type { FaceBook } from '../text/face-book.js';
import { shapeText } from '../text/shape-text.js';
import { length, lookOf, numbers, plainLook, propertiesOf, type Look } from './look.js';
import { NotDrawable, type SvgElement } from './read-svg.js';
import { outlineOf } from './shapes.js';
import { transformsOf, type Matrix } from './transform.js';

/** What a drawing is drawn with. Without a canvas it is only looked over. */
export interface SvgPen {
  canvas: Canvas | undefined;
  book: FaceBook | undefined;
  /** Names of graphics states, by what they set. */
  opacities: Map<string, string>;
  /** Draws things as one, to be made translucent together; gives the name of the form. */
  layer?: (draw: (pen: SvgPen) => void) => string;
}

/** Scripts that the typefaces have and that run from left to right, with the signs that all scripts share. */
const drawable =
  /^[\s\u0020-\u007e\u00a0-\u00bf\u00d7\u00f7\u2010-\u2015\u2018-\u201e\u2022\u2026\u20ac\u2212\u0964\u0965\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Tamil}\p{Script=Inherited}]*$/u;
const rightToLeft = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}]/u;

/** Draws a drawing into a form whose size in units is `width` by `height`. */
export function drawSvg(root: SvgElement, width: number, height: number, pen: SvgPen): void {
  const box = numbers(root.attributes.viewBox ?? '');
  const matrices: Matrix[] = box.length === 4 && box[2]! > 0 && box[3]! > 0 ? [fitted(box, width, height, root)] : [];
  const properties = propertiesOf(root);
  drawChildren(root, lookOf(properties, plainLook), matrices, pen);
}

/** The view box in the middle of the form, as large as it goes (SVG 2, 8.2, `xMidYMid meet`). */
function fitted([x = 0, y = 0, boxWidth = 1, boxHeight = 1]: readonly number[], width: number, height: number, root: SvgElement): Matrix {
  const asked = (root.attributes.preserveAspectRatio ?? 'xMidYMid').trim();
  if (asked === 'none') return [width / boxWidth, 0, 0, height / boxHeight, (-x * width) / boxWidth, (-y * height) / boxHeight];
  if (!/^xMidYMid(?: meet)?$/.test(asked)) throw new NotDrawable(`has preserveAspectRatio="${asked}"`);
  const scale = Math.min(width / boxWidth, height / boxHeight);
  return [scale, 0, 0, scale, (width - boxWidth * scale) / 2 - x * scale, (height - boxHeight * scale) / 2 - y * scale];
}

function drawChildren(element: SvgElement, look: Look, matrices: readonly Matrix[], pen: SvgPen): void {
  within(matrices, pen, () => {
    for (const child of element.children) if (typeof child === 'object') drawElement(child, look, pen);
  });
}

/** Draws in another place; what the graphics state was is there again afterwards. */
function within(matrices: readonly Matrix[], { canvas }: SvgPen, draw: () => void): void {
  if (matrices.length === 0) {
    draw();
    return;
  }
  canvas?.save(matrices.map((matrix) => `${matrix.map(number).join(' ')} cm`).join(' '));
  draw();
  canvas?.restore();
}

/** More places than lengths need: a matrix is multiplied. */
const number = (value: number): string => String(Math.round(value * 1e6) / 1e6).replace(/^(-?[\d.]+)e.*$/, '0');

function drawElement(element: SvgElement, around: Look, pen: SvgPen): void {
  const properties = propertiesOf(element);
  const look = lookOf(properties, around);
  if (!look.shown) return;
  within(transformsOf(properties.get('transform')), pen, () => {
    // Shapes drawn as one do not shine through one another; a shape with only a surface or only a line needs no layer.
    if (look.opacity < 1 && (outlines.has(element.name) ? look.fill !== undefined && look.stroke !== undefined : true))
      asOne(look.opacity, pen, (inner) => drawContent(element, { ...look, opacity: 1 }, inner));
    else drawContent(element, look, pen);
  });
}

const outlines = new Set(['path', 'rect', 'circle', 'ellipse', 'line', 'polyline', 'polygon']);

function asOne(opacity: number, pen: SvgPen, draw: (pen: SvgPen) => void): void {
  if (pen.canvas === undefined || pen.layer === undefined) draw(pen);
  else {
    pen.canvas.save(`/${opacityName(opacity, opacity, pen)} gs /${pen.layer(draw)} Do`);
    pen.canvas.restore();
  }
}

function drawContent(element: SvgElement, look: Look, pen: SvgPen): void {
  if (element.name === 'g' || element.name === 'a') drawChildren(element, look, [], pen);
  else if (element.name === 'text') drawText(element, look, pen);
  else if (outlines.has(element.name)) drawShape(element, look, pen);
  else throw new NotDrawable(element.name === 'svg' ? 'has a drawing inside the drawing' : `uses <${element.name}> there`);
}

function drawShape(element: SvgElement, look: Look, pen: SvgPen): void {
  const outline = outlineOf(element);
  const fill = element.name === 'line' ? undefined : look.fill;
  const stroke = look.strokeWidth > 0 ? look.stroke : undefined;
  if (outline === '' || !look.visible || (fill === undefined && stroke === undefined)) return;
  const state: string[] = [];
  const fillOpacity = look.fillOpacity * look.opacity;
  const strokeOpacity = look.strokeOpacity * look.opacity;
  if ((fill !== undefined && fillOpacity < 1) || (stroke !== undefined && strokeOpacity < 1))
    state.push(`/${opacityName(fillOpacity, strokeOpacity, pen)} gs`);
  if (fill !== undefined) state.push(`${pdfColour(fill)} rg`);
  if (stroke !== undefined) {
    state.push(`${pdfColour(stroke)} RG ${pdfNumber(look.strokeWidth)} w ${look.cap} J ${look.join} j ${pdfNumber(look.miter)} M`);
    if (look.dash.some((dash) => dash > 0)) state.push(`[${look.dash.map(pdfNumber).join(' ')}]${pdfNumber(look.dashOffset)} d`);
  }
  const star = look.evenOdd ? '*' : '';
  const paint = fill !== undefined ? (stroke !== undefined ? `B${star}` : `f${star}`) : 'S';
  pen.canvas?.save(`${state.join(' ')} ${outline} ${paint}`);
  pen.canvas?.restore();
}

function opacityName(fill: number, stroke: number, { opacities }: SvgPen): string {
  const key = `/ca ${pdfNumber(fill)}/CA ${pdfNumber(stroke)}`;
  const name = opacities.get(key) ?? `O${opacities.size + 1}`;
  opacities.set(key, name);
  return name;
}

interface TextPiece {
  value: string;
  look: Look;
  x?: number;
  y?: number;
  dx: number;
  dy: number;
}

/** Words: pieces that begin at a place of their own, or go on where the last ended (SVG 2, 11). */
function drawText(element: SvgElement, look: Look, pen: SvgPen): void {
  const pieces: TextPiece[] = [];
  gatherText(element, look, pieces);
  const { canvas, book } = pen;
  if (canvas === undefined || book === undefined) return;
  let x = 0;
  let y = 0;
  let from = 0;
  while (from < pieces.length) {
    let to = from + 1;
    while (to < pieces.length && pieces[to]!.x === undefined && pieces[to]!.y === undefined) to += 1;
    const first = pieces[from]!;
    x = first.x ?? x;
    y = first.y ?? y;
    const set = pieces.slice(from, to).map((piece) => {
      const parts = shapeText(book, piece.value, piece.look.bold ? 'bold' : 'regular');
      return { piece, parts, width: parts.reduce((sum, { shaped }) => sum + (shaped.width * piece.look.fontSize) / 1000, 0) };
    });
    const whole = set.reduce((sum, { width, piece }) => sum + width + piece.dx, 0);
    x -= first.look.anchor === 'start' ? 0 : first.look.anchor === 'middle' ? whole / 2 : whole;
    for (const { piece, parts } of set) {
      x += piece.dx;
      y += piece.dy;
      for (const { face, shaped } of parts) {
        const { fill, visible, fontSize } = piece.look;
        if (fill !== undefined && visible) canvas.text(x, y, { face, sizePt: fontSize, colour: fill, risePt: 0 }, [shaped]);
        x += (shaped.width * fontSize) / 1000;
      }
    }
    from = to;
  }
}

function gatherText(element: SvgElement, look: Look, pieces: TextPiece[]): void {
  const { attributes } = element;
  const place = (name: string): number | undefined => (attributes[name] === undefined ? undefined : length(attributes[name], name));
  let [x, y, dx, dy] = [place('x'), place('y'), place('dx') ?? 0, place('dy') ?? 0];
  for (const child of element.children) {
    if (typeof child === 'object') {
      if (child.name !== 'tspan' && child.name !== 'a') throw new NotDrawable(`uses <${child.name}> in its text`);
      const inner: TextPiece[] = [];
      gatherText(child, lookOf(propertiesOf(child), look), inner);
      const first = inner[0];
      if (first) {
        first.x ??= x!;
        first.y ??= y!;
        first.dx += dx;
        first.dy += dy;
        [x, y, dx, dy] = [undefined, undefined, 0, 0];
      }
      pieces.push(...inner);
      continue;
    }
    const last = pieces.at(-1);
    const value = child.replace(/\s+/g, ' ').replace(/^ /, last === undefined || last.value.endsWith(' ') ? '' : ' ');
    if (value.trim() === '' && (last === undefined || x !== undefined)) continue;
    if (rightToLeft.test(value)) throw new NotDrawable('has words that run from right to left');
    if (!drawable.test(value)) throw new NotDrawable('has words in another script than the typefaces have');
    if (look.stroke !== undefined) throw new NotDrawable('has words with an outline');
    if (look.opacity < 1 || look.fillOpacity < 1) throw new NotDrawable('has words that shine through');
    pieces.push({ value, look, dx, dy, ...(x === undefined ? {} : { x }), ...(y === undefined ? {} : { y }) });
    [x, y, dx, dy] = [undefined, undefined, 0, 0];
  }
}
