import type { Run } from '../translator.js';

/** The longest text that the engine gets at once, in code units: its buffers grow with the square of trouble. */
const longest = 6000;

/** A stretch of runs with its offset in the whole. */
export interface Piece {
  at: number;
  runs: Run[];
}

/**
 * Cuts runs into pieces that the engine takes with ease, after white space where there is some within reach,
 * never inside a surrogate pair. Almost always one piece.
 */
export function pieces(runs: readonly Run[]): Piece[] {
  const total = runs.reduce((sum, run) => sum + run.text.length, 0);
  if (total <= longest) return [{ at: 0, runs: [...runs] }];
  const text = runs.map((run) => run.text).join('');
  const out: Piece[] = [];
  for (let at = 0; at < total;) {
    const end = cutAfter(text, at);
    out.push({ at, runs: slice(runs, at, end) });
    at = end;
  }
  return out;
}

function cutAfter(text: string, at: number): number {
  const limit = at + longest;
  if (limit >= text.length) return text.length;
  for (let end = limit; end > at + longest / 2; end -= 1) if (/\s/.test(text[end - 1]!)) return end;
  return /[\uDC00-\uDFFF]/.test(text[limit]!) ? limit - 1 : limit;
}

function slice(runs: readonly Run[], from: number, to: number): Run[] {
  const out: Run[] = [];
  let at = 0;
  for (const run of runs) {
    const start = Math.max(from - at, 0);
    const end = Math.min(to - at, run.text.length);
    if (start < end) out.push({ ...run, text: run.text.slice(start, end) });
    at += run.text.length;
  }
  return out;
}
