import { EveryreadError } from '@everyread/core';
import {
  Bytes,
  damaged,
  isArray,
  isDictionary,
  Keyword,
  latin,
  Name,
  Reference,
  Stream,
  Syntax,
  textOf,
  type Dictionary,
  type Value,
} from './syntax.js';
import { unpack } from './unpack.js';

/** Where an object is: at an offset of the file, or in a stream of objects. */
type Place = { readonly offset: number } | { readonly stream: number; readonly index: number };

/** No document of ours comes near. */
const maxObjects = 2_000_000;

/** The objects of a PDF, read when they are asked for (ISO 32000-1, 7.5). */
export class PdfFile {
  readonly trailer: Dictionary;
  readonly #places = new Map<number, Place>();
  readonly #objects = new Map<number, Value>();
  readonly #packs = new Map<number, readonly Value[]>();
  readonly #open = new Set<number>();

  /** @throws {EveryreadError} code `document`, for what is no PDF, is encrypted or has no table of its objects */
  constructor(readonly bytes: Uint8Array) {
    if (!latin(bytes.subarray(0, 1024)).includes('%PDF-')) throw new EveryreadError('document', 'The file is no PDF');
    const end = latin(bytes.subarray(Math.max(0, bytes.length - 2048)));
    const start = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(end);
    if (!start) throw damaged('it does not end as a PDF does; it may be cut short');
    this.trailer = this.readTables(Number(start[1]));
    if (this.trailer.has('Encrypt')) throw new EveryreadError('document', 'The PDF is encrypted, which shuts screen readers out too');
  }

  /** The object that a value stands for. */
  resolve = (value: Value | undefined): Value | undefined => {
    for (let steps = 0; value instanceof Reference; steps += 1) {
      if (steps > 20) throw damaged('references run in a circle');
      value = this.object(value.id);
    }
    return value;
  };

  dictionary(value: Value | undefined): Dictionary | undefined {
    const found = this.resolve(value);
    if (found instanceof Stream) return found.dictionary;
    return isDictionary(found) ? found : undefined;
  }

  array(value: Value | undefined): readonly Value[] {
    const found = this.resolve(value);
    return isArray(found) ? found : [];
  }

  name(value: Value | undefined): string | undefined {
    const found = this.resolve(value);
    return found instanceof Name ? found.text : undefined;
  }

  text(value: Value | undefined): string | undefined {
    return textOf(this.resolve(value));
  }

  number(value: Value | undefined): number | undefined {
    const found = this.resolve(value);
    return typeof found === 'number' ? found : undefined;
  }

  /** The bytes of a stream, unpacked. */
  data(value: Value | undefined): Uint8Array | undefined {
    const found = this.resolve(value);
    return found instanceof Stream ? unpack(found, this.resolve) : undefined;
  }

  /** The pages in order, each with what it inherits (7.7.3). */
  pages(root: Dictionary): { dictionary: Dictionary; id: number | undefined }[] {
    const pages: { dictionary: Dictionary; id: number | undefined }[] = [];
    const seen = new Set<Dictionary>();
    const visit = (value: Value | undefined, inherited: Dictionary, depth: number): void => {
      const node = this.dictionary(value);
      if (!node || seen.has(node) || depth > 60) return;
      seen.add(node);
      const all = new Map([...inherited, ...node]);
      if (node.has('Kids')) for (const kid of this.array(node.get('Kids'))) visit(kid, all, depth + 1);
      else pages.push({ dictionary: all, id: value instanceof Reference ? value.id : undefined });
    };
    visit(root.get('Pages'), new Map(), 0);
    return pages;
  }

  private object(id: number): Value | undefined {
    const known = this.#objects.get(id);
    if (known !== undefined) return known;
    const place = this.#places.get(id);
    if (!place) return undefined;
    if (this.#open.has(id)) throw damaged('an object needs itself');
    this.#open.add(id);
    const value = 'offset' in place ? this.indirect(place.offset, id) : this.pack(place.stream)[place.index];
    this.#open.delete(id);
    if (value !== undefined) this.#objects.set(id, value);
    return value;
  }

  /** `12 0 obj … endobj` at an offset. */
  private indirect(offset: number, id?: number): Value {
    const syntax = new Syntax(this.bytes, offset);
    const [number, , word] = [syntax.read(false), syntax.read(false), syntax.read(false)];
    if (!(word instanceof Keyword) || word.text !== 'obj' || (id !== undefined && number !== id))
      throw damaged(`there is no object ${id ?? ''} at ${offset}`);
    const value = syntax.read();
    if (value === undefined) throw damaged(`the object ${id ?? ''} is empty`);
    if (!isDictionary(value)) return value;
    const after = syntax.at;
    const next = syntax.read();
    if (!(next instanceof Keyword) || next.text !== 'stream') {
      syntax.at = after;
      return value;
    }
    if (this.bytes[syntax.at] === 13) syntax.at += 1;
    if (this.bytes[syntax.at] === 10) syntax.at += 1;
    const length = this.resolve(value.get('Length'));
    if (typeof length !== 'number' || length < 0 || syntax.at + length > this.bytes.length) throw damaged('a stream has a wrong length');
    const packed = this.bytes.subarray(syntax.at, syntax.at + length);
    syntax.at += length;
    const close = syntax.read();
    if (!(close instanceof Keyword) || close.text !== 'endstream') throw damaged('a stream does not end where it says');
    return new Stream(value, packed);
  }

