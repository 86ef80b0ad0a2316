import type { Edition, Palette } from '@everyread/core';

/** One kind of text. */
export interface TextSpec {
  sizePt: number;
  bold: boolean;
  colour: string;
  /** Distance between baselines. */
  leadPt: number;
}

/** Everything that decides how an edition looks: one value, made from the edition and the theme. */
export interface Sheet {
  largePrint: boolean;
  palette: Palette;
  page: { widthPt: number; heightPt: number; left: number; right: number; top: number; bottom: number };
  /** Width of the text column. */
  columnPt: number;
  body: TextSpec;
  quiet: TextSpec;
  /** By level: 0 is the title of the report inside the text, 1 a main section. */
  headings: readonly TextSpec[];
  caption: TextSpec;
  figureValue: TextSpec;
  quote: TextSpec;
  /** Between paragraphs. */
  paragraphGapPt: number;
  /** Between blocks of another kind. */
  blockGapPt: number;
  /** The room of a list's marks. */
  indentPt: number;
}

/** Makes the sheet of an edition. */
export function makeSheet(edition: Edition, palette: Palette): Sheet {
  const largePrint = edition.name === 'large-print' || edition.typeSizePt >= 16;
  const size = edition.typeSizePt;
  const { widthPt, heightPt } = edition.pageSize;
  // 66 characters a line read best; large print takes what the page gives, at least 35 (UKAAF G003).
  const wanted = size * 0.5 * 70;
  const least = largePrint ? 48 : 60;
  const side = Math.max(least, (widthPt - wanted) / 2);
  const spec = (factor: number, bold: boolean, colour: string, lead = edition.lineHeight): TextSpec => ({
    sizePt: size * factor,
    bold,
    colour,
    leadPt: size * factor * lead,
  });
  const h = largePrint ? [1.7, 1.5, 1.25, 1.1] : [2.3, 1.9, 1.4, 1.15];
  const heading = (factor: number): TextSpec => spec(factor, true, palette.heading, factor > 1.3 ? 1.2 : 1.3);
  return {
    largePrint,
    palette,
    page: {
      widthPt,
      heightPt,
      left: side,
      right: side,
      top: largePrint ? 56 : 74,
      bottom: largePrint ? Math.max(64, 28 + size * 1.55) : 70,
    },
    columnPt: widthPt - side * 2,
    body: spec(1, false, palette.text),
    quiet: spec(1, false, palette.quiet),
    headings: [
      heading(h[0]!),
      heading(h[1]!),
      heading(h[2]!),
      heading(h[3]!),
      spec(1, true, palette.text),
      spec(1, true, palette.text),
      spec(1, true, palette.text),
    ],
    caption: spec(largePrint ? 1.1 : 1.05, true, palette.heading, 1.3),
    figureValue: spec(largePrint ? 1.6 : 2.2, true, palette.accent, 1.15),
    quote: spec(largePrint ? 1 : 1.12, false, palette.text),
    paragraphGapPt: largePrint ? size * edition.lineHeight : size * 0.75,
    blockGapPt: largePrint ? size * edition.lineHeight : size * 1.4,
    indentPt: largePrint ? size * 1.5 : size * 1.7,
  };
}
