import { is, toText, type FlowContent, type Heading, type Paragraph } from '@everyread/core';
import { isBoldLine } from './headings.js';

/** How large the letters of a Word document are, in half-points (ISO/IEC 29500-1, 17.3.2.38). */
export interface Sizes {
  /** The smallest of each paragraph, by its number. */
  ofParagraph: ReadonlyMap<number, number>;
  /** The size that most of the text has. */
  ofText: number;
}

/** A line that only looks like a heading, and why. */
export interface ShownHeading {
  why: 'large letters' | 'capitals';
  /** Among the sizes of such lines, from 0 for the largest. */
  rank: number;
}

/** Larger by less is another typeface, or a lead paragraph: 2 points. */
const larger = 4;

/**
 * Lines that look like headings by nothing but the size or the capitals of their letters. One alone may be anything; so may what stands
 * on a title page, in a quotation or among key figures. Two or more of one kind, each above text of the usual size, are headings.
 */
export function shownHeadings(blocks: readonly FlowContent[], sizes: Sizes | undefined): ReadonlyMap<FlowContent, ShownHeading> {
  const size = (block: FlowContent | undefined): number => {
    const line = block === undefined ? undefined : paragraphNumber(block);
    return (line === undefined ? undefined : sizes?.ofParagraph.get(line)) ?? sizes?.ofText ?? 0;
  };
  const isLarge = (block: FlowContent | undefined): boolean => sizes !== undefined && size(block) >= sizes.ofText + larger;
  const found = blocks.filter((block, at): block is Paragraph => {
    const before = blocks[at - 1];
    const next = blocks[at + 1];
    if (!is(block, 'paragraph') || !reads(block) || at === 0 || !is(next, 'paragraph')) return false;
    const isShown = (each: FlowContent | undefined): boolean => is(each, 'paragraph') && (isLarge(each) || isCapitals(each));
    // Lines of a title page, verses of a quotation and figures with their labels stand together, or name who spoke.
    if (isShown(before) || isShown(next) || isBoldLine(next) || /^\s*[–—―-]\s*\S/.test(toText(next)) || toText(next).length < 30)
      return false;
    return isLarge(block) || isCapitals(block);
  });
  const large = found.filter(isLarge);
  const capitals = found.filter((block) => !isLarge(block));
  const ranks = [...new Set(large.map(size))].sort((a, b) => b - a);
  return new Map<FlowContent, ShownHeading>([
    ...(large.length > 1 ? large.map((block) => [block, { why: 'large letters', rank: ranks.indexOf(size(block)) }] as const) : []),
    ...(capitals.length > 1
      ? capitals.map((block) => [block, { why: 'capitals', rank: large.length > 1 ? ranks.length : 0 }] as const)
      : []),
  ]);
}

/**
 * The level of a heading that was none: below the last real one, and by its size, but no level is left out.
 *
 * @param depth - of the last real heading
 * @param last - of the last heading at all
 */
export function levelOf({ rank }: ShownHeading, depth: number, last: number): Heading['depth'] {
  return Math.min(6, depth + rank + 1, last + 1) as Heading['depth'];
}

function paragraphNumber(block: FlowContent): number | undefined {
  const own = block.position?.start.line;
  if (own !== undefined || !is(block, 'paragraph')) return own;
  const first = block.children.find((child) => child.position !== undefined);
  return first?.position?.start.line;
}

/** Whether a paragraph reads like a heading: short, no sentence, no quotation, no figure with a label. */
function reads(block: Paragraph): boolean {
  const text = toText(block).trim();
  const isPlain = block.children.every((child) => child.type === 'text' || child.type === 'span');
  const isFigure = /^[\d£$€¥<>~+−–-]/.test(text) && !/^(?:\d+\.|\d+(?:\.\d+)+\.?)\s+\p{L}/u.test(text);
  return isPlain && /\p{L}{2}/u.test(text) && text.length <= 80 && !isFigure && !/[.!?:;,…”"»’]$/.test(text) && !/^[“"«‘„]/.test(text);
}

/** Words in capitals, more than a short form. */
function isCapitals(block: Paragraph): boolean {
  const text = toText(block);
  const letters = text.match(/\p{L}/gu) ?? [];
  return letters.length >= 6 && text === text.toUpperCase() && text !== text.toLowerCase() && !/\d{3}/.test(text);
}
