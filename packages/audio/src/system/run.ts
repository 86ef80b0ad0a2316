import { EveryreadError } from '@everyread/core';
import { execFile } from 'node:child_process';

/**
 * Runs a program without a shell. Text reaches it through its input, never as an argument.
 *
 * @returns what it wrote to its output
 */
export function runProgram(program: string, args: readonly string[], input: string | undefined, signal?: AbortSignal): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const child = execFile(
      program,
      [...args],
      { encoding: 'buffer', maxBuffer: 1 << 28, windowsHide: true, ...(signal ? { signal } : {}) },
      (error, stdout, stderr) => {
        if (error === null) resolve(stdout);
        else if (signal?.aborted) reject(new EveryreadError('aborted', 'The narration was cancelled'));
        else if ((error as NodeJS.ErrnoException).code === 'ENOENT')
          reject(
            new EveryreadError('engine', `The program ${program} is not installed`, {
              hint: 'Install it, or use the embedded voice.',
              cause: error,
            }),
          );
        else
          reject(
            new EveryreadError('engine', `${program} failed: ${new TextDecoder().decode(stderr).trim().slice(0, 300)}`, { cause: error }),
          );
      },
    );
    // A program that is missing or ends early closes its input: that is told by its exit.
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(input ?? '');
  });
}
