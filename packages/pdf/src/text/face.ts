import type { EmbeddedFont, PdfRef } from '../engine/pdfkit.js';

/** Glyphs of one word, ready to be shown. */
export interface Shaped {
  /** What was shaped. */
  text: string;
  /** In thousandths of the type size. */
  width: number;
  /** The inside of a TJ array: codes in hexadecimal and kerning. */
  tj: string;
  /** Where glyphs stand above or below the line: TJ arrays with their rise in thousandths of the size. */
  parts?: { rise: number; tj: string }[] | undefined;
  /** What the glyphs say, where their own code points would not say it in this order. */
  actual?: string | undefined;
}

/** Characters without ink that the shaper must not see in plain scripts. */
const invisible = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g;

/** Drawn alike, said as what they are: characters that a face lacks but has the shape of. */
const lookalikes: Readonly<Record<string, string>> = {
  '\u2010': '-',
  '\u2011': '-',
  '\u202f': '\u00a0',
  '\u2007': '\u00a0',
  '\u2009': '\u00a0',
  '\u200a': '\u00a0',
  '\u2002': '\u00a0',
  '\u2003': '\u00a0',
  '\u2212': '–',
  '\t': ' ',
};
const lookalike = /[\t\u2002\u2003\u2007\u2009\u200a\u2010\u2011\u202f\u2212]/g;

/** One typeface in one weight, shaping each word once and including its glyphs in the file's subset. */
export class Face {
  private readonly words = new Map<string, Shaped>();
  private readonly codes = new Map<string, number>();
  private readonly known = new Map<number, boolean>();
  private readonly scale: number;
  readonly ascent: number;
  readonly descent: number;
  readonly capHeight: number;

  constructor(
    private readonly embedded: EmbeddedFont,
    /** Drawn bolder or slanted than the file is: a charity's own font comes as one file. */
    readonly drawn: { bold?: boolean; slanted?: boolean } = {},
  ) {
    const { font } = embedded;
    this.scale = 1000 / font.unitsPerEm;
    this.ascent = font.ascent * this.scale;
    this.descent = -font.descent * this.scale;
    this.capHeight = font.capHeight * this.scale;
  }

  get id(): string {
    return this.embedded.id;
  }

  /** The font object; asking for it makes pdfkit embed the face. */
  ref(): PdfRef {
    return this.embedded.ref();
  }

  /** Whether the face can draw the character. */
  has(codePoint: number): boolean {
    let known = this.known.get(codePoint);
    if (known === undefined) {
      known = this.draws(codePoint);
      this.known.set(codePoint, known);
    }
    return known;
  }

  private draws(codePoint: number): boolean {
    if (this.embedded.font.hasGlyphForCodePoint(codePoint)) return true;
    const text = String.fromCodePoint(codePoint);
    if (text.replace(invisible, '') === '') return true;
    const twin = lookalikes[text];
    return twin !== undefined && this.embedded.font.hasGlyphForCodePoint(twin.codePointAt(0)!);
  }

  /**
   * Shapes a word.
   *
   * @param rtl - whether it stands in right-to-left text: glyphs then come in visual order
   */
  shape(text: string, rtl = false): Shaped {
    const key = rtl ? `\u202e${text}` : text;
    let shaped = this.words.get(key);
    if (shaped === undefined) {
      shaped = this.layout(text, rtl);
      this.words.set(key, shaped);
    }
    return shaped;
  }

  private layout(text: string, rtl: boolean): Shaped {
    const { font } = this.embedded;
    let drawn = text.replace(lookalike, (mark) => (font.hasGlyphForCodePoint(mark.codePointAt(0)!) ? mark : lookalikes[mark]!));
    // Joiners shape Arabic, Indic and emoji sequences; elsewhere a face would show a box for them.
    drawn = drawn.replace(invisible, (mark) =>
      font.hasGlyphForCodePoint(mark.codePointAt(0)!) && /[\u200c\u200d]/.test(mark) ? mark : '',
    );
    const run = font.layout(drawn, undefined, undefined, undefined, rtl ? 'rtl' : 'ltr');
    const lefts: number[] = [];
    let width = 0;
    for (const position of run.positions) {
      lefts.push(width);
      width += position.xAdvance * this.scale;
    }
    let tj = '';
    let said = '';
    let silent = false;
    let rise = 0;
    let pen = 0;
    const parts: { rise: number; tj: string }[] = [];
    // Glyphs of right-to-left words are drawn from the right: the content stream is then in the order of reading
    // for programs that know neither tags nor ActualText.
    for (let step = 0; step < run.glyphs.length; step += 1) {
      const index = rtl ? run.glyphs.length - 1 - step : step;
      const glyph = run.glyphs[index]!;
      const position = run.positions[index]!;
      if (position.yOffset !== rise) {
        if (tj !== '') parts.push({ rise: rise * this.scale, tj });
        tj = '';
        rise = position.yOffset;
      }
      const left = lefts[index]! + position.xOffset * this.scale;
      tj += adjust(pen - left);
      tj += `<${this.code(glyph.id, glyph.codePoints, glyph.advanceWidth)}>`;
      pen = left + glyph.advanceWidth * this.scale;
      said += String.fromCodePoint(...glyph.codePoints);
      silent ||= glyph.codePoints.length === 0;
    }
    tj += adjust(pen - width);
    if (parts.length > 0 || rise !== 0) parts.push({ rise: rise * this.scale, tj });
    return { text, width, tj, parts: parts.length > 0 ? parts : undefined, actual: said === text && !silent ? undefined : text };
  }

  /**
   * The code of a glyph in the embedded subset. A glyph that stands for two characters (space and no-break
   * space, Greek and Latin twins) is embedded twice, because the ToUnicode map holds one text for each code.
   */
  private code(glyph: number, codePoints: readonly number[], advance: number): string {
    const key = `${glyph}:${codePoints.join()}`;
    let code = this.codes.get(key);
    if (code === undefined) {
      const { subset, widths, unicode } = this.embedded;
      const isNew = subset.mapping[glyph] === undefined;
      code = isNew ? subset.includeGlyph(glyph) : subset.glyphs.push(glyph) - 1;
      widths[code] = advance * this.scale;
      unicode[code] = codePoints.length > 0 ? [...codePoints] : [0x200b];
      this.codes.set(key, code);
    }
    return code.toString(16).padStart(4, '0');
  }
}

function adjust(thousandths: number): string {
  const rounded = Math.round(thousandths * 100) / 100;
  return rounded === 0 ? '' : String(rounded);
}
