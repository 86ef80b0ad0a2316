/** The measures of a piece between two places where a line may end. */
export interface Measure {
  /** With the space at its end, in points. */
  width: number;
  /** The space at its end. */
  space: number;
  /** What it costs to end a line after it. */
  penalty: number;
  /** A line has to end after it. */
  required: boolean;
}

/**
 * Chooses the line ends of a whole paragraph at once, for ragged right: the sum of the squares of what is
 * missing at the end of each line is least (after Knuth and Plass 1981, without stretching).
 *
 * @param first - width of the first line, which may be less for an indent
 * @param balance - all lines about as long, the last one included: for headings
 * @returns the index after the last piece of each line
 */
export function fitLines(pieces: readonly Measure[], width: number, first = width, balance = false): number[] {
  const ends: number[] = [];
  let from = 0;
  while (from < pieces.length) {
    let to = from;
    while (to < pieces.length - 1 && !pieces[to]!.required) to += 1;
    fitParagraph(pieces, from, to + 1, width, ends.length === 0 ? first : width, balance, ends);
    from = to + 1;
  }
  return ends;
}

function fitParagraph(
  pieces: readonly Measure[],
  from: number,
  to: number,
  width: number,
  first: number,
  balance: boolean,
  ends: number[],
): void {
  let total = 0;
  for (let at = from; at < to; at += 1) total += pieces[at]!.width;
  if (total - pieces[to - 1]!.space <= first + 0.01) {
    ends.push(to);
    return;
  }
  const count = to - from;
  const best = new Float64Array(count + 1).fill(Number.POSITIVE_INFINITY);
  const lines = new Int32Array(count + 1);
  const back = new Int32Array(count + 1);
  best[0] = 0;
  const goal = balance ? total / Math.max(2, Math.ceil((total * 1.02) / width)) : width;
  for (let start = 0; start < count; start += 1) {
    if (best[start] === Number.POSITIVE_INFINITY) continue;
    const room = start === 0 ? first : width;
    let length = 0;
    for (let end = start + 1; end <= count; end += 1) {
      const piece = pieces[from + end - 1]!;
      length += piece.width;
      const shown = length - piece.space;
      if (shown > room + 0.01 && end > start + 1) break;
      const last = end === count;
      const missing = Math.max(0, (Math.min(goal, room) - shown) / width);
      let cost = missing * missing;
      if (last && !balance) {
        // A last line of one short word looks lost.
        cost = end - start === 1 && start > 0 && shown < width * 0.16 ? 0.12 : shown < width * 0.08 ? 0.08 : 0;
      } else if (!last) cost += piece.penalty * 0.12;
      const sum = best[start]! + cost;
      if (sum < best[end]! - 1e-12) {
        best[end] = sum;
        back[end] = start;
        lines[end] = lines[start]! + 1;
      }
    }
  }
  const reversed: number[] = [];
  for (let at = count; at > 0; at = back[at]!) reversed.push(from + at);
  for (let at = reversed.length - 1; at >= 0; at -= 1) ends.push(reversed[at]!);
}
