import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { open, rename, rm, rmdir } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { EveryreadError, type OutputFile } from '@everyread/core';
import { makeFolder } from './make-folder.js';

/** One file that was written under a temporary name. */
export interface StagedFile {
  /** Name relative to the output folder, with forward slashes. */
  path: string;
  mediaType: string;
  bytes: number;
  sha256: string;
  temporary: string;
}

/**
 * Writes files so that a reader never sees half of one: first under a temporary name in the same file system, then
 * renamed. What is not renamed is removed at the end.
 */
export class OutputFolder {
  readonly #folder: string;
  readonly #temporary: string;
  #created: string | undefined;
  #ready = false;
  #count = 0;
  #committed = 0;

  constructor(folder: string) {
    this.#folder = resolve(folder);
    this.#temporary = join(this.#folder, `.everyread-${process.pid}`);
  }

  /**
   * Writes one file under a temporary name.
   *
   * @param path - its name, relative to the folder
   * @throws {EveryreadError} `engine`, when a format names a file outside the folder; `io`, when writing fails
   */
  async stage(path: string, file: Pick<OutputFile, 'mediaType' | 'body'>): Promise<StagedFile> {
    checkPath(path);
    await this.#prepare();
    this.#count += 1;
    const temporary = join(this.#temporary, String(this.#count));
    const hash = createHash('sha256');
    let bytes = 0;
    const handle = await open(temporary, 'wx').catch(failIo(`The folder ${this.#folder} can't be written to`));
    try {
      const chunks = file.body instanceof Uint8Array ? [file.body] : file.body;
      for await (const chunk of chunks) {
        hash.update(chunk);
        bytes += chunk.length;
        // One write may take only a part, as where the disk fills up, and say so by nothing but its count: writing on tells why.
        for (let at = 0; at < chunk.length;)
          at += (await handle.write(chunk, at).catch(failIo(`The file ${path} can't be written`))).bytesWritten;
      }
    } catch (cause) {
      // Its room may be enough for the editions that follow.
      await rm(temporary, { force: true });
      throw cause;
    } finally {
      await handle.close();
    }
    return { path, mediaType: file.mediaType, bytes, sha256: hash.digest('hex'), temporary };
  }

  /** Gives the files their names. */
  async commit(files: readonly StagedFile[]): Promise<void> {
    for (const file of files) {
      const target = join(this.#folder, ...file.path.split('/'));
      await makeFolder(dirname(target)).catch(failIo(`The folder of ${file.path} can't be made`));
      await rename(file.temporary, target).catch(failIo(`The file ${file.path} can't be written`));
      this.#committed += 1;
    }
  }

  /** Removes what was not committed, and the folder itself where it was made for nothing. */
  async dispose(): Promise<void> {
    if (!this.#ready) return;
    await rm(this.#temporary, { recursive: true, force: true });
    if (this.#committed === 0 && this.#created !== undefined) await rmdir(this.#folder).catch(() => undefined);
  }

  /** The same at once, for a process that must end. */
  disposeNow(): void {
    if (this.#ready) rmSync(this.#temporary, { recursive: true, force: true });
  }

  async #prepare(): Promise<void> {
    if (this.#ready) return;
    this.#created = await makeFolder(this.#folder).catch(failIo(`The folder ${this.#folder} can't be made`));
    await makeFolder(this.#temporary).catch(failIo(`The folder ${this.#folder} can't be written to`));
    this.#ready = true;
  }
}

function checkPath(path: string): void {
  const parts = path.split('/');
  const isBad = parts.some((part) => part === '' || part === '.' || part === '..' || /[\\:*?"<>|\u0000-\u001f]/.test(part));
  if (isBad)
    throw new EveryreadError('engine', `A format names a file that may not be written: ${JSON.stringify(path)}`, {
      hint: 'This is a fault of the format. Please report it.',
    });
}

const mayWrite = 'Check that you may write there, or choose another folder with --out.';
const makeRoom = 'There is no more room: delete what is not needed, or choose a folder on another disk with --out.';
const hints: Readonly<Record<string, string>> = {
  EACCES: mayWrite,
  EROFS: mayWrite,
  EPERM: mayWrite,
  ENOENT: mayWrite,
  ENOSPC: makeRoom,
  EDQUOT: makeRoom,
  ENAMETOOLONG: 'Give the report a shorter name: its editions are named after it.',
  EEXIST: 'There is a file of that name: delete it, or choose another folder with --out.',
  ENOTDIR: 'There is a file of that name: delete it, or choose another folder with --out.',
};

function failIo(message: string): (cause: unknown) => never {
  return (cause) => {
    const code = (cause as NodeJS.ErrnoException).code ?? 'unknown reason';
    throw new EveryreadError('io', `${message} (${code})`, { hint: hints[code] ?? 'Choose another folder with --out.', cause });
  };
}
