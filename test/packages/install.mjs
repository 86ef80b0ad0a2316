import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { packAll, root } from './pack.mjs';
import { runSnippets } from './snippets.mjs';

/**
 * Installs the tarballs into an empty project, as a stranger would, and uses them there: from ESM JavaScript, from
 * TypeScript, by the `everyread` command, and by each snippet of the READMEs.
 * `--snippets` for those alone.
 */
const onlySnippets = process.argv.includes('--snippets');
const run = promisify(execFile);
const home = mkdtempSync(join(tmpdir(), 'everyread-install-'));
const project = join(home, 'project');
const results = [];

async function step(name, work) {
  const began = performance.now();
  try {
    await work();
    results.push({ name, ok: true });
    console.log(`done ${name}, ${((performance.now() - began) / 1000).toFixed(1)} s`);
  } catch (error) {
    results.push({ name, ok: false });
    console.log(`error ${name}: ${`${error.stdout ?? ''}${error.stderr ?? ''}`.trim() || error.stack}`);
  }
}

const inProject = (command, args) =>
  run(command, args, { cwd: project, maxBuffer: 64e6, env: { ...process.env, NO_COLOR: '1', CI: 'true' } });

const markdown = `---
title: Installed
lang: en-GB
---

# A heading

A paragraph with [a link](https://example.org/).

| Year | People |
| --- | ---: |
| 2023 | 502 |
`;

const javascript = `
import assert from 'node:assert/strict';
import { readMarkdown } from '@everyread/markdown';
import { memoryAssets } from '@everyread/core';
import { toDocx } from '@everyread/docx';
import { toHtml } from '@everyread/html';
import { readFileSync } from 'node:fs';

const { report, messages } = readMarkdown(readFileSync('report.md', 'utf8'), { path: 'report.md' });
assert.deepEqual(messages.map(String), []);
const settings = { assets: memoryAssets({}) };
const docx = await toDocx(report, settings);
assert.equal(new TextDecoder().decode(docx.subarray(0, 2)), 'PK');
const html = new TextDecoder().decode(await toHtml(report, settings));
assert.match(html, /<h2[^>]*>.*A heading/s);
`;

const typescript = `
import { build, makeEdition, prepare, type PreparedReport, type Report } from '@everyread/core';
import { readMarkdown } from '@everyread/markdown';

const { report }: { report: Report } = readMarkdown('# Heading', { path: 'a.md' });
const prepared: PreparedReport = prepare(report, makeEdition('screen-reader'));
export const count: number = prepared.outline.length;
export const figure = build.keyFigure({ value: '21' }, [build.text({ value: 'sessions' })]);
// @ts-expect-error a key figure has a value
build.keyFigure({}, []);
`;

/** The packages as a stranger uses them. */
async function useAll(packs) {
  for (const pack of packs)
    await step(`import ${pack.name}`, () => inProject(process.execPath, ['--input-type=module', '-e', `await import('${pack.name}')`]));
  await step('use from JavaScript', () => inProject(process.execPath, ['use.mjs']));
  await step('type check', () => inProject(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', '.']));
  const command = join(project, 'node_modules/.bin/everyread');
  await step('everyread --version', () => inProject(command, ['--version']));
  await step('everyread formats', () => inProject(command, ['formats']));
  await step('everyread build', async () => {
    await inProject(command, ['build', 'report.md']);
    for (const name of ['report.docx', 'report-large-print.docx', 'report.html', 'index.html']) {
      if (!existsSync(join(project, 'dist', name)))
        throw new Error(`dist/${name} was not made, but ${readdirSync(join(project, 'dist')).join(', ')}`);
    }
  });
  if (existsSync(join(root, 'examples/impact-report/report.md'))) {
    await step('everyread build of the example', async () => {
      cpSync(join(root, 'examples/impact-report'), join(project, 'example'), { recursive: true });
      await inProject(command, ['build', 'example/report.md', '--out', 'example-dist', '--quiet']);
    });
  }
}

try {
  const packs = await packAll(home);
  mkdirSync(project);
  writeFileSync(join(project, 'package.json'), JSON.stringify({ name: 'a-project', version: '1.0.0', private: true, type: 'module' }));
  writeFileSync(join(project, 'report.md'), markdown);
  writeFileSync(join(project, 'use.mjs'), javascript);
  writeFileSync(join(project, 'use.ts'), typescript);
  writeFileSync(join(project, 'every.ts'), packs.map((pack, index) => `export * as package${index} from '${pack.name}';`).join('\n'));
  writeFileSync(
    join(project, 'tsconfig.json'),
    JSON.stringify({
      compilerOptions: {
        strict: true,
        noEmit: true,
        module: 'NodeNext',
        target: 'ES2022',
        lib: ['ES2023', 'DOM', 'DOM.Iterable', 'DOM.AsyncIterable'],
        types: [],
        skipLibCheck: false,
      },
      files: ['use.ts', 'every.ts'],
    }),
  );
  await step('install', async () => {
    const quiet = ['--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=warn'];
    const { stderr } = await inProject('npm', ['install', ...quiet, ...packs.map((pack) => pack.tarball)]);
    // Whoever installs this once a year takes each warning for a fault of theirs.
    const warnings = stderr.split('\n').filter((line) => /^npm warn (?:EBADENGINE|deprecated|ERESOLVE)/i.test(line));
    if (warnings.length > 0) throw new Error(warnings.join('\n'));
  });
  await runSnippets(project, step);
  if (!onlySnippets) await useAll(packs);
} finally {
  rmSync(home, { recursive: true, force: true });
}
const failed = results.filter((result) => !result.ok).length;
console.log(`\n${results.length - failed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);
