import { fallbackFonts, loadFont, type FontId } from '@everyread/fonts';
import type { EmbeddedFont, OpenDocument } from '../engine/pdfkit.js';
import { Face } from './face.js';
import type { OwnFonts } from './own-fonts.js';

/** Weight and slope of a face. */
export type FaceStyle = 'regular' | 'bold' | 'italic' | 'boldItalic';

const primary: Record<FaceStyle, FontId> = {
  regular: 'atkinson-regular',
  bold: 'atkinson-bold',
  italic: 'atkinson-italic',
  boldItalic: 'atkinson-bold-italic',
};
const styles = Object.keys(primary) as FaceStyle[];

const isBold = (style: FaceStyle): boolean => style === 'bold' || style === 'boldItalic';

/** Control characters and variation selectors: no face draws them and none need to. */
const ignorable = (codePoint: number): boolean =>
  codePoint < 0x20 || (codePoint >= 0xfe00 && codePoint <= 0xfe0f) || (codePoint >= 0xe0000 && codePoint <= 0xe0fff);

/** A piece of text with the face that draws it. */
export interface FacedText {
  text: string;
  face: Face;
  /** What it stands for, where no face has the character and a question mark is drawn. */
  actual?: string;
}

/** The faces of one document: Atkinson Hyperlegible first, then one for each script that it lacks. */
export class FaceBook {
  /** Characters that no face has. */
  readonly missing = new Set<string>();
  private readonly stacks: Record<FaceStyle, Face[]>;

  private constructor(stacks: Record<FaceStyle, Face[]>) {
    this.stacks = stacks;
  }

  /**
   * Loads the faces that a text needs.
   *
   * @param codePoints - every character of the document
   * @param own - the charity's own fonts: its main one stands before Atkinson, the others after all faces that Everyread brings
   */
  static async load(document: OpenDocument, codePoints: ReadonlySet<number>, own: OwnFonts): Promise<FaceBook> {
    const loaded = new Map<FontId, Face>();
    const open = async (id: FontId): Promise<Face> => {
      let face = loaded.get(id);
      if (face === undefined) {
        document.font(await loadFont(id));
        face = new Face(document._font);
        loaded.set(id, face);
      }
      return face;
    };
    const stacks: Record<FaceStyle, Face[]> = { regular: [], bold: [], italic: [], boldItalic: [] };
    /** A font of one file in each style: it is drawn bolder and slanted. */
    const inAllStyles = (font: EmbeddedFont): Record<FaceStyle, Face> => ({
      regular: new Face(font),
      bold: new Face(font, { bold: true }),
      italic: new Face(font, { slanted: true }),
      boldItalic: new Face(font, { bold: true, slanted: true }),
    });
    const main = own.main && inAllStyles(own.main);
    const extra = own.extra.map(inAllStyles);
    for (const style of styles) stacks[style].push(...(main ? [main[style]] : []), await open(primary[style]));
    for (const codePoint of [...codePoints].sort((a, b) => a - b)) {
      if (ignorable(codePoint)) continue;
      for (const style of styles) {
        if (stacks[style].some((face) => face.has(codePoint))) continue;
        let found: Face | undefined;
        for (const id of fallbackFonts(codePoint, isBold(style))) {
          const face = await open(id);
          if (face.has(codePoint)) {
            found = face;
            break;
          }
        }
        found ??= extra.find((faces) => faces[style].has(codePoint))?.[style];
        if (found !== undefined && !stacks[style].includes(found)) stacks[style].push(found);
      }
    }
    return new FaceBook(stacks);
  }

  /** The main face of a style, which sets the height of lines. */
  main(style: FaceStyle): Face {
    return this.stacks[style][0]!;
  }

  /** Cuts text where another face has to draw it; a grapheme cluster is never cut (UAX 29). */
  split(text: string, style: FaceStyle): FacedText[] {
    const stack = this.stacks[style];
    const first = stack[0]!;
    if (drawsAll(first, text)) return [{ text, face: first }];
    const out: FacedText[] = [];
    for (const { segment } of clusters.segment(text)) {
      let face = stack.find((candidate) => drawsAll(candidate, segment));
      if (face === undefined) {
        // The mark and its base may be drawn apart before anything is given up.
        face = stack.find((candidate) => candidate.has(segment.codePointAt(0)!));
        if (face === undefined) {
          this.missing.add(segment);
          out.push({ text: '?', face: first, actual: segment });
          continue;
        }
      }
      const last = out.at(-1);
      if (last?.face === face && last.actual === undefined) last.text += segment;
      else out.push({ text: segment, face });
    }
    return out;
  }
}

const clusters = new Intl.Segmenter('en', { granularity: 'grapheme' });

function drawsAll(face: Face, text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    const codePoint = text.codePointAt(at)!;
    if (codePoint > 0xffff) at += 1;
    if (!face.has(codePoint) && !ignorable(codePoint)) return false;
  }
  return true;
}
