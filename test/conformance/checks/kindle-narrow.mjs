import { copyFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** The page of a Kindle of 6 inches in letters of 13 points, as decision 0053 reckons it. */
const pageEm = 17;
const letterPx = 16;

/** Runs in the page: what reaches past its right edge. Text is broken and pictures are made smaller by a Kindle itself. */
function wideBlocks() {
  document.documentElement.style.margin = document.body.style.margin = '0';
  const width = document.documentElement.clientWidth;
  const right = (element) => Math.max(element.getBoundingClientRect().right, element.getBoundingClientRect().left + element.scrollWidth);
  return [...document.querySelectorAll('table, pre, dl')]
    .filter((each) => right(each) > width + 1)
    .map((each) => each.innerText.slice(0, 80));
}

/** The files of each half, as libmobi writes them out. */
async function partsOf(file, kit) {
  const folder = kit.tempDir('kindle-narrow');
  const book = `book.${file.format}`;
  copyFileSync(file.path, join(folder, book));
  const run = async (...args) => {
    const result = await kit.runTool('mobitool', [...args, book], { cwd: folder });
    if (result.code !== 0) throw new Error(`mobitool ${args.join(' ')}: ${result.stderr || result.stdout}`);
  };
  if (file.format === 'mobi') await run('-t');
  const halves = file.format === 'mobi' ? ['book-split.mobi', 'book-split.azw3'] : [book];
  const parts = [];
  for (const [number, half] of halves.entries()) {
    const result = await kit.runTool('mobitool', ['-s', '-o', kit.tempDir(`half-${number}`), half], { cwd: folder });
    if (result.code !== 0) throw new Error(`mobitool -s ${half}: ${result.stderr || result.stdout}`);
    const out = /\/\S*_markup/.exec(result.stdout)?.[0];
    if (out === undefined) throw new Error(`mobitool -s ${half} tells no folder`);
    for (const name of readdirSync(out).filter((each) => /^part.*html$/.test(each))) parts.push({ half, path: join(out, name) });
  }
  return parts;
}

async function look(files, kit, widthEm) {
  const findings = [];
  await kit.each(files, async (file) => {
    let parts;
    try {
      parts = await partsOf(file, kit);
    } catch (error) {
      return findings.push({ file, message: error.message });
    }
    await kit.page(
      async (page) => {
        for (const { half, path } of parts) {
          await page.goto(pathToFileURL(path).href);
          for (const what of await page.evaluate(wideBlocks)) findings.push({ file, message: `${half}: “${what}” is wider than the page` });
        }
      },
      { viewport: { width: widthEm * letterPx, height: 400 } },
    );
  });
  return findings;
}

/**
 * Both halves of a Kindle book on a page of 17 letter heights, in Chromium: no table, list of records or block of code reaches past its
 * edge, where a Kindle would cut it off.
 *
 * @type {import('../kit/contract.d.ts').Check}
 */
export const check = {
  name: 'kindle-narrow',
  formats: ['mobi', 'azw3'],
  tools: [{ command: 'mobitool', apt: 'libmobi-tools' }, { module: 'playwright-core' }, { command: 'chromium', apt: 'chromium' }],
  run: (files, kit) => look(files, kit, pageEm),
  proofs: [{ name: 'a page half as wide', trial: (files, kit) => look(files, kit, pageEm / 2) }],
};
