import type { Edition, Palette } from '@everyread/core';

/** Lengths in twips, a twentieth of a point: the unit of Word. */
export type Twips = number;

/** Points to twips. */
export const twips = (points: number): Twips => Math.round(points * 20);

/** The measures of an edition, all derived from its type size, so that any size from 12 to 28 points is in proportion. */
export interface Design {
  /** Large print: 16 points or more. No italics, nothing smaller than the size, more room. */
  large: boolean;
  /** The size of running text and of the smallest type, in points. */
  sizePt: number;
  /** Sizes of headings of level 1 to 6, in points. */
  headingPt: readonly number[];
  titlePt: number;
  subtitlePt: number;
  /** The size of key figures, in points. */
  figurePt: number;
  quotePt: number;
  /** Distance between lines of running text. */
  line: Twips;
  /** Space between paragraphs. */
  gap: Twips;
  /** Indent of one level of a list. */
  indent: Twips;
  /** The margin is that at the top and the sides. */
  page: { width: Twips; height: Twips; margin: Twips; bottom: Twips; footer: Twips };
  /** Width of the column of text. */
  textWidth: Twips;
  /** Height of the column of text. */
  textHeight: Twips;
  palette: Palette;
}

/** Height of the line at the foot of a page, by its type size, and what stands between it and the rule above it, in points. */
const footerLine = 1.3;
export const footerPadPt = 6;

/** Millimetres to points. */
const mm = (millimetres: number): number => (millimetres * 72) / 25.4;

/**
 * Chooses sizes and spaces. Large print follows UKAAF G003 and ACB: headings 1.1 to 1.4 times the text, a blank line
 * between paragraphs, margins of 20 mm; the other editions have the wider range that print designers use.
 */
export function makeDesign(edition: Edition, palette: Palette): Design {
  const size = edition.typeSizePt;
  const large = size >= 16;
  const scale = (...factors: number[]): number[] => factors.map((factor) => Math.round(size * factor * 2) / 2);
  const margin = twips(mm(large ? 20 : 25));
  const footer = twips(30);
  // Below the text: the foot of the page with the rule above it, and as much air as between paragraphs. Of less Word would push the text up to the rule.
  const bottom = Math.max(margin, footer + twips(size * footerLine) + twips(footerPadPt) + twips(size * 0.75));
  const page = { width: twips(edition.pageSize.widthPt), height: twips(edition.pageSize.heightPt), margin, bottom, footer };
  const line = twips(size * edition.lineHeight);
  return {
    large,
    sizePt: size,
    headingPt: large ? scale(1.4, 1.25, 1.15, 1.05, 1, 1) : scale(2, 1.5, 1.25, 1.1, 1, 1),
    titlePt: large ? scale(1.9)[0]! : scale(3)[0]!,
    subtitlePt: large ? scale(1.25)[0]! : scale(1.5)[0]!,
    figurePt: large ? scale(1.5)[0]! : scale(2.25)[0]!,
    quotePt: large ? size : scale(1.15)[0]!,
    line,
    gap: large ? twips(size) : twips(size * 0.75),
    indent: twips(size * 1.75),
    page,
    textWidth: page.width - 2 * margin,
    textHeight: page.height - margin - bottom,
    palette,
  };
}

/**
 * Whether things of so many lines are kept on one page: up to two fifths of it. A taller group would leave the page before it half
 * empty, and one taller than a page programs break each in their way, even behind the heading.
 */
export const isShort = (design: Design, lines: number): boolean => lines * design.line <= design.textHeight * 0.4;

/** A colour as Word writes it: six digits without the hash. */
export const hex = (colour: string): string => colour.replace('#', '').toUpperCase();
