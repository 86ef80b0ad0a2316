import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

/** The ways in which a page is looked at. Text spacing is that of WCAG 2.2, 1.4.12. */
const spacing = '*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}p{margin-bottom:2em!important}';
const narrow = { width: 320, height: 800 };
const modes = [
  { name: 'light', settings: true },
  { name: 'dark', colorScheme: 'dark' },
  { name: 'forced colours', forcedColors: 'active' },
  { name: 'more contrast', contrast: 'more' },
  { name: 'print', media: 'print' },
  { name: '320 px', viewport: narrow },
  { name: 'text spacing at 320 px', viewport: narrow, css: spacing },
  { name: 'largest text', largest: true },
  { name: 'without script', script: false },
];
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * axe-core with its best-practice rules in a real Chromium, in every mode; and in each of them that nothing is
 * requested, nothing breaks the page's own security policy, and nothing scrolls sideways (WCAG 2.2, 1.4.10).
 *
 * @type {import('../kit/contract.d.ts').Check}
 */
export const check = {
  name: 'axe',
  formats: ['html'],
  tools: [{ command: 'chromium', apt: 'chromium' }, { module: 'axe-core' }, { module: 'playwright-core' }],
  async run(files, kit) {
    const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
    const findings = [];
    await kit.each(files, async (file) => {
      const small = file.document.kind === 'node';
      for (const mode of small ? modes.slice(0, 1) : modes) {
        for (const finding of await look(file, mode, axe, kit)) findings.push({ file, place: mode.name, ...finding });
      }
      if (!small) findings.push(...(await walk(file, kit)).map((message) => ({ file, place: 'keyboard', message })));
    });
    return findings;
  },
  proofs: [
    { name: 'a picture without text', format: 'html', damage: replace(/<h1/, '<img src="data:,"><h1') },
    { name: 'no landmark', format: 'html', damage: replace(/<(\/?)main/g, '<$1div') },
    { name: 'grey on white', format: 'html', damage: replace(/<h1/, '<p><font color="#bbbbbb">pale</font></p><h1') },
    { name: 'a picture from the network', format: 'html', damage: replace(/<h1/, '<img alt="" src="https://example.org/a.png"><h1') },
  ],
};

function replace(pattern, text) {
  return (bytes) => new TextEncoder().encode(new TextDecoder().decode(bytes).replace(pattern, text));
}

async function look(file, mode, axe, kit) {
  const { name: _name, media, css, settings, largest, script, ...options } = mode;
  const found = [];
  await kit.page(
    async (page) => {
      page.on('request', (request) => {
        if (!/^(?:file|data):/.test(request.url())) found.push({ rule: 'network', message: `requests ${request.url()}` });
      });
      page.on('console', (message) => found.push({ rule: 'console', message: message.text() }));
      page.on('pageerror', (error) => found.push({ rule: 'script', message: String(error) }));
      // Without its script, but with the tester's: switching scripts off would silence axe too.
      if (script === false)
        await page.route('**/*', (route) => route.fulfill({ contentType: 'text/html', body: withoutScript(file.path) }));
      await page.goto(pathToFileURL(file.path).href);
      if (media) await page.emulateMedia({ media });
      if (css) await page.evaluate(adopt, css);
      if (settings)
        await page
          .locator('.settings-button')
          .first()
          .click({ timeout: 2000 })
          .catch(() => undefined);
      if (largest) await page.evaluate(() => document.documentElement.setAttribute('data-size', 'largest'));
      const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      if (over > 0 && media !== 'print') found.push({ rule: 'reflow', message: `scrolls ${over} px sideways` });
      await page.evaluate(axe);
      const result = await page.evaluate((values) => globalThis.axe.run(document, { runOnly: values }), tags);
      for (const violation of result.violations) {
        const first = violation.nodes[0];
        found.push({ rule: violation.id, message: `${violation.help} (${violation.nodes.length}): ${first.html.slice(0, 200)}` });
      }
    },
    { viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce', ...options },
  );
  return found;
}

function withoutScript(path) {
  return readFileSync(path, 'utf8').replace(/<script>[\s\S]*?<\/script>/g, '');
}

/** Runs in the page: a style of the tester's, which the page's policy would refuse as an element. */
function adopt(text) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  document.adoptedStyleSheets = [sheet];
}

/** With the keyboard: the link past the navigation comes first, the order is that of the page, and every stop is seen. */
async function walk(file, kit) {
  return kit.page(
    async (page) => {
      await page.goto(pathToFileURL(file.path).href);
      const problems = [];
      const stops = [];
      for (let press = 0; press < 60; press += 1) {
        await page.keyboard.press('Tab');
        const stop = await page.evaluate(() => {
          const element = document.activeElement;
          if (element === null || element === document.body) return null;
          const all = [...document.querySelectorAll('*')];
          const box = element.getBoundingClientRect();
          const style = getComputedStyle(element);
          return {
            index: all.indexOf(element),
            name: `${element.tagName} ${element.textContent.slice(0, 40)}`,
            seen: box.width > 0 && box.bottom > 0 && style.outlineStyle !== 'none',
            skip: element.classList.contains('skip'),
          };
        });
        if (stop === null) break;
        stops.push(stop);
      }
      if (stops[0]?.skip !== true) problems.push('the first stop is not the link past the navigation');
      for (const [index, stop] of stops.entries()) {
        if (index > 0 && stop.index <= stops[index - 1].index) {
          problems.push(`${stop.name} comes after ${stops[index - 1].name}, which is below it`);
          break;
        }
        if (!stop.seen) problems.push(`${stop.name} has the focus and does not show it`);
      }
      return problems;
    },
    { reducedMotion: 'reduce' },
  );
}
