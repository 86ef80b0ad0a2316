import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';
import { places } from '../kit/places.mjs';

/**
 * Braille made in a browser and in its worker, without network: the same bytes as the file that the command made. The engine and
 * its tables are handed over as text, as a page does that fetches them from its own site.
 *
 * @type {import('../kit/contract.d.ts').Check}
 */
export const check = {
  name: 'braille-browser',
  formats: ['brf'],
  tools: [{ command: 'chromium', apt: 'chromium' }, { module: 'playwright-core' }],
  async run(files, kit) {
    const findings = [];
    // One page of each kind is enough: the same code ran for all.
    const wanted = files.filter((file) => ['example', 'report'].includes(file.document.kind) && file.edition !== 'summary');
    const whole = (wanted.length > 0 ? wanted : files.slice(0, 1)).filter((file) => !/-volume-\d+\.brf$/.test(file.path));
    const scripts = { page: await bundle([]), worker: await bundle(['worker']) };
    await kit.each(whole, async (file) => {
      const source = readFileSync(file.document.source, 'utf8');
      for (const where of ['page', 'worker']) {
        const made = await kit.page((page) => make(page, scripts[where], where, source), { bypassCSP: true });
        if (made !== readFileSync(file.path, 'latin1'))
          findings.push({
            file,
            message: `Braille made in a browser (${where}) differs from the file`,
            place: firstDifference(made, file),
          });
      }
    });
    return findings;
  },
  proofs: [{ name: 'one cell more', format: 'brf', damage: (bytes) => Buffer.concat([Buffer.from(bytes), Buffer.from('A\r\n')]) }],
};

function firstDifference(made, file) {
  const lines = made.split('\r\n');
  const at = readFileSync(file.path, 'latin1')
    .split('\r\n')
    .findIndex((line, index) => line !== lines[index]);
  return `line ${at + 1}: ${lines[at] ?? 'nothing'}`;
}

/** Our code for pages or for workers, which have no document, with the engine and its UEB tables inside. */
async function bundle(conditions) {
  const engine = createRequire(join(places.root, 'packages/braille/package.json')).resolve('liblouis-build/build-no-tables-utf32.js');
  const tables = {};
  const take = (name) => {
    const path = join(dirname(engine), 'tables', name);
    if (name in tables || !existsSync(path)) return;
    tables[name] = readFileSync(path, 'utf8');
    for (const [, included] of tables[name].matchAll(/^[ \t]*include[ \t]+(\S+)/gm)) take(included);
  };
  for (const name of ['en-ueb-g1.ctb', 'en-ueb-g2.ctb', 'cy-cy-g1.utb', 'fr-bfu-comp6.utb']) take(name);
  const { outputFiles } = await build({
    stdin: {
      contents: `import { evaluateLouisBuild, louisTranslator, memoryTables, toBrf } from './packages/braille/dist/index.js';
        import { readMarkdown } from './packages/markdown/dist/index.js';
        globalThis.makeBrf = async (source) => {
          const translator = await louisTranslator({
            createModule: evaluateLouisBuild(${JSON.stringify(readFileSync(engine, 'utf8'))}),
            tables: memoryTables(${JSON.stringify(tables)}),
          });
          const bytes = await toBrf(readMarkdown(source).report, { translator, message: () => undefined });
          return new TextDecoder('latin1').decode(bytes);
        };`,
      resolveDir: places.root,
    },
    bundle: true,
    format: 'iife',
    platform: 'browser',
    conditions,
    // The built packages, not their sources; eBraille alone needs HTML and its typefaces.
    tsconfigRaw: '{}',
    external: ['@everyread/html'],
    write: false,
    logLevel: 'error',
  });
  return outputFiles[0].text;
}

async function make(page, script, where, source) {
  if (where === 'page') {
    await page.addScriptTag({ content: script });
    return page.evaluate((text) => globalThis.makeBrf(text), source);
  }
  const body = `${script}\nonmessage = async ({ data }) => postMessage(await makeBrf(data));`;
  return page.evaluate(
    ([code, text]) =>
      new Promise((done, fail) => {
        const worker = new Worker(URL.createObjectURL(new Blob([code], { type: 'text/javascript' })));
        worker.onmessage = ({ data }) => done(data);
        worker.onerror = (event) => fail(new Error(event.message));
        worker.postMessage(text);
      }),
    [body, source],
  );
}
