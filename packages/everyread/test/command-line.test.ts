import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { filesIn, folderWith, goodReport, run, wordsConfig } from './terminal.js';

const project = (report = goodReport, more: Record<string, string> = {}): Promise<string> =>
  folderWith({ 'report.md': report, 'everyread.config.mjs': wordsConfig, ...more });

describe('build', () => {
  it('writes the editions, the archive and the report of the build', async () => {
    const folder = await project();
    const result = await run(folder, ['build', 'report.md']);
    expect(result.err).toBe(
      'making 1 of 2: report.txt\ndone report.txt, 64 bytes\nmaking 2 of 2: report-large-print.txt\ndone report-large-print.txt, 64 bytes\ndone 2 editions in dist; no errors and no warnings\n',
    );
    expect(result.code).toBe(0);
    expect(result.out.split('\n').filter((line) => !line.endsWith('index.html'))).toEqual([
      'dist/report.txt',
      'dist/report-large-print.txt',
      'dist/report-all.zip',
      'dist/everyread-report.json',
      'dist/conformance.json',
      'dist/conformance.html',
      '',
    ]);
    const report = JSON.parse(await readFile(join(folder, 'dist/everyread-report.json'), 'utf8'));
    expect(report.editions.map((each: { edition: string }) => each.edition)).toEqual(['screen-reader', 'large-print']);
    expect(report.source.file).toBe('report.md');
  });

  it('makes the same bytes twice, and takes SOURCE_DATE_EPOCH', async () => {
    const folder = await project();
    const build = async (out: string, env = {}): Promise<Buffer> => {
      await run(folder, ['build', 'report.md', '--out', out], { env });
      return Buffer.concat(await Promise.all((await filesIn(join(folder, out))).map((name) => readFile(join(folder, out, name)))));
    };
    expect((await build('a')).equals(await build('b'))).toBe(true);
    await build('c', { SOURCE_DATE_EPOCH: '86400' });
    expect(await readFile(join(folder, 'c/report.txt'), 'utf8')).toContain('1970-01-02T00:00:00.000Z');
    const wrong = await run(folder, ['build', 'report.md'], { env: { SOURCE_DATE_EPOCH: 'yesterday' } });
    expect(wrong).toMatchObject({ code: 2, out: '' });
  });

  it('keeps an edition from the names of the pages beside it', async () => {
    const folder = await folderWith({ 'index.md': goodReport });
    expect((await run(folder, ['build', 'index.md', '--to', 'html:screen-reader'])).out).toBe('dist/index-html.html\n');
  });

  it('writes only what --to and --edition name', async () => {
    const folder = await project();
    const result = await run(folder, ['build', 'report.md', '--to', 'words:large-print', '--type-size', '24', '--out', 'o']);
    expect(result.out).toBe('o/report-large-print.txt\n');
    expect(await readFile(join(folder, 'o/report-large-print.txt'), 'utf8')).toContain('\n24\n');
    expect(await filesIn(join(folder, 'o'))).toEqual(['report-large-print.txt']);
    expect((await run(folder, ['build', 'report.md', '--edition', 'large-print', '--out', 'p'])).out).toBe('p/report-large-print.txt\n');
    expect((await run(folder, ['build', 'report.md', '--edition', 'summary', '--to', 'words', '--out', 'q'])).out).toBe(
      'q/report-summary.txt\n',
    );
  });

  it('reads standard input and writes standard output', async () => {
    const folder = await project();
    const result = await run(folder, ['build', '-', '--to', 'words', '--out', '-'], { input: goodReport });
    expect(result.code).toBe(0);
    expect(result.out).toBe('Our year\n12\nWelcome We met 502 people.\n2024-03-22T00:00:00.000Z\n');
    expect(await filesIn(folder)).toEqual(['everyread.config.mjs', 'report.md']);
  });

  it('refuses an error, naming place and remedy, and writes nothing', async () => {
    const folder = await project('---\ntitle: T\nlang: en\n---\n\n# H\n\nSee [there](#nowhere).\n');
    const result = await run(folder, ['build', 'report.md']);
    expect(result.code).toBe(1);
    expect(result.out).toBe('');
    expect(result.err).toBe(`report.md:8:5 error link-dead The link “there” leads to #nowhere, which is not in the report
  8 | See [there](#nowhere).
    |     ^
  To mend it: Link to a heading by its name, such as \`#our-year\`, or to a full web address.
stopped report.md: 1 error; nothing was written
`);
    expect(await filesIn(folder)).toEqual(['everyread.config.mjs', 'report.md']);
  });

  it('prints JSON, also for a document with errors', async () => {
    const folder = await project();
    const good = JSON.parse((await run(folder, ['build', 'report.md', '--json', '--quiet'])).out);
    expect(good).toMatchObject({
      ok: true,
      exitCode: 0,
      messages: [],
      files: [{ path: 'dist/report.txt', format: 'words', edition: 'screen-reader' }, { path: 'dist/report-large-print.txt' }],
    });
    const bad = await project('# H\n');
    const result = await run(bad, ['build', 'report.md', '--json']);
    expect(JSON.parse(result.out)).toMatchObject({ ok: false, exitCode: 1, files: [] });
    expect(JSON.parse(result.out).messages.map((each: { ruleId: string }) => each.ruleId)).toContain('doc-lang');
  });

  it('says which flags are wrong', async () => {
    const folder = await project();
    for (const [flags, words] of [
      [['--to', 'word'], 'There is no format named word'],
      [['--to', 'words', '--edition', 'largeprint'], 'Did you mean large-print?'],
      [['--type-size', 'big'], '--type-size big is not a number of points'],
      [['--type-size', '40'], 'from 16 to 28 points, not 40'],
      [['--rule', 'missing-alt'], 'does not say which severity'],
      [['--rule', 'mising-alt=off'], 'Did you mean missing-alt?'],
      [['--config', 'none.json'], 'was not found'],
      [['--out', '-', '--json'], 'both need standard output'],
      [['--size'], 'unknown option'],
    ] as const) {
      const result = await run(folder, ['build', 'report.md', ...flags]);
      expect(result.err).toContain(words);
      expect(result).toMatchObject({ code: 2, out: '' });
    }
    expect(await run(folder, ['build', 'none.md'])).toMatchObject({ code: 2, err: expect.stringContaining('was not found') });
    expect(await run(folder, ['build', '.'])).toMatchObject({ code: 2, err: expect.stringContaining('is a folder') });
    expect(await run(folder, ['bild'])).toMatchObject({ code: 2, err: expect.stringContaining('Did you mean build?') });
    expect(await filesIn(folder)).toEqual(['everyread.config.mjs', 'report.md']);
  });

  it('ends with 3 for warnings only when asked', async () => {
    const folder = await project('---\ntitle: T\nlang: en\n---\n\n# One\n\nText.\n\n### Three\n\nText.\n');
    expect((await run(folder, ['build', 'report.md'])).code).toBe(0);
    const strict = await run(folder, ['build', 'report.md', '--fail-on-warnings', '--quiet']);
    expect(strict.code).toBe(3);
    expect(strict.err).toMatch(/^report\.md:10:1 warning head-skip /);
    expect(strict.err).not.toContain('done');
  });

  it('draws a bar on a terminal only, and never with NO_COLOR, CI or TERM=dumb', async () => {
    const folder = await project();
    expect((await run(folder, ['build', 'report.md'], { isTerminal: true })).err).toContain('\r\u001b[K[');
    for (const env of [{ NO_COLOR: '1' }, { CI: 'true' }, { TERM: 'dumb' }]) {
      expect((await run(folder, ['build', 'report.md'], { isTerminal: true, env })).err).not.toContain('\u001b');
    }
  });

  it('stops on Ctrl+C and leaves no half-written file', async () => {
    const slow = wordsConfig.replace(
      'yield {',
      'yield { path: "first.txt", mediaType: "text/plain", body: new Uint8Array(9) }; globalThis.everyreadTestStop.abort(); yield {',
    );
    const folder = await folderWith({ 'report.md': goodReport, 'everyread.config.mjs': slow });
    const controller = new AbortController();
    Object.assign(globalThis, { everyreadTestStop: controller });
    const result = await run(folder, ['build', 'report.md'], { signal: controller.signal });
    expect(result.code).toBe(130);
    expect(result.err).toContain('Stopped before it was finished');
    expect(await filesIn(folder)).toEqual(['everyread.config.mjs', 'report.md']);
  });

  it('lets the other formats finish when one fails', async () => {
    const config = `${wordsConfig.replace('export default', 'const config =').replace("editions: ['words'] };", '};')}
config.renderers = [
  { ...renderer, name: 'broken', extension: 'bad', async *render() { yield { path: 'x.bad', mediaType: 'text/plain', body: new Uint8Array(3) }; throw new TypeError('no such thing'); } },
  { ...renderer, name: 'escaping', extension: 'esc', async *render() { yield { path: 'a', mediaType: 'text/plain', body: new Uint8Array(1) }; yield { path: '../../evil', mediaType: 'text/plain', body: new Uint8Array(1) }; } },
  renderer,
];
config.editions = ['broken:screen-reader', 'escaping:screen-reader', 'words:screen-reader'];
export default config;`;
    const folder = await folderWith({ 'report.md': goodReport, 'everyread.config.mjs': config });
    const result = await run(folder, ['build', 'report.md']);
    expect(result.code).toBe(4);
    expect(result.err).toContain('error The format broken failed: no such thing');
    expect(result.err).not.toMatch(/\n\s+at /);
    expect((await filesIn(join(folder, 'dist'))).filter((name) => /txt|bad|esc|evil/.test(name))).toEqual(['report.txt']);
    expect(
      JSON.parse(await readFile(join(folder, 'dist/everyread-report.json'), 'utf8')).failed.map((each: { format: string }) => each.format),
    ).toEqual(['broken', 'escaping']);
  });
});

