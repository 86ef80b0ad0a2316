import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { boundedProgram } from './hostile/bounded-program.js';
import { nastyFiles } from './hostile/nasty-files.js';

/** The heap of JavaScript, and all of the process, in MiB: what an import may take too. */
const maxHeap = 700;
const maxProcess = 1100;

/** Opens a file as the check of a folder does, and says how it ended: read, or refused in words that are meant for people. */
const readIt = `import { checkRules, readBack } from '@everyread/check';
import { readFileSync } from 'node:fs';
let said;
try {
  const outline = await readBack({ path: process.argv[2], body: new Uint8Array(readFileSync(process.argv[2])) });
  said = 'read ' + outline.items.length;
} catch (error) {
  if (error.code !== 'document' && error.name !== 'ZipError') throw error;
  said = 'refused: ' + error.message;
}`;

describe('a file that somebody made to do harm, given to the check of editions', () => {
  let run: Awaited<ReturnType<typeof boundedProgram>>;
  beforeAll(async () => {
    run = await boundedProgram(readIt);
  }, 60_000);

  it.each(Object.entries(nastyFiles))('%s is read or refused, within bounds of memory', { timeout: 130_000 }, async (_, { path, body }) => {
    const folder = await mkdtemp(join(tmpdir(), 'everyread-'));
    const file = join(folder, path);
    await writeFile(file, body());
    const { said, peakMib } = await run(file, maxHeap);
    await rm(folder, { recursive: true });
    expect(said).toMatch(/^(?:read \d+|refused: .{10,})/);
    expect(said).not.toMatch(/undefined|root:|Maximum call stack|Invalid array|\bat \S+:\d+/);
    expect(peakMib).toBeLessThan(maxProcess);
  });
});
