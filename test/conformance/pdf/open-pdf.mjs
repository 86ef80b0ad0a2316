import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * A file with its streams and objects laid open, changed by `change`: for damaged copies.
 *
 * @param {Uint8Array} bytes
 * @param {import('../kit/contract.d.ts').Kit} kit
 * @param {(text: string) => string} change one byte a character; each object keeps its length
 */
export async function changeOpened(bytes, kit, change) {
  const folder = kit.tempDir('opened');
  const [source, target] = [join(folder, 'in.pdf'), join(folder, 'out.pdf')];
  writeFileSync(source, bytes);
  await kit.runTool('qpdf', ['--qdf', '--object-streams=disable', source, target]);
  return Buffer.from(change(readFileSync(target).toString('latin1')), 'latin1');
}

/** What is painted in the most used dark colour becomes pale grey. */
export function paleText(text) {
  const counts = new Map();
  for (const [found] of text.matchAll(/^0\.[0-2]\d\d 0\.[0-2]\d\d 0\.[0-2]\d\d rg$/gm)) counts.set(found, (counts.get(found) ?? 0) + 1);
  const [most] = [...counts].sort((a, b) => b[1] - a[1])[0];
  return text.replaceAll(most, '0.800 0.800 0.800 rg');
}
