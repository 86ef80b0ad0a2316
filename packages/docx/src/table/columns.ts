import type { Twips } from '../design.js';

/** What a column needs: the width of its longest word, and of its longest cell on one line. */
export interface ColumnNeed {
  least: Twips;
  most: Twips;
}

/**
 * Shares a width among columns, as browsers do (CSS 2.2, 17.5.2.2): each gets the width of its longest word, and what is
 * left over goes where the text is longest.
 *
 * @returns the widths, or nothing where even the longest words do not fit
 */
export function shareColumns(needs: readonly ColumnNeed[], width: Twips): Twips[] | undefined {
  const least = sum(needs.map((need) => need.least));
  const most = sum(needs.map((need) => need.most));
  if (least > width) return undefined;
  if (most <= width)
    return round(
      needs.map((need) => need.most + ((width - most) * need.most) / most),
      width,
    );
  // What is left goes to the columns that lack least first, so that short ones are set on one line.
  const widths = needs.map((need) => need.least);
  let left = width - least;
  const order = needs.map((need, index) => ({ index, lack: need.most - need.least })).sort((a, b) => a.lack - b.lack || a.index - b.index);
  order.forEach(({ index, lack }, done) => {
    const share = Math.min(lack, left / (order.length - done));
    widths[index]! += share;
    left -= share;
  });
  return round(widths, width);
}

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

/** Whole twips that add up to the width. */
function round(widths: readonly number[], width: Twips): Twips[] {
  const whole = widths.map(Math.floor);
  whole[whole.length - 1]! += width - sum(whole);
  return whole;
}
