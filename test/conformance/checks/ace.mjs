import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

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
 * Ace by DAISY: an assertion of any weight is a finding, and metadata that it lists as missing. It takes half a minute a book, so it looks at whole documents.
 *
 * @type {import('../kit/contract.d.ts').Check}
 */
export const check = {
  name: 'ace',
  formats: ['epub'],
  tools: [{ command: 'chromium', apt: 'chromium' }, { module: '@daisy/ace' }],
  async run(files, kit) {
    const ace = join(kit.module('@daisy/ace'), '..', '..', '.bin', 'ace-puppeteer');
    const findings = [];
    await kit.each(
      files.filter((file) => file.document.kind !== 'node'),
      async (file) => {
        const out = kit.tempDir('ace');
        const env = { PUPPETEER_EXECUTABLE_PATH: kit.chromium, ACE_TIMEOUT_INITIAL: '60000' };
        await kit.runTool(process.execPath, [ace, '-s', '-f', '-o', out, file.path], { env, timeoutMs: 300_000 });
        const report = JSON.parse(readFileSync(join(out, 'report.json'), 'utf8'));
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
      },
    );
    return findings;
  },
  proofs: [
    { name: 'no accessibility metadata', format: 'epub', damage: damage(/\.opf$/, 'schema:accessibilityFeature', 'schema:keywords') },
    { name: 'no accessibility summary', format: 'epub', damage: damage(/\.opf$/, 'schema:accessibilitySummary', 'schema:abstract') },
    { name: 'a role without its name', format: 'epub', damage: damage(/nav\.xhtml$/, ' role="doc-toc"', '') },
  ],
};
