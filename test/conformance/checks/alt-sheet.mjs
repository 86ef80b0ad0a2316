import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { places } from '../kit/places.mjs';
import { check as axe } from './axe.mjs';

const bin = join(places.root, 'packages/everyread/dist/bin.js');

/** The sheet of a document, where `damage` may change it before it is looked at. */
async function sheetOf(file, kit, damage = (text) => text) {
  const path = join(kit.tempDir('alt-sheet'), 'sheet.html');
  const result = await kit.runTool(process.execPath, [bin, 'check', file.document.source, '--alt-sheet', path, '--quiet']);
  if (result.code !== 0) throw new Error(`the sheet is not written: ${result.stderr.trim().slice(-400)}`);
  writeFileSync(path, damage(readFileSync(path, 'utf8')));
  return { ...file, path, name: `${file.document.name}: sheet of text alternatives`, document: { ...file.document, kind: 'gallery' } };
}

/**
 * The sheet on which a person reviews text alternatives, by the rules of the web pages: axe in every mode, reflow, keyboard.
 *
 * @type {import('../kit/contract.d.ts').Check}
 */
export const check = {
  name: 'alt-sheet',
  formats: ['html'],
  tools: axe.tools,
  async run(files, kit) {
    const sources = new Map(
      files.filter(({ document }) => ['report', 'example'].includes(document.kind)).map((file) => [file.document.source, file]),
    );
    // A proof has a damaged page instead of an edition: the sheet is damaged in the same way.
    const damaged = files.length === 1 && files[0].name.includes('(damaged');
    const sheets = [];
    for (const file of sources.values())
      sheets.push(await sheetOf(file, kit, damaged ? (text) => text.replace(/<h1/, '<img src="data:,"><h1') : undefined));
    return axe.run(sheets, kit);
  },
  proofs: [axe.proofs[0]],
};
