/**
 * Loudness after ITU-R BS.1770-4 for one channel: K-weighting, blocks of 400 ms that overlap by three
 * quarters, gates at −70 LUFS and 10 LU under the mean. Energies are kept for each 100 ms, so that clips that
 * were measured one by one can be judged as one book.
 */

interface Biquad {
  b0: number;
  b1: number;
  b2: number;
  a1: number;
  a2: number;
}

/** The two filters of BS.1770-4 annex 1, for any sample rate. */
function kWeighting(sampleRate: number): [Biquad, Biquad] {
  const shelf = Math.tan((Math.PI * 1681.974450955533) / sampleRate);
  const quality = 0.7071752369554196;
  const high = 10 ** (3.999843853973347 / 20);
  const band = high ** 0.4996667741545416;
  const a0 = 1 + shelf / quality + shelf * shelf;
  const first: Biquad = {
    b0: (high + (band * shelf) / quality + shelf * shelf) / a0,
    b1: (2 * (shelf * shelf - high)) / a0,
    b2: (high - (band * shelf) / quality + shelf * shelf) / a0,
    a1: (2 * (shelf * shelf - 1)) / a0,
    a2: (1 - shelf / quality + shelf * shelf) / a0,
  };
  const pass = Math.tan((Math.PI * 38.13547087602444) / sampleRate);
  const passQuality = 0.5003270373238773;
  const c0 = 1 + pass / passQuality + pass * pass;
  const second: Biquad = { b0: 1, b1: -2, b2: 1, a1: (2 * (pass * pass - 1)) / c0, a2: (1 - pass / passQuality + pass * pass) / c0 };
  return [first, second];
}

/** Sums of the squares of the K-weighted signal, one for each 100 ms; the last may be shorter. */
export function weightedEnergies(pcm: Float32Array, sampleRate: number): Float32Array {
  const [f, g] = kWeighting(sampleRate);
  const size = Math.round(sampleRate / 10);
  const energies = new Float32Array(Math.ceil(pcm.length / size));
  let [x1, x2, y1, y2, z1, z2] = [0, 0, 0, 0, 0, 0];
  for (let block = 0; block < energies.length; block += 1) {
    let sum = 0;
    const end = Math.min(pcm.length, (block + 1) * size);
    for (let index = block * size; index < end; index += 1) {
      const x = pcm[index]!;
      const y = f.b0 * x + f.b1 * x1 + f.b2 * x2 - f.a1 * y1 - f.a2 * y2;
      const z = g.b0 * y + g.b1 * y1 + g.b2 * y2 - g.a1 * z1 - g.a2 * z2;
      x2 = x1;
      x1 = x;
      y2 = y1;
      y1 = y;
      z2 = z1;
      z1 = z;
      sum += z * z;
    }
    energies[block] = sum;
  }
  return energies;
}

/**
 * Integrated loudness in LUFS from the energies of consecutive stretches of 100 ms. −Infinity for silence.
 *
 * @param energies - from {@link weightedEnergies}, with zeros for pauses
 */
export function integratedLoudness(energies: Iterable<number>, sampleRate: number): number {
  const size = Math.round(sampleRate / 10);
  const last: number[] = [];
  const blocks: number[] = [];
  for (const energy of energies) {
    last.push(energy);
    if (last.length > 4) last.shift();
    if (last.length === 4) blocks.push((last[0]! + last[1]! + last[2]! + last[3]!) / (size * 4));
  }
  // A clip shorter than a block is judged as a whole.
  if (blocks.length === 0 && last.length > 0) blocks.push(last.reduce((sum, energy) => sum + energy, 0) / (size * last.length));
  const loud = blocks.filter((energy) => level(energy) > -70);
  if (loud.length === 0) return Number.NEGATIVE_INFINITY;
  const gate = level(mean(loud)) - 10;
  const kept = loud.filter((energy) => level(energy) > gate);
  return level(mean(kept));
}

const level = (energy: number): number => -0.691 + 10 * Math.log10(energy);
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
