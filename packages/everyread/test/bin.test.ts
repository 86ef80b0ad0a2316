import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { filesIn, folderWith, goodReport, wordsConfig } from './terminal.js';

const bin = resolve(fileURLToPath(import.meta.url), '../../dist/bin.js');
const built = existsSync(bin);
if (!built) console.warn('skipped: packages/everyread/dist/bin.js is not built (npm run build:js)');

interface Ended {
  code: number | null;
  out: string;
  err: string;
}

function start(
  cwd: string,
  argv: readonly string[],
  input = '',
  onErr?: (text: string, kill: (signal: NodeJS.Signals) => void) => void,
  shell?: string,
): Promise<Ended> {
  return new Promise((end, reject) => {
    const command = [process.execPath, bin, ...argv];
    const [program = '', ...rest] = shell === undefined ? command : ['sh', '-c', shell, 'sh', ...command];
    const child = spawn(program, rest, { cwd, env: { ...process.env, NO_COLOR: '1' } });
    let out = '';
    let err = '';
    child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => {
      err += chunk.toString();
      onErr?.(err, (signal) => child.kill(signal));
    });
    child.on('error', reject);
    child.on('close', (code) => end({ code, out, err }));
    child.stdin.end(input);
  });
}

describe.skipIf(!built)('the built command', () => {
  it('reads standard input, writes standard output and ends with the right code', async () => {
    const folder = await folderWith({ 'everyread.config.mjs': wordsConfig });
    const good = await start(folder, ['build', '-', '--to', 'words', '--out', '-', '--quiet'], goodReport);
    expect(good).toEqual({ code: 0, out: 'Our year\n12\nWelcome We met 502 people.\n2024-03-22T00:00:00.000Z\n', err: '' });
    expect((await start(folder, ['check', '-'], '# H\n')).code).toBe(1);
    expect((await start(folder, ['build'])).code).toBe(2);
  });

  it('writes no part of a file for which there is no room, and the others all the same', async () => {
    const long = wordsConfig
      .replace('body: new TextEncoder().encode(text)', 'body: new Uint8Array(large ? 100_000 : 9)')
      .replace('const text =', 'const large = context.edition.typeSizePt > 12; const text =')
      .replace("editions: ['words']", "editions: ['words:large-print', 'words']");
    const folder = await folderWith({ 'everyread.config.mjs': long, 'report.md': goodReport });
    // No file may grow beyond 64 blocks: the system writes what fits, as it does on a full disk, and refuses the rest.
    const ended = await start(folder, ['build', 'report.md', '--to', 'words:large-print,words'], '', undefined, 'ulimit -f 64; exec "$@"');
    expect(ended.code).toBe(4);
    expect(ended.err).toContain("error The file report-large-print.txt can't be written (EFBIG)");
    expect(ended.err).toContain('failed report-large-print.txt: nothing was written for it');
    expect(await filesIn(join(folder, 'dist'))).toEqual(['report.txt']);
  });

  it('ends with 130 on Ctrl+C and leaves no half-written file', async () => {
    const slow = wordsConfig.replace(
      'yield {',
      'yield { path: "first.txt", mediaType: "text/plain", body: new Uint8Array(9) }; await new Promise((wake) => setTimeout(wake, 20000)); yield {',
    );
    const folder = await folderWith({ 'everyread.config.mjs': slow });
    await writeFile(join(folder, 'report.md'), goodReport);
    let sent = false;
    const began = performance.now();
    const ended = await start(folder, ['build', 'report.md'], '', (err, kill) => {
      if (!sent && err.includes('making 1 of 2')) {
        sent = true;
        setTimeout(() => kill('SIGINT'), 300);
      }
    });
    expect(ended.code).toBe(130);
    expect(performance.now() - began).toBeLessThan(10_000);
    expect(await filesIn(folder)).toEqual(['everyread.config.mjs', 'report.md']);
  });
});
