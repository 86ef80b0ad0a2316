import type { Face, Shaped } from '../text/face.js';
import { pdfColour, pdfNumber, pdfString } from './pdf-string.js';
import type { PdfImage, PdfPage, PdfRef } from './pdfkit.js';
import type { Element, Leaf } from './structure.js';

/** A run of glyphs of one look. */
export interface GlyphRun {
  face: Face;
  sizePt: number;
  colour: string;
  /** Raised by so much. */
  risePt: number;
}

/** The kinds of content that belong to the page and not to the report (ISO 32000-1 14.8.2.2). */
export type ArtifactKind = 'Layout' | 'Header' | 'Footer' | 'Background' | 'Pagination';

const artifacts: Record<ArtifactKind, string> = {
  Layout: '/Artifact<</Type/Layout>>BDC\n',
  Background: '/Artifact<</Type/Background>>BDC\n',
  Pagination: '/Artifact<</Type/Pagination>>BDC\n',
  Header: '/Artifact<</Type/Pagination/Subtype/Header/Attached[/Top]>>BDC\n',
  Footer: '/Artifact<</Type/Pagination/Subtype/Footer/Attached[/Bottom]>>BDC\n',
};

/** The contents of one page; lengths in points from the top left corner, downwards. */
export class Canvas {
  private readonly below: string[] = [];
  private readonly ops: string[] = [];
  private current: Leaf | ArtifactKind | undefined;
  private forced: ArtifactKind | undefined;
  private font = '';
  private fill = '';
  /** The element that owns each marked-content sequence, by MCID. */
  readonly owners: Element[] = [];

  constructor(
    readonly page: PdfPage,
    readonly index: number,
  ) {}

  get height(): number {
    return this.page.height;
  }

  /** Draws what `draw` draws as an artifact of the page, links left out. */
  asArtifact(kind: ArtifactKind, draw: () => void): void {
    const before = this.forced;
    this.forced = kind;
    draw();
    this.forced = before;
  }

  get isArtifact(): boolean {
    return this.forced !== undefined;
  }

  /** What is drawn next belongs to the leaf; content that follows on is joined to it. */
  mark(leaf: Leaf): void {
    if (this.forced) {
      this.artifact(this.forced);
      return;
    }
    if (this.current === leaf) return;
    this.close();
    const id = this.owners.push(leaf.owner) - 1;
    leaf.marks.push(this.index, id);
    this.ops.push(`/${leaf.owner.type}<</MCID ${id}>>BDC\n`);
    this.current = leaf;
  }

  /** What is drawn next is an artifact. */
  artifact(kind: ArtifactKind): void {
    const wanted = this.forced ?? kind;
    if (this.current === wanted) return;
    this.close();
    this.ops.push(artifacts[wanted]);
    this.current = wanted;
  }

  private close(): void {
    if (this.current !== undefined) this.ops.push('EMC\n');
    this.current = undefined;
  }

  /** Shows pieces of one look from a point on the baseline. */
  text(x: number, y: number, run: GlyphRun, pieces: readonly Shaped[]): void {
    const { face } = run;
    const font = `/${face.id} ${pdfNumber(run.sizePt)} Tf\n`;
    if (font !== this.font) {
      this.page.fonts[face.id] = face.ref();
      this.ops.push(font);
      this.font = font;
    }
    this.colour(run.colour);
    const { bold = false, slanted = false } = face.drawn;
    this.ops.push(`BT 1 0 ${slanted ? '0.2' : '0'} -1 ${pdfNumber(x)} ${pdfNumber(y - run.risePt)} Tm\n`);
    if (bold) this.ops.push(`2 Tr ${pdfNumber(run.sizePt * 0.035)} w ${pdfColour(run.colour)} RG\n`);
    let plain = '';
    const flush = (): void => {
      if (plain !== '') this.ops.push(`[${plain.replaceAll('><', '')}]TJ\n`);
      plain = '';
    };
    for (const piece of pieces) {
      if (piece.actual === undefined && piece.parts === undefined) {
        plain += piece.tj;
        continue;
      }
      flush();
      if (piece.actual !== undefined) this.ops.push(`/Span<</ActualText${pdfString(piece.actual)}>>BDC\n`);
      if (piece.parts === undefined) this.ops.push(`[${piece.tj}]TJ\n`);
      else {
        for (const part of piece.parts) this.ops.push(`${pdfNumber((part.rise * run.sizePt) / 1000)} Ts[${part.tj}]TJ\n`);
        this.ops.push('0 Ts\n');
      }
      if (piece.actual !== undefined) this.ops.push('EMC\n');
    }
    flush();
    this.ops.push(bold ? '0 Tr ET\n' : 'ET\n');
  }

  private colour(colour: string): void {
    if (colour === this.fill) return;
    this.ops.push(`${pdfColour(colour)} rg\n`);
    this.fill = colour;
  }

