import { EveryreadError } from '@everyread/core';
import type { Emphasis, Run, Translation } from '../translator.js';
import type { LouisModule, LouisModuleFactory } from './module.js';

/**
 * liblouis' mode bit for cells as bare dots (liblouis.h, dotsIO): the only one that has kept its value through
 * all releases, so no display table and no Unicode mode is used.
 */
const modeDots = 4;
const dotsFlag = 0x8000;
/** Bits of the typeform array that every table's emphasis classes share (liblouis.h, typeforms). */
const typeforms: Record<Emphasis, number> = { italic: 1, underline: 2, bold: 4 };
const blank = 0x2800;

/** One running build, with its heap. */
export class LouisInstance {
  readonly version: string;
  dead = false;
  private readonly unit: 2 | 4;
  private readonly strings = new Map<string, number>();
  private readonly written = new Set<string>();
  private readonly complaints: string[] = [];

  private constructor(
    private readonly module: LouisModule,
    complaints: string[],
  ) {
    this.complaints = complaints;
    this.unit = module._lou_charSize() === 4 ? 4 : 2;
    this.version = this.readString(module._lou_version());
    try {
      module.FS.mkdir('/tables');
    } catch {
      // A build that brings its tables along has the folder already.
    }
  }

  static async create(createModule: LouisModuleFactory): Promise<LouisInstance> {
    const complaints: string[] = [];
    const say = (text: string): void => {
      if (complaints.length < 50) complaints.push(text);
    };
    return new LouisInstance(await createModule({ print: say, printErr: say }), complaints);
  }

  /** A fresh instance at once, after a death; builds that load asynchronously can't. */
  static revive(createModule: LouisModuleFactory): LouisInstance {
    const complaints: string[] = [];
    const module = createModule({ print: (text) => complaints.push(text), printErr: (text) => complaints.push(text) });
    if (module instanceof Promise) {
      throw new EveryreadError('engine', 'The Braille engine has stopped', {
        hint: 'Make a new translator: this build can only be loaded asynchronously.',
      });
    }
    return new LouisInstance(module, complaints);
  }

  writeTable(name: string, body: Uint8Array): void {
    if (this.written.has(name)) return;
    this.module.FS.writeFile(`/tables/${name}`, body, { encoding: 'binary' });
    this.written.add(name);
  }

  /** @throws {EveryreadError} with what the engine says of the table */
  compile(list: string): void {
    this.complaints.length = 0;
    // Tables stay in the heap for good: before it is full the engine lets go of all and compiles anew.
    if (this.module._sbrk !== undefined && this.module._sbrk(0) > this.module.HEAPU8.length * 0.6) this.module._lou_free();
    const check = this.module._lou_getTable ?? this.module._lou_checkTable;
    const pointer = this.string(list);
    let ok = 0;
    try {
      ok = check?.call(this.module, pointer) ?? 1;
    } catch (cause) {
      this.dead = true;
      throw new EveryreadError('engine', `The Braille engine stopped on the table ${list}`, { cause });
    }
    if (ok === 0) {
      throw new EveryreadError('engine', `The Braille table ${list} does not compile`, {
        hint: this.complaints.slice(0, 5).join('\n') || 'Engine and tables must be of the same generation of liblouis.',
      });
    }
  }

  translate(list: string, runs: readonly Run[]): Translation {
    const text = runs.map((run) => run.text).join('');
    if (text === '') return { cells: '', source: new Int32Array(0) };
    const { units, offsets } = this.encode(text);
    const forms = new Uint16Array(units.length);
    let at = 0;
    let emphasised = false;
    const unitOf = offsets;
    let unit = 0;
    for (const run of runs) {
      const end = at + run.text.length;
      const bits = run.emphasis === undefined ? 0 : typeforms[run.emphasis];
      for (; unit < units.length && unitOf[unit]! < end; unit += 1) forms[unit] = bits;
      emphasised ||= bits !== 0;
      at = end;
    }
    // Ten cells a character covers the longest sign; a longer answer is asked for again with more room.
    for (let room = units.length * 4 + 64; ; room *= 3) {
      const result = this.call('_lou_translate', list, units, room, emphasised ? forms : undefined);
      if (result.consumed < units.length && room < units.length * 200 + 4096) continue;
      if (result.consumed < units.length) {
        throw new EveryreadError('engine', 'The Braille engine left a part of the text out');
      }
      return { cells: result.text, source: this.sources(result, offsets) };
    }
  }

  backTranslate(list: string, cells: string): string {
    const units = Uint32Array.from(cells, (cell) => dotsFlag | (cell.charCodeAt(0) & 0xff));
    if (units.length === 0) return '';
    const result = this.call('_lou_backTranslate', list, units, units.length * 12 + 64, undefined);
    return result.text;
  }

  /** A table that has no Braille for a character prints its number in hexadecimal: a dozen cells or so. */
  knows(list: string, character: string): boolean {
    const { units } = this.encode(character);
    const result = this.call('_lou_translate', list, units, 64, undefined);
    return result.text.length > 0 && !result.text.startsWith(this.escape(list));
  }

