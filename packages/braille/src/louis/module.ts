/**
 * What we use of an Emscripten build of liblouis: its functions, its heap and its file system in memory.
 * Every build since 2016 offers these names, asm.js and WebAssembly alike (exported functions `_lou_*`,
 * `_malloc`, `_free`; runtime method `FS`).
 */
export interface LouisModule {
  _malloc(bytes: number): number;
  _free(pointer: number): void;
  _lou_version(): number;
  _lou_charSize(): number;
  _lou_free(): void;
  _lou_getTable?(tableList: number): number;
  _lou_checkTable?(tableList: number): number;
  _lou_translate(
    tableList: number,
    input: number,
    inputLength: number,
    output: number,
    outputLength: number,
    typeform: number,
    spacing: number,
    outputPositions: number,
    inputPositions: number,
    cursor: number,
    mode: number,
  ): number;
  _lou_backTranslate(
    tableList: number,
    input: number,
    inputLength: number,
    output: number,
    outputLength: number,
    typeform: number,
    spacing: number,
    outputPositions: number,
    inputPositions: number,
    cursor: number,
    mode: number,
  ): number;
  _sbrk?(bytes: number): number;
  HEAPU8: Uint8Array;
  FS: MemoryFileSystem;
}

/** The part of Emscripten's file system that we use. */
export interface MemoryFileSystem {
  mkdir(path: string): unknown;
  writeFile(path: string, data: Uint8Array | string, options?: { encoding?: 'utf8' | 'binary' }): unknown;
}

/** What a build is told before it starts: where its words go and how large its heap is. */
export interface LouisModuleSettings {
  print(text: string): void;
  printErr(text: string): void;
  /** Bytes of heap, for builds that can't grow. */
  TOTAL_MEMORY?: number;
  /** Kept so that a build never looks for Node or for a page. */
  ENVIRONMENT?: string;
  noExitRuntime?: boolean;
}

/** Makes a fresh instance of an Emscripten build; called again when an instance has died. */
export type LouisModuleFactory = (settings: LouisModuleSettings) => LouisModule | Promise<LouisModule>;
