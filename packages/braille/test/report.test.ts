import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { makeEdition, prepare, toText, walk, type PreparedReport, type ReportNode } from '@everyread/core';
import { readMarkdown } from '@everyread/markdown';
import { describe, expect, it } from 'vitest';
import { backTranslator, bodyLines, toBraille, type Grade } from '../src/index.js';

const path = fileURLToPath(new URL('../../../../shared/reports/impact-report-2023/report.md', import.meta.url));
const there = existsSync(path);
if (!there) console.warn(`skipped: the real report is not at ${path}`);

function words(text: string): string[] {
  return text
    .replace(/[’‘]/g, "'")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}'.,£%:]+/gu, ' ')
    .split(' ')
    .map((word) => word.replace(/^['.,:]+|['.,:]+$/g, ''))
    .filter(Boolean);
}

/** What the Braille should hold: all words but page references, which name Braille pages. */
function printOf(report: PreparedReport): string[] {
  const out = [report.meta.title, report.meta.subtitle ?? ''];
  const skipped: string[] = [];
  walk(report.root.children as ReportNode[], (node) => {
    if (node.type === 'pullQuote') out.push([node.by, node.role, node.org].filter(Boolean).join(', '));
    if (node.type === 'figure') out.push(node.alt ?? '');
    if (node.type === 'crossReference' && node.show === 'page') skipped.push(...words(toText(node)).filter((word) => /\d/.test(word)));
  });
  const all = words([...out, toText(report.root), ...report.notes.map((note) => toText(note.definition))].join(' '));
  for (const word of skipped) all.splice(all.indexOf(word), 1);
  return all;
}

/** Turns the text of the pages back into print by the rules of UEB, which know nothing of the engine that wrote it. */
async function back(report: PreparedReport, grade: Grade): Promise<Map<string, number>> {
  const document = await toBraille(report, { grade, addresses: 'none', message: () => undefined });
  const read = await backTranslator('en-GB', { grade });
  const print = read(
    bodyLines(document)
      .map((line) => line.cells)
      .join('\n'),
  );
  const found = new Map<string, number>();
  // The number of a note stands right behind its word.
  for (const word of words(print.replace(/\[(\d+)\]/g, ' $1 '))) found.set(word, (found.get(word) ?? 0) + 1);
  return found;
}

describe.skipIf(!there)('the real report, there and back', () => {
  it.each([1, 2] as const)('grade %i: 99.5 % of the words, and every word that holds a figure', async (grade) => {
    const { report } = readMarkdown(readFileSync(path, 'utf8'), { path });
    const prepared = prepare(report, makeEdition('braille'), { format: 'brf' });
    const found = await back(prepared, grade);
    const wanted = printOf(prepared);
    const missing = wanted.filter((word) => {
      const left = found.get(word) ?? 0;
      found.set(word, left - 1);
      return left <= 0;
    });
    expect(wanted.length).toBeGreaterThan(6000);
    expect(wanted.filter((word) => /\d/.test(word)).length).toBeGreaterThan(150);
    expect(missing.filter((word) => /\d/.test(word))).toEqual([]);
    expect(1 - missing.length / wanted.length, missing.join(' ')).toBeGreaterThan(0.995);
  });
});

it('says where the words stand whose language has no Braille table', async () => {
  const { report } = readMarkdown('---\ntitle: A\nlang: en-GB\n---\n\n# One\n\nWords of :span[Amar Bari]{lang=bn-Latn} here.\n', {
    path: 'a.md',
  });
  const messages: string[] = [];
  await toBraille(report, { message: (message) => messages.push(`${message.ruleId} ${message.line}:${message.column}`) });
  expect(messages).toContain('braille-language 8:10');
});
