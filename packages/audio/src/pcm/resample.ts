/** Taps on each side of a sample, at the lower of the two rates. */
const reach = 16;

interface Filter {
  up: number;
  down: number;
  half: number;
  /** One row of coefficients for each phase. */
  rows: Float32Array[];
}

const filters = new Map<string, Filter>();

/**
 * Changes the sample rate with a windowed sinc in polyphase form: for 16 kHz to 22.05 kHz 441 phases of 32 taps.
 * What the new rate can't hold is filtered out.
 */
export function resample(pcm: Float32Array, from: number, to: number): Float32Array {
  if (from === to) return pcm;
  const { up, down, half, rows } = filterFor(from, to);
  const length = Math.floor((pcm.length * up) / down);
  const out = new Float32Array(length);
  const taps = half * 2;
  for (let index = 0; index < length; index += 1) {
    const position = index * down;
    const base = Math.floor(position / up) - half + 1;
    const row = rows[position % up]!;
    let sum = 0;
    const first = base < 0 ? -base : 0;
    const last = base + taps > pcm.length ? pcm.length - base : taps;
    for (let tap = first; tap < last; tap += 1) sum += row[tap]! * pcm[base + tap]!;
    out[index] = sum;
  }
  return out;
}

function filterFor(from: number, to: number): Filter {
  const name = `${from}:${to}`;
  const known = filters.get(name);
  if (known !== undefined) return known;
  const divisor = greatestDivisor(from, to);
  const up = to / divisor;
  const down = from / divisor;
  const cutoff = Math.min(1, to / from) * 0.97;
  const half = Math.ceil(reach / Math.min(1, to / from));
  const rows = Array.from({ length: up }, (_, phase) => {
    const row = new Float32Array(half * 2);
    let sum = 0;
    for (let tap = 0; tap < row.length; tap += 1) {
      const x = tap - half + 1 - phase / up;
      const value = cutoff * sinc(cutoff * x) * window(x / half);
      row[tap] = value;
      sum += value;
    }
    for (let tap = 0; tap < row.length; tap += 1) row[tap] = row[tap]! / sum;
    return row;
  });
  const filter = { up, down, half, rows };
  filters.set(name, filter);
  return filter;
}

const sinc = (x: number): number => (x === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x));

/** Blackman window over −1 to 1. */
const window = (x: number): number => (Math.abs(x) >= 1 ? 0 : 0.42 + 0.5 * Math.cos(Math.PI * x) + 0.08 * Math.cos(2 * Math.PI * x));

function greatestDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestDivisor(b, a % b);
}
