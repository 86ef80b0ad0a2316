import { EveryreadError } from '@everyread/core';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { Emphasis, EngineInfo, LoadedTable, Run, Translation, Translator } from './translator.js';

/** What is used of koffi, an optional dependency. */
interface Koffi {
  load(path: string): { func(prototype: string): (...args: unknown[]) => unknown };
}

/** How to reach the system's liblouis. */
export interface SystemLiblouisSettings {
  /** The library. Default: the names that Linux and macOS give it. */
  library?: string;
}

const libraryNames = [
  'liblouis.so.20',
  'liblouis.so',
  'liblouis.dylib',
  '/opt/homebrew/lib/liblouis.dylib',
  '/usr/local/lib/liblouis.dylib',
];
const typeforms: Record<Emphasis, number> = { italic: 1, underline: 2, bold: 4 };
const modeDots = 4;
const dotsFlag = 0x8000;

/**
 * The liblouis of the system, through koffi: newer tables, found where the system keeps them. Corrections of ours are not
 * loaded: they are for the tables of 2017. Node only.
 *
 * @throws {EveryreadError} `engine` when koffi or the library is missing
 */
export async function systemTranslator(settings: SystemLiblouisSettings = {}): Promise<Translator> {
  const koffi = await loadKoffi();
  const library = open(koffi, settings.library === undefined ? libraryNames : [settings.library]);
  // Libraries never print: what liblouis would write to standard error comes as an EveryreadError (LOU_LOG_OFF).
  library.func('void lou_setLogLevel(int level)')(60000);
  const version = library.func('const char *lou_version(void)') as () => string;
  const charSize = library.func('int lou_charSize(void)') as () => number;
  const getTable = library.func('void *lou_getTable(const char *tableList)') as (list: string) => unknown;
  const signature = (name: string): string =>
    `int ${name}(const char *tableList, const void *inbuf, _Inout_ int *inlen, void *outbuf, _Inout_ int *outlen, void *typeform, void *spacing, void *outputPos, void *inputPos, void *cursorPos, int mode)`;
  const forward = library.func(signature('lou_translate')) as Call;
  const backward = library.func(signature('lou_backTranslate')) as Call;
  const wide = charSize() === 4;
  const info: EngineInfo = { name: 'liblouis (system)', version: version() };
  return {
    info,
    async open(files): Promise<LoadedTable> {
      const names = files.filter((file): file is string => typeof file === 'string').map((name) => newerName(name));
      const list = names.join(',');
      if (getTable(list) === null) {
        throw new EveryreadError('engine', `The system’s liblouis ${info.version} can't use the table ${list}`, {
          hint: 'Install its tables (Debian: liblouis-data), or set LOUIS_TABLEPATH.',
        });
      }
      return new SystemTable(
        list,
        names,
        bytesToHex(sha256(new TextEncoder().encode(`liblouis ${info.version} ${list}`))),
        forward,
        backward,
        wide,
      );
    },
  };
}

type Call = (
  list: string,
  input: Uint32Array | Uint16Array,
  inputLength: number[],
  output: Uint32Array | Uint16Array,
  outputLength: number[],
  typeform: Uint16Array | null,
  spacing: null,
  outputPositions: null,
  inputPositions: Int32Array | null,
  cursor: null,
  mode: number,
) => number;

class SystemTable implements LoadedTable {
  private readonly known = new Map<string, boolean>();

  constructor(
    private readonly list: string,
    readonly files: readonly string[],
    /** Of engine, version and names: the files themselves belong to the system. */
    readonly sha256: string,
    private readonly forward: Call,
    private readonly backward: Call,
    private readonly wide: boolean,
  ) {}

