import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import { createRequire } from 'node:module';
import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { places } from '../kit/places.mjs';

const bin = join(places.root, 'packages/everyread/dist/bin.js');
const draft = (body) =>
  `---\ntitle: Our draft\nlang: en-GB\naccessibility:\n  certifier: A Trust\n---\n\n# What we did\n\n${body}\n\n${'We met in May and had a good time.\n\n'.repeat(120)}\n`;

/** Status of a request that names another host, as a page of another site would by a name that leads to this computer. */
function statusFor(url, host) {
  return new Promise((resolve, reject) => {
    get(url, { headers: { host } }, (response) => resolve(response.resume().statusCode)).on('error', reject);
  });
}

/** Whether anything answers at an address. */
function answers(host, port) {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: 2000 });
    const end = (result) => {
      socket.destroy();
      resolve(result);
    };
    socket
      .on('connect', () => end(true))
      .on('error', () => end(false))
      .on('timeout', () => end(false));
  });
}

/** The author's page in Chromium, while the author writes. */
async function write(page, url, source, say, { timeoutMs, before }) {
  const faults = [];
  page.on('pageerror', (error) => faults.push(error.message));
  await before?.(page);
  await page.goto(url);
  const shown = page.frameLocator('#view').locator('body');
  const messages = page.locator('#messages');
  const sees = async (what, locator, text) => {
    try {
      await locator.filter({ hasText: text }).waitFor({ timeout: timeoutMs });
    } catch {
      say(`${what}: “${text}” is not shown`);
    }
  };
  await sees('at first', shown, 'We planted 12 trees.');
  await sees('at first', messages, 'Nothing to mend.');
  const inside = page.frames().find((frame) => frame !== page.mainFrame());
  await inside.evaluate(() => window.scrollTo(0, 900));
  writeFileSync(source, draft('We planted 34 trees.'));
  await sees('after a change', shown, 'We planted 34 trees.');
  await page.waitForTimeout(300);
  const top = await page
    .frames()
    .find((frame) => frame !== page.mainFrame())
    .evaluate(() => window.scrollY);
  if (Math.abs(top - 900) > 40) say(`after a change the reader's place is ${top} px down the page, not 900`);
  writeFileSync(source, draft('We planted 56 trees. See [the map](#nowhere).'));
  await sees('after a fault', messages, 'nowhere');
  await sees('after a fault', shown, 'We planted 34 trees.');
  writeFileSync(source, draft('We planted 56 trees.'));
  await sees('after mending', messages, 'Nothing to mend.');
  await sees('after mending', shown, 'We planted 56 trees.');
  const pages = await page.locator('#edition option').allTextContents();
  const chapter = pages.find((name) => /\.epub: .*001/.test(name));
  if (!chapter) return say(`the pages of the EPUB are not offered: ${pages.join(', ')}`);
  await page.locator('#edition').selectOption({ label: chapter });
  await sees('the EPUB', page.frameLocator('#view').locator('body'), 'We planted 56 trees.');
  writeFileSync(source, draft('We planted 78 trees.'));
  await sees('the EPUB after a change', page.frameLocator('#view').locator('body'), 'We planted 78 trees.');
  for (const fault of faults) say(`a script of the page fails: ${fault}`);
  await page.evaluate(readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'));
  const { violations } = await page.evaluate(() => globalThis.axe.run({ exclude: ['#view'] }));
  for (const { id, help, nodes } of violations) say(`axe ${id}: ${help}: ${nodes[0].html}`);
}

/**
 * `everyread watch` as an author meets it: the built command in a process of its own, its page in Chromium, a change, a fault
 * and its mending, Ctrl+C. It needs no edition; it stands with the checks of web pages.
 *
 * @type {import('../kit/contract.d.ts').Check}
 */
export const check = {
  name: 'watch',
  formats: ['html'],
  tools: [{ command: 'chromium', apt: 'chromium' }, { module: 'playwright-core' }, { module: 'axe-core' }],
  run: (_, kit) => watch(kit, { timeoutMs: 20_000 }),
  proofs: [
    {
      name: 'a page that hears of no change',
      trial: (_, kit) => watch(kit, { timeoutMs: 2000, before: (page) => page.route('**/everyread/events', (route) => route.abort()) }),
    },
    {
      name: 'a page whose script fails',
      trial: (_, kit) =>
        watch(kit, { timeoutMs: 20_000, before: (page) => page.addInitScript(() => setTimeout(() => globalThis.nowhere.begin(), 50)) }),
    },
  ],
};

async function watch(kit, how) {
  const findings = [];
  const say = (message) => findings.push({ message });
  const folder = kit.tempDir('watch');
  const source = join(folder, 'draft.md');
  writeFileSync(source, draft('We planted 12 trees.'));
  const child = spawn(process.execPath, [bin, 'watch', 'draft.md', '--port', '0'], {
    cwd: folder,
    env: { ...process.env, NO_COLOR: '1' },
  });
  let told = '';
  child.stderr.on('data', (chunk) => (told += chunk));
  const ended = once(child, 'exit');
  try {
    const [first] = await Promise.race([
      once(child.stdout, 'data'),
      ended.then(([code]) => Promise.reject(new Error(`watch ended with ${code}: ${told}`))),
    ]);
    const url = String(first).trim();
    await kit.page((page) => write(page, url, source, say, how), { offline: false });
    for (const host of ['evil.example', 'evil.example:80', 'localhost.evil.example', '127.0.0.1.evil.example'])
      if ((await statusFor(url, host)) !== 403) say(`the draft is given to a page that calls this computer ${host}`);
    if ((await statusFor(url, `localhost:${new URL(url).port}`)) !== 200) say('localhost is refused');
    const others = Object.values(networkInterfaces())
      .flat()
      .filter((each) => !each.internal);
    for (const { address } of others) if (await answers(address, Number(new URL(url).port))) say(`the draft is served at ${address} too`);
    const began = performance.now();
    child.kill('SIGINT');
    const [code] = await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, 10_000, ['nothing after 10 s']))]);
    if (code !== 130) say(`Ctrl+C ends it with ${code} after ${Math.round(performance.now() - began)} ms`);
    if (await answers('127.0.0.1', Number(new URL(url).port))) say('after Ctrl+C the draft is still served');
    if (/\n\s+at .*:\d+:\d+/.test(told)) say(`it printed a stack trace: ${told}`);
  } finally {
    child.kill('SIGKILL');
  }
  return findings;
}
