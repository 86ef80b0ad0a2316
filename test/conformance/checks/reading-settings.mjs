import { pathToFileURL } from 'node:url';

/**
 * The reading settings of web pages, by keyboard in Chromium, from a file: they change the page, last until the next visit,
 * and go back to normal; each chart can be read as picture, sentence and table; print shows all three.
 *
 * @type {import('../kit/contract.d.ts').Check}
 */
export const check = {
  name: 'reading-settings',
  formats: ['html'],
  tools: [{ command: 'chromium', apt: 'chromium' }, { module: 'playwright-core' }],
  async run(files, kit) {
    const findings = [];
    const withSettings = files.filter(hasSettings);
    const pages = withSettings.filter((file) => file.document.kind === 'example' || file.document.kind === 'gallery');
    await kit.each(pages.length > 0 ? pages : withSettings.slice(0, 1), async (file) => {
      // The policy is looked at in `axe`; here it would hide what a damaged page does.
      const say = (message) => findings.push({ file, message });
      await kit.page((page) => visit(page, file, say), { reducedMotion: 'reduce', bypassCSP: true });
      await kit.page((page) => visitWithoutStorage(page, file, say), { bypassCSP: true });
      await kit.page((page) => visitWithoutScript(page, file, say), { javaScriptEnabled: false });
    });
    return findings;
  },
  proofs: [
    {
      name: 'settings that are not kept',
      format: 'html',
      suits: hasSettings,
      damage: (bytes) => damage(bytes, /localStorage\.setItem/g, 'Object.keys'),
    },
    {
      name: 'settings that need storage',
      format: 'html',
      suits: hasSettings,
      damage: (bytes) =>
        damage(
          bytes,
          /try\{localStorage\.setItem\(key,JSON\.stringify\(kept\)\)\}catch\(e\)\{\}/,
          'localStorage.setItem(key,JSON.stringify(kept))',
        ),
    },
    {
      name: 'a table that only a script shows',
      format: 'html',
      suits: hasCharts,
      damage: (bytes) => damage(bytes, /<div class="chart-data">/, '<div class="chart-data" hidden>'),
    },
    {
      name: 'a style that knows no sizes',
      format: 'html',
      suits: hasSettings,
      damage: (bytes) => damage(bytes, /--size:200%/g, '--size:100%'),
    },
  ],
};

/** The conformance report and the Braille proof have no script, so no settings. */
function hasSettings(file) {
  return !/(?:[\\/]conformance|\.braille)\.html$/.test(file.path);
}

function hasCharts(file) {
  return file.document.kind === 'example' && file.edition === 'screen-reader' && !/(?:index|conformance)\.html$/.test(file.path);
}

function damage(bytes, from, to) {
  return new TextEncoder().encode(new TextDecoder().decode(bytes).replace(from, to));
}

/** A person comes back later: what a browser stores reaches the next page a moment after it was written. */
async function laterVisit(page) {
  await page.waitForTimeout(1500);
  await page.reload();
}

/** A browser may keep its storage from a page, as some do from files and in private windows: then the settings last for this visit. */
async function visitWithoutStorage(page, file, say) {
  page.on('pageerror', (error) => say(`where nothing may be stored, its script fails: ${error.message}`));
  await page.addInitScript(() => {
    Object.defineProperty(globalThis, 'localStorage', {
      get() {
        throw new DOMException('The operation is insecure.', 'SecurityError');
      },
    });
  });
  await page.goto(pathToFileURL(file.path).href);
  const button = page.locator('.settings-button');
  if (!(await button.isVisible())) return say('where nothing may be stored, the reading settings are not shown');
  await button.click();
  await page.locator('.settings input[name="colours"][value="cream"]').check();
  const colours = await page.evaluate(() => document.documentElement.dataset.colours);
  if (colours !== 'cream') say('where nothing may be stored, the settings change nothing');
  const views = page.locator('.chart-views').first();
  if ((await views.count()) === 0) return;
  await views.locator('button[value="data"]').click();
  if (await views.locator('.chart-picture').isVisible()) say('where nothing may be stored, a chart cannot be read as a table');
}

/** Without a script the settings do nothing, and all ways to read a chart stand below one another. */
async function visitWithoutScript(page, file, say) {
  await page.goto(pathToFileURL(file.path).href);
  for (const part of ['.settings-bar', '.settings', '.player'])
    if (await page.locator(part).first().isVisible()) say(`without a script ${part} is shown and does nothing`);
  for (const part of ['main p', '.chart-picture', '.chart-sentence', '.chart-data', '.figure', '.key-figures'])
    for (const each of await page.locator(part).all()) if (!(await each.isVisible())) say(`without a script a ${part} is not shown`);
}

async function visit(page, file, say) {
  const attributes = () => page.evaluate(() => ({ ...document.documentElement.dataset }));
  const sizeOfText = () => page.evaluate(() => Number.parseFloat(getComputedStyle(document.querySelector('main')).fontSize));
  await page.goto(pathToFileURL(file.path).href);
  const button = page.locator('.settings-button');
  if ((await button.count()) === 0) return say('there is no button for the reading settings');
  if (!(await button.isVisible())) return say('the button for the reading settings is not shown');
  const normal = await sizeOfText();
  await button.focus();
  await page.keyboard.press('Enter');
  await page.locator('.settings input[name="size"]').first().focus();
  for (let press = 0; press < 3; press += 1) await page.keyboard.press('ArrowDown');
  await page.locator('.settings input[name="colours"][value="dark"]').check();
  if ((await sizeOfText()) < normal * 1.9) say(`the largest text is ${await sizeOfText()} px, and normal text ${normal} px`);
  await page.keyboard.press('Escape');
  if (await page.locator('.settings').isVisible()) say('Escape does not close the settings');
  if (!(await button.evaluate((element) => element === document.activeElement))) say('the focus is lost when the settings close');
  await laterVisit(page);
  const kept = await attributes();
  if (kept.size !== 'largest' || kept.colours !== 'dark') say(`after another visit the page has ${JSON.stringify(kept)}`);
  await button.click();
  await page.locator('.settings-reset').click();
  if (Object.keys(await attributes()).length > 0) say('the page does not go back to normal');
  await laterVisit(page);
  if (Object.keys(await attributes()).length > 0) say('after another visit the page is not normal');
  const views = page.locator('.chart-views').first();
  if ((await views.count()) === 0) return;
  for (const [way, shown, gone] of [
    ['data', '.chart-data', '.chart-picture'],
    ['sentence', '.chart-sentence', '.chart-data'],
    ['picture', '.chart-picture', '.chart-sentence'],
  ]) {
    await views.locator(`button[value="${way}"]`).focus();
    await page.keyboard.press('Space');
    if (!(await views.locator(shown).isVisible())) say(`a chart read as ${way} does not show ${shown}`);
    if (await views.locator(gone).isVisible()) say(`a chart read as ${way} still shows ${gone}`);
  }
  await page.emulateMedia({ media: 'print' });
  for (const part of ['.chart-picture', '.chart-sentence', '.chart-data'])
    if (!(await views.locator(part).isVisible())) say(`${part} is not printed`);
}
