import { pathToFileURL } from 'node:url';
import { changeOpened } from '../pdf/open-pdf.mjs';
import { bare } from '../pdf/read-pages.mjs';

/**
 * What Chromium's own viewer (PDFium) makes of a file: whether it opened, its name, pages and bookmarks, and all the text that
 * can be marked and copied. The viewer's names are its own: where another version has others, every file fails.
 *
 * @param {import('playwright-core').Page} page
 */
async function view(page, path) {
  const said = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) said.push(message.text());
  });
  page.on('pageerror', (error) => said.push(error.message));
  await page.goto(pathToFileURL(path).href);
  // The viewer is a frame inside a shadow that is closed.
  for (let tries = 0; page.frames().length < 2 && tries < 100; tries += 1) await page.waitForTimeout(100);
  const viewer = page.frames()[1];
  if (viewer === undefined) return { state: 'no viewer', said };
  await viewer.waitForFunction(() => !['loading', undefined].includes(document.querySelector('pdf-viewer')?.loadState_), undefined, {
    timeout: 60_000,
  });
  const seen = await viewer.evaluate(async () => {
    const {
      loadState_: state,
      title_: title,
      documentDimensions,
      bookmarks_: bookmarks,
      pluginController_: plugin,
    } = document.querySelector('pdf-viewer');
    const flat = (list) => list.flatMap((each) => [each.title, ...flat(each.children)]);
    if (state !== 'success') return { state };
    plugin.selectAll();
    const { selectedText } = await plugin.getSelectedText();
    return { state, title, pages: documentDimensions.pageDimensions.length, bookmarks: flat(bookmarks), text: selectedText };
  });
  return { ...seen, said };
}

const flat = (entries) => entries.flatMap((entry) => [entry.text, ...flat(entry.children)]);
/** PDFium takes a hyphen at the end of a line for one that only parts the word, and leaves it out. */
const sorted = (text) => [...bare(text).replaceAll('-', '')].sort().join('');

/**
 * @type {import('../kit/contract.d.ts').Check}
 */
export const check = {
  name: 'chromium-pdf',
  formats: ['pdf'],
  tools: [
    { command: 'chromium', apt: 'chromium' },
    { module: 'playwright-core' },
    { command: 'pdfinfo', apt: 'poppler-utils' },
    { command: 'qpdf', apt: 'qpdf' },
  ],
  async run(files, kit) {
    const findings = [];
    // The gallery has every node.
    await kit.each(
      files.filter((file) => file.document.kind !== 'node'),
      async (file) => {
        const find = (message) => findings.push({ file, message });
        try {
          const seen = await kit.page((page) => view(page, file.path));
          for (const message of seen.said) find(`It says: ${message}`);
          if (seen.state !== 'success') return find(`It did not open: ${seen.state}`);
          const report = await kit.prepared(file);
          const info = (await kit.runTool('pdfinfo', [file.path])).stdout;
          const copied = (await kit.runTool('pdftotext', ['-raw', file.path, '-'])).stdout;
          if (seen.title !== report.meta.title) find(`It shows the title “${seen.title}”`);
          if (seen.pages !== Number(/^Pages:\s+(\d+)/m.exec(info)?.[1]))
            find(`It has ${seen.pages} pages, and not as many as poppler sees`);
          if (JSON.stringify(seen.bookmarks) !== JSON.stringify(flat(report.outline)))
            find(`Its bookmarks are not the headings: ${seen.bookmarks.join(' | ')}`);
          if (sorted(seen.text) !== sorted(copied))
            find(`Its text is not the one that poppler copies: ${bare(seen.text).length} and ${bare(copied).length} characters`);
        } catch (error) {
          find(`It did not open: ${error.message.split('\n')[0]}`);
        }
      },
    );
    return findings;
  },
  proofs: [
    { name: 'a file that is no PDF', format: 'pdf', damage: (bytes) => Buffer.from(bytes).fill(32, 0, bytes.length - 64) },
    {
      name: 'a bookmark that is called otherwise',
      format: 'pdf',
      damage: (bytes, kit) => changeOpened(bytes, kit, (text) => text.replace(/(\/Title \((?:[^()\\]|\\.)*)([a-z])(\))/g, '$1#$3')),
    },
  ],
};