  /** Fills a rectangle, with round corners where a radius is given. Artifacts unless something is marked. */
  rect(x: number, y: number, width: number, height: number, colour: string, radius = 0): void {
    this.colour(colour);
    this.ops.push(`${rectPath(x, y, width, height, radius)} f\n`);
  }

  /** The same, below everything else on the page. */
  background(x: number, y: number, width: number, height: number, colour: string, radius = 0): void {
    this.below.push(`${pdfColour(colour)} rg ${rectPath(x, y, width, height, radius)} f\n`);
  }

  /** Fills and strokes a path given in PDF operators, in page coordinates. */
  path(
    operators: string,
    paint: { fill?: string | undefined; stroke?: string | undefined; widthPt?: number; dash?: readonly number[] | undefined },
  ): void {
    this.ops.push('q\n');
    if (paint.fill) this.ops.push(`${pdfColour(paint.fill)} rg\n`);
    if (paint.stroke) this.ops.push(`${pdfColour(paint.stroke)} RG ${pdfNumber(paint.widthPt ?? 1)} w 1 j\n`);
    if (paint.dash) this.ops.push(`[${paint.dash.map(pdfNumber).join(' ')}]0 d\n`);
    this.ops.push(`${operators} ${paint.fill && paint.stroke ? 'B' : paint.fill ? 'f' : 'S'}\nQ\n`);
  }

  /** Draws a straight line. */
  line(x1: number, y1: number, x2: number, y2: number, colour: string, widthPt: number): void {
    this.path(`${pdfNumber(x1)} ${pdfNumber(y1)} m ${pdfNumber(x2)} ${pdfNumber(y2)} l`, { stroke: colour, widthPt });
  }

  /** Keeps the graphics state and goes on with operators as they stand; `restore` brings the state back. */
  save(operators: string): void {
    this.ops.push(`q ${operators}\n`);
  }

  restore(): void {
    this.ops.push('Q\n');
    this.font = '';
    this.fill = '';
  }

  /** Draws a picture into a rectangle, turned as its EXIF orientation says. */
  image(image: PdfImage, x: number, y: number, width: number, height: number): void {
    if (image.obj) this.page.xobjects[image.label] = image.obj;
    const turn = turns[(image.orientation ?? 1) - 1] ?? turns[0]!;
    this.ops.push(`q ${pdfNumber(width)} 0 0 ${pdfNumber(height)} ${pdfNumber(x)} ${pdfNumber(y)} cm ${turn} cm /${image.label} Do Q\n`);
  }

  /** Puts an annotation on the page. */
  annotate(annotation: PdfRef): void {
    this.page.annotations.push(annotation);
  }

  /** Writes the page's content stream. */
  finish(): void {
    this.close();
    const under = this.below.length > 0 ? `q ${artifacts.Background}${this.below.join('')}EMC Q\n` : '';
    const text = under + this.ops.join('');
    const bytes = new Uint8Array(text.length);
    for (let at = 0; at < text.length; at += 1) bytes[at] = text.charCodeAt(at);
    this.page.write(bytes);
    // Compressed at once: pdfkit would keep the streams of all pages until the end.
    this.page.content.end();
    this.page.content = { end: () => undefined };
    this.ops.length = 0;
    this.below.length = 0;
  }
}

/** EXIF orientations as matrices of the unit square with its origin at the top left. */
const turns = [
  '1 0 0 -1 0 1',
  '-1 0 0 -1 1 1',
  '-1 0 0 1 1 0',
  '1 0 0 1 0 0',
  '0 1 1 0 0 0',
  '0 1 -1 0 1 0',
  '0 -1 -1 0 1 1',
  '0 -1 1 0 0 1',
];

const curve = 0.5523;

/** The path of a rectangle, from its top left corner. */
export function rectPath(x: number, y: number, width: number, height: number, radius: number): string {
  const n = pdfNumber;
  if (radius <= 0) return `${n(x)} ${n(y)} ${n(width)} ${n(height)} re`;
  const r = Math.min(radius, width / 2, height / 2);
  const k = r * (1 - curve);
  const [x2, y2] = [x + width, y + height];
  return [
    `${n(x + r)} ${n(y)} m ${n(x2 - r)} ${n(y)} l ${n(x2 - k)} ${n(y)} ${n(x2)} ${n(y + k)} ${n(x2)} ${n(y + r)} c`,
    `${n(x2)} ${n(y2 - r)} l ${n(x2)} ${n(y2 - k)} ${n(x2 - k)} ${n(y2)} ${n(x2 - r)} ${n(y2)} c`,
    `${n(x + r)} ${n(y2)} l ${n(x + k)} ${n(y2)} ${n(x)} ${n(y2 - k)} ${n(x)} ${n(y2 - r)} c`,
    `${n(x)} ${n(y + r)} l ${n(x)} ${n(y + k)} ${n(x + k)} ${n(y)} ${n(x + r)} ${n(y)} c h`,
  ].join(' ');
}
