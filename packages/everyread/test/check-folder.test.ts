import { appendFile, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderWith, goodReport, run, wordsConfig } from './terminal.js';

describe('check of a folder', () => {
  it('reads the editions back and sees what is missing, changed or old', async () => {
    const folder = await folderWith({
      'report.md': goodReport,
      'everyread.config.mjs': wordsConfig.replace("editions: ['words']", "editions: ['words:screen-reader', 'html:screen-reader']"),
    });
    expect((await run(folder, ['build', 'report.md', '--quiet'])).code).toBe(0);
    const good = await run(folder, ['check', 'dist']);
    expect(good.err).toContain('done dist/report.txt: as it was built; nothing here can read it back');
    expect(good.err).toContain('done dist/report.html: the same as the report');
    expect(good.code).toBe(0);

    const page = join(folder, 'dist/report.html');
    await writeFile(page, (await readFile(page, 'utf8')).replace('We met', 'We saw'));
    const changed = await run(folder, ['check', 'dist', '--json', '--quiet']);
    expect(changed.code).toBe(1);
    const found = JSON.parse(changed.out).files.flatMap((file: { messages: { ruleId: string }[] }) =>
      file.messages.map((each) => each.ruleId),
    );
    expect(found).toContain('output-changed');
    expect(found).toContain('read-back-text');

    await rm(page);
    await appendFile(join(folder, 'report.md'), '\nMore.\n');
    const missing = await run(folder, ['check', 'dist']);
    expect(missing.err).toContain('error output-missing The file report.html is not there');
    expect(missing.err).toContain('warning output-old report.md has changed since the build');
    expect(missing.code).toBe(1);
  });

  it('needs the record of a build, and its report', async () => {
    const folder = await folderWith({ 'report.md': goodReport, 'everyread.config.mjs': wordsConfig });
    expect(await run(folder, ['check', '.'])).toMatchObject({ code: 2, err: expect.stringContaining('holds no everyread-report.json') });
    await run(folder, ['build', 'report.md', '--out', 'elsewhere/dist']);
    const other = await folderWith({});
    expect(await run(other, ['check', join(folder, 'elsewhere/dist')])).toMatchObject({
      code: 2,
      err: expect.stringContaining('--source'),
    });
    expect((await run(folder, ['check', 'elsewhere/dist', '--source', 'report.md'])).code).toBe(0);
  });
});
