import { expect, it } from 'vitest';
import { printWithList } from '../src/cli/print-list.js';
import { folderWith, goodReport, run } from './terminal.js';

async function printed(count: number): Promise<{ text: string; pieces: number; whole: string }> {
  const items = Array.from({ length: count }, (_, n) => ({ n, text: `a\n“${n}”`, place: { line: n } }));
  const around = (some: unknown[]): object => ({ ok: true, runs: [{ results: some, after: ['\u0000'] }], more: {} });
  const pieces: string[] = [];
  await printWithList({ out: (piece: unknown) => void pieces.push(String(piece)) } as never, around, items, (item) => item);
  return { text: pieces.join(''), pieces: pieces.length, whole: `${JSON.stringify(around(items), null, 2)}\n` };
}

it('prints what JSON.stringify would, a thousand items at a time', async () => {
  for (const count of [0, 1, 2, 1000, 1001, 2500]) {
    const { text, whole } = await printed(count);
    expect(text, String(count)).toBe(whole);
  }
  expect((await printed(2500)).pieces).toBe(5);
});

it('check prints JSON and SARIF that hold every finding, as one document each', async () => {
  const report = `${goodReport}${'\nRead on at page 12.\n'.repeat(1500)}`;
  const folder = await folderWith({ 'report.md': report });
  const json = JSON.parse((await run(folder, ['check', 'report.md', '--json'])).out) as { messages: { ruleId: string }[] };
  const sarif = JSON.parse((await run(folder, ['check', 'report.md', '--sarif'])).out) as {
    runs: { results: { ruleId: string; ruleIndex: number }[]; tool: { driver: { rules: { id: string }[] } } }[];
  };
  expect(json.messages.filter(({ ruleId }) => ruleId === 'ref-page')).toHaveLength(1500);
  const { results, tool } = sarif.runs[0]!;
  expect(results.map(({ ruleId }) => ruleId)).toEqual(json.messages.map(({ ruleId }) => ruleId));
  for (const { ruleId, ruleIndex } of results) expect(tool.driver.rules[ruleIndex]!.id).toBe(ruleId);
});
