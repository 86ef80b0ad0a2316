import { copyFileSync, existsSync, statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * LibreOffice opens the Word files and prints them: one start for all of them, since a start is most of the time.
 * A file that it can't read gives no PDF; one that it reads as nothing gives a PDF without text. LibreOffice writes EPUB and reads none
 * (“source file could not be loaded”): books are opened by EPUBCheck, Ace and Chromium.
 *
 * @type {import('../kit/contract.d.ts').Check}
 */
export const check = {
  name: 'libreoffice',
  formats: ['docx'],
  tools: [
    { command: 'soffice', apt: 'libreoffice-writer-nogui' },
    { command: 'pdftotext', apt: 'poppler-utils' },
  ],
  async run(files, kit) {
    const findings = [];
    const incoming = kit.tempDir('office-in');
    const out = kit.tempDir('office-out');
    const named = files.map((file, index) => ({ file, stem: `f${index}` }));
    for (const { file, stem } of named) copyFileSync(file.path, join(incoming, `${stem}.docx`));
    const result = await kit.office(['--convert-to', 'pdf', '--outdir', out, ...named.map(({ stem }) => join(incoming, `${stem}.docx`))], {
      timeoutMs: 600_000,
    });
    await kit.each(named, async ({ file, stem }) => {
      const pdf = join(out, `${stem}.pdf`);
      if (!existsSync(pdf) || statSync(pdf).size < 1000) {
        findings.push({ file, message: `not opened: ${result.stderr.trim().slice(-200)}` });
        return;
      }
      const text = await kit.runTool('pdftotext', [pdf, '-']);
      if (text.stdout.replace(/\s/g, '').length < 10) findings.push({ file, message: 'printed without text' });
    });
    return findings;
  },
  proofs: [{ name: 'cut short', format: 'docx', damage: (bytes) => bytes.subarray(0, Math.floor(bytes.length / 2)) }],
};
