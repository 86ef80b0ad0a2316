import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { makeEditions } from './kit/editions.mjs';
import { hasTool, install, toolName } from './kit/install.mjs';
import { makeKit } from './kit/kit.mjs';
import { makeLimit } from './kit/limit.mjs';
import { places } from './kit/places.mjs';
import { countResults, runCheck } from './kit/run-check.mjs';
import { sampleDocuments } from './kit/sample-documents.mjs';
import { findingLines, resultTable } from './kit/table.mjs';

const { values: flags } = parseArgs({
  options: {
    check: { type: 'string', multiple: true },
    document: { type: 'string', multiple: true },
    list: { type: 'boolean' },
    'no-proofs': { type: 'boolean' },
    'install-only': { type: 'boolean' },
  },
});
const ci = process.env.CI === 'true';
const began = performance.now();
const say = (line) => process.stderr.write(`${((performance.now() - began) / 1000).toFixed(0).padStart(4)} s  ${line}\n`);

/** Two runs at a time would build over each other: the second one takes a folder of its own. */
function claimOut() {
  const mark = join(places.out, 'running');
  let other = 0;
  try {
    other = Number(readFileSync(mark, 'utf8'));
    process.kill(other, 0);
  } catch {
    other = 0;
  }
  if (other > 0) places.out = join(places.out, `beside-${process.pid}`);
  mkdirSync(places.out, { recursive: true });
  if (other > 0) {
    say(`another run is using out/, so this one uses ${places.out}`);
    process.on('exit', () => rmSync(places.out, { recursive: true, force: true }));
    return;
  }
  writeFileSync(mark, String(process.pid));
  process.on('exit', () => rmSync(mark, { force: true }));
}

async function loadChecks() {
  const names = readdirSync(places.checks)
    .filter((name) => name.endsWith('.mjs'))
    .sort();
  const checks = [];
  for (const name of names) {
    const module = await import(pathToFileURL(join(places.checks, name)).href);
    for (const check of [module.check, ...(module.checks ?? [])].filter(Boolean)) {
      if (!check.name || !Array.isArray(check.formats) || !Array.isArray(check.tools) || typeof check.run !== 'function')
        throw new Error(`${name} exports no check: see README.md`);
      if (!flags.check || flags.check.includes(check.name)) checks.push(check);
    }
  }
  return checks;
}

/** The slowest, which begin first: one that begins last keeps the other processor waiting. As measured, the longest before the others. */
const slow = [
  ...['long-book', 'read-aloud', 'same-bytes', 'foliate', 'axe', 'epub-narrow', 'epubcheck', 'daisy', 'pdf-pages', 'browser', 'kindle'],
  ...['verapdf', 'braille', 'voices', 'ace'],
];
const turn = ({ name }) => (slow.includes(name) ? slow.indexOf(name) : slow.length);

const checks = (await loadChecks()).sort((a, b) => turn(a) - turn(b));
if (flags.list) {
  for (const check of checks) {
    console.log(
      `${check.name}: ${check.formats.join(', ')}; ${check.tools.map((tool) => `${toolName(tool)}${hasTool(tool) ? '' : ' (missing)'}`).join(', ')}`,
    );
  }
  process.exit(0);
}
if (flags['install-only']) {
  await install(
    checks.flatMap((check) => check.tools),
    say,
  );
  process.exit(0);
}
if (!existsSync(join(places.root, 'packages/core/dist/index.js'))) throw new Error('Build first: npm run build');
if (ci)
  await install(
    checks.flatMap((check) => check.tools),
    say,
  );

claimOut();
const documents = (await sampleDocuments(say)).filter(
  (document) => !flags.document || flags.document.includes(document.name) || flags.document.includes(document.kind),
);
const { files, problems } = await makeEditions(documents, say);
say(`${files.length} files of ${documents.length} documents`);

const kit = makeKit();
const how = { ci, proofs: !flags['no-proofs'], all: !flags.document, say };
const pass = makeLimit(2);
let results;
try {
  results = await Promise.all(checks.map((check) => pass(() => runCheck(check, files, kit, how))));
} finally {
  await kit.close();
}

results.sort((a, b) => a.name.localeCompare(b.name, 'en'));
const table = resultTable(results);
const complaints = [
  ...problems.map((problem) => `error build ${problem}`),
  ...results.flatMap((result) => [
    ...findingLines(result),
    ...(result.error ? [`error ${result.name}: ${result.error}`] : []),
    ...result.unseen.map((line) => `error ${line}`),
  ]),
];
const { passed, failed, skipped } = countResults(results, problems);
mkdirSync(places.out, { recursive: true });
writeFileSync(join(places.out, 'conformance.md'), `# Conformance\n\n${table}\n\n${complaints.map((line) => `- ${line}`).join('\n')}\n`);
writeFileSync(
  join(places.out, 'conformance.json'),
  JSON.stringify(
    {
      results: results.map((result) => ({
        ...result,
        files: result.files.map((file) => file.name),
        findings: result.findings.map((finding) => ({ ...finding, file: finding.file?.name })),
      })),
      problems,
    },
    null,
    1,
  ),
);
console.log(table);
for (const line of complaints) console.log(line);
console.log(`\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
process.exit(failed > 0 ? 1 : 0);
