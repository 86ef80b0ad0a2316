/**
 * The part of WASI (preview 1) that flite needs: arguments, one file to read, one file to write, and
 * nothing of the machine. Our own, because `node:wasi` ends the whole process without an exception after
 * some hundred runs, and because a browser has none.
 */

/** What one run reads and where it writes. */
export interface WasiRun {
  /** The command line; the first is the program's name. */
  args: readonly string[];
  /** Name → bytes of the files that may be read. */
  files: Readonly<Record<string, Uint8Array>>;
  /** Name of the file that may be written. */
  output: string;
}

/** What one run left behind. */
export interface WasiResult {
  exitCode: number;
  /** The bytes of the file that was written; empty where there is none. */
  output: Uint8Array;
  /** What the program said on its error stream. */
  stderr: string;
}

// Error numbers of WASI preview 1.
const success = 0;
const badFile = 8;
const invalid = 28;
const noEntry = 44;

const rootFd = 3;

class ProcessExit extends Error {
  constructor(readonly exitCode: number) {
    super('exit');
  }
}

/** A file that grows as it is written. */
class GrowingFile {
  bytes = new Uint8Array(1 << 16);
  length = 0;

  write(at: number, chunk: Uint8Array): void {
    const end = at + chunk.length;
    if (end > this.bytes.length) {
      const larger = new Uint8Array(Math.max(end, this.bytes.length * 2));
      larger.set(this.bytes.subarray(0, this.length));
      this.bytes = larger;
    }
    this.bytes.set(chunk, at);
    this.length = Math.max(this.length, end);
  }
}

interface OpenFile {
  at: number;
  read?: Uint8Array;
  write?: GrowingFile;
}

/** A WASI command that can be run again and again. */
export interface WasiProgram {
  run(run: WasiRun): Promise<WasiResult>;
  /** Lets go of the memory; the next run makes it anew. */
  rest(): void;
}

/** Runs a WASI command once, in a fresh instance. */
export function runWasi(module: WebAssembly.Module, run: WasiRun): Promise<WasiResult> {
  return wasiProgram(module).run(run);
}

/** An instance whose memory grew past this after a very long text is given up: memory cannot shrink. */
const mostMemory = 64 << 20;

/**
 * The memory that a fresh instance of a WASI command has, for threads to share: each would keep a copy of 17 MB.
 */
export async function freshMemory(module: WebAssembly.Module): Promise<Uint8Array<SharedArrayBuffer>> {
  const { instance } = await instantiate(module);
  const memory = new Uint8Array(memoryOf(instance).buffer);
  const shared = new Uint8Array(new SharedArrayBuffer(memory.length));
  shared.set(memory);
  return shared;
}

/**
 * Makes a WASI command ready for many runs. No run can depend on the one before it: each begins with the memory
 * that a fresh instance has. One instance serves them all, because an instance for each sentence is 20 MB that
 * stay until the collector comes by.
 *
 * @param shared - what `freshMemory()` gave for this module; default: a copy of its own
 */
export function wasiProgram(module: WebAssembly.Module, shared?: Uint8Array): WasiProgram {
  let free: { instance: WebAssembly.Instance; fresh: Uint8Array; calls: { current: Calls } } | undefined;
  return {
    async run(run) {
      let own = free;
      free = undefined;
      if (own === undefined) {
        const made = await instantiate(module);
        own = { ...made, fresh: shared ?? new Uint8Array(memoryOf(made.instance).buffer.slice(0)) };
      } else {
        const used = new Uint8Array(memoryOf(own.instance).buffer);
        used.set(own.fresh);
        used.fill(0, own.fresh.length);
      }
      const { result, returned } = runOnce(own.instance, own.calls, run);
      // A program that ended from within leaves its stack where it was: nothing outside can put that back.
      if (returned && memoryOf(own.instance).buffer.byteLength <= mostMemory) free = own;
      return result;
    },
    rest() {
      free = undefined;
    },
  };
}

/** An instance whose calls to the system can be changed from run to run. */
async function instantiate(module: WebAssembly.Module): Promise<{ instance: WebAssembly.Instance; calls: { current: Calls } }> {
  const calls: { current: Calls } = { current: {} };
  const imports = Object.fromEntries(
    WebAssembly.Module.imports(module).map(({ name }) => [name, (...values: never[]): number => calls.current[name]!(...values)]),
  );
  return { instance: await WebAssembly.instantiate(module, { wasi_snapshot_preview1: imports }), calls };
}

type Calls = Record<string, (...values: never[]) => number>;

const memoryOf = (instance: WebAssembly.Instance): WebAssembly.Memory => instance.exports['memory'] as WebAssembly.Memory;

