import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, extname, join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { makeLimit } from './limit.mjs';
import { places } from './places.mjs';
import { runTool } from './run-tool.mjs';

const bin = join(places.root, 'packages/everyread/dist/bin.js');
const load = (name) => import(pathToFileURL(join(places.root, 'packages', name, 'dist/index.js')).href);

const mediaTypes = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  html: 'text/html',
  epub: 'application/epub+zip',
  mobi: 'application/x-mobipocket-ebook',
  azw3: 'application/vnd.amazon.mobi8-ebook',
  mp3: 'audio/mpeg',
  zip: 'application/zip',
  brf: 'text/plain',
  pef: 'application/x-pef+xml',
  ebrl: 'application/epub+zip',
};

/** Files beside the editions that are no editions. */
const notEditions = /(?:^|\/)(?:everyread-report\.json|conformance\.json)$/;

function listFiles(folder) {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort();
}

function describe(path, document) {
  const name = relative(places.out, path);
  const format = extname(path).slice(1);
  const edition = /-large-print\.[^.]+$/.test(path)
    ? 'large-print'
    : /-read-aloud\.[^.]+$/.test(path)
      ? 'read-aloud'
      : /-summary(?:-daisy[\d.-]+)?\.[^.]+$/.test(path) && basename(path) !== `${document.name}.${format}`
        ? 'summary'
        : 'screen-reader';
  return { path, name, format, edition, mediaType: mediaTypes[format] ?? 'application/octet-stream', document };
}

/** The whole way, as a charity goes it: the built command in a process of its own. */
async function buildByCommand(document, folder) {
  const result = await runTool(process.execPath, [bin, 'build', document.source, '--out', folder, '--quiet', ...(document.flags ?? [])], {
    timeoutMs: 600_000,
    env: { CI: 'true', NO_COLOR: '1' },
  });
  return result.code === 0
    ? []
    : [`${document.name}: everyread build ended with ${result.code}: ${(result.stderr || result.stdout).trim().slice(-1500)}`];
}

/** Small documents are rendered in this process: starting the command fifty times over would be most of the time. */
async function buildInProcess(document, folder, renderers) {
  const core = await load('core');
  const { readMarkdown } = await load('markdown');
  const home = dirname(document.source);
  const files = Object.fromEntries(listFiles(home).map((path) => [relative(home, path), new Uint8Array(readFileSync(path))]));
  const problems = [];
  const messages = [];
  const { report, messages: read } = readMarkdown(readFileSync(document.source, 'utf8'), { path: document.source });
  messages.push(...read);
  for (const renderer of renderers) {
    for (const name of renderer.editions) {
      const edition = core.makeEdition(name);
      // Read aloud needs a voice; the large documents have one.
      if (edition.content !== 'full' || name === 'read-aloud') continue;
      const settings = {
        edition,
        assets: core.memoryAssets(files),
        slug: name === renderer.editions[0] ? document.name : `${document.name}-${name}`,
        message: (message) => messages.push(message),
      };
      try {
        for await (const file of core.renderFiles(renderer, report, {}, settings)) {
          const path = join(folder, file.path);
          mkdirSync(dirname(path), { recursive: true });
          writeFileSync(path, await core.collectBytes(file.body));
        }
      } catch (error) {
        problems.push(`${document.name}: ${renderer.name} (${name}) failed: ${error.stack ?? error}`);
      }
    }
  }
  for (const message of messages) {
    if (core.severityOf(message) === 'error') problems.push(`${document.name}: ${message.ruleId}: ${message.reason}`);
  }
  return problems;
}

/**
 * Makes every edition of every document under `out/editions/`.
 *
 * @returns files, and problems: an edition that could not be made is a failure of its own
 */
export async function makeEditions(documents, say) {
  const root = join(places.out, 'editions');
  rmSync(root, { recursive: true, force: true });
  const { createRegistry } = await load('everyread');
  const renderers = (await createRegistry().list()).filter((renderer) => renderer.narration !== 'required');
  const pass = makeLimit(2);
  const files = [];
  const problems = [];
  await Promise.all(
    documents.map((document) =>
      pass(async () => {
        const folder = join(root, document.name);
        mkdirSync(folder, { recursive: true });
        const small = document.kind === 'node' || document.kind === 'odd';
        if (!small) say(`build ${document.name}`);
        problems.push(...(small ? await buildInProcess(document, folder, renderers) : await buildByCommand(document, folder)));
        const made = existsSync(folder) ? listFiles(folder) : [];
        if (made.length === 0) problems.push(`${document.name}: no edition was made`);
        files.push(...made.filter((path) => !notEditions.test(path)).map((path) => describe(path, document)));
      }),
    ),
  );
  return { files: files.sort((a, b) => a.path.localeCompare(b.path, 'en')), problems };
}
