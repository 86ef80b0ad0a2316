import { makeEdition, memoryAssets, type Report } from '@everyread/core';
import { toDocx } from '@everyread/docx';
import { toHtml } from '@everyread/html';
import { importDocx, importHtml } from '@everyread/import';
import { printMarkdown, readMarkdown } from '@everyread/markdown';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { authoredReport } from './authored-report.js';
import { normalForm } from './normal-form.js';
import { png } from './pictures.js';

const settings = { assets: memoryAssets({ 'images/a.png': png }), message: () => undefined, embedFonts: false };
const large = { ...settings, edition: makeEdition('large-print') };
/** The same reports each time; FC_SEED and FC_RUNS look further. */
const run = (runs: number): fc.Parameters<[Report]> => ({
  numRuns: Number(process.env['FC_RUNS'] ?? runs),
  seed: Number(process.env['FC_SEED'] ?? 20231122),
});

describe('reports of every node and every field, in any mixture', () => {
  it('are read from Markdown without a message', () => {
    fc.assert(
      fc.property(authoredReport, (report) => {
        expect(readMarkdown(printMarkdown(report)).messages.map(String)).toEqual([]);
      }),
      run(150),
    );
  });

  it.each<[string, number, string, (report: Report) => Promise<Report> | Report]>([
    ['Markdown', 150, 'markdown', (report) => readMarkdown(printMarkdown(report)).report],
    ['a web page', 100, 'html', async (report) => importHtml(await toHtml(report, settings)).report],
    ['Word in large print', 30, 'docx', async (report) => importDocx(await toDocx(report, large)).report],
    ['Word', 60, 'docx', async (report) => importDocx(await toDocx(report, settings)).report],
  ])('come back from %s as they were', async (_, runs, format, there) => {
    await fc.assert(
      fc.asyncProperty(authoredReport, async (report) => {
        const back = await there(report);
        expect(normalForm(back, format)).toEqual(normalForm(report, format));
        expect(back.meta).toEqual(report.meta);
      }),
      { ...run(runs), endOnFailure: true },
    );
  });
});
