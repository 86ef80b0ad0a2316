import { EveryreadError } from '@everyread/core';

/** Sound as an engine gives it. */
export interface Pcm {
  /** Mono, −1 to 1. */
  pcm: Float32Array;
  /** Samples a second. */
  sampleRate: number;
}

/**
 * Reads a RIFF WAVE file of 16-bit integers or 32-bit floats; several channels are mixed to one.
 *
 * @throws {EveryreadError} `engine` for a file of another kind, or one without sound
 */
export function readWav(bytes: Uint8Array): Pcm {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const tag = (at: number): string => String.fromCharCode(...bytes.subarray(at, at + 4));
  const damaged = (why: string): EveryreadError => new EveryreadError('engine', `The voice gave a sound file that can't be read: ${why}`);
  if (bytes.length < 12 || tag(0) !== 'RIFF' || tag(8) !== 'WAVE') throw damaged('it is no WAVE file');
  let format = 0;
  let channels = 0;
  let sampleRate = 0;
  let bits = 0;
  for (let at = 12; at + 8 <= bytes.length;) {
    const size = view.getUint32(at + 4, true);
    if (tag(at) === 'fmt ') {
      format = view.getUint16(at + 8, true);
      channels = view.getUint16(at + 10, true);
      sampleRate = view.getUint32(at + 12, true);
      bits = view.getUint16(at + 22, true);
      if (format === 0xfffe) format = view.getUint16(at + 32, true);
    }
    if (tag(at) === 'data') {
      if (channels === 0 || sampleRate === 0) throw damaged('its format is unknown');
      // A program that writes to a pipe leaves the length open.
      const length = Math.min(size, bytes.length - at - 8);
      const width = bits / 8;
      const frames = Math.floor(length / (width * channels));
      const pcm = new Float32Array(frames);
      for (let frame = 0; frame < frames; frame += 1) {
        let sum = 0;
        for (let channel = 0; channel < channels; channel += 1) {
          const position = at + 8 + (frame * channels + channel) * width;
          if (format === 1 && bits === 16) sum += view.getInt16(position, true) / 32768;
          else if (format === 3 && bits === 32) sum += view.getFloat32(position, true);
          else throw damaged(`format ${format} with ${bits} bits`);
        }
        pcm[frame] = sum / channels;
      }
      return { pcm, sampleRate };
    }
    at += 8 + size + (size % 2);
  }
  throw damaged('it holds no sound');
}

/** Writes a RIFF WAVE file of 16-bit integers, mono. */
export function writeWav(samples: Int16Array, sampleRate: number): Uint8Array {
  const bytes = new Uint8Array(44 + samples.length * 2);
  const view = new DataView(bytes.buffer);
  const put = (at: number, text: string): void => bytes.set(new TextEncoder().encode(text), at);
  put(0, 'RIFF');
  view.setUint32(4, bytes.length - 8, true);
  put(8, 'WAVEfmt ');
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, sampleRate, true);
  view.setUint32(28, sampleRate * 2, true);
  view.setUint16(32, 2, true);
  view.setUint16(34, 16, true);
  put(36, 'data');
  view.setUint32(40, samples.length * 2, true);
  for (let index = 0; index < samples.length; index += 1) view.setInt16(44 + index * 2, samples[index]!, true);
  return bytes;
}
