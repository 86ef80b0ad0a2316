import { readFileSync } from 'node:fs';
import { syntaxDocument } from '@everyread/markdown';
import { expect, it } from 'vitest';

it('docs/syntax.md is what the node table says (else: npm run docs)', () => {
  expect(readFileSync(new URL('../../../docs/syntax.md', import.meta.url), 'utf8')).toBe(syntaxDocument());
});
