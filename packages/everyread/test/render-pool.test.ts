import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { buildEditions, type Built } from '../src/build/build-editions.js';
import { readBackEdition } from '../src/build/conformance-read-back.js';
import { openReport } from '../src/open-report.js';
import { OutputFolder } from '../src/output/output-folder.js';
import { planFor, publish } from '../src/publish.js';
import { RuleSettings } from '../src/rule-settings.js';
import { startRenderPool, type RenderPool } from '../src/threads/render-pool.js';
import { filesIn, folderWith, pixel } from './terminal.js';

const script = new URL('../dist/threads/render-worker.js', import.meta.url);
const built = existsSync(script);
if (!built) console.warn('skipped: packages/everyread/dist/threads/render-worker.js is not built (npm run build:js)');

const text = `---
title: Our year
lang: en-GB
date: 2024-03-22
---

# Welcome

We met **502** people, and 你好.

### Too deep

![A dot](dot.png)
`;
const to = ['docx', 'html', 'epub', 'mobi', 'azw3', 'brf', 'pef'];

async function buildIn(pool: RenderPool | undefined, options: { rules?: Record<string, 'off'>; signal?: AbortSignal } = {}) {
  const folder = await folderWith({ 'report.md': text, 'dot.png': pixel });
  const opened = await openReport(join(folder, 'report.md'), options.rules ? { rules: options.rules } : {});
  const jobs = await planFor(opened.report!, { to, slug: opened.slug });
  const out = new OutputFolder(join(folder, 'dist'));
  try {
    const ended: Built = await buildEditions({
      opened,
      report: opened.report!,
      jobs,
      now: new Date(Date.UTC(2024, 2, 22)),
      signal: options.signal ?? new AbortController().signal,
      folder: out,
      ...(pool ? { pool } : {}),
      readBack: true,
    });
    return { ...ended, folder: join(folder, 'dist'), opened };
  } finally {
    await out.dispose();
    await pool?.close();
  }
}

const saidBy = ({ made, failed }: Built): string[] =>
  [...made, ...failed].flatMap((each) => each.messages.map((message) => `${each.job.fileName} ${String(message)} ${message.ruleId ?? ''}`));

describe.skipIf(!built)('threads that make editions', () => {
  it.each([2, 3])('give the bytes and the messages that one process gives, with %i of them', async (size) => {
    const threaded = await buildIn(startRenderPool(size, script));
    const alone = await buildIn(undefined);
    expect(threaded.failed).toEqual([]);
    expect(threaded.made.map((made) => made.files.map((file) => [file.path, file.sha256]))).toEqual(
      alone.made.map((made) => made.files.map((file) => [file.path, file.sha256])),
    );
    expect(saidBy(threaded)).toEqual(saidBy(alone));
    expect(saidBy(threaded).join('\n')).toContain('braille');
    const { files } = await publish(join(threaded.folder, '..', 'report.md'), { to: ['html'] });
    expect(new Uint8Array(await readFile(join(threaded.folder, 'report.html')))).toEqual(files[0]!.body);
  });

  it('read back what they made, with what the main thread finds', async () => {
    const { made, opened, folder } = await buildIn(startRenderPool(2, script));
    expect(made.every((each) => each.readBack !== undefined)).toBe(true);
    // The gap in its headings is mended in every edition; compared with a report that has none, it is a difference.
    const [docx] = made;
    const other = { ...opened.report!, root: { ...opened.report!.root, children: opened.report!.root.children.slice(1) } };
    const said = async (readBack: typeof docx, report = opened.report!): Promise<string[]> =>
      (await readBackEdition(readBack!, report, folder, new RuleSettings()))!.map(String);
    const alone = { job: docx!.job, files: docx!.files, messages: [] };
    expect(await said(docx)).toEqual(await said(alone));
    expect((await said(alone, other)).length).toBeGreaterThan(0);
  });

  it('leave the author’s rules in force', async () => {
    const alone = saidBy(await buildIn(undefined)).join('\n');
    const rule = /braille-[a-z-]+/.exec(alone)![0];
    const threaded = saidBy(await buildIn(startRenderPool(2, script), { rules: { [rule]: 'off' } })).join('\n');
    expect(threaded).not.toContain(rule);
  });

  it('stop at a signal, and leave nothing half made', async () => {
    const controller = new AbortController();
    const work = buildIn(startRenderPool(2, script), { signal: controller.signal });
    controller.abort();
    await expect(work).rejects.toMatchObject({ code: 'aborted' });
  });
});

describe('a thread that dies', () => {
  it.skipIf(!built)('leaves to the others what it had not begun', async () => {
    const folder = await folderWith({});
    // Dies of HTML; makes everything else as the real one does.
    await writeFile(
      join(folder, 'dying.mjs'),
      `import { parentPort } from 'node:worker_threads';
       await import(${JSON.stringify(script.href)});
       parentPort.on('message', (message) => message.job?.format === 'html' && process.exit(3));`,
    );
    const { made, failed } = await buildIn(startRenderPool(2, pathToFileURL(join(folder, 'dying.mjs'))));
    expect(failed.map(({ job }) => job.renderer.name)).toEqual(['html']);
    expect(made.map(({ job }) => job.renderer.name)).toEqual(expect.arrayContaining(['docx', 'epub', 'mobi', 'azw3', 'brf', 'pef']));
  });

  it('costs its editions, says so, and leaves the build to end', async () => {
    const folder = await folderWith({});
    await writeFile(
      join(folder, 'dying.mjs'),
      "import { parentPort } from 'node:worker_threads'; parentPort.on('message', () => process.exit(3));",
    );
    const { made, failed, folder: dist } = await buildIn(startRenderPool(2, pathToFileURL(join(folder, 'dying.mjs'))));
    expect(made).toEqual([]);
    expect(failed.map(({ error }) => error?.code)).toEqual(failed.map(() => 'engine'));
    expect(failed.length).toBeGreaterThan(6);
    expect(failed[0]!.error!.message).toContain('thread');
    expect(await filesIn(dist)).toEqual([]);
  });
});
