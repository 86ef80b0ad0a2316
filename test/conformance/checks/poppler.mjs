import { existsSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Poppler, the reader inside most free software: opens every page without a complaint, finds text, draws the first page.
 *
 * @type {import('../kit/contract.d.ts').Check}
 */
export const check = {
  name: 'poppler',
  formats: ['pdf'],
  tools: [
    { command: 'pdftotext', apt: 'poppler-utils' },
    { command: 'pdftoppm', apt: 'poppler-utils' },
  ],
  async run(files, kit) {
    const findings = [];
    const out = kit.tempDir('poppler');
    await kit.each(files, async (file) => {
      const text = await kit.runTool('pdftotext', ['-layout', file.path, '-']);
      const complaints = text.stderr.trim();
      if (text.code !== 0 || complaints !== '')
        findings.push({ file, message: complaints.split('\n').slice(0, 3).join(' ') || `pdftotext ended with ${text.code}` });
      else if (text.stdout.trim() === '') findings.push({ file, message: 'no text was found' });
      const stem = join(out, `${files.indexOf(file)}`);
      const picture = await kit.runTool('pdftoppm', ['-r', '40', '-f', '1', '-l', '1', '-singlefile', '-png', file.path, stem]);
      if (picture.code !== 0 || picture.stderr.trim() !== '' || !existsSync(`${stem}.png`))
        findings.push({ file, message: `the first page is not drawn: ${picture.stderr.trim().slice(0, 300)}` });
    });
    return findings;
  },
  proofs: [{ name: 'cut short', format: 'pdf', damage: (bytes) => bytes.subarray(0, Math.floor(bytes.length / 2)) }],
};