  private readonly escapes = new Map<string, string>();
  /** What the answer to an unknown character begins with: learnt from a character that no table has. */
  private escape(list: string): string {
    let start = this.escapes.get(list);
    if (start === undefined) {
      const units = Uint32Array.of(this.unit === 4 ? 0xf0001 : 0xee01);
      start = this.call('_lou_translate', list, units, 64, undefined).text.slice(0, 2);
      this.escapes.set(list, start);
    }
    return start;
  }

  private call(
    name: '_lou_translate' | '_lou_backTranslate',
    list: string,
    units: Uint32Array,
    room: number,
    forms: Uint16Array | undefined,
  ): { text: string; consumed: number; positions: Int32Array } {
    const { module, unit } = this;
    const bytes = units.length * unit + room * unit + room * 2 + room * 4 * 2 + 64;
    const base = module._malloc(bytes);
    if (base === 0) throw new EveryreadError('engine', 'The Braille engine has no memory left');
    try {
      const lengths = base;
      const input = base + 16;
      const output = input + align(units.length * unit);
      const positions = output + align(room * unit);
      const inputPositions = positions + room * 4;
      const typeform = inputPositions + room * 4;
      let view = new DataView(module.HEAPU8.buffer);
      view.setInt32(lengths, units.length, true);
      view.setInt32(lengths + 4, room, true);
      for (let i = 0; i < units.length; i += 1) {
        if (unit === 4) view.setUint32(input + i * 4, units[i]!, true);
        else view.setUint16(input + i * 2, units[i]!, true);
      }
      if (forms !== undefined) {
        for (let i = 0; i < room; i += 1) view.setUint16(typeform + i * 2, forms[i] ?? 0, true);
      }
      const pointer = this.string(list);
      const ok = module[name](
        pointer,
        input,
        lengths,
        output,
        lengths + 4,
        forms === undefined ? 0 : typeform,
        0,
        positions,
        inputPositions,
        0,
        modeDots,
      );
      if (ok === 0) throw new EveryreadError('engine', `The Braille engine refused a text: ${this.complaints.at(-1) ?? 'no reason given'}`);
      // A build that can grow may have moved its heap.
      view = new DataView(module.HEAPU8.buffer);
      const consumed = view.getInt32(lengths, true);
      const length = view.getInt32(lengths + 4, true);
      const chars: string[] = [];
      const found = new Int32Array(length);
      for (let i = 0; i < length; i += 1) {
        const value = unit === 4 ? view.getUint32(output + i * 4, true) : view.getUint16(output + i * 2, true);
        chars.push(name === '_lou_translate' ? String.fromCharCode(value === 0x20 ? blank : blank | (value & 0x3f)) : safe(value));
        found[i] = view.getInt32(inputPositions + i * 4, true);
      }
      return { text: chars.join(''), consumed, positions: found };
    } catch (cause) {
      if (!(cause instanceof EveryreadError)) this.dead = true;
      throw cause;
    } finally {
      if (!this.dead) module._free(base);
    }
  }

  /** Offsets in UTF-16 for each cell; liblouis sometimes steps back by a character, which a map must not. */
  private sources(result: { positions: Int32Array }, offsets: Int32Array): Int32Array {
    const source = new Int32Array(result.positions.length);
    let last = 0;
    for (let i = 0; i < source.length; i += 1) {
      const unit = Math.min(Math.max(result.positions[i]!, 0), offsets.length - 1);
      last = Math.max(last, offsets[unit]!);
      source[i] = last;
    }
    return source;
  }

  private encode(text: string): { units: Uint32Array; offsets: Int32Array } {
    const units = new Uint32Array(text.length);
    const offsets = new Int32Array(text.length);
    let count = 0;
    for (let at = 0; at < text.length;) {
      const point = this.unit === 4 ? text.codePointAt(at)! : text.charCodeAt(at);
      units[count] = point;
      offsets[count] = at;
      count += 1;
      at += point > 0xffff ? 2 : 1;
    }
    return { units: units.subarray(0, count), offsets: offsets.subarray(0, count) };
  }

  private string(text: string): number {
    let pointer = this.strings.get(text);
    if (pointer === undefined) {
      const bytes = new TextEncoder().encode(`${text}\0`);
      pointer = this.module._malloc(bytes.length);
      this.module.HEAPU8.set(bytes, pointer);
      this.strings.set(text, pointer);
    }
    return pointer;
  }

  private readString(pointer: number): string {
    const heap = this.module.HEAPU8;
    let end = pointer;
    while (heap[end] !== 0) end += 1;
    return new TextDecoder().decode(heap.slice(pointer, end));
  }
}

function align(bytes: number): number {
  return Math.ceil(bytes / 4) * 4;
}

function safe(point: number): string {
  return point > 0x10ffff ? '\uFFFD' : String.fromCodePoint(point);
}
