import { unzlibSync, zlibSync } from 'fflate';
import type { PdfKitDocument, PdfRef } from './pdfkit.js';

/**
 * Compresses the streams of a document in JavaScript. pdfkit takes zlib from Node and another one in a browser, and Node's own gives
 * other bytes on processors of another make: the same report would be another file.
 */
export function deflateAlike(document: PdfKitDocument): void {
  const makeRef = document.ref.bind(document);
  document.ref = (data?: unknown): PdfRef => {
    const ref = makeRef(data ?? {});
    const finalize = ref.finalize.bind(ref);
    ref.finalize = () => {
      if (ref.buffer.length > 0 && (ref.compress || isRedrawn(ref.data))) {
        const body = joined(ref.buffer as Uint8Array[]);
        ref.buffer = [zlibSync(ref.compress ? body : unzlibSync(body), { level: 6 })];
        ref.compress = false;
      }
      finalize();
    };
    return ref;
  };
}

/** Whether pdfkit has decoded a picture and packed its points again: one with transparency, its mask, or an interlaced one. */
function isRedrawn(data: unknown): boolean {
  const { Subtype, Filter, SMask, Decode, DecodeParms } = data as {
    [key in 'Subtype' | 'Filter' | 'SMask' | 'Decode']?: unknown;
  } & { DecodeParms?: { data: { Predictor?: number } } };
  if (Subtype !== 'Image' || Filter !== 'FlateDecode') return false;
  return SMask !== undefined || Decode !== undefined || DecodeParms?.data.Predictor === 1;
}

function joined(chunks: readonly Uint8Array[]): Uint8Array {
  if (chunks.length === 1) return chunks[0]!;
  const whole = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}
