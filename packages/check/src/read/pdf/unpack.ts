import { Unzlib } from 'fflate';
import { damaged, isArray, isDictionary, Name, type Dictionary, type Stream, type Value } from './syntax.js';

/** More than any page, typeface or table of objects unpacks to; pictures are not unpacked. */
const maxBytes = 64 * 1024 * 1024;

/**
 * The bytes of a stream. What it unpacks to is counted while it unpacks.
 *
 * @throws {EveryreadError} code `document`, for damaged data and for filters that text never needs
 */
export function unpack(stream: Stream, resolve: (value: Value | undefined) => Value | undefined): Uint8Array {
  const list = (key: string): readonly (Value | undefined)[] => {
    const value = resolve(stream.dictionary.get(key));
    return isArray(value) ? value.map(resolve) : value === undefined || value === null ? [] : [value];
  };
  const parameters = list('DecodeParms');
  let bytes = stream.packed;
  for (const [index, filter] of list('Filter').entries()) {
    if (!(filter instanceof Name) || !/^Fl(?:ateDecode)?$/.test(filter.text))
      throw damaged(`a stream is packed in a way that is not read here (${filter instanceof Name ? filter.text : 'unnamed'})`);
    bytes = inflate(bytes);
    const how = parameters[index];
    if (isDictionary(how)) bytes = undoPrediction(bytes, how);
  }
  return bytes;
}

function inflate(packed: Uint8Array): Uint8Array {
  const chunks: Uint8Array[] = [];
  let length = 0;
  let ended = false;
  const stream = new Unzlib((chunk, final) => {
    length += chunk.length;
    if (length > maxBytes) throw damaged('a stream unpacks to more than 64 MB');
    chunks.push(chunk);
    ended = final;
  });
  try {
    for (let at = 0; at < packed.length; at += 65_536) stream.push(packed.subarray(at, at + 65_536), at + 65_536 >= packed.length);
  } catch (cause) {
    if (cause instanceof Error && cause.name === 'EveryreadError') throw cause;
    throw damaged(`a stream can’t be unpacked (${cause instanceof Error ? cause.message : String(cause)})`);
  }
  if (!ended) throw damaged('a stream is cut short');
  const out = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    out.set(chunk, at);
    at += chunk.length;
  }
  return out;
}

/** Predictors of PNG (ISO 32000-1, 7.4.4.4; PNG, 9): each row begins with the kind of its filter. */
function undoPrediction(bytes: Uint8Array, how: Dictionary): Uint8Array {
  const number = (key: string, otherwise: number): number => {
    const value = how.get(key);
    return typeof value === 'number' && value > 0 ? value : otherwise;
  };
  if (number('Predictor', 1) < 10) return bytes;
  const unit = Math.max(1, Math.ceil((number('Colors', 1) * number('BitsPerComponent', 8)) / 8));
  const width = Math.ceil((number('Columns', 1) * number('Colors', 1) * number('BitsPerComponent', 8)) / 8);
  const rows = Math.floor(bytes.length / (width + 1));
  const out = new Uint8Array(rows * width);
  for (let row = 0; row < rows; row += 1) {
    const kind = bytes[row * (width + 1)]!;
    for (let column = 0; column < width; column += 1) {
      const at = row * width + column;
      const left = column >= unit ? out[at - unit]! : 0;
      const up = row > 0 ? out[at - width]! : 0;
      const corner = row > 0 && column >= unit ? out[at - width - unit]! : 0;
      const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][kind];
      if (guess === undefined) throw damaged(`a row is filtered in a way that does not exist (${kind})`);
      out[at] = (bytes[row * (width + 1) + 1 + column]! + guess) & 255;
    }
  }
  return out;
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  return a <= b && a <= c ? left : b <= c ? up : corner;
}
