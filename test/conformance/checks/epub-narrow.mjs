import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** Pages as wide as those of phones, in CSS pixels, and the reader's size of letters; WCAG 2.2, 1.4.10 asks for 320 px, 1.4.4 for 200%. */
const pages = [
  { width: 320, letters: 100 },
  { width: 360, letters: 100 },
  { width: 320, letters: 200 },
  { width: 600, letters: 100 },
  { width: 800, letters: 100 },
];

/** Runs in the page: how far it reaches past its right edge, and what does. */
function overhang(letters) {
  document.documentElement.style.fontSize = `${letters}%`;
  const width = document.documentElement.clientWidth;
  const over = document.documentElement.scrollWidth - width;
  const wide = over > 0 ? [...document.querySelectorAll('body *')].filter((each) => each.getBoundingClientRect().right > width + 1) : [];
  return { over, what: wide.at(-1)?.outerHTML.slice(0, 120) };
}

/** Runs in the page: words of cells that stand in two lines, of tables that are shown as tables. One ends at white space and behind a hyphen. */
function parted() {
  const found = [];
  for (const cell of document.querySelectorAll('th, td')) {
    if (getComputedStyle(cell).display !== 'table-cell') continue;
    const texts = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text; text = texts.nextNode())
      for (const { 0: word, index } of text.data.matchAll(/[\p{L}\p{N}]+/gu)) {
        const range = document.createRange();
        range.setStart(text, index);
        range.setEnd(text, index + word.length);
        if (new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size > 1) found.push(word);
      }
  }
  return found;
}

/** Runs in the page: how many tables, rows and cells of each kind were written. */
function written() {
  const count = (selector) => document.querySelectorAll(selector).length;
  return {
    table: count('table'),
    row: count('tr'),
    columnheader: count('th[scope="col"]'),
    rowheader: count('th[scope="row"]'),
    cell: count('td'),
  };
}

/** How many of each a screen reader is told of. */
async function told(page) {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  const roles = nodes.filter((node) => !node.ignored).map((node) => (node.role?.value === 'gridcell' ? 'cell' : node.role?.value));
  return (role) => roles.filter((each) => each === role).length;
}

async function look(page, url, { width, letters }) {
  const problems = [];
  await page.setViewportSize({ width, height: 640 });
  await page.goto(url);
  const { over, what } = await page.evaluate(overhang, letters);
  if (over > 0) problems.push(`reaches ${over} px past the edge: ${what}`);
  const words = await page.evaluate(parted);
  if (words.length > 0) problems.push(`parts words in cells of a table: ${words.slice(0, 3).join(', ')}`);
  const counted = await page.evaluate(written);
  if (counted.table === 0) return problems;
  const heard = await told(page);
  for (const [role, count] of Object.entries(counted))
    if (heard(role) !== count) problems.push(`a screen reader is told of ${heard(role)} of ${count} × ${role}`);
  return problems;
}

const change = (pattern, from, to) => (bytes) => {
  const files = unzipSync(bytes);
  for (const name of Object.keys(files)) if (pattern.test(name)) files[name] = strToU8(strFromU8(files[name]).replaceAll(from, to));
  const { mimetype, ...rest } = files;
  return zipSync({ mimetype: [mimetype, { level: 0 }], ...rest });
};

const hasWideTable = (file) => file.document.kind === 'example' && file.edition === 'screen-reader';

/**
 * Each page of a book in Chromium at the width of a phone, in letters as written and twice as large: nothing stands past the edge,
 * where an e-reader that turns pages would cut it off, no word of a cell is parted, and tables that are shown as records are still tables to a screen reader.
 *
 * @type {import('../kit/contract.d.ts').Check}
 */
export const check = {
  name: 'epub-narrow',
  formats: ['epub'],
  tools: [{ command: 'chromium', apt: 'chromium' }, { module: 'playwright-core' }],
  async run(files, kit) {
    const findings = [];
    // The gallery has the pages of all nodes.
    const whole = files.filter((file) => file.document.kind !== 'node');
    await kit.each(whole, async (file) => {
      const folder = kit.tempDir('epub');
      const inside = Object.entries(unzipSync(readFileSync(file.path))).filter(([name]) => !name.endsWith('/'));
      for (const [name, bytes] of inside) {
        mkdirSync(dirname(join(folder, name)), { recursive: true });
        writeFileSync(join(folder, name), bytes);
      }
      await kit.page(async (page) => {
        for (const [name] of inside.filter(([each]) => each.endsWith('.xhtml')))
          for (const size of pages)
            for (const message of await look(page, pathToFileURL(join(folder, name)).href, size))
              findings.push({ file, place: `${name} at ${size.width} px, ${size.letters}%`, message });
      });
    });
    return findings;
  },
  proofs: [
    {
      name: 'tables stay as wide as they are',
      format: 'epub',
      suits: hasWideTable,
      damage: change(/\.css$/, 'container-type: inline-size', 'container-type: normal'),
    },
    {
      name: 'words of cells part anywhere',
      format: 'epub',
      suits: hasWideTable,
      damage: change(/\.css$/, 'vertical-align: top; overflow-wrap: break-word', 'vertical-align: top; overflow-wrap: anywhere'),
    },
    {
      name: 'a picture as wide as it is',
      format: 'epub',
      suits: hasWideTable,
      damage: change(/\.xhtml$/, '<h1', '<hr style="width: 30em"/><h1'),
    },
    { name: 'heads hidden from all', format: 'epub', suits: hasWideTable, damage: change(/\.css$/, 'position: absolute', 'display: none') },
  ],
};
