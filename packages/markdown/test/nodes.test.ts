import { nodeTable, walk, type NodeSpec, type ReportNode } from '@everyread/core';
import { printMarkdown, readMarkdown } from '@everyread/markdown';
import { describe, expect, it } from 'vitest';

const specs = Object.values(nodeTable) as readonly NodeSpec[];
const head = '---\ntitle: Test\nlang: en-GB\n---\n\n';

/** A tree without positions: printing moves them. */
function bare(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value, (key, each: unknown) => (key === 'position' ? undefined : each)));
}

describe.each(specs.map((spec) => [spec.type, spec] as const))('%s', (type, spec) => {
  const { report, messages } = readMarkdown(head + spec.example);

  it('is read from its example without a message', () => {
    expect(messages.map(String)).toEqual([]);
    const types = new Set<string>();
    walk(report.root.children as ReportNode[], (node) => types.add(node.type));
    if (spec.madeBy !== 'pass') expect(types).toContain(type);
  });

  it('is the same after printing and reading again', () => {
    const printed = printMarkdown(report);
    const again = readMarkdown(printed);
    expect(again.messages.map(String)).toEqual([]);
    expect(bare(again.report)).toEqual(bare(report));
    expect(printMarkdown(again.report)).toBe(printed);
  });
});
