import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkFile } from '@everyread/check';
import { makeEdition, nodeTable, prepare, renderToBytes, walk, type ReportNode } from '@everyread/core';
import { readMarkdown } from '@everyread/markdown';
import { loadConfig, openReport, publish } from 'everyread';
import { describe, expect, it } from 'vitest';
import { attachmentFor } from '../../../examples/as-a-library/mail-report.js';
import { plainTextRenderer } from '../../../examples/third-party-format/plain-text.js';
import { readPlainText } from '../../../examples/third-party-format/read-plain-text.js';
import { planFor } from '../src/publish.js';
import { goodReport } from './terminal.js';

const examples = resolve(fileURLToPath(import.meta.url), '../../../../examples');
const example = join(examples, 'impact-report/report.md');

describe('the example report', () => {
  it('has no error, no warning and no hint', async () => {
    const { messages, ok } = await openReport(example);
    expect(messages.map(String)).toEqual([]);
    expect(ok).toBe(true);
  });

  it('uses every node that an author can write', async () => {
    const { report } = readMarkdown(await readFile(example, 'utf8'), { path: example });
    const used = new Set<string>();
    walk(report.root.children as ReportNode[], (node) => used.add(node.type));
    const writable = Object.values(nodeTable).filter((spec) => !('madeBy' in spec));
    // A quotation with a dash becomes a pull quote, a bare table a data table, when the report is prepared.
    expect(writable.map((spec) => spec.type).filter((type) => !used.has(type))).toEqual([]);
  });

  it('has no sentence of the real report', async () => {
    const real = await readFile(resolve(examples, '../../shared/reports/impact-report-2023/report.md'), 'utf8').catch(() => undefined);
    if (real === undefined) {
      console.warn('skipped: the real report is not on this machine');
      return;
    }
    const sentences = (text: string): string[] =>
      text
        .replace(/\s+/g, ' ')
        .split(/(?<=[.!?])\s/)
        .map((each) => each.trim())
        .filter((each) => each.split(' ').length >= 6);
    const own = new Set(sentences(await readFile(example, 'utf8')));
    expect(sentences(real).filter((each) => own.has(each))).toEqual([]);
  });
});

describe('the example library', () => {
  it('gives the bytes of one edition', async () => {
    const { name, bytes } = await attachmentFor(goodReport, 'docx:large-print');
    expect(name).toBe('report-large-print.docx');
    expect([...bytes.subarray(0, 2)]).toEqual([0x50, 0x4b]);
    await expect(attachmentFor('# No title\n\n# And no language\n', 'docx')).rejects.toThrow(/language/);
  });
});

describe('the example format', () => {
  it('makes plain text through the registry', async () => {
    const { files, ok } = await publish(example, { to: ['text'], config: { renderers: [plainTextRenderer] } });
    expect(ok).toBe(true);
    const text = new TextDecoder().decode(files[0]!.body);
    for (const words of [
      'Our year in numbers\n===',
      '21 training sessions',
      'Consultancy 48.6%',
      '[Picture: Seen from above',
      '2023-09-12T13:00/15:00',
      '-- Marged',
      '[Page 8]',
      '[2] The draft',
    ])
      expect(text).toContain(words);
    expect(text).not.toMatch(/:::|undefined|\[object/);
  });
});

describe('the reader of the example format', () => {
  const report = prepare(
    readMarkdown(
      '---\ntitle: Our year\nlang: en-GB\n---\n\n::page{n="8"}\n\n# Training\n\nWe trained 502 people.\n\n## Where\n\n:::figure[The hall]{src=hall.png alt="A full hall."}\n:::\n',
      { path: 'report.md' },
    ).report,
    makeEdition('screen-reader'),
    { format: 'text' },
  );
  const check = async (change: (text: string) => string): Promise<string[]> => {
    const text = new TextDecoder().decode(await renderToBytes(plainTextRenderer, report, {}, { message: () => undefined }));
    const body = new TextEncoder().encode(change(text));
    const { messages } = await checkFile({ path: 'report.txt', body }, report, { readers: { txt: readPlainText } });
    return messages.map((message) => message.ruleId ?? '');
  };

  it('finds the same as the report, and notices what is damaged', async () => {
    expect(await check((text) => text)).toEqual([]);
    expect(await check((text) => text.replace('502', '520'))).toEqual(['read-back-text']);
    expect(await check((text) => text.replace('Where\n-----', 'Where'))).toContain('read-back-heading');
    expect(await check((text) => text.replace('A full hall', 'A hall'))).toContain('read-back-alt');
    expect(await check((text) => text.replace('[Page 8]', ''))).toContain('read-back-page');
    expect(await check((text) => text.replace('We trained', 'undefined trained'))).toContain('read-back-leak');
  });
});

describe('the example of a real charity', () => {
  it('names the editions that it offers', async () => {
    const { config } = await loadConfig([], join(examples, 'charity-set/everyread.config.ts'));
    expect(config.editions).toEqual([
      'docx:screen-reader',
      'docx:large-print',
      'pdf:screen-reader',
      'pdf:large-print',
      'mp3',
      'brf:summary',
      'epub:summary',
      'daisy-2.02:summary',
      'mobi:summary',
    ]);
    const opened = await openReport(example, { config });
    const jobs = await planFor(opened.report!, { config, slug: 'report' });
    expect(jobs.map((job) => job.fileName)).toEqual([
      'report.docx',
      'report-large-print.docx',
      'report.pdf',
      'report-large-print.pdf',
      'report.mp3',
      'report-summary.brf',
      'report-summary.epub',
      'report-summary-daisy-2.02.zip',
      'report-summary.mobi',
    ]);
  });

  it('makes the summary for the formats that get it', async () => {
    const { config } = await loadConfig([], join(examples, 'charity-set/everyread.config.ts'));
    // The whole report and the sound editions have tests of their own, and take longer.
    const { files, ok } = await publish(example, { config, except: ['docx', 'pdf', 'mp3', 'daisy-2.02'] });
    expect(ok).toBe(true);
    expect(files.map((file) => file.path)).toEqual(['report-summary.brf', 'report-summary.epub', 'report-summary.mobi']);
    const whole = await publish(example, { to: ['brf'] });
    expect(files[0]!.body.length).toBeLessThan(whole.files[0]!.body.length / 3);
  });
});