function runOnce(instance: WebAssembly.Instance, imports: { current: Calls }, run: WasiRun): { result: WasiResult; returned: boolean } {
  const encoder = new TextEncoder();
  const args = run.args.map((arg) => encoder.encode(`${arg}\0`));
  const written = new GrowingFile();
  const stderr: string[] = [];
  const open = new Map<number, OpenFile>();
  let nextFd = rootFd + 1;
  const memory = (): WebAssembly.Memory => memoryOf(instance);
  const view = (): DataView => new DataView(memory().buffer);
  const bytes = (at: number, length: number): Uint8Array => new Uint8Array(memory().buffer, at, length);
  const vectors = (at: number, count: number): Uint8Array[] =>
    Array.from({ length: count }, (_, index) => bytes(view().getUint32(at + index * 8, true), view().getUint32(at + index * 8 + 4, true)));

  const calls: Calls = {
    args_sizes_get(count: number, size: number) {
      view().setUint32(count, args.length, true);
      view().setUint32(
        size,
        args.reduce((sum, arg) => sum + arg.length, 0),
        true,
      );
      return success;
    },
    args_get(pointers: number, buffer: number) {
      let at = buffer;
      for (const [index, arg] of args.entries()) {
        view().setUint32(pointers + index * 4, at, true);
        bytes(at, arg.length).set(arg);
        at += arg.length;
      }
      return success;
    },
    // A clock that stands still: the same input must give the same sound.
    clock_time_get(_id: number, _precision: bigint, at: number) {
      view().setBigUint64(at, 0n, true);
      return success;
    },
    fd_prestat_get(fd: number, at: number) {
      if (fd !== rootFd) return badFile;
      view().setUint8(at, 0);
      view().setUint32(at + 4, 1, true);
      return success;
    },
    fd_prestat_dir_name(fd: number, at: number, length: number) {
      if (fd !== rootFd || length < 1) return invalid;
      bytes(at, 1)[0] = 0x2f;
      return success;
    },
    path_open(
      fd: number,
      _lookup: number,
      path: number,
      length: number,
      _flags: number,
      _rights: bigint,
      _inheriting: bigint,
      _fdFlags: number,
      at: number,
    ) {
      if (fd !== rootFd) return badFile;
      const name = new TextDecoder().decode(bytes(path, length)).replace(/^\/+/, '');
      const readable = Object.hasOwn(run.files, name) ? run.files[name] : undefined;
      if (name !== run.output && readable === undefined) return noEntry;
      open.set(nextFd, name === run.output ? { at: 0, write: written } : { at: 0, read: readable! });
      view().setUint32(at, nextFd, true);
      nextFd += 1;
      return success;
    },
    fd_close(fd: number) {
      return open.delete(fd) ? success : badFile;
    },
    fd_fdstat_get(fd: number, at: number) {
      if (fd > 2 && fd !== rootFd && !open.has(fd)) return badFile;
      bytes(at, 24).fill(0);
      view().setUint8(at, fd <= 2 ? 2 : fd === rootFd ? 3 : 4);
      view().setBigUint64(at + 8, 0xffffffffffffffffn, true);
      view().setBigUint64(at + 16, 0xffffffffffffffffn, true);
      return success;
    },
    fd_fdstat_set_flags() {
      return success;
    },
    fd_seek(fd: number, offset: bigint, whence: number, at: number) {
      const file = open.get(fd);
      if (file === undefined) return badFile;
      const end = file.write ? file.write.length : file.read!.length;
      const target = (whence === 0 ? 0 : whence === 1 ? file.at : end) + Number(offset);
      if (target < 0) return invalid;
      file.at = target;
      view().setBigUint64(at, BigInt(target), true);
      return success;
    },
    fd_read(fd: number, at: number, count: number, read: number) {
      const file = open.get(fd);
      if (file === undefined) return fd === 0 ? ((view().setUint32(read, 0, true), success) as number) : badFile;
      const source = file.read ?? file.write!.bytes.subarray(0, file.write!.length);
      let total = 0;
      for (const target of vectors(at, count)) {
        const chunk = source.subarray(file.at, file.at + target.length);
        target.set(chunk);
        file.at += chunk.length;
        total += chunk.length;
      }
      view().setUint32(read, total, true);
      return success;
    },
    fd_write(fd: number, at: number, count: number, done: number) {
      let total = 0;
      for (const chunk of vectors(at, count)) {
        total += chunk.length;
        if (fd === 1 || fd === 2) stderr.push(new TextDecoder().decode(chunk));
        else {
          const file = open.get(fd);
          if (file?.write === undefined) return badFile;
          file.write.write(file.at, chunk);
          file.at += chunk.length;
        }
      }
      view().setUint32(done, total, true);
      return success;
    },
    proc_exit(code: number) {
      throw new ProcessExit(code);
    },
  };

  imports.current = calls;
  let exitCode = 0;
  let returned = true;
  try {
    (instance.exports['_start'] as () => void)();
  } catch (error) {
    if (!(error instanceof ProcessExit)) throw error;
    exitCode = error.exitCode;
    returned = false;
  } finally {
    // The instance lives on; what this run read and wrote must not.
    imports.current = {};
  }
  return { result: { exitCode, output: written.bytes.subarray(0, written.length), stderr: stderr.join('') }, returned };
}
