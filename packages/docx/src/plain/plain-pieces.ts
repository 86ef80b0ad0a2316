import {
  BookmarkEnd,
  BookmarkStart,
  ExternalHyperlink,
  FileChild,
  NoBreakHyphen,
  Paragraph,
  TextRun,
  XmlComponent,
  type IContext,
  type IParagraphOptions,
  type IRunOptions,
  type IXmlableObject,
  type ParagraphChild,
} from 'docx';
import { xmlOf, type PlainWriter } from './plain-writer.js';
import { keptHyphen, writtenHyphen } from '../non-breaking.js';
import { escapeXml } from './serialise.js';

/** A run of `docx`; a hyphen that ends no line is a sign of its own in Word (ECMA-376 17.3.3.18). */
export function libraryRun(text: string, options: IRunOptions): TextRun {
  if (!text.includes(keptHyphen)) return new TextRun({ text, ...options });
  const children = text.split(keptHyphen).flatMap((part, at) => [...(at > 0 ? [new NoBreakHyphen()] : []), ...(part === '' ? [] : [part])]);
  return new TextRun({ children, ...options });
}

/** Text in one look. */
export class PlainRun extends XmlComponent {
  constructor(
    readonly text: string,
    readonly options: IRunOptions,
  ) {
    super('w:r');
  }

  write(writer: PlainWriter, context: IContext): string {
    return `${writer.runStart(this.options, context)}${escapeXml(this.text).replaceAll(keptHyphen, writtenHyphen)}</w:t></w:r>`;
  }

  /** In a paragraph that `docx` writes. */
  override prepForXml(context: IContext): IXmlableObject | undefined {
    return libraryRun(this.text, this.options).prepForXml(context);
  }
}

/** A link to the web around plain text. */
export class PlainLink extends XmlComponent {
  constructor(
    readonly link: string,
    readonly children: readonly PlainRun[],
  ) {
    super('w:hyperlink');
  }

  write(writer: PlainWriter, context: IContext): string {
    return `${writer.linkStart(this.link, context)}${this.children.map((run) => run.write(writer, context)).join('')}</w:hyperlink>`;
  }

  toLibrary(): ExternalHyperlink {
    return new ExternalHyperlink({ link: this.link, children: this.children as unknown as ParagraphChild[] });
  }
}

type PlainPiece = PlainRun | PlainLink | BookmarkStart | BookmarkEnd;

export function isPlainPiece(piece: unknown): piece is PlainPiece {
  return piece instanceof PlainRun || piece instanceof PlainLink || piece instanceof BookmarkStart || piece instanceof BookmarkEnd;
}

/** Pieces as a paragraph of `docx` takes them. */
export function toLibraryPieces(pieces: readonly unknown[]): ParagraphChild[] {
  return pieces.map((piece) => (piece instanceof PlainLink ? piece.toLibrary() : piece) as ParagraphChild);
}

/** A paragraph of plain pieces, written by itself. */
export class PlainParagraph extends FileChild {
  constructor(
    readonly writer: PlainWriter,
    readonly options: IParagraphOptions,
    readonly pieces: readonly PlainPiece[],
  ) {
    super('w:p');
  }

  /** The same paragraph with other options. */
  with(options: IParagraphOptions): PlainParagraph {
    return new PlainParagraph(this.writer, { ...this.options, ...options }, this.pieces);
  }

  write(context: IContext): string {
    let xml = `<w:p>${this.writer.paragraphProperties(this.options, context)}`;
    for (const piece of this.pieces)
      xml += piece instanceof PlainRun || piece instanceof PlainLink ? piece.write(this.writer, context) : xmlOf(piece, context);
    return `${xml}</w:p>`;
  }

  override prepForXml(context: IContext): IXmlableObject {
    return this.writer.keep(this.write(context));
  }

  toLibrary(): Paragraph {
    return new Paragraph({ ...this.options, children: toLibraryPieces(this.pieces) });
  }
}

/** A paragraph, by whomever it is written. */
export type BodyParagraph = Paragraph | PlainParagraph;

export function isParagraph(block: unknown): block is BodyParagraph {
  return block instanceof Paragraph || block instanceof PlainParagraph;
}
