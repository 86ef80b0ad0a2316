import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { changeOpened, paleText } from '../pdf/open-pdf.mjs';

/**
 * @typedef {{ name: string, tool: string, profile: string }} Standard a flavour that veraPDF carries, or a profile of
 * ours, and the runner that judges by it
 */

/** @type {(flavour: string) => Standard} */
const carried = (flavour) => ({ name: flavour, tool: 'verapdf', profile: flavour });
/** veraPDF's WCAG 2.2 profile for machines, all 108 rules: docs/decisions/0031. */
const wcag = {
  name: 'WCAG_2_2',
  tool: 'verapdf-wcag',
  profile: fileURLToPath(new URL('../java/wcag/wcag-2.2-machine.xml', import.meta.url)),
};
/** PDF/UA-1 (106 rules of ISO 14289-1) and PDF/A-2a (153 of ISO 19005-2): the default PDF claims both. */
const standards = [carried('PDFUA_1'), carried('PDFA_2_A'), wcag];
/** What the option `standard: 'ua-2'` promises; made here, as the editions are of the default. */
const newer = [carried('PDFUA_2'), carried('WTPDF_1_0_ACCESSIBILITY'), carried('WTPDF_1_0_REUSE')];

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

/** What the runner prints for one standard: a line for each broken rule, and one for each file. */
async function judge(kit, { name, tool, profile }, files) {
  const { classpath, main } = kit.java(tool);
  const result = await kit.runJava(['-cp', classpath, main, profile, ...files.map((file) => file.path)], { timeoutMs: 600_000 });
  const findings = [];
  const judged = new Set();
  for (const line of result.stdout.split('\n')) {
    const [kind, path, ...fields] = line.split('\t');
    const file = files.find((each) => each.path === path);
    if (file === undefined) continue;
    if (kind === 'rule')
      findings.push({ file, rule: `${name} ${fields[0]}`, message: `${fields[2]} (${fields[1]} times)`, place: fields[3] });
    if (kind === 'file') {
      judged.add(file);
      if (fields[0] !== 'ok' && !findings.some((finding) => finding.file === file))
        findings.push({ file, rule: name, message: fields[2] ?? 'not judged' });
    }
  }
  for (const file of files)
    if (!judged.has(file)) findings.push({ file, rule: name, message: `veraPDF gave no verdict: ${result.stderr.trim().slice(0, 200)}` });
  return findings;
}

/**
 * @type {import('../kit/contract.d.ts').Check}
 */
export const check = {
  name: 'verapdf',
  formats: ['pdf'],
  tools: [{ java: 'verapdf' }, { java: 'verapdf-wcag' }, { command: 'qpdf', apt: 'qpdf' }],
  async run(files, kit) {
    const findings = [];
    for (const standard of standards) findings.push(...(await judge(kit, standard, files)));
    // A damaged copy is judged as it is: making it anew would mend it.
    const remade = files.some((file) => file.name.includes('(damaged')) ? [] : await asUa2(files, kit);
    for (const standard of remade.length > 0 ? newer : []) {
      for (const finding of await judge(kit, standard, remade)) findings.push({ ...finding, file: finding.file.original });
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
    {
      // Every other standard lets grey words pass: only the WCAG rules look at the page.
      name: 'the text in pale grey',
      format: 'pdf',
      damage: (bytes, kit) => changeOpened(bytes, kit, paleText),
    },
    {
      name: 'pictures without a bounding box',
      format: 'pdf',
      suits: (file) => file.document.kind === 'example',
      damage: (bytes, kit) => changeOpened(bytes, kit, (text) => text.replaceAll('/BBox [', '/BBux [')),
    },
  ],
};
