import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';

/**
 * Shows a check damaged copies of a good file: a check that says nothing of them could not fail at all.
 *
 * @returns one line for each damage that went unseen
 */
export async function proveChecks(check, files, kit) {
  const unseen = [];
  let seen = 0;
  for (const proof of check.proofs ?? []) {
    const fitting = files.filter((each) => each.format === proof.format && (proof.suits?.(each) ?? true));
    const file =
      fitting.find((each) => each.document.kind === 'example') ?? fitting.find((each) => each.document.kind === 'gallery') ?? fitting[0];
    if (!file) continue;
    const path = join(kit.tempDir('proof'), basename(file.path));
    const good = new Uint8Array(readFileSync(file.path));
    const bad = await proof.damage(good, kit);
    if (Buffer.compare(Buffer.from(good), Buffer.from(bad)) === 0) {
      unseen.push(`${check.name}: the damage “${proof.name}” changes nothing in ${file.name}`);
      continue;
    }
    writeFileSync(path, bad);
    const findings = await check.run([{ ...file, path, name: `${file.name} (damaged: ${proof.name})` }], kit);
    if (findings.some((finding) => finding.severity !== 'warning')) seen += 1;
    else unseen.push(`${check.name}: the damage “${proof.name}” was not noticed`);
  }
  return { seen, unseen };
}
