/** What the frames of an MP3 stream say. */
export interface Mp3Facts {
  frames: number;
  /** Samples of all frames. */
  samples: number;
  sampleRate: number;
  channels: 1 | 2;
  /** The bit rates of the frames, in kb/s; more than one means variable bit rate. */
  bitratesKbps: number[];
  /** Bytes that belong to no frame: tags, or damage. */
  otherBytes: number;
  durationMs: number;
}

// ISO/IEC 11172-3 and 13818-3, layer III.
const bitrates1 = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 0];
const bitrates2 = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160, 0];
const rates = [44100, 48000, 32000, 0];

interface Header {
  length: number;
  samples: number;
  sampleRate: number;
  bitrate: number;
  channels: 1 | 2;
}

function headerAt(bytes: Uint8Array, at: number): Header | undefined {
  if (at + 4 > bytes.length || bytes[at] !== 0xff || (bytes[at + 1]! & 0xe0) !== 0xe0) return undefined;
  const version = (bytes[at + 1]! >> 3) & 3;
  const layer = (bytes[at + 1]! >> 1) & 3;
  if (version === 1 || layer !== 1) return undefined;
  const bitrate = (version === 3 ? bitrates1 : bitrates2)[bytes[at + 2]! >> 4]!;
  const base = rates[(bytes[at + 2]! >> 2) & 3]!;
  if (bitrate === 0 || base === 0) return undefined;
  const sampleRate = version === 3 ? base : version === 2 ? base / 2 : base / 4;
  const samples = version === 3 ? 1152 : 576;
  const padding = (bytes[at + 2]! >> 1) & 1;
  return {
    length: Math.floor(((samples / 8) * bitrate * 1000) / sampleRate) + padding,
    samples,
    sampleRate,
    bitrate,
    channels: bytes[at + 3]! >> 6 === 3 ? 1 : 2,
  };
}

/** Reads the frames of an MP3 file: its real length, and whether its bit rate is constant. */
export function readMp3(bytes: Uint8Array): Mp3Facts {
  let at = 0;
  let otherBytes = 0;
  if (bytes.length > 10 && bytes[0] === 0x49 && bytes[1] === 0x44 && bytes[2] === 0x33) {
    at = 10 + ((bytes[6]! << 21) | (bytes[7]! << 14) | (bytes[8]! << 7) | bytes[9]!);
    otherBytes = at;
  }
  const facts: Mp3Facts = { frames: 0, samples: 0, sampleRate: 0, channels: 1, bitratesKbps: [], otherBytes, durationMs: 0 };
  while (at < bytes.length) {
    const header = headerAt(bytes, at);
    if (header === undefined) {
      facts.otherBytes += 1;
      at += 1;
      continue;
    }
    facts.frames += 1;
    facts.samples += header.samples;
    facts.sampleRate = header.sampleRate;
    facts.channels = header.channels;
    if (!facts.bitratesKbps.includes(header.bitrate)) facts.bitratesKbps.push(header.bitrate);
    at += header.length;
  }
  facts.durationMs = facts.sampleRate === 0 ? 0 : (facts.samples * 1000) / facts.sampleRate;
  return facts;
}

/** Length in bytes of `frames` frames at a constant bit rate, padding as LAME spreads it. */
export function framesIn(byteLength: number, bitrateKbps: number, sampleRate: number): number {
  return Math.round(byteLength / ((72 * bitrateKbps * 1000) / sampleRate));
}
