/** Highest sample after limiting: room for what the MP3 decoder adds, so that true peaks stay under −1.5 dBTP. */
const ceiling = 10 ** (-3.6 / 20);
const lookMs = 4;

/**
 * Raises or lowers a clip and holds its peaks under the ceiling. A clip that stays below is only scaled. The
 * limiter looks ahead and back by 4 ms, and begins and ends in silence, so clips need no memory of each other.
 *
 * @param silenceSamples - silence to follow
 */
export function applyGain(samples: Int16Array, gainDb: number, sampleRate: number, silenceSamples = 0): Float32Array {
  const gain = 10 ** (gainDb / 20) / 32768;
  const out = new Float32Array(samples.length + silenceSamples);
  let peak = 0;
  for (let index = 0; index < samples.length; index += 1) {
    const value = samples[index]! * gain;
    out[index] = value;
    if (value > peak) peak = value;
    else if (-value > peak) peak = -value;
  }
  if (peak > ceiling) limit(out, Math.round((lookMs * sampleRate) / 1000));
  return out;
}

/** Limits around the peaks: a gain reaches as far as the minimum and the mean look, and is 1 beyond. */
function limit(pcm: Float32Array, look: number): void {
  const reach = look * 2;
  for (let at = 0; at < pcm.length;) {
    if (Math.abs(pcm[at]!) <= ceiling) {
      at += 1;
      continue;
    }
    const first = at;
    let last = at;
    for (at += 1; at < pcm.length && at <= last + reach * 2; at += 1) if (Math.abs(pcm[at]!) > ceiling) last = at;
    limitStretch(pcm.subarray(Math.max(0, first - reach), last + 1 + reach), look);
  }
}

function limitStretch(pcm: Float32Array, look: number): void {
  const wanted = new Float32Array(pcm.length);
  for (let index = 0; index < pcm.length; index += 1) {
    const size = Math.abs(pcm[index]!);
    wanted[index] = size > ceiling ? ceiling / size : 1;
  }
  const least = slidingMinimum(wanted, look);
  // The mean of the minima around a sample is never above the gain that the sample needs.
  let sum = 0;
  const width = look * 2 + 1;
  const at = (index: number): number => least[Math.min(pcm.length - 1, Math.max(0, index))]!;
  for (let index = -look; index <= look; index += 1) sum += at(index);
  for (let index = 0; index < pcm.length; index += 1) {
    pcm[index] = pcm[index]! * (sum / width);
    sum += at(index + look + 1) - at(index - look);
  }
}

/** The least value within `look` samples on either side. */
function slidingMinimum(values: Float32Array, look: number): Float32Array {
  const out = new Float32Array(values.length);
  const queue = new Int32Array(values.length);
  let head = 0;
  let tail = 0;
  for (let index = 0; index < values.length + look; index += 1) {
    if (index < values.length) {
      while (tail > head && values[queue[tail - 1]!]! >= values[index]!) tail -= 1;
      queue[tail] = index;
      tail += 1;
    }
    const centre = index - look;
    if (centre < 0) continue;
    while (queue[head]! < centre - look) head += 1;
    out[centre] = values[queue[head]!]!;
  }
  return out;
}