  translate(runs: readonly Run[]): Translation {
    const text = runs.map((run) => run.text).join('');
    if (text === '') return { cells: '', source: new Int32Array(0) };
    const { units, offsets } = this.encode(text);
    const forms = new Uint16Array(units.length * 4 + 64);
    let unit = 0;
    let end = 0;
    let emphasised = false;
    for (const run of runs) {
      end += run.text.length;
      const bits = run.emphasis === undefined ? 0 : typeforms[run.emphasis];
      emphasised ||= bits !== 0;
      for (; unit < units.length && offsets[unit]! < end; unit += 1) forms[unit] = bits;
    }
    const { values, positions, consumed } = this.call(this.forward, units, units.length * 4 + 64, emphasised ? forms : null);
    if (consumed < units.length) throw new EveryreadError('engine', 'The system’s liblouis left a part of the text out');
    let last = 0;
    const source = Int32Array.from(
      positions,
      (position) => (last = Math.max(last, offsets[Math.min(Math.max(position, 0), offsets.length - 1)]!)),
    );
    return { cells: values.map((value) => String.fromCharCode(value === 0x20 ? 0x2800 : 0x2800 | (value & 0x3f))).join(''), source };
  }

  backTranslate(cells: string): string {
    const units = Array.from(cells, (cell) => dotsFlag | (cell.charCodeAt(0) & 0xff));
    if (units.length === 0) return '';
    const input = this.wide ? Uint32Array.from(units) : Uint16Array.from(units);
    return this.call(this.backward, input, units.length * 12 + 64, null)
      .values.map((value) => String.fromCodePoint(value))
      .join('');
  }

  knows(character: string): boolean {
    let answer = this.known.get(character);
    if (answer === undefined) {
      const escape = this.raw(this.wide ? '\u{f0001}' : '\uee01').slice(0, 2);
      const cells = this.raw(character);
      answer = cells.length > 0 && !cells.startsWith(escape);
      this.known.set(character, answer);
    }
    return answer;
  }

  private raw(text: string): string {
    return this.translate([{ text }]).cells;
  }

  private call(
    call: Call,
    units: Uint32Array | Uint16Array,
    room: number,
    forms: Uint16Array | null,
  ): { values: number[]; positions: Int32Array; consumed: number } {
    const output = this.wide ? new Uint32Array(room) : new Uint16Array(room);
    const positions = new Int32Array(room);
    const inputLength = [units.length];
    const outputLength = [room];
    if (call(this.list, units, inputLength, output, outputLength, forms, null, null, positions, null, modeDots) === 0) {
      throw new EveryreadError('engine', 'The system’s liblouis refused a text');
    }
    const length = outputLength[0]!;
    return { values: [...output.subarray(0, length)], positions: positions.subarray(0, length), consumed: inputLength[0]! };
  }

  private encode(text: string): { units: Uint32Array | Uint16Array; offsets: number[] } {
    const values: number[] = [];
    const offsets: number[] = [];
    for (let at = 0; at < text.length;) {
      const point = this.wide ? text.codePointAt(at)! : text.charCodeAt(at);
      values.push(point);
      offsets.push(at);
      at += point > 0xffff ? 2 : 1;
    }
    return { units: this.wide ? Uint32Array.from(values) : Uint16Array.from(values), offsets };
  }
}

/** Tables that have another name since 2017. */
const newer: Readonly<Record<string, string>> = {
  'de-de-g1.ctb': 'de-g1.ctb',
  'de-de-g2.ctb': 'de-g2.ctb',
  'cy-cy-g1.utb': 'cy-cy-g1.utb',
};

function newerName(name: string): string {
  return newer[name] ?? name;
}

async function loadKoffi(): Promise<Koffi> {
  try {
    const module = (await import('koffi')) as unknown as { default?: Koffi } & Koffi;
    return module.default ?? module;
  } catch (cause) {
    throw new EveryreadError('engine', 'The system’s liblouis is reached through koffi, which is not installed', {
      hint: 'Run npm install koffi.',
      cause,
    });
  }
}

function open(koffi: Koffi, names: readonly string[]): ReturnType<Koffi['load']> {
  let cause: unknown;
  for (const name of names) {
    try {
      return koffi.load(name);
    } catch (error) {
      cause = error;
    }
  }
  throw new EveryreadError('engine', 'The system has no liblouis', {
    hint: 'Install it (Debian: apt install liblouis20 liblouis-data), or name the library.',
    cause,
  });
}
