import type { PdfFile } from './file.js';
import { Bytes, isArray, Keyword, Syntax, type Dictionary } from './syntax.js';

/** How the codes of a typeface become letters. */
export interface Face {
  /** Bytes of one code. */
  readonly width: 1 | 2;
  /** The letters of a code; `undefined` where the file does not say. */
  letters(code: number): string | undefined;
}

const most = 70_000;

/** A typeface as the file describes it: its ToUnicode map, else the letters of Windows for faces of single bytes (ISO 32000-1, 9.10.2). */
export function readFace(font: Dictionary, file: PdfFile): Face {
  const width = file.name(font.get('Subtype')) === 'Type0' ? 2 : 1;
  const map = file.data(font.get('ToUnicode'));
  const known = map ? readToUnicode(map) : new Map<number, string>();
  if (map || width === 2) return { width, letters: (code) => known.get(code) };
  const windows = new TextDecoder('windows-1252');
  return { width, letters: (code) => windows.decode(Uint8Array.of(code)) };
}

function readToUnicode(bytes: Uint8Array): Map<number, string> {
  const map = new Map<number, string>();
  const syntax = new Syntax(bytes);
  const operands: unknown[] = [];
  for (let value = syntax.read(false); value !== undefined; value = syntax.read(false)) {
    if (!(value instanceof Keyword)) {
      operands.push(value);
      continue;
    }
    if (value.text === 'endbfchar')
      for (let at = 0; at + 1 < operands.length; at += 2) {
        const [code, letters] = [operands[at], operands[at + 1]];
        if (code instanceof Bytes && letters instanceof Bytes && map.size < most) map.set(codeOf(code), lettersOf(letters));
      }
    if (value.text === 'endbfrange') for (let at = 0; at + 2 < operands.length; at += 3) addRange(map, operands.slice(at, at + 3));
    operands.length = 0;
  }
  return map;
}

function addRange(map: Map<number, string>, [first, last, target]: unknown[]): void {
  if (!(first instanceof Bytes) || !(last instanceof Bytes)) return;
  const start = codeOf(first);
  for (let code = start; code <= codeOf(last) && map.size < most; code += 1) {
    if (target instanceof Bytes) {
      const letters = [...lettersOf(target)];
      const tail = letters.pop()?.codePointAt(0) ?? 0;
      if (tail + code - start <= 0x10ffff) map.set(code, letters.join('') + String.fromCodePoint(tail + code - start));
    } else if (isArray(target as never)) {
      const letters = (target as unknown[])[code - start];
      if (letters instanceof Bytes) map.set(code, lettersOf(letters));
    }
  }
}

const codeOf = ({ bytes }: Bytes): number => bytes.reduce((code, byte) => code * 256 + byte, 0);
const lettersOf = ({ bytes }: Bytes): string => new TextDecoder('utf-16be').decode(bytes);
