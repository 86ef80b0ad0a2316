import { readdirSync, readFileSync } from 'node:fs';
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
        import { docx } from './packages/docx/dist/index.js';
        import { pdfRenderer as pdf } from './packages/pdf/dist/index.js';
        import { htmlRenderer as html } from './packages/html/dist/index.js';
        import { epubRenderer as epub } from './packages/epub/dist/index.js';
        import { mobiRenderer as mobi, azw3Renderer as azw3 } from './packages/mobi/dist/index.js';
        import { assetsFor } from './packages/everyread/src/assets/svg-as-png.ts';
        const renderers = { docx, pdf, html, epub, mobi, azw3 };
        const toBytes = (text) => Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
        globalThis.makeEdition = async ({ source, path, format, edition, slug, pictures }) => {
          const assets = memoryAssets(Object.fromEntries(pictures.map(([name, body]) => [name, toBytes(body)])));
          const { report } = readMarkdown(source, { path });
          const bytes = await renderToBytes(renderers[format], report, {}, {
            edition: makeEdition(edition), assets: assetsFor(format, assets), slug, message: () => undefined,
          });
          let text = '';
          for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
          return btoa(text);
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

async function make(page, script, file) {
  const home = dirname(file.document.source);
  const pictures = readdirSync(home, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.(?:png|jpe?g|gif|webp|svg|ttf|otf)$/i.test(entry.name))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .map((path) => [relative(home, path), readFileSync(path).toString('base64')]);
  try {
    // Not HTTPS: browsers keep some of their tools from such pages, and a charity's own network has them.
    await page.route('**', (route) =>
      route.request().url() === `${site}/make.js`
        ? route.fulfill({ contentType: 'text/javascript', body: script })
        : route.fulfill({
            contentType: 'text/html',
            body: '<!doctype html><title>Make</title><script type="module" src="make.js"></script>',
          }),
    );
    await page.goto(`${site}/`);
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
