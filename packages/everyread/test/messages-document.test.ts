import { readFileSync } from 'node:fs';
import { allRules, messagesDocument } from 'everyread';
import { expect, it } from 'vitest';

it('docs/messages.md is what the rules say (else: npm run docs)', async () => {
  const rules = await allRules();
  const text = readFileSync(new URL('../../../docs/messages.md', import.meta.url), 'utf8');
  expect(text).toBe(messagesDocument(rules));
  expect(text.match(/^### `/gm)).toHaveLength(rules.size);
  // Whoever installed the command has no folder docs/: `everyread syntax` and `everyread explain` are what they can ask.
  for (const { id, mend } of rules.values()) expect(mend, id).not.toMatch(/docs\/|README/);
  // Each criterion has its name and its address.
  expect(text).not.toMatch(/WCAG 2\.2:.*(?:: |, )\d+\.\d+\.\d+(?:,|$)/m);
});
