import { expect, it } from 'vitest';
// @ts-expect-error a script without types
import { countResults, runCheck } from './conformance/kit/run-check.mjs';

interface Result {
  error?: string;
  skipped?: string;
}
const run = runCheck as (check: object, files: object[], kit: object, how: { ci: boolean }) => Promise<Result>;
const count = countResults as (results: Result[]) => { passed: number; failed: number; skipped: number };

const files = [{ path: 'a.pdf', format: 'pdf', document: { kind: 'example' } }];
/** Checks that find nothing: all that is judged here is whether they are run and believed. */
const check = (more: object): object => ({
  name: 'a-validator',
  formats: ['pdf'],
  tools: [],
  run: () => Promise.resolve([]),
  provesItself: 'for this test',
  ...more,
});
const missing = [{ command: 'no-such-validator-anywhere', apt: 'none' }, { module: 'no-such-module' }, { java: 'no-such-java' }];

it.each(missing)('a validator that is missing fails in CI, and elsewhere is a notice that counts as nothing: %o', async (tool) => {
  const inCi = await run(check({ tools: [tool] }), files, {}, { ci: true });
  expect(inCi.error).toMatch(/^.*no-such-.* could not be installed$/);
  expect(count([inCi])).toEqual({ passed: 0, failed: 1, skipped: 0 });
  const elsewhere = await run(check({ tools: [tool] }), files, {}, { ci: false });
  expect(elsewhere.skipped).toMatch(/not installed$/);
  expect(count([elsewhere])).toEqual({ passed: 0, failed: 0, skipped: 1 });
});

it('a check that breaks, finds something, or could not fail at all, fails', async () => {
  const good = await run(check({}), files, {}, { ci: true });
  expect(count([good])).toEqual({ passed: 1, failed: 0, skipped: 0 });
  const broken = await run(check({ run: () => Promise.reject(new Error('no answer')) }), files, {}, { ci: true });
  expect(count([broken])).toEqual({ passed: 0, failed: 1, skipped: 0 });
  const found = await run(check({ run: () => Promise.resolve([{ file: files[0], message: 'wrong' }]) }), files, {}, { ci: true });
  expect(count([found])).toEqual({ passed: 0, failed: 1, skipped: 0 });
  const unproven = await run(check({ provesItself: undefined }), files, {}, { ci: true });
  expect(count([unproven])).toMatchObject({ failed: 1 });
});
