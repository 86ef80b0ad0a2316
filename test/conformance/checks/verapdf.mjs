import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * PDF/UA-1 (106 rules of ISO 14289-1) and PDF/A-2a (153 of ISO 19005-2): the default PDF claims both.
 * The WCAG machine profile is not in veraPDF's Maven artifacts.
 */
const flavours = ['PDFUA_1', 'PDFA_2_A'];
/** What the option `standard: 'ua-2'` promises; made here, as the editions are of the default. */
const newer = ['PDFUA_2', 'WTPDF_1_0_ACCESSIBILITY', 'WTPDF_1_0_REUSE'];

/** The same documents as PDF/UA-2, pictures left out: their words stand in their place. */
async function asUa2(files, kit) {
  const { toPdf } = await import('@everyread/pdf');
  const folder = kit.tempDir('ua-2');
  const made = [];
  for (const file of files.filter((each) => each.document.kind !== 'node')) {
    // A file's name may hold a folder.
    const path = join(folder, file.name.replaceAll('/', '-'));
    writeFileSync(path, await toPdf(await kit.prepared(file), { standard: 'ua-2', message: () => {} }));
    made.push({ ...file, path, original: file });
  }
  return made;
}

/** What the runner prints for one flavour: a line for each broken rule, and one for each file. */
async function judge(kit, flavour, files) {
  const { classpath, main } = kit.java('verapdf');
  const result = await kit.runTool(
    'java',
    ['-Xmx1g', '-Djava.awt.headless=true', '-cp', classpath, main, flavour, ...files.map((file) => file.path)],
    {
      timeoutMs: 600_000,
    },
  );
  const findings = [];
  const judged = new Set();
  for (const line of result.stdout.split('\n')) {
    const [kind, path, ...fields] = line.split('\t');
    const file = files.find((each) => each.path === path);
    if (file === undefined) continue;
    if (kind === 'rule')
      findings.push({ file, rule: `${flavour} ${fields[0]}`, message: `${fields[2]} (${fields[1]} times)`, place: fields[3] });
    if (kind === 'file') {
      judged.add(file);
      if (fields[0] !== 'ok' && !findings.some((finding) => finding.file === file))
        findings.push({ file, rule: flavour, message: fields[2] ?? 'not judged' });
    }
  }
  for (const file of files)
    if (!judged.has(file))
      findings.push({ file, rule: flavour, message: `veraPDF gave no verdict: ${result.stderr.trim().slice(0, 200)}` });
  return findings;
}

/**
 * @type {import('../kit/contract.d.ts').Check}
 */
export const check = {
  name: 'verapdf',
  formats: ['pdf'],
  tools: [{ java: 'verapdf' }],
  async run(files, kit) {
    const findings = [];
    for (const flavour of flavours) findings.push(...(await judge(kit, flavour, files)));
    // A damaged copy is judged as it is: making it anew would mend it.
    const remade = files.some((file) => file.name.includes('(damaged')) ? [] : await asUa2(files, kit);
    for (const flavour of remade.length > 0 ? newer : []) {
      for (const finding of await judge(kit, flavour, remade)) findings.push({ ...finding, file: finding.file.original });
    }
    return findings;
  },
  proofs: [
    {
      // The tree is compressed; the metadata are plain.
      name: 'no PDF/UA identifier',
      format: 'pdf',
      damage: (bytes) => Buffer.from(Buffer.from(bytes).toString('latin1').replace('<pdfuaid:part>1<', '<pdfuaid:part>7<'), 'latin1'),
    },
    {
      name: 'no PDF/A level',
      format: 'pdf',
      damage: (bytes) =>
        Buffer.from(Buffer.from(bytes).toString('latin1').replace('>A</pdfaid:conformance>', '>Z</pdfaid:conformance>'), 'latin1'),
    },
  ],
};