  /** The objects of an object stream (7.5.7). */
  private pack(id: number): readonly Value[] {
    const known = this.#packs.get(id);
    if (known) return known;
    const stream = this.object(id);
    if (!(stream instanceof Stream)) throw damaged(`the stream of objects ${id} is missing`);
    const bytes = unpack(stream, this.resolve);
    const first = this.number(stream.dictionary.get('First')) ?? 0;
    const count = this.number(stream.dictionary.get('N')) ?? 0;
    const head = new Syntax(bytes);
    const objects: Value[] = [];
    for (let index = 0; index < Math.min(count, maxObjects); index += 1) {
      head.read(false);
      const offset = head.read(false);
      const value = typeof offset === 'number' ? new Syntax(bytes, first + offset).read() : undefined;
      if (value === undefined) throw damaged(`the stream of objects ${id} is cut short`);
      objects.push(value);
    }
    this.#packs.set(id, objects);
    return objects;
  }

  /** The tables that say where the objects are, the newest first; returns the newest trailer. */
  private readTables(start: number): Dictionary {
    const seen = new Set<number>();
    let newest: Dictionary | undefined;
    const waiting = [start];
    for (let offset = waiting.shift(); offset !== undefined; offset = waiting.shift()) {
      if (seen.has(offset)) continue;
      seen.add(offset);
      const syntax = new Syntax(this.bytes, offset);
      const word = syntax.read(false);
      const trailer = word instanceof Keyword && word.text === 'xref' ? this.readTable(syntax) : this.readTableStream(offset);
      newest ??= trailer;
      for (const key of ['XRefStm', 'Prev']) {
        const other = trailer.get(key);
        if (typeof other === 'number') waiting.push(other);
      }
    }
    if (!newest) throw damaged('it has no table of its objects');
    return newest;
  }

  private put(id: number, place: Place): void {
    if (this.#places.size > maxObjects) throw damaged('it has more objects than any document');
    if (!this.#places.has(id)) this.#places.set(id, place);
  }

  private readTable(syntax: Syntax): Dictionary {
    for (;;) {
      const first = syntax.read(false);
      if (first instanceof Keyword && first.text === 'trailer') break;
      const count = syntax.read(false);
      if (typeof first !== 'number' || typeof count !== 'number' || count > maxObjects) throw damaged('its table of objects can’t be read');
      for (let index = 0; index < count; index += 1) {
        const [offset, , kind] = [syntax.read(false), syntax.read(false), syntax.read(false)];
        if (!(kind instanceof Keyword) || typeof offset !== 'number') throw damaged('its table of objects can’t be read');
        if (kind.text === 'n') this.put(first + index, { offset });
      }
    }
    const trailer = syntax.read();
    if (!isDictionary(trailer)) throw damaged('it has no trailer');
    return trailer;
  }

  private readTableStream(offset: number): Dictionary {
    const stream = this.indirect(offset);
    if (!(stream instanceof Stream)) throw damaged('it has no table of its objects');
    const numbers = (key: string): number[] => this.array(stream.dictionary.get(key)).filter((each) => typeof each === 'number');
    const [kindWidth = 1, secondWidth = 0, thirdWidth = 0] = numbers('W');
    const bytes = unpack(stream, this.resolve);
    const size = this.number(stream.dictionary.get('Size')) ?? 0;
    const sections = numbers('Index');
    let at = 0;
    const field = (width: number): number => {
      let value = 0;
      for (let index = 0; index < width; index += 1) value = value * 256 + (bytes[at++] ?? 0);
      return value;
    };
    for (const [index, first] of (sections.length > 0 ? sections : [0, size]).entries()) {
      if (index % 2 === 1) continue;
      const count = sections.length > 0 ? (sections[index + 1] ?? 0) : size;
      for (let id = first; id < first + count && at < bytes.length; id += 1) {
        const kind = kindWidth === 0 ? 1 : field(kindWidth);
        const [second, third] = [field(secondWidth), field(thirdWidth)];
        if (kind === 1) this.put(id, { offset: second });
        else if (kind === 2) this.put(id, { stream: second, index: third });
      }
    }
    return stream.dictionary;
  }
}

/** The key of a name in a name tree, as text: keys are strings of bytes. */
export const keyOf = (value: Value | undefined): string | undefined =>
  value instanceof Bytes ? latin(value.bytes) : value instanceof Name ? value.text : undefined;
