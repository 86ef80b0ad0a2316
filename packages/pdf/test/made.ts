import { existsSync, readFileSync } from 'node:fs';
import { prepare, type Edition, type PreparedReport, type Report } from '@everyread/core';
import { readMarkdown } from '@everyread/markdown';
import { toPdf, type ToPdfOptions } from '@everyread/pdf';
import { readPdf, type ReadPdf } from './reader/structure.js';
import { type Text, type Value } from './reader/objects.js';
import { stressMarkdown } from './stress.js';

const reportPath = new URL('../../../../shared/reports/impact-report-2023/', import.meta.url);

/** A report made and read back. */
export interface Made {
  bytes: Uint8Array;
  pdf: ReadPdf;
  report: PreparedReport;
  messages: string[];
}

export async function make(report: Report, edition: Edition, options: ToPdfOptions = {}): Promise<Made> {
  const messages: string[] = [];
  const bytes = await toPdf(report, { ...options, edition, message: (message) => messages.push(`${message.ruleId}: ${message.reason}`) });
  return { bytes, pdf: readPdf(bytes), report: prepare(report, edition, { format: 'pdf' }), messages };
}

export function parse(markdown: string): Report {
  return readMarkdown(markdown, { path: 'report.md' }).report;
}

/** What the tests of whole documents look at. */
export const sources: { name: string; report: () => Report; assets: Record<string, Uint8Array> }[] = [
  {
    name: 'the stress document',
    report: () => parse(stressMarkdown(3)),
    assets: {
      'images/square.svg': new TextEncoder().encode(
        '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="90"><path d="M0 0h90v90H0z" fill="red"/></svg>',
      ),
    },
  },
];
if (existsSync(reportPath)) {
  const images = Object.fromEntries(
    ['remo', 'revenue', 'whiteboard'].map((name) => [
      `images/${name}.png`,
      new Uint8Array(readFileSync(new URL(`images/${name}.png`, reportPath))),
    ]),
  );
  sources.push({ name: 'the real report', report: () => parse(readFileSync(new URL('report.md', reportPath), 'utf8')), assets: images });
} else console.warn('The real report is not beside the repository: its tests are left out.');

/** Where a named destination leads: the page, from 0, and how far from its top in points. */
export function destination(pdf: ReadPdf, name: string): { page: number; y: number } | undefined {
  const names = pdf.file.dict(pdf.file.dict(pdf.file.root.Names).Dests).Names as Value[];
  for (let at = 0; at < names.length; at += 2) {
    if ((names[at] as Text).value !== name) continue;
    return explicit(pdf, pdf.file.dict(names[at + 1]).D);
  }
  return undefined;
}

/** What an explicit destination says. */
export function explicit(pdf: ReadPdf, destination: Value | undefined): { page: number; y: number } {
  const [ref, , , top] = destination as [{ id: number }, string, number, number];
  const page = (pdf.file.dict(pdf.file.root.Pages).Kids as { id: number }[]).findIndex((each) => each.id === ref.id);
  return { page, y: (pdf.pages[page]!.MediaBox as number[])[3]! - top };
}
