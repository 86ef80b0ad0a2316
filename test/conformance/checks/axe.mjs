import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

/** The ways in which a page is looked at. Text spacing is that of WCAG 2.2, 1.4.12. */
const spacing = '*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}p{margin-bottom:2em!important}';
const wide = { width: 1280, height: 900 };
const narrow = { width: 320, height: 800 };
/** In one page, one after the other: what a mode does to the page itself, it takes back, or is the last to do. */
const modes = [
  { name: 'light' },
  { name: 'dark', colorScheme: 'dark' },
  { name: 'forced colours', forcedColors: 'active' },
  { name: 'more contrast', contrast: 'more' },
  { name: 'print', media: 'print' },
  { name: '320 px', viewport: narrow },
  { name: 'text spacing at 320 px', viewport: narrow, css: spacing },
  { name: 'largest text', size: 'largest' },
  { name: 'with its settings open', settings: true },
  { name: 'without script', script: false },
];
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * axe-core with its best-practice rules in a real Chromium, in every mode; and in each of them that nothing is
 * requested, nothing breaks the page's own security policy, and nothing scrolls sideways (WCAG 2.2, 1.4.10). The same page is
 * switched from mode to mode, as its reader switches it.
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
    await kit.each(files, (file) =>
      kit.page(async (page) => findings.push(...(await lookAt(page, file, axe)).map((finding) => ({ file, ...finding }))), {
        viewport: wide,
        reducedMotion: 'reduce',
      }),
    );
    return findings;
  },
  proofs: [
    { name: 'a picture without text', format: 'html', damage: replace(/<h1/, '<img src="data:,"><h1') },
    { name: 'no landmark', format: 'html', damage: replace(/<(\/?)main/g, '<$1div') },
    { name: 'grey on white', format: 'html', damage: replace(/<h1/, '<p><font color="#bbbbbb">pale</font></p><h1') },
    { name: 'grey on white in print only', format: 'html', damage: style('@media print{h1{color:#bbb!important}}') },
    {
      name: 'grey on black in the dark only',
      format: 'html',
      damage: style('@media (prefers-color-scheme:dark){h1{color:#333!important}}'),
    },
    {
      name: 'pale where more contrast is asked for',
      format: 'html',
      damage: style('@media (prefers-contrast:more){h1{color:#bbb!important}}'),
    },
    { name: 'a line that does not break at 320 px', format: 'html', damage: style('h1{min-width:400px}') },
    { name: 'no focus to be seen', format: 'html', damage: style(':focus-visible{outline:0!important}') },
    { name: 'a picture from the network', format: 'html', damage: replace(/<h1/, '<img alt="" src="https://example.org/a.png"><h1') },
  ],
};

function replace(pattern, text) {
  return (bytes) => new TextEncoder().encode(new TextDecoder().decode(bytes).replace(pattern, text));
}

/** Styles of its own in the page; its security policy lets those through that stand in it. */
function style(rules) {
  return replace(/<\/style>/, `${rules}</style>`);
}

async function lookAt(page, file, axe) {
  const found = [];
  let place = 'while it opens';
  const say = (rule, message) => found.push({ place, rule, message });
  page.on('request', (request) => {
    if (!/^(?:file|data):/.test(request.url())) say('network', `requests ${request.url()}`);
  });
  page.on('console', (message) => say('console', message.text()));
  page.on('pageerror', (error) => say('script', String(error)));
  const url = pathToFileURL(file.path).href;
  await page.goto(url);
  const small = file.document.kind === 'node';
  if (!small) for (const message of await walk(page)) found.push({ place: 'keyboard', message });
  await page.evaluate(axe);
  for (const mode of small ? modes.filter(({ name, settings }) => name === 'light' || settings) : modes) {
    place = mode.name;
    await enter(page, mode, url, file, axe);
    const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    if (over > 0 && mode.media !== 'print') say('reflow', `scrolls ${over} px sideways`);
    for (const { id, text } of await page.evaluate(judge, tags)) say(id, text);
  }
  return found;
}

async function enter(page, mode, url, file, axe) {
  const { media = 'screen', colorScheme = 'light', forcedColors = 'none', contrast = 'no-preference' } = mode;
  await page.emulateMedia({ media, colorScheme, forcedColors, contrast, reducedMotion: 'reduce' });
  await page.setViewportSize(mode.viewport ?? wide);
  await page.evaluate(adopt, mode.css ?? '');
  await page.evaluate((size) => {
    if (size) document.documentElement.setAttribute('data-size', size);
    else document.documentElement.removeAttribute('data-size');
  }, mode.size);
  if (mode.settings)
    await page
      .locator('.settings-button')
      .first()
      .click({ timeout: 2000 })
      .catch(() => undefined);
  // Without its script, but with the tester's: switching scripts off would silence axe too.
  if (mode.script === false) {
    await page.route('**/*', (route) => route.fulfill({ contentType: 'text/html', body: withoutScript(file.path) }));
    await page.goto(url);
    await page.evaluate(axe);
  }
}

/** Runs in the page: what axe finds, with the first place of each. */
async function judge(values) {
  const { violations } = await globalThis.axe.run(document, { runOnly: values, resultTypes: ['violations'] });
  return violations.map(({ id, help, nodes }) => ({ id, text: `${help} (${nodes.length}): ${nodes[0].html.slice(0, 200)}` }));
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
async function walk(page) {
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
  await page.evaluate(() => {
    document.activeElement?.blur();
    scrollTo(0, 0);
  });
  return problems;
}
