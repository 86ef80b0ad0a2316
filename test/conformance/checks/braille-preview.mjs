import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const isProof = (file) => file.path.endsWith('.braille.html');

/**
 * The proof of a Braille edition in a browser, as a sighted editor meets it: cells that are drawn as cells and stand on a grid,
 * each line beside the print that it came from, the same lines as the BRF file, contents that lead to the pages they name, by keyboard
 * and on a narrow screen.
 *
 * @type {import('../kit/contract.d.ts').Check}
 */
export const check = {
  name: 'braille-preview',
  formats: ['html', 'brf'],
  tools: [{ command: 'chromium', apt: 'chromium' }, { module: 'playwright-core' }],
  async run(files, kit) {
    const findings = [];
    const see = (file, path, lines) =>
      kit.page((page) => visit(page, path, lines, (message) => findings.push({ file, message })), {
        viewport: { width: 1280, height: 800 },
      });
    const proofs = files.filter(isProof).filter((file, at) => file.document.kind !== 'node' || at === 0);
    await kit.each(proofs, (file) => see(file, file.path));
    // The command makes no proof unless it is asked: here it is made beside the BRF file that it must agree with.
    const whole = files.filter((file) => file.format === 'brf' && file.edition !== 'summary' && !/-volume-\d+\.brf$/.test(file.path));
    await kit.each(
      whole.filter((file) => ['report', 'example', 'gallery'].includes(file.document.kind)),
      async (file) => {
        const { toBraillePreview, readBrf } = await kit.library('braille');
        const path = join(kit.tempDir('preview'), 'proof.html');
        writeFileSync(path, await toBraillePreview(await kit.prepared(file)));
        await see(
          file,
          path,
          readBrf(readFileSync(file.path)).map((lines) => lines.filter((line) => line !== '')),
        );
      },
    );
    return findings;
  },
  proofs: [
    {
      name: 'a typeface that draws cells unevenly',
      format: 'html',
      suits: isProof,
      damage: edit(/<td class="cells">(.)/u, '<td class="cells">$1<b style="letter-spacing:9px">⠿⠿</b>'),
    },
    { name: 'print below the cells', format: 'html', suits: isProof, damage: edit('</style>', 'td{display:block}</style>') },
    {
      name: 'contents that lead nowhere',
      format: 'html',
      suits: isProof,
      damage: edit(/<section class="page" id="v1-p1"/, '<section class="page" id="v1-p900"'),
    },
    {
      name: 'a page that is wider than the screen',
      format: 'html',
      suits: isProof,
      damage: edit('</style>', '.page{overflow-x:visible}td{min-width:40rem}</style>'),
    },
  ],
};

function edit(from, to) {
  return (bytes) => new TextEncoder().encode(new TextDecoder().decode(bytes).replace(from, to));
}

async function visit(page, path, lines, say) {
  const loud = [];
  page.on('console', (message) => message.type() === 'error' && loud.push(message.text()));
  page.on('request', (request) => !request.url().startsWith('file:') && loud.push(`asks for ${request.url()}`));
  await page.goto(pathToFileURL(path).href);
  if (loud.length > 0) say(`the page is not quiet: ${loud[0]}`);

  const sections = await page.$$eval('section.page', (pages) =>
    pages.map((section) =>
      [...section.querySelectorAll('tbody tr')].map((row) => {
        const [cells, print] = row.querySelectorAll('td');
        const text = document.createRange();
        text.selectNodeContents(cells);
        const box = (node) => node.getBoundingClientRect().toJSON();
        return {
          cells: cells.textContent,
          print: print.textContent,
          width: text.getBoundingClientRect().width,
          at: box(cells),
          beside: box(print),
        };
      }),
    ),
  );
  const rows = sections.flat();
  if (rows.length === 0) return say('there is no line of Braille');
  // A grid: one width for each cell, whichever it is.
  const widths = rows.filter((row) => row.cells.length > 3).map((row) => row.width / row.cells.length);
  const uneven = widths.find((width) => Math.abs(width - widths[0]) > 0.35);
  if (uneven !== undefined) say(`cells do not stand on a grid: ${widths[0].toFixed(2)} and ${uneven.toFixed(2)} pixels wide`);
  const apart = rows.find((row) => row.beside.top >= row.at.bottom || row.beside.left < row.at.right - 1);
  if (apart) say(`the print is not beside its cells: “${apart.print.slice(0, 40)}”`);
  if (!(await drawn(page))) say('the typeface draws cells that can’t be told apart');
  if (lines !== undefined) {
    const ours = JSON.stringify(sections.map((section) => section.map((row) => row.cells.replace(/\u2800+$/, ''))));
    if (ours !== JSON.stringify(lines.map((each) => each.map((line) => line.replace(/\u2800+$/, '')))))
      say('the lines are not those of the BRF file');
  }

  const links = await page.$$eval('nav a', (anchors) =>
    anchors.map((anchor) => ({ words: anchor.textContent, found: document.querySelector(anchor.getAttribute('href'))?.textContent ?? '' })),
  );
  const bare = (text) => text.replace(/\s+/g, ' ').trim();
  // A heading may go over two lines: its first words are on the page.
  const lost = links.find((link) => !bare(link.found).includes(bare(link.words).split(' ').slice(0, 2).join(' ')));
  if (lost) say(`the contents lead to a page without “${lost.words}”`);

  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  const hash = await page.evaluate(() => location.hash);
  const focus = await page.evaluate(() => document.activeElement?.id);
  if (hash !== '#proof' || focus !== 'proof') say('the first key does not lead past the contents');
  await page.keyboard.press('Tab');
  if ((await page.evaluate(() => document.activeElement?.className)) !== 'page') say('the pages can’t be reached by keyboard');

  await page.setViewportSize({ width: 320, height: 640 });
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  if (wide > 320) say(`a screen of 320 pixels must be pushed sideways: the page is ${wide} wide`);
}

/** Whether cells of one, two and six dots look different: a typeface without them draws one box for all. */
async function drawn(page) {
  const pictures = [];
  for (const cell of ['⠁', '⠃', '⠿']) {
    const id = await page.evaluate((text) => {
      const probe = document.createElement('span');
      probe.className = 'cells';
      probe.id = `probe-${text.codePointAt(0)}`;
      probe.textContent = text;
      probe.style.cssText = 'position:fixed;top:0;left:0;background:#fff;color:#000;z-index:9';
      document.body.append(probe);
      return probe.id;
    }, cell);
    const probe = page.locator(`#${id}`);
    pictures.push((await probe.screenshot()).toString('base64'));
    await probe.evaluate((node) => node.remove());
  }
  return new Set(pictures).size === pictures.length;
}
