import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { findCommand } from './install.mjs';
import { makeLimit } from './limit.mjs';
import { javaFolder, places } from './places.mjs';
import { prepareDocument } from './prepared.mjs';
import { runTool } from './run-tool.mjs';

const require = createRequire(join(places.conformance, 'package.json'));

/** The main class of each runner in `java/`. */
const mains = { verapdf: 'org.everyread.conformance.VeraPdf', 'verapdf-wcag': 'org.everyread.conformance.VeraPdf' };

/**
 * The hands that checks work with. All checks share one: programs run two at a time, LibreOffice and the browser once.
 *
 * @returns {import('./contract.d.ts').Kit & { close(): Promise<void> }}
 */
export function makeKit() {
  const width = Math.min(2, availableParallelism());
  const seats = makeLimit(width);
  const desk = makeLimit(1);
  const root = mkdtempSync(join(tmpdir(), 'everyread-conformance-'));
  let temps = 0;
  let browser;
  const results = new Map();
  const tempDir = (label = 'work') => mkdtempSync(join(root, `${label}-${(temps += 1)}-`));
  const profile = tempDir('office');
  const run = (command, args, options) => seats(() => runTool(command, args, options));
  const chromium = findCommand('chromium') ?? 'chromium';

  const open = async () => {
    const { chromium: engine } = require('playwright-core');
    return engine.launch({ executablePath: chromium, args: ['--no-sandbox', '--disable-dev-shm-usage'] });
  };

  return {
    runTool: run,
    // Short runs: compiling Java well costs them more than it saves.
    runJava: (args, options) =>
      run('java', ['-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1', '-Xmx1g', '-Djava.awt.headless=true', ...args], options),
    runJar: (jar, args, options) => run('java', ['-Xmx1g', '-Djava.awt.headless=true', '-jar', jar, ...args], options),
    office: (args, options) =>
      desk(() => run('soffice', [`-env:UserInstallation=${pathToFileURL(profile).href}`, '--headless', '--norestore', ...args], options)),
    module: (name) => join(places.modules, name),
    library: (name) => import(pathToFileURL(join(places.root, 'packages', name, 'dist/index.js')).href),
    python: join(places.python, 'bin/python'),
    load: (name) => import(pathToFileURL(require.resolve(name)).href),
    java: (name) => ({
      classpath: [
        join(javaFolder(name), 'target/classes'),
        ...readdirSync(join(javaFolder(name), 'target/lib')).map((jar) => join(javaFolder(name), 'target/lib', jar)),
      ].join(':'),
      main: mains[name],
    }),
    tempDir,
    async each(items, work) {
      const pass = makeLimit(width);
      return Promise.all(items.map((item) => pass(() => work(item))));
    },
    async page(work, options = {}) {
      browser ??= open();
      const context = await (await browser).newContext({ offline: true, ...options });
      try {
        return await work(await context.newPage());
      } finally {
        await context.close();
      }
    },
    once(make) {
      if (!results.has(make)) results.set(make, make(this));
      return results.get(make);
    },
    prepared: (file) => prepareDocument(file.document.source, readFileSync(file.document.source, 'utf8'), file),
    chromium,
    async close() {
      if (browser) await (await browser).close();
      rmSync(root, { recursive: true, force: true });
    },
  };
}
