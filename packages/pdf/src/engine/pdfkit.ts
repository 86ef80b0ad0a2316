import PDFDocument from 'pdfkit';

/**
 * The primitives of pdfkit that this package stands on. Its text flow, lists, tables, links and `subset` option
 * are not used: each makes files that fail PDF/UA (docs/decisions).
 */

/** An indirect object. */
export interface PdfRef {
  readonly id: number;
  data: unknown;
  compress: boolean;
  buffer: unknown[];
  finalize(): void;
  write(chunk: Uint8Array | string): void;
  end(chunk?: Uint8Array | string): void;
  toString(): string;
}

/** One page. */
export interface PdfPage {
  readonly dictionary: PdfRef;
  content: { end(): void };
  readonly width: number;
  readonly height: number;
  readonly fonts: Record<string, PdfRef>;
  readonly xobjects: Record<string, PdfRef>;
  readonly annotations: PdfRef[];
  write(chunk: Uint8Array | string): void;
}

/** A glyph as fontkit gives it. */
export interface FontkitGlyph {
  readonly id: number;
  readonly advanceWidth: number;
  readonly codePoints: number[];
}

/** The result of shaping: glyphs in visual order, positions in font units. */
export interface FontkitRun {
  readonly glyphs: FontkitGlyph[];
  readonly positions: { xAdvance: number; yAdvance: number; xOffset: number; yOffset: number }[];
}

export interface FontkitFont {
  readonly postscriptName: string;
  readonly unitsPerEm: number;
  readonly ascent: number;
  readonly descent: number;
  readonly capHeight: number;
  readonly xHeight: number;
  /** The code points that have a glyph. */
  readonly characterSet: readonly number[];
  hasGlyphForCodePoint(codePoint: number): boolean;
  layout(text: string, features?: unknown, script?: string, language?: string, direction?: 'ltr' | 'rtl'): FontkitRun;
}

/** A face that pdfkit embeds, with the arrays that it writes widths and the ToUnicode map from. */
export interface EmbeddedFont {
  readonly id: string;
  readonly font: FontkitFont;
  readonly subset: { glyphs: number[]; mapping: Record<number, number>; includeGlyph(id: number): number };
  readonly widths: number[];
  readonly unicode: number[][];
  ref(): PdfRef;
}

/** A picture that pdfkit embeds. */
export interface PdfImage {
  readonly label: string;
  readonly width: number;
  readonly height: number;
  readonly orientation?: number;
  readonly colorSpace?: string;
  obj: PdfRef | null;
  finalize?(): void;
  embed(document: PdfKitDocument): void;
}

export interface PdfKitDocument {
  version: number;
  readonly info: Record<string, unknown>;
  readonly page: PdfPage;
  readonly _root: { data: Record<string, unknown> };
  readonly _id: Uint8Array;
  _info: PdfRef;
  _offsets: (number | null)[];
  _offset: number;
  _font: EmbeddedFont;
  _imageRegistry: Record<string, PdfImage>;
  ref(data?: unknown): PdfRef;
  _write(data: Uint8Array | string): void;
  _finalize(): void;
  endMetadata(): void;
  endMarkings(): void;
  addPage(options: object): unknown;
  flushPages(): void;
  font(source: Uint8Array): unknown;
  openImage(source: Uint8Array): PdfImage;
  end(): void;
}

/** pdfkit's document class with its inner parts in view, writing into an array instead of a stream. */
class CollectingDocument extends (PDFDocument as unknown as new (
  options: object,
) => PdfKitDocument & { push(chunk: Uint8Array | null): boolean }) {
  declare chunks: Uint8Array[];
  declare finished: Promise<void>;
  declare finish: () => void;

  // Called by the constructor of the base class already, so fields are made here.
  override push(chunk: Uint8Array | null): boolean {
    this.chunks ??= [];
    this.finished ??= new Promise((resolve) => {
      this.finish = resolve;
    });
    if (chunk === null) this.finish();
    else this.chunks.push(chunk);
    return true;
  }
}

/** What opening gives. */
export type OpenDocument = PdfKitDocument & { chunks: Uint8Array[]; finished: Promise<void> };

/** Opens an empty document. */
export function openDocument(info: Record<string, unknown>, lang: string): OpenDocument {
  return new CollectingDocument({ pdfVersion: '1.7', autoFirstPage: false, bufferPages: true, font: null, info, lang, displayTitle: true });
}
