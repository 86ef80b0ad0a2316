import { EveryreadError } from '@everyread/core';

/** A name of PDF: `/Type`. */
export class Name {
  constructor(readonly text: string) {}
}

/** A reference to another object: `12 0 R`. */
export class Reference {
  constructor(readonly id: number) {}
}

/** A string, as bytes: what they mean depends on where it stands. */
export class Bytes {
  constructor(readonly bytes: Uint8Array) {}
}

/** An operator of a page's content, or a word of the file's own structure (`obj`, `xref`). */
export class Keyword {
  constructor(readonly text: string) {}
}

/** A stream, still packed. */
export class Stream {
  constructor(
    readonly dictionary: Dictionary,
    readonly packed: Uint8Array,
  ) {}
}

export type Dictionary = ReadonlyMap<string, Value>;
export type Value = null | boolean | number | Name | Reference | Bytes | Keyword | Stream | Dictionary | readonly Value[];

export const isDictionary = (value: unknown): value is Dictionary => value instanceof Map;
export const isArray = (value: Value | undefined): value is readonly Value[] => Array.isArray(value);

export const damaged = (reason: string): EveryreadError => new EveryreadError('document', `The PDF is damaged: ${reason}`);

const blank = new Set([0, 9, 10, 12, 13, 32]);
const delimiters = new Set([...'()<>[]{}/%'].map((character) => character.charCodeAt(0)));
/** Deeper than any writer nests. */
const maxDepth = 100;

/** Reads the objects of a PDF, one after the other (ISO 32000-1, 7.2 and 7.3). */
export class Syntax {
  constructor(
    readonly bytes: Uint8Array,
    public at = 0,
  ) {}

  /** The next object or keyword; `undefined` at the end. References are read where `references` is true: pages have none. */
  read(references = true, depth = 0): Value | undefined {
    if (depth > maxDepth) throw damaged('its objects are nested too deep');
    this.skipBlank();
    const code = this.bytes[this.at];
    if (code === undefined) return undefined;
    const character = String.fromCharCode(code);
    if (character === '/') return this.name();
    if (character === '(') return this.literal();
    if (character === '<') return this.bytes[this.at + 1] === code ? this.dictionary(references, depth) : this.hexadecimal();
    if (character === '[') return this.array(references, depth);
    if (/[\d+\-.]/.test(character)) return this.number(references);
    if (delimiters.has(code)) {
      this.at += character === '>' && this.bytes[this.at + 1] === code ? 2 : 1;
      return new Keyword(character);
    }
    const word = this.word();
    if (word === 'true' || word === 'false') return word === 'true';
    return word === 'null' ? null : new Keyword(word);
  }

  skipBlank(): void {
    for (;;) {
      const code = this.bytes[this.at];
      if (code === 0x25) while (this.at < this.bytes.length && this.bytes[this.at] !== 10 && this.bytes[this.at] !== 13) this.at += 1;
      else if (code !== undefined && blank.has(code)) this.at += 1;
      else return;
    }
  }

  private word(): string {
    const start = this.at;
    while (this.at < this.bytes.length && !blank.has(this.bytes[this.at]!) && !delimiters.has(this.bytes[this.at]!)) this.at += 1;
    return latin(this.bytes.subarray(start, this.at));
  }

  private name(): Name {
    this.at += 1;
    const word = this.word();
    return new Name(word.replace(/#([\da-f]{2})/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16))));
  }

  private number(references: boolean): Value {
    const word = this.word();
    const value = Number(word);
    if (!Number.isFinite(value)) return word === '' ? null : new Keyword(word);
    if (!references || !/^\d+$/.test(word)) return value;
    const follow = /^\s+\d+\s+R(?![^\s()<>[\]{}/%])/.exec(latin(this.bytes.subarray(this.at, this.at + 24)));
    if (!follow) return value;
    this.at += follow[0].length;
    return new Reference(value);
  }

  private array(references: boolean, depth: number): Value[] {
    this.at += 1;
    const items: Value[] = [];
    for (;;) {
      const item = this.read(references, depth + 1);
      if (item === undefined) throw damaged('an array does not end');
      if (item instanceof Keyword) {
        if (item.text === ']') return items;
        if (references) throw damaged(`an array holds ${item.text}`);
        continue;
      }
      items.push(item);
    }
  }

  private dictionary(references: boolean, depth: number): Dictionary {
    this.at += 2;
    const entries = new Map<string, Value>();
    for (;;) {
      const key = this.read(references, depth + 1);
      if (key instanceof Keyword && key.text === '>') return entries;
      if (!(key instanceof Name)) throw damaged('a dictionary has no name where one should be');
      const value = this.read(references, depth + 1);
      if (value === undefined || value instanceof Keyword) throw damaged(`the entry ${key.text} of a dictionary has no value`);
      entries.set(key.text, value);
    }
  }

  private hexadecimal(): Bytes {
    const end = this.bytes.indexOf(0x3e, this.at);
    if (end < 0) throw damaged('a string does not end');
    const digits = latin(this.bytes.subarray(this.at + 1, end)).replace(/\s+/g, '');
    this.at = end + 1;
    if (/[^\da-f]/i.test(digits)) throw damaged('a string has digits that are none');
    const bytes = new Uint8Array(Math.ceil(digits.length / 2));
    for (let index = 0; index < bytes.length; index += 1)
      bytes[index] = parseInt(digits.slice(index * 2, index * 2 + 2).padEnd(2, '0'), 16);
    return new Bytes(bytes);
  }

  private literal(): Bytes {
    const out: number[] = [];
    let open = 1;
    for (this.at += 1; ; this.at += 1) {
      let code = this.bytes[this.at];
      if (code === undefined) throw damaged('a string does not end');
      if (code === 0x28) open += 1;
      else if (code === 0x29) {
        open -= 1;
        if (open === 0) break;
      } else if (code === 0x5c) {
        this.at += 1;
        code = this.bytes[this.at] ?? 0x5c;
        const octal = /^[0-7]{1,3}/.exec(latin(this.bytes.subarray(this.at, this.at + 3)))?.[0];
        if (octal !== undefined) {
          out.push(parseInt(octal, 8) & 255);
          this.at += octal.length - 1;
          continue;
        }
        const letter = String.fromCharCode(code);
        if (letter === '\r' || letter === '\n') {
          if (letter === '\r' && this.bytes[this.at + 1] === 10) this.at += 1;
          continue;
        }
        code = { n: 10, r: 13, t: 9, b: 8, f: 12 }[letter] ?? code;
      }
      out.push(code);
    }
    this.at += 1;
    return new Bytes(Uint8Array.from(out));
  }
}

/** Bytes as characters of Latin-1, for what is ASCII by the standard. */
export function latin(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
}

/** A text string (ISO 32000-1, 7.9.2.2): UTF-16 or UTF-8 with a mark, else PDFDocEncoding, whose letters are those of Windows-1252 for our purpose. */
export function textOf(value: Value | undefined): string | undefined {
  if (!(value instanceof Bytes)) return undefined;
  const { bytes } = value;
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes.subarray(2));
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes.subarray(2));
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return new TextDecoder().decode(bytes.subarray(3));
  return new TextDecoder('windows-1252').decode(bytes);
}
