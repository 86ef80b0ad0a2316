import { createMp3Encoder } from 'wasm-media-encoders';

/** How the sound files are encoded. */
export interface Mp3Settings {
  /** Constant bit rate in kb/s. */
  bitrateKbps: 32 | 48 | 64 | 96 | 128;
  /** Samples a second: MPEG-2 takes 16,000, 22,050 and 24,000. */
  sampleRate: 16000 | 22050 | 24000;
}

/**
 * Samples by which decoded sound comes later than what was encoded: 576 of the encoder and 529 of every decoder.
 * The encoder writes no Info frame, so no decoder takes them away.
 */
export const encoderDelaySamples = 1105;

/** Samples in one frame of MPEG-2 layer III (ISO/IEC 13818-3). */
export const samplesPerFrame = 576;

/** Encodes one file. */
export interface Mp3Stream {
  /** Mono, −1 to 1. Returns bytes that are ready; often none. */
  write(pcm: Float32Array): Uint8Array;
  /** Ends the file and returns its last bytes. */
  finish(): Uint8Array;
}

type Encoder = Awaited<ReturnType<typeof createMp3Encoder>>;

/** Encoders whose file is finished: a new one is compiled anew, and slow at first. */
const idle: Encoder[] = [];

/** Begins an MP3 file: constant bit rate, mono, no tags. */
export async function openMp3(settings: Mp3Settings): Promise<Mp3Stream> {
  const encoder = idle.pop() ?? (await createMp3Encoder());
  // Begins with nothing of the file before it.
  encoder.configure({ channels: 1, sampleRate: settings.sampleRate, bitrate: settings.bitrateKbps, outputSampleRate: settings.sampleRate });
  return {
    // The encoder keeps the array it returns: copy.
    write: (pcm) => encoder.encode([pcm]).slice(),
    finish() {
      const rest = encoder.finalize().slice();
      idle.push(encoder);
      return rest;
    },
  };
}
