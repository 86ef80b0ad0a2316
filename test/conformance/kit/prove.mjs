import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';

/**
 * Shows a check damaged copies of a good file, or has it do its work with one thing wrong: a check that says nothing of them could
 * not fail at all.
 *
 * @param {boolean} all - whether all documents are there, so that each damage finds a file
 * @returns one line for each damage that went unseen
 */
export async function proveChecks(check, files, kit, all) {
  const unseen = [];
  let seen = 0;
  if ((check.proofs ?? []).length === 0 && !check.provesItself) unseen.push(`${check.name}: nothing shows that it can fail`);
  for (const proof of check.proofs ?? []) {
    const outcome = proof.trial ? await judge(proof.trial(files, kit)) : await damageFile(check, proof, files, kit);
    if (outcome === true) seen += 1;
    else if (outcome === undefined && all) unseen.push(`${check.name}: no file suits the damage “${proof.name}”`);
    else if (outcome === false) unseen.push(`${check.name}: the damage “${proof.name}” was not noticed`);
    else if (outcome) unseen.push(`${check.name}: the damage “${proof.name}” ${outcome}`);
  }
  return { seen, unseen };
}

const judge = async (findings) => (await findings).some((finding) => finding.severity !== 'warning');

/** @returns whether it was noticed, why it was none, or `undefined` where there is no file for it */
async function damageFile(check, proof, files, kit) {
  const fitting = files.filter((each) => each.format === proof.format && (proof.suits?.(each) ?? true));
  const file =
    fitting.find((each) => each.document.kind === 'example') ?? fitting.find((each) => each.document.kind === 'gallery') ?? fitting[0];
  if (!file) return undefined;
  const path = join(kit.tempDir('proof'), basename(file.path));
  const good = new Uint8Array(readFileSync(file.path));
  const bad = await proof.damage(good, kit);
  if (Buffer.compare(Buffer.from(good), Buffer.from(bad)) === 0) return `changes nothing in ${file.name}`;
  writeFileSync(path, bad);
  return judge(check.run([{ ...file, path, damaged: true, name: `${file.name} (damaged: ${proof.name})` }], kit));
}
