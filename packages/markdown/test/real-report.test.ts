import { existsSync, readFileSync } from 'node:fs';
import { makeEdition, prepare, reportSchema, toText, validate, walk, type ReportNode } from '@everyread/core';
import { printMarkdown, readMarkdown } from '@everyread/markdown';
import { describe, expect, it } from 'vitest';

const path = new URL('../../../../shared/reports/impact-report-2023/report.md', import.meta.url);
if (!existsSync(path)) console.info('skipped: the real report is not here (../shared)');

describe.skipIf(!existsSync(path))('the real report', () => {
  const text = existsSync(path) ? readFileSync(path, 'utf8') : '';
  const { report, messages } = readMarkdown(text, { path: 'report.md' });
  const prepared = prepare(report, makeEdition('screen-reader'));
  const count = (type: string): number => {
    let found = 0;
    walk(prepared.root.children as ReportNode[], (node) => (found += node.type === type ? 1 : 0));
    return found;
  };

  it('is read without a message', () => {
    expect(messages.map(String)).toEqual([]);
  });

  it('keeps all eight clock times', () => {
    expect(toText(prepared.root).match(/\d\d:\d\d/g)).toHaveLength(8);
  });

  it('has its headings, figures, tables, notes and quotations with attribution', () => {
    expect(count('heading')).toBe(27);
    expect(count('figure')).toBe(3);
    expect(count('dataTable')).toBe(3);
    expect(prepared.notes).toHaveLength(3);
    const dashed = text.match(/^> [–—-] /gm)!.length;
    let attributed = 0;
    walk(prepared.root.children as ReportNode[], (node) => (attributed += node.type === 'pullQuote' && node.by ? 1 : 0));
    expect(attributed).toBe(dashed);
  });

  it('turns internal links into cross-references that lead somewhere', () => {
    const dead: string[] = [];
    prepare(report, makeEdition('screen-reader'), {
      message: (message) => dead.push(...(message.ruleId === 'link-dead' ? [message.reason] : [])),
    });
    expect(dead).toEqual([]);
    expect(count('crossReference')).toBe(text.match(/\]\(#./g)!.length);
  });

  it('is the same after printing, and valid as JSON', () => {
    const bare = (value: unknown): unknown =>
      JSON.parse(JSON.stringify(value, (key, each: unknown) => (key === 'position' ? undefined : each)));
    expect(bare(readMarkdown(printMarkdown(report)).report)).toEqual(bare(report));
    expect(validate(reportSchema, JSON.parse(JSON.stringify(report)))).toEqual([]);
  });
});
