import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { places } from '../kit/places.mjs';

const damage = (pattern, from, to) => (bytes) => {
  const files = unzipSync(bytes);
  for (const name of Object.keys(files)) if (pattern.test(name)) files[name] = strToU8(strFromU8(files[name]).replaceAll(from, to));
  const { mimetype, ...rest } = files;
  return zipSync({ mimetype: [mimetype, { level: 0 }], ...rest });
};

/** What only somebody who certifies books has, and what nobody may claim in their place. */
const credentials = ['a11y:certifierCredential', 'a11y:certifierReport'];
const claims = ['dcterms:conformsTo', 'a11y:certifiedBy'];

/**
 * Ace by DAISY: an assertion of any weight is a finding, and metadata that it lists as missing. It looks at whole documents.
 *
 * @type {import('../kit/contract.d.ts').Check}
 */
export const check = {
  name: 'ace',
  formats: ['epub'],
  tools: [{ command: 'chromium', apt: 'chromium' }, { module: '@daisy/ace' }],
  async run(files, kit) {
    const findings = [];
    const whole = files.filter((file) => file.document.kind !== 'node');
    const env = { PUPPETEER_EXECUTABLE_PATH: kit.chromium, ACE_TIMEOUT_INITIAL: '60000', TMPDIR: kit.tempDir('ace') };
    const paths = whole.map((file) => file.path);
    const { stdout, stderr } = await kit.runTool(process.execPath, [join(places.conformance, 'kit/ace-all.mjs'), ...paths], {
      env,
      timeoutMs: 900_000,
    });
    const answers = stdout.split('\n').filter((line) => line.startsWith('{'));
    for (const [index, file] of whole.entries()) {
      const { report, error } = JSON.parse(answers[index] ?? JSON.stringify({ error: stderr.trim().slice(-300) }));
      if (report === undefined) {
        findings.push({ file, message: `Ace gave no verdict: ${error}` });
        continue;
      }
      const { meta } = await kit.prepared(file);
      const mayLack = meta.accessibility?.certifier === undefined ? [...credentials, ...claims] : credentials;
      const { missing, empty } = report['a11y-metadata'];
      const lacking = [...missing, ...empty].filter((name) => !mayLack.includes(name));
      if (lacking.length > 0) findings.push({ file, rule: 'a11y-metadata', message: `lacks ${lacking.join(', ')}` });
      for (const page of report.assertions) {
        for (const { 'earl:test': test, 'earl:result': result } of page.assertions) {
          findings.push({
            file,
            rule: test['dct:title'],
            message: `${test['earl:impact']}: ${result['dct:description']}`.replace(/\s+/g, ' ').slice(0, 300),
            place: page['earl:testSubject'].url,
          });
        }
      }
    }
    return findings;
  },
  proofs: [
    { name: 'no accessibility metadata', format: 'epub', damage: damage(/\.opf$/, 'schema:accessibilityFeature', 'schema:keywords') },
    { name: 'no accessibility summary', format: 'epub', damage: damage(/\.opf$/, 'schema:accessibilitySummary', 'schema:abstract') },
    { name: 'a role without its name', format: 'epub', damage: damage(/nav\.xhtml$/, ' role="doc-toc"', '') },
  ],
};
