import libwebp from '@cwasm/webp/webp.wasm';
import type { Pixels } from './pixels.js';

/** What libwebp’s simple interface needs, compiled to WebAssembly. Addresses are numbers of bytes in `memory`. */
interface Decoder {
  memory: WebAssembly.Memory;
  malloc(length: number): number;
  /** Address of the pixels, or 0; writes width and height, 32 bits each, to the last two addresses. */
  WebPDecodeRGBA(file: number, length: number, width: number, height: number): number;
}

/** libwebp may ask for nothing: not even for a place to print to. */
const refuse = (): never => {
  throw new Error('libwebp asked for the system');
};
const sealed = { wasi_snapshot_preview1: { fd_close: refuse, fd_seek: refuse, fd_write: refuse } };

let compiled: Promise<WebAssembly.Module> | undefined;

/**
 * Decodes a WebP of one frame whose size the caller has looked at. Each picture gets a machine of its own, whose memory goes with it, so a
 * file that leads the decoder astray reaches no other picture and nothing outside.
 *
 * @returns the pixels; `undefined` when the file is damaged
 */
export async function decodeWebp(file: Uint8Array): Promise<Pixels | undefined> {
  compiled ??= WebAssembly.compile(libwebp);
  const { exports } = await WebAssembly.instantiate(await compiled, sealed);
  const { memory, malloc, WebPDecodeRGBA } = exports as unknown as Decoder;
  try {
    const input = malloc(file.length);
    const size = malloc(8);
    if (input === 0 || size === 0) return undefined;
    new Uint8Array(memory.buffer, input, file.length).set(file);
    const output = WebPDecodeRGBA(input, file.length, size, size + 4);
    if (output === 0) return undefined;
    const [width = 0, height = 0] = new Uint32Array(memory.buffer, size, 2);
    return { width, height, rgba: new Uint8Array(memory.buffer, output, width * height * 4) };
  } catch (error) {
    // A trap: an address out of bounds, or the system asked for.
    if (error instanceof WebAssembly.RuntimeError || error instanceof RangeError || (error as Error).message.startsWith('libwebp'))
      return undefined;
    throw error;
  }
}
