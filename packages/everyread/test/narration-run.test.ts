import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { filesIn, folderWith } from './terminal.js';

const bin = resolve(fileURLToPath(import.meta.url), '../../dist/bin.js');
const built = existsSync(bin);
if (!built) console.warn('skipped: packages/everyread/dist/bin.js is not built (npm run build:js)');

const chapters = Array.from({ length: 3 }, (_, chapter) => {
  const sentences = Array.from(
    { length: 6 },
    (_, index) => `Sentence ${index + 1} of chapter ${chapter + 1} tells that ${200 + index * 7} people came on ${index + 1} May 2023.`,
  );
  return `# Chapter ${chapter + 1}\n\n${sentences.join(' ')}`;
});
const report = `---\ntitle: A report\nlang: en-GB\ndate: 2024-03-22\n---\n\n${chapters.join('\n\n')}\n`;

interface Ended {
  code: number | null;
  err: string;
}

function build(cwd: string, cache: string, onErr?: (err: string, child: ChildProcess) => void, out = 'dist'): Promise<Ended> {
  return new Promise((end, reject) => {
    const child = spawn(process.execPath, [bin, 'build', 'report.md', '--to', 'mp3', '--out', out], {
      cwd,
      env: { ...process.env, NO_COLOR: '1', EVERYREAD_CACHE: cache },
    });
    let err = '';
    child.stderr.on('data', (chunk: Buffer) => {
      err += chunk.toString();
      onErr?.(err, child);
    });
    child.on('error', reject);
    child.on('close', (code) => end({ code, err }));
  });
}

const sha = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex');

/** The sentences in a cache, with the time at which each was made. */
function spokenIn(cache: string): Map<string, number> {
  const folder = join(cache, 'speech-1');
  const names = existsSync(folder) ? (readdirSync(folder, { recursive: true }) as string[]) : [];
  return new Map(names.filter((name) => /pcm-[0-9a-f]+$/.test(name)).map((name) => [name, statSync(join(folder, name)).mtimeMs]));
}

describe.skipIf(!built)('a narration that something happens to', { timeout: 120_000 }, () => {
  let folder = '';
  let whole = '';
  beforeAll(async () => {
    folder = await folderWith({ 'report.md': report });
    const { code, err } = await build(folder, join(folder, 'cache-whole'), undefined, 'whole');
    expect(code, err).toBe(0);
    whole = sha(join(folder, 'whole/report.mp3'));
  }, 120_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('goes on where it was killed, and ends in the same bytes', async () => {
    const cache = join(folder, 'cache-killed');
    const killed = await build(folder, cache, (err, child) => void (err.includes('speaking: 25%') && child.kill('SIGKILL')));
    expect(killed.code).toBeNull();
    const before = spokenIn(cache);
    expect(before.size).toBeGreaterThan(2);
    expect(before.size).toBeLessThan(20);
    expect((await filesIn(join(folder, 'dist'))).filter((name) => name.endsWith('.mp3') && !name.includes('.everyread'))).toEqual([]);
    const again = await build(folder, cache);
    expect(again.code, again.err).toBe(0);
    expect(sha(join(folder, 'dist/report.mp3'))).toBe(whole);
    const after = spokenIn(cache);
    expect(after.size).toBeGreaterThan(before.size);
    // No finished sentence was made twice.
    for (const [name, time] of before) expect(after.get(name)).toBe(time);
    rmSync(join(folder, 'dist'), { recursive: true });
  });

  it('stops within a second of Ctrl+C, and leaves nothing half made', async () => {
    let sent = 0;
    const stopped = await build(folder, join(folder, 'cache-stopped'), (err, child) => {
      if (sent > 0 || !err.includes('speaking: 25%')) return;
      sent = performance.now();
      child.kill('SIGINT');
    });
    expect(stopped.code).toBe(130);
    // A second, and what a busy machine needs besides.
    expect(performance.now() - sent).toBeLessThan(3000);
    expect(existsSync(join(folder, 'dist'))).toBe(false);
    expect((await filesIn(join(folder, 'cache-stopped'))).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  it('shares one cache with another build at the same time', async () => {
    const cache = join(folder, 'cache-shared');
    const both = await Promise.all([build(folder, cache, undefined, 'one'), build(folder, cache, undefined, 'two')]);
    for (const { code, err } of both) expect(code, err).toBe(0);
    expect([sha(join(folder, 'one/report.mp3')), sha(join(folder, 'two/report.mp3'))]).toEqual([whole, whole]);
  });

  it('says that the disk is full, and writes no half file', async (test) => {
    const disk = join(folder, 'disk');
    mkdirSync(disk);
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', disk], { stdio: 'ignore' });
    } catch {
      // Only root may make a small disk.
      test.skip('no small disk can be made here');
      return;
    }
    try {
      const cache = await build(folder, join(disk, 'cache'));
      expect(cache.code).toBe(4);
      expect(cache.err).toContain('The disk is full');
      expect(cache.err).toContain('EVERYREAD_CACHE');
      expect(existsSync(join(folder, 'dist'))).toBe(false);
      rmSync(join(disk, 'cache'), { recursive: true, force: true });
      writeFileSync(join(disk, 'other'), Buffer.alloc(700_000));
      const out = await build(folder, join(folder, 'cache-whole'), undefined, join(disk, 'out'));
      expect(out.code).toBe(4);
      expect(out.err).toMatch(/can't be written|disk is full/);
      expect((await filesIn(disk)).filter((name) => name !== 'other')).toEqual([]);
    } finally {
      execFileSync('umount', [disk]);
    }
  });
});