describe('check', () => {
  const faulty = '---\ntitle: T\nlang: en\n---\n\n# One\n\n### Three\n\nText.\n';

  it('prints what it found and makes nothing', async () => {
    const folder = await project(faulty);
    const result = await run(folder, ['check', './report.md']);
    expect(result.out).toBe('');
    expect(result.err).toMatch(/^report\.md:8:1 warning head-skip .*\n {2}8 \| ### Three\n {4}\| \^\n {2}To mend it: /);
    expect(result.err).toContain('done report.md: 1 warning');
    expect(await filesIn(folder)).toEqual(['everyread.config.mjs', 'report.md']);
  });

  it('sets severities by flag, config and front matter, in this order', async () => {
    const inFront = faulty.replace('lang: en', 'lang: en\nrules:\n  head-skip: error');
    const folder = await folderWith({ 'report.md': inFront });
    expect((await run(folder, ['check', 'report.md'])).code).toBe(1);
    const configured = await folderWith({ 'report.md': inFront, 'everyread.config.json': '{ "rules": { "head-skip": "info" } }' });
    expect((await run(configured, ['check', 'report.md'])).err).toContain('10:1 info head-skip');
    expect((await run(configured, ['check', 'report.md', '--rule', 'head-skip=off'])).err).toBe(
      'done report.md: no errors and no warnings\n',
    );
  });

  it('accepts findings for a written reason, and says so', async () => {
    const folder = await folderWith({
      'report.md': faulty.replace('lang: en', 'lang: en\nsuppress:\n  head-skip: The numbering is that of the law.'),
    });
    const result = await run(folder, ['check', 'report.md', '--fail-on-warnings']);
    expect(result).toMatchObject({
      code: 0,
      err: 'done report.md: no errors and no warnings\naccepted head-skip, 1 time: The numbering is that of the law.\n',
    });
    const json = JSON.parse((await run(folder, ['check', 'report.md', '--json', '--quiet'])).out);
    expect(json.suppressed).toEqual([{ ruleId: 'head-skip', reason: 'The numbering is that of the law.', count: 1 }]);
  });

  it('prints JSON and SARIF', async () => {
    const folder = await folderWith({ 'report.md': faulty });
    const json = await run(folder, ['check', 'report.md', '--json', '--quiet']);
    expect(json.err).toBe('');
    expect(JSON.parse(json.out)).toMatchObject({
      ok: true,
      exitCode: 0,
      messages: [{ file: 'report.md', line: 8, column: 1, severity: 'warning', ruleId: 'head-skip' }],
    });
    const sarif = JSON.parse((await run(folder, ['check', 'report.md', '--sarif', '--quiet'])).out);
    expect(sarif).toMatchObject({
      version: '2.1.0',
      runs: [
        {
          tool: { driver: { name: 'everyread', rules: [{ id: 'head-skip', properties: { tags: ['wcag-1.3.1', 'wcag-2.4.6'] } }] } },
          results: [
            {
              ruleId: 'head-skip',
              ruleIndex: 0,
              level: 'warning',
              locations: [{ physicalLocation: { artifactLocation: { uri: 'report.md' }, region: { startLine: 8, startColumn: 1 } } }],
            },
          ],
        },
      ],
    });
  });

  it('reads standard input', async () => {
    const folder = await folderWith({});
    expect(await run(folder, ['check', '-'], { input: goodReport })).toMatchObject({
      code: 0,
      err: 'done (standard input): no errors and no warnings\n',
    });
  });

  it('cuts a long line round the place, and keeps control characters from the terminal', async () => {
    const folder = await folderWith({
      'report.md': `---\ntitle: T\nlang: en\n---\n\n# H\n\n${'word '.repeat(40)}[there](#no\u001bwhere) ${'word '.repeat(40)}\n`,
    });
    const { err } = await run(folder, ['check', 'report.md']);
    expect(err).not.toContain('\u001b');
    const frame = err.split('\n').filter((line) => line.includes('|'));
    expect(Math.max(...frame.map((line) => line.length))).toBeLessThan(120);
  });
});

describe('init, formats, explain, help', () => {
  it('starts a report that can be built, and never overwrites one', async () => {
    const folder = await folderWith({});
    expect(await run(folder, ['init', 'mine'])).toMatchObject({ code: 0, out: 'mine/report.md\nmine/everyread.config.json\n' });
    const checked = await run(folder, ['check', 'mine/report.md']);
    expect(checked).toMatchObject({ code: 0, err: 'done mine/report.md: no errors and no warnings\n' });
    // Large print asks for more contrast than the document's check: its first build must not begin with a warning.
    const built = await run(folder, ['build', 'mine/report.md', '--to', 'docx,html', '--quiet', '--fail-on-warnings']);
    expect(built).toMatchObject({ code: 0, err: '' });
    expect(await run(folder, ['init', 'mine'])).toMatchObject({ code: 2, err: expect.stringContaining('mine/report.md exists already') });
  });

  it('lists formats, those of the configuration too', async () => {
    const folder = await project();
    const { out, code } = await run(folder, ['formats']);
    expect(code).toBe(0);
    expect(out).toContain('words: Words (.txt). Tests.\n  Editions: screen-reader, large-print\n');
    const list = JSON.parse((await run(folder, ['formats', '--json'])).out) as { name: string }[];
    expect(list.map((each) => each.name)).toContain('words');
  });

  it('lists voices', async () => {
    expect(await run('.', ['voices'])).toMatchObject({ code: 0, out: expect.stringMatching(/^\S+: .+, en/) });
    expect(await run('.', ['voices', '--engine', 'x'])).toMatchObject({
      code: 2,
      err: expect.stringContaining('There is no engine named x'),
    });
    expect(await run('.', ['voices', '--engine', 'sherpa'])).toMatchObject({ code: 2, err: expect.stringContaining('--model') });
  });

  it('explains a rule', async () => {
    const folder = await folderWith({});
    const { out } = await run(folder, ['explain', 'missing-alt']);
    expect(out).toContain('missing-alt (error): A picture has no text alternative');
    expect(out).toContain('WCAG 2.2: 1.1.1');
    expect((await run(folder, ['explain'])).out).toMatch(/^[a-z].* \((error|warning|info)\): /);
    expect(await run(folder, ['explain', 'missing-altt'])).toMatchObject({
      code: 2,
      err: expect.stringContaining('Did you mean missing-alt?'),
    });
  });

  it('shows how something is written', async () => {
    expect((await run('.', ['syntax', 'chart'])).out).toMatch(/^### Chart: `:::chart`\n[\s\S]*:::chart\[/);
    expect((await run('.', ['syntax', '::page'])).out).toContain('### Print page');
    expect((await run('.', ['syntax', 'theme'])).out).toContain('`theme: {');
    expect((await run('.', ['syntax'])).out).toContain('# How to write a report');
    expect(await run('.', ['syntax', 'chrat'])).toMatchObject({ code: 2, err: expect.stringContaining('Did you mean chart?') });
    expect(await run('.', ['syntax', 'constructor'])).toMatchObject({ code: 2 });
  });

  it('prints help and version on standard output', async () => {
    expect(await run('.', ['--help'])).toMatchObject({ code: 0, err: '', out: expect.stringContaining('Exit codes: 0 fine') });
    expect(await run('.', ['--version'])).toMatchObject({ code: 0, out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) });
    expect((await run('.', [])).code).toBe(2);
  });
});
