import { EveryreadError } from '@everyread/core';
import { open } from 'node:fs/promises';

/** More fields than any model has at its top. */
const mostFields = 10_000;

/**
 * Reads what an ONNX model says of itself (`metadata_props`), without reading its weights.
 *
 * An ONNX file is a protocol buffer (onnx.proto, ModelProto): a row of fields, each a number and a length. Field 14 holds
 * pairs of key (1) and value (2).
 *
 * @throws {EveryreadError} `engine`, when the file is no ONNX model or is cut off
 */
export async function readOnnxMetadata(path: string): Promise<Map<string, string>> {
  const broken = (why: string): EveryreadError =>
    new EveryreadError('engine', `The voice file ${path} can't be used: ${why}`, { hint: 'Download it again, and unpack it anew.' });
  const file = await open(path).catch((cause: unknown) => {
    throw new EveryreadError('engine', `The voice file ${path} can't be opened`, { hint: 'May you read it?', cause });
  });
  try {
    const { size } = await file.stat();
    const bytes = async (at: number, length: number): Promise<Buffer> => {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, at);
      return buffer.subarray(0, bytesRead);
    };
    const told = new Map<string, string>();
    let at = 0;
    for (let count = 0; at < size; count += 1) {
      const head = await bytes(at, 20);
      const key = readVarint(head, 0);
      const value = key === undefined ? undefined : readVarint(head, key.end);
      // Field 1 is the version of the format, a number: every model begins with it or with another small field.
      if (key === undefined || value === undefined || count > mostFields || key.value >> 3 === 0 || key.value >> 3 > 40)
        throw broken('it is no ONNX model');
      const kind = key.value & 7;
      if (kind !== 0 && kind !== 2) throw broken('it is no ONNX model');
      const end = at + value.end + (kind === 2 ? value.value : 0);
      if (end > size) throw broken('it is cut off');
      if (key.value >> 3 === 14 && value.value < 1 << 20) {
        const pair = readPair(await bytes(at + value.end, value.value));
        if (pair) told.set(...pair);
      }
      at = end;
    }
    if (size === 0) throw broken('it is empty');
    return told;
  } finally {
    await file.close();
  }
}

/** A number of seven bits a byte, the lowest first. */
function readVarint(bytes: Uint8Array, from: number): { value: number; end: number } | undefined {
  let value = 0;
  for (let index = 0; index < 8; index += 1) {
    const byte = bytes[from + index];
    if (byte === undefined) return undefined;
    value += (byte & 127) * 2 ** (7 * index);
    if (byte < 128) return { value, end: from + index + 1 };
  }
  return undefined;
}

function readPair(bytes: Buffer): [string, string] | undefined {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length && parts.length < 2;) {
    const length = readVarint(bytes, at + 1);
    if (length === undefined) return undefined;
    parts.push(bytes.toString('utf8', length.end, length.end + length.value));
    at = length.end + length.value;
  }
  return parts.length === 2 ? [parts[0]!, parts[1]!] : undefined;
}
