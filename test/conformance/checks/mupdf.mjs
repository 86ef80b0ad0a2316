/**
 * MuPDF draws every page (traced, so that nothing is kept) and says nothing.
 *
 * @type {import('../kit/contract.d.ts').Check}
 */
export const check = {
  name: 'mupdf',
  formats: ['pdf'],
  tools: [{ command: 'mutool', apt: 'mupdf-tools' }],
  async run(files, kit) {
    const findings = [];
    await kit.each(files, async (file) => {
      const result = await kit.runTool('mutool', ['draw', '-q', '-F', 'stext', '-o', '/dev/null', file.path]);
      // Debian builds MuPDF without colour management and says so each time.
      const complaints = result.stderr.replaceAll('warning: ICC support is not available', '').trim();
      if (result.code !== 0 || complaints !== '')
        findings.push({ file, message: complaints.split('\n').slice(0, 3).join(' ') || `mutool ended with ${result.code}` });
    });
    return findings;
  },
  proofs: [{ name: 'cut short', format: 'pdf', damage: (bytes) => bytes.subarray(0, Math.floor(bytes.length / 2)) }],
};
