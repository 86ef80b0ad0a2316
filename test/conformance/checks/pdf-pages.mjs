import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { changeOpened, paleText } from '../pdf/open-pdf.mjs';
import { readPages } from '../pdf/read-pages.mjs';
import * as rules from '../pdf/rules.mjs';

/** What an edition promises of its pages (A4). */
const promises = {
  'screen-reader': { largePrint: false, sizePt: 12, marginPt: (595.28 - 420) / 2, headPt: 60, longest: 85, least: 4.5 },
  summary: { largePrint: false, sizePt: 12, marginPt: (595.28 - 420) / 2, headPt: 60, longest: 85, least: 4.5 },
  'large-print': { largePrint: true, sizePt: 18, marginPt: 48, headPt: 20, longest: 70, least: 7 },
};

/** A page drawn by poppler, one pixel to the point. */
async function drawn(path, kit) {
  const folder = kit.tempDir('drawn');
  await kit.runTool('pdftoppm', ['-r', '72', path, join(folder, 'page')], { timeoutMs: 300_000 });
  return readdirSync(folder)
    .sort()
    .map((name) => {
      const bytes = readFileSync(join(folder, name));
      const [head, width, height] = /^P6\s+(\d+)\s+(\d+)\s+255\s/.exec(bytes.subarray(0, 40).toString('latin1'));
      const at = head.length;
      return {
        commonest(x1, y1, x2, y2) {
          const counts = new Map();
          for (let y = Math.max(0, Math.floor(y1)); y < Math.min(height, y2); y += 1) {
            for (let x = Math.max(0, Math.floor(x1)); x < Math.min(width, x2); x += 1) {
              const colour = bytes.readUIntBE(at + (y * width + x) * 3, 3);
              counts.set(colour, (counts.get(colour) ?? 0) + 1);
            }
          }
          const [[most]] = [...counts].sort((a, b) => b[1] - a[1]);
          return `#${most.toString(16).padStart(6, '0')}`;
        },
      };
    });
}

/** The place of a piece of text. */
const placed = /1 0 0 -1 ([\d.]+) ([\d.]+) Tm/g;
/** A number in as many characters as another one has. */
const fit = (value, like) => value.toFixed(3).slice(0, like.length).padEnd(like.length);

/** Every other line comes down on the next one. */
function moveDown() {
  let line = 0;
  let last = '';
  return (all, x, y) => {
    if (y !== last) line += 1;
    last = y;
    return line % 2 === 0 ? all : `1 0 0 -1 ${x} ${fit(Number(y) + 12, y)} Tm`;
  };
}

const proof = (name, change) => ({
  name,
  format: 'pdf',
  suits: (file) => file.edition === 'screen-reader',
  damage: (bytes, kit) => changeOpened(bytes, kit, change),
});

/**
 * What no validator looks at: whether links lie on their words, bookmarks lead to their headings, and pages are set as
 * they were promised. Read by MuPDF, poppler and qpdf.
 *
 * @type {import('../kit/contract.d.ts').Check}
 */
export const check = {
  name: 'pdf-pages',
  formats: ['pdf'],
  tools: [
    { command: 'mutool', apt: 'mupdf-tools' },
    { command: 'pdfinfo', apt: 'poppler-utils' },
    { command: 'pdftoppm', apt: 'poppler-utils' },
    { command: 'qpdf', apt: 'qpdf' },
  ],
  async run(files, kit) {
    const findings = [];
    await kit.each(files, async (file) => {
      const promise = promises[file.edition];
      if (promise === undefined) return;
      const seen = await readPages(file.path, kit);
      const pictures = await drawn(file.path, kit);
      // A damage is made for one rule, and that rule has to see it.
      const [, only] = /\(damaged: (\w+):/.exec(file.name) ?? [];
      for (const [name, rule] of Object.entries(rules)) {
        if (only !== undefined && only !== name) continue;
        const found = [...rule(seen, promise, pictures)];
        for (const message of found.slice(0, 5)) findings.push({ file, rule: name, message });
        if (found.length > 5) findings.push({ file, rule: name, message: `and ${found.length - 5} more` });
      }
    });
    return findings;
  },
  proofs: [
    // A digit less: the link begins further left than its words.
    proof('links: one beside its words', (text) => text.replace(/(\/Rect \[\s+)\d/, '$1 ')),
    proof('destinations: elsewhere on the page', (text) => text.replaceAll(/(\/XYZ\s+0\s+)[3-9](\d\d)/g, '$11$2')),
    proof('overlaps: lines on one another', (text) => text.replaceAll(placed, moveDown())),
    proof('columns: lines beyond the edge', (text) => text.replaceAll(placed, (all, x, y) => `1 0 0 -1 ${fit(Number(x) + 51, x)} ${y} Tm`)),
    proof('sizes: small type', (text) => text.replaceAll(/ 12 Tf$/gm, ' 10 Tf')),
    proof('contrasts: pale text', paleText),
  ],
};
