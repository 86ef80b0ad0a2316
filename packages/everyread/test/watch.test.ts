import { readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderWith, goodReport, run, wordsConfig } from './terminal.js';

async function until(test: () => boolean): Promise<void> {
  const end = Date.now() + 15_000;
  while (!test()) {
    if (Date.now() > end) throw new Error('It did not happen within 15 seconds');
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

describe('watch', () => {
  it('serves the editions to this computer only, and makes again what a change touches', async () => {
    const folder = await folderWith({
      'report.md': `${goodReport}\n:::only{edition=large-print}\nLarge.\n:::\n`,
      'everyread.config.mjs': wordsConfig,
    });
    const controller = new AbortController();
    let out = '';
    let err = '';
    const ended = run(folder, ['watch', 'report.md', '--to', 'words', '--port', '0'], {
      signal: controller.signal,
      out: (text) => void (out += String(text)),
      err: (text) => void (err += text),
    });
    try {
      await until(() => out.includes('http://127.0.0.1:') && err.includes('watching'));
      const url = out.trim();
      const get = async (path: string): Promise<{ status: number; text: string }> => {
        const response = await fetch(new URL(path, url));
        return { status: response.status, text: await response.text() };
      };
      expect((await get('/')).text).toContain('report-large-print.txt');
      expect((await get('/report.txt')).text).toContain('We met 502 people.');
      for (const bad of ['/../report.md', '/%2e%2e/report.md', '/..%2freport.md', '/.everyread-1', '/none.txt'])
        expect((await get(bad)).status, bad).toBe(404);
      await symlink(join(folder, 'report.md'), join(folder, 'dist/leak.txt'));
      expect((await get('/leak.txt')).status).toBe(404);
      const { headers } = await fetch(url);
      expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
      expect(headers.get('content-security-policy')).toBe("frame-ancestors 'self'");
      expect(JSON.parse((await get('/everyread/state')).text)).toMatchObject({ title: 'Our year', messages: [] });

      err = '';
      await writeFile(join(folder, 'report.md'), `${goodReport}\n:::only{edition=large-print}\nLarger.\n:::\n`);
      await until(() => err.includes('done'));
      expect(err).toMatch(/^done report-large-print\.txt in \d+ ms\n$/);
      expect(await readFile(join(folder, 'dist/report-large-print.txt'), 'utf8')).toContain('Larger.');

      err = '';
      await writeFile(join(folder, 'report.md'), `${goodReport}\n[there](#nowhere)\n`);
      await until(() => err.includes('waiting'));
      expect(err).toContain('error link-dead');
      expect((await get('/report.txt')).text).toContain('We met 502 people.');
      expect(JSON.parse((await get('/everyread/state')).text).messages).toMatchObject([{ ruleId: 'link-dead' }]);

      // Another file changes, such as one that the messages go to: what was said is not said again.
      err = '';
      await writeFile(join(folder, 'messages.txt'), 'error link-dead');
      await new Promise((resolve) => setTimeout(resolve, 800));
      expect(err).toBe('');
    } finally {
      controller.abort();
    }
    expect((await ended).code).toBe(130);
  });

  it('does not write over a file beside the report that somebody made, nor over the report, without --force', async () => {
    const signal = AbortSignal.timeout(20_000);
    const folder = await folderWith({
      'report.md': goodReport,
      'report.html': 'by hand',
      'page.html': '<html lang="en"><title>A</title><h1>B</h1><h2>C</h2><p>D</p></html>',
    });
    expect(await run(folder, ['watch', 'report.md', '--to', 'html:screen-reader', '--out', '.', '--port', '0'], { signal })).toMatchObject({
      code: 2,
      err: expect.stringContaining('The folder of the report already holds report.html'),
    });
    expect(await readFile(join(folder, 'report.html'), 'utf8')).toBe('by hand');
    expect(
      await run(folder, ['watch', 'page.html', '--to', 'html:screen-reader', '--out', '.', '--port', '0', '--force'], { signal }),
    ).toMatchObject({
      code: 2,
      err: expect.stringContaining('page.html would be written over the document itself'),
    });

    const controller = new AbortController();
    let err = '';
    const ended = run(folder, ['watch', 'report.md', '--to', 'html:screen-reader', '--out', '.', '--port', '0', '--force'], {
      signal: controller.signal,
      err: (text) => void (err += text),
    });
    await until(() => err.includes('watching'));
    controller.abort();
    expect((await ended).code).toBe(130);
    expect(await readFile(join(folder, 'report.html'), 'utf8')).toContain('502');
  });

  it('says which flags are wrong', async () => {
    const folder = await folderWith({ 'report.md': goodReport });
    expect(await run(folder, ['watch', '-'])).toMatchObject({ code: 2 });
    expect(await run(folder, ['watch', 'report.md', '--port', 'x'])).toMatchObject({
      code: 2,
      err: expect.stringContaining('is not a port'),
    });
    expect(await run(folder, ['watch', 'none.md'])).toMatchObject({ code: 2 });
  });
});
