/** Bit rates in kb/s by their number: MPEG-1, and MPEG-2 and 2.5, layer III (ISO/IEC 11172-3, 2.4.2.3; 13818-3). */
const rates1 = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320];
const rates2 = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160];
const samplesPerSecond = [44_100, 48_000, 32_000];

/** Bytes and milliseconds of the frame at a place; `undefined` where none begins. */
function frameAt(bytes: Uint8Array, at: number): { length: number; ms: number } | undefined {
  const [sync, kind, rates] = [bytes[at], bytes[at + 1], bytes[at + 2]];
  if (sync !== 0xff || kind === undefined || rates === undefined || (kind & 0xe6) !== 0xe2) return undefined;
  const version = (kind >> 3) & 3;
  const rate = (version === 3 ? rates1 : rates2)[rates >> 4];
  const base = samplesPerSecond[(rates >> 2) & 3];
  if (!rate || !base || version === 1) return undefined;
  const frequency = base / (version === 3 ? 1 : version === 2 ? 2 : 4);
  const samples = version === 3 ? 1152 : 576;
  return { length: Math.floor((samples * rate * 125) / frequency) + ((rates >> 1) & 1), ms: (samples * 1000) / frequency };
}

/** How long the sound of an MP3 is, in milliseconds; `undefined` for what is no MP3 or ends inside a frame. */
export function mp3DurationMs(bytes: Uint8Array, from = 0): number | undefined {
  let at = from;
  let ms = 0;
  while (at < bytes.length) {
    // An old tag at the end (ID3v1) is no sound.
    if (bytes.length - at === 128 && bytes[at] === 0x54) break;
    const frame = frameAt(bytes, at);
    if (!frame || at + frame.length > bytes.length) return undefined;
    ms += frame.ms;
    at += frame.length;
  }
  return ms > 0 ? ms : undefined;
}
