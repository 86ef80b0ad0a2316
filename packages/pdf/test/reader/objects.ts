import { inflateSync } from 'node:zlib';

/** What PDF syntax is read into: names as `/Name`, strings as {@link Text}, references as {@link Ref}. */
export type Value = null | boolean | number | string | Text | Ref | Value[] | Dict | Stream;
export interface Dict {
  [key: string]: Value;
}
export class Text {
  constructor(readonly bytes: string) {}
  /** Decoded: UTF-16BE where it begins with its mark, else as it is. */
  get value(): string {
    if (!this.bytes.startsWith('\xfe\xff')) return this.bytes;
    let out = '';
    for (let at = 2; at + 1 < this.bytes.length; at += 2)
      out += String.fromCharCode((this.bytes.charCodeAt(at) << 8) | this.bytes.charCodeAt(at + 1));
    return out;
  }
}
export class Ref {
  constructor(readonly id: number) {}
}
export class Stream {
  constructor(
    readonly dict: Dict,
    readonly raw: string,
  ) {}
  get data(): string {
    const bytes = Buffer.from(this.raw, 'latin1');
    return (this.dict.Filter === '/FlateDecode' ? inflateSync(bytes) : bytes).toString('latin1');
  }
}

const space = /[\0\t\n\f\r ]/;
const delimiter = /[\0\t\n\f\r ()<>[\]{}/%]/;

/** Reads PDF syntax from a string of bytes. */
export class Lexer {
  constructor(
    readonly text: string,
    public at = 0,
  ) {}

  skip(): void {
    for (;;) {
      while (this.at < this.text.length && space.test(this.text[this.at]!)) this.at += 1;
      if (this.text[this.at] !== '%') return;
      while (this.at < this.text.length && !/[\r\n]/.test(this.text[this.at]!)) this.at += 1;
    }
  }

  /** A value, or a word that is an operator or keyword. */
  next(): Value | { word: string } | undefined {
    this.skip();
    const { text } = this;
    const first = text[this.at];
    if (first === undefined) return undefined;
    if (text.startsWith('<<', this.at)) return this.dict();
    if (first === '<') {
      const end = text.indexOf('>', this.at);
      const hex = text.slice(this.at + 1, end).replace(/\s/g, '');
      this.at = end + 1;
      return new Text((hex.match(/../g) ?? []).map((pair) => String.fromCharCode(Number.parseInt(pair, 16))).join(''));
    }
    if (first === '(') return this.literal();
    if (first === '[') {
      this.at += 1;
      const items: Value[] = [];
      for (;;) {
        this.skip();
        if (text[this.at] === ']') break;
        items.push(this.reference(this.next() as Value));
      }
      this.at += 1;
      return items;
    }
    let end = this.at + 1;
    while (end < text.length && !delimiter.test(text[end]!)) end += 1;
    const word = text.slice(this.at, end);
    this.at = end;
    if (first === '/') return word.replace(/#([0-9a-fA-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
    if (/^[-+.\d]/.test(word)) return Number(word);
    if (word === 'true') return true;
    if (word === 'false') return false;
    if (word === 'null') return null;
    return { word };
  }

  private reference(value: Value): Value {
    if (typeof value !== 'number') return value;
    const match = /^\s+(\d+)\s+R(?![a-zA-Z])/.exec(this.text.slice(this.at, this.at + 24));
    if (match === null) return value;
    this.at += match[0].length;
    return new Ref(value);
  }

  private dict(): Dict {
    this.at += 2;
    const dict: Dict = {};
    for (;;) {
      this.skip();
      if (this.text.startsWith('>>', this.at)) break;
      const key = this.next() as string;
      dict[key.slice(1)] = this.reference(this.next() as Value);
    }
    this.at += 2;
    return dict;
  }

  private literal(): Text {
    let out = '';
    let depth = 1;
    this.at += 1;
    for (;;) {
      const mark = this.text[this.at]!;
      this.at += 1;
      if (mark === '\\') {
        const escaped = this.text[this.at]!;
        this.at += 1;
        out += { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }[escaped] ?? escaped;
        continue;
      }
      if (mark === '(') depth += 1;
      if (mark === ')' && (depth -= 1) === 0) return new Text(out);
      out += mark;
    }
  }

  /** A value where a reference may stand. */
  value(): Value {
    return this.reference(this.next() as Value);
  }
}

/** A file of ours: one cross-reference stream, objects in it or in object streams. */
export class PdfFile {
  readonly trailer: Dict;
  private readonly offsets = new Map<number, number>();
  private readonly packed = new Map<number, { stream: number; index: number }>();
  private readonly cache = new Map<number, Value>();
  readonly text: string;

  constructor(bytes: Uint8Array) {
    this.text = Buffer.from(bytes).toString('latin1');
    const start = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(this.text)?.[1]);
    const table = this.readAt(start) as Stream;
    this.trailer = table.dict;
    const [a, b, c] = table.dict.W as [number, number, number];
    const rows = Buffer.from(table.data, 'latin1');
    for (let id = 0; (id + 1) * (a + b + c) <= rows.length; id += 1) {
      const at = id * (a + b + c);
      const kind = rows.readUIntBE(at, a);
      const second = rows.readUIntBE(at + a, b);
      if (kind === 1) this.offsets.set(id, second);
      if (kind === 2) this.packed.set(id, { stream: second, index: rows.readUIntBE(at + a + b, c) });
    }
  }

  get ids(): number[] {
    return [...this.offsets.keys(), ...this.packed.keys()];
  }

  get root(): Dict {
    return this.get(this.trailer.Root) as Dict;
  }

  /** What a value is, references followed. */
  get(value: Value | undefined): Value {
    if (!(value instanceof Ref)) return value ?? null;
    if (!this.cache.has(value.id)) this.cache.set(value.id, this.load(value.id));
    return this.cache.get(value.id)!;
  }

  dict(value: Value | undefined): Dict {
    const found = this.get(value);
    return found instanceof Stream ? found.dict : ((found ?? {}) as Dict);
  }

  private load(id: number): Value {
    const offset = this.offsets.get(id);
    if (offset !== undefined) return this.readAt(offset);
    const place = this.packed.get(id);
    if (place === undefined) throw new Error(`No object ${id}`);
    const stream = this.get(new Ref(place.stream)) as Stream;
    const { data } = stream;
    const lexer = new Lexer(data);
    let from = 0;
    for (let index = 0; index <= place.index; index += 1) {
      lexer.next();
      from = lexer.next() as number;
    }
    return new Lexer(data, (stream.dict.First as number) + from).value();
  }

  private readAt(offset: number): Value {
    const head = /^(\d+) 0 obj\s*/.exec(this.text.slice(offset, offset + 30));
    if (head === null) throw new Error(`No object at ${offset}`);
    const lexer = new Lexer(this.text, offset + head[0].length);
    const value = lexer.value();
    lexer.skip();
    if (!this.text.startsWith('stream', lexer.at)) return value;
    const begin = lexer.at + (this.text.startsWith('stream\r\n', lexer.at) ? 8 : 7);
    const dict = value as Dict;
    return new Stream(dict, this.text.slice(begin, begin + (this.get(dict.Length) as number)));
  }
}
