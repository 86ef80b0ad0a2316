import { readFileSync } from 'node:fs';
import { readMarkdown, syntaxDocument } from '@everyread/markdown';
import { describe, expect, it } from 'vitest';

it('docs/syntax.md is what the node table says (else: npm run docs)', () => {
  expect(readFileSync(new URL('../../../docs/syntax.md', import.meta.url), 'utf8')).toBe(syntaxDocument());
});

describe('the examples of the front matter can be read', () => {
  const examples = [...syntaxDocument().matchAll(/^- `(\w+)`: .* `(\1: .*)`$/gm)];
  it('all of them', () => {
    expect(examples.length).toBeGreaterThan(15);
    for (const [, name, example] of examples) {
      const { report, messages } = readMarkdown(`---\n${example!}\n---\n\nText.`);
      expect(messages.map(String), example).toEqual([]);
      expect(report.meta, example).toHaveProperty(name!);
    }
  });
});
