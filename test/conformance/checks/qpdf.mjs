/**
 * The structure of a PDF as qpdf reads it: cross-reference table, streams, object graph.
 *
 * @type {import('../kit/contract.d.ts').Check}
 */
export const check = {
  name: 'qpdf',
  formats: ['pdf'],
  tools: [{ command: 'qpdf', apt: 'qpdf' }],
  async run(files, kit) {
    const findings = [];
    await kit.each(files, async (file) => {
      const result = await kit.runTool('qpdf', ['--check', file.path]);
      if (result.code !== 0) findings.push({ file, message: (result.stderr || result.stdout).trim().split('\n').slice(0, 3).join(' ') });
    });
    return findings;
  },
  proofs: [{ name: 'cut short', format: 'pdf', damage: (bytes) => bytes.subarray(0, Math.floor(bytes.length / 2)) }],
};
