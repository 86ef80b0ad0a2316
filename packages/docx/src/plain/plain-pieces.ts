import {
  BookmarkEnd,
  BookmarkStart,
  ExternalHyperlink,
  NoBreakHyphen,
  Paragraph,
  TextRun,
  type IContext,
  type IParagraphOptions,
  type IRunOptions,
  type IXmlableObject,
  type ParagraphChild,
} from 'docx';
import { keptHyphen, writtenHyphen } from '../non-breaking.js';
import { xmlOf, type PlainWriter } from './plain-writer.js';
import { escapeXml } from './serialise.js';

/** A run of `docx`; a hyphen that ends no line is a sign of its own in Word (ECMA-376 17.3.3.18). */
export function libraryRun(text: string, options: IRunOptions): TextRun {
  if (!text.includes(keptHyphen)) return new TextRun({ text, ...options });
  const children = text.split(keptHyphen).flatMap((part, at) => [...(at > 0 ? [new NoBreakHyphen()] : []), ...(part === '' ? [] : [part])]);
  return new TextRun({ children, ...options });
}

/** Text in one look. It is no component of `docx`, whose making takes longer than writing it; `docx` takes it for one by its method. */
export class PlainRun {
  constructor(
    readonly text: string,
    readonly options: IRunOptions,
  ) {}

  write(writer: PlainWriter, out: string[]): void {
    const text = escapeXml(this.text);
    out.push(writer.runStart(this.options), text.includes(keptHyphen) ? text.replaceAll(keptHyphen, writtenHyphen) : text, '</w:t></w:r>');
  }

  /** In a paragraph that `docx` writes. */
  prepForXml(context: IContext): IXmlableObject | undefined {
    return libraryRun(this.text, this.options).prepForXml(context);
  }
}

/** A link to the web around plain text. */
export class PlainLink {
  constructor(
    readonly link: string,
    readonly children: readonly PlainRun[],
  ) {}

  write(writer: PlainWriter, out: string[]): void {
    out.push(writer.linkStart(this.link));
    for (const run of this.children) run.write(writer, out);
    out.push('</w:hyperlink>');
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
export class PlainParagraph {
  constructor(
    readonly options: IParagraphOptions,
    readonly pieces: readonly PlainPiece[],
  ) {}

  /** The same paragraph with other options. */
  with(options: IParagraphOptions): PlainParagraph {
    return new PlainParagraph({ ...this.options, ...options }, this.pieces);
  }

  /** The text of its runs, as a contents list gives it. */
  get text(): string {
    return this.pieces
      .flatMap((piece) => (piece instanceof PlainLink ? piece.children : piece instanceof PlainRun ? [piece] : []))
      .map((run) => run.text)
      .join('')
      .replaceAll(keptHyphen, '-');
  }

  /** @param keepNext - whether it is kept on one page with the next, whatever its options say */
  write(writer: PlainWriter, out: string[], keepNext = false): void {
    out.push('<w:p>', keepNext ? writer.keptProperties(this.options) : writer.paragraphProperties(this.options));
    this.pieces.forEach((piece) => {
      if (piece instanceof PlainRun || piece instanceof PlainLink) piece.write(writer, out);
      else out.push(xmlOf(piece, writer.context));
    });
    out.push('</w:p>');
  }

  toLibrary(): Paragraph {
    return new Paragraph({ ...this.options, children: toLibraryPieces(this.pieces) });
  }
}

/** A paragraph, by whomever it is written. */
export type BodyParagraph = Paragraph | PlainParagraph;

export function isParagraph(block: unknown): block is BodyParagraph {
  return block instanceof PlainParagraph || block instanceof Paragraph;
}
