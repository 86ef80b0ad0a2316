import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

/** The ways in which the page is looked at while it speaks. */
const looks = [
  { name: 'light' },
  { name: 'dark', colorScheme: 'dark' },
  { name: 'forced colours', forcedColors: 'active' },
  { name: '320 px', viewport: { width: 320, height: 640 } },
  { name: '320 × 256 px', viewport: { width: 320, height: 256 } },
  { name: 'largest text', largest: true },
];
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * The page that reads itself aloud, in Chromium, from a file and without network: that sound is heard, and the sentence
 * that is heard is the one that is marked; every button by keyboard; a status that says nothing while the voice speaks; scrolling
 * that leaves the reader in peace; axe while it plays.
 *
 * @type {import('../kit/contract.d.ts').Check}
 */
export const check = {
  name: 'read-aloud',
  formats: ['html'],
  tools: [{ command: 'chromium', apt: 'chromium' }, { module: 'playwright-core' }, { module: 'axe-core' }],
  async run(files, kit) {
    const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
    const findings = [];
    await kit.each(files.filter(isReadAloud), async (file) => {
      const say = (message, place) => findings.push({ file, message, ...(place ? { place } : {}) });
      await visit(file, kit, say, { reducedMotion: 'reduce' }, listen);
      // Of a damaged copy one finding is enough: the other visits would only take time.
      const known = () => file.damaged && findings.length > 0;
      if (known()) return;
      await visit(file, kit, say, { reducedMotion: 'no-preference' }, scroll);
      if (known()) return;
      await visit(file, kit, say, { reducedMotion: 'reduce' }, toTheEnd);
      if (known()) return;
      await kit.page((page) => withoutScript(page, file, say), { javaScriptEnabled: false });
      for (const { name, largest, ...options } of looks) {
        if (known()) return;
        await visit(
          file,
          kit,
          (message) => say(message, name),
          { reducedMotion: 'reduce', ...options },
          (page, tell) => judge(page, tell, axe, largest),
        );
      }
    });
    return findings;
  },
  proofs: [
    { name: 'a player that plays nothing', from: /audio\.play\(\)/g, to: 'Promise.resolve()' },
    { name: 'a mark that stays behind', from: /at=next;mark\(\)\}else tell\(\)/, to: 'at=next}else tell()' },
    { name: 'a sentence that is not in the page', from: /\["s5",/, to: '["nowhere",' },
    { name: 'sound cut short', from: /(<template class="sound" data-ms="\d+">.{4000})[^<]*/, to: '$1' },
    { name: 'a status that chatters', from: /function tell\(\)\{/, to: 'function tell(){say(String(at));' },
    { name: 'a page that scrolls back to the voice', from: /function away\(\)\{[^}]*\}/, to: 'function away(){}' },
    { name: 'a player without a name', from: /(<section class="player") aria-label="[^"]*"/, to: '$1' },
  ].map(({ name, from, to }) => ({ name, format: 'html', suits: isReadAloud, damage: (bytes) => damage(bytes, from, to) })),
};

function isReadAloud(file) {
  return /-read-aloud\.html$/.test(file.path);
}

function damage(bytes, from, to) {
  return new TextEncoder().encode(new TextDecoder().decode(bytes).replace(from, to));
}

/** Opens the page with an eye on its sound: the page makes one `Audio`, and `heard` tells what leaves it. */
async function visit(file, kit, say, options, work) {
  await kit.page(
    async (page) => {
      page.on('request', (request) => {
        if (!/^(?:file|data|blob):/.test(request.url())) say(`requests ${request.url()}`);
      });
      page.on('console', (message) => say(message.text()));
      page.on('pageerror', (error) => say(String(error)));
      await page.addInitScript(() => {
        const Real = window.Audio;
        window.Audio = function () {
          window.sound = new Real();
          return window.sound;
        };
        window.scrolls = [];
        const scrollTo = window.scrollTo.bind(window);
        window.scrollTo = (to) => {
          window.scrolls.push(to.behavior);
          scrollTo(to);
        };
        window.statusTexts = [];
        addEventListener('DOMContentLoaded', () => {
          const status = document.querySelector('.player-status');
          if (status)
            new MutationObserver(() => window.statusTexts.push(status.textContent)).observe(status, {
              childList: true,
              characterData: true,
              subtree: true,
            });
        });
      });
      await page.goto(pathToFileURL(file.path).href);
      if (!(await page.locator('.player').isVisible())) return say('there is no player');
      await work(page, say, file);
    },
    { viewport: { width: 1280, height: 900 }, bypassCSP: false, ...options },
  );
}

const look = (page) =>
  page.evaluate(() => ({
    ms: window.sound.currentTime * 1000,
    paused: window.sound.paused,
    duration: window.sound.duration * 1000,
    marked: [...document.querySelectorAll('.spoken-now, .spoken-block')].map((element) => element.id || element.querySelector('[id]')?.id),
    status: document.querySelector('.player-status').textContent,
    word: document.querySelector('.player-listen .player-word').textContent,
    focus: document.activeElement?.className,
  }));

/** What the page knows of its sound, read from its script. */
const timingOf = (page) => page.evaluate(() => JSON.parse(/^var sounds=(.*);$/m.exec(document.querySelector('script').textContent)[1]));

async function press(page, name, key = 'Enter') {
  await page.locator(`.player-${name}`).focus();
  await page.keyboard.press(key);
}

/** The loudest sample that leaves the page within a second: 0 is silence. */
async function loudness(page) {
  return page.evaluate(async () => {
    const context = new AudioContext();
    await context.resume();
    const source = context.createMediaStreamSource(window.sound.captureStream());
    const meter = context.createAnalyser();
    source.connect(meter);
    const samples = new Float32Array(meter.fftSize);
    let loudest = 0;
    for (let turn = 0; turn < 40; turn += 1) {
      await new Promise((resolve) => setTimeout(resolve, 25));
      meter.getFloatTimeDomainData(samples);
      for (const sample of samples) loudest = Math.max(loudest, Math.abs(sample));
    }
    await context.close();
    return loudest;
  });
}

async function listen(page, say) {
  const sounds = await timingOf(page);
  const clips = sounds.flatMap(([, list]) => list);
  const missing = await page.evaluate(
    (ids) => ids.filter((id) => !document.getElementById(id)),
    clips.map(([id]) => id),
  );
  if (missing.length > 0) say(`${missing.length} sentences are not in the page: ${missing.slice(0, 5).join(', ')}`);
  const unspoken = await page.evaluate(
    (ids) => [...document.querySelectorAll('.sentence')].map((element) => element.id).filter((id) => !ids.includes(id)),
    clips.map(([id]) => id),
  );
  if (unspoken.length > 0) say(`${unspoken.length} sentences of the page have no sound: ${unspoken.slice(0, 5).join(', ')}`);
  // Each sound lasts as long as its timing says, as the browser measures it.
  const lengths = await page.evaluate(() =>
    Promise.all(
      [...document.querySelectorAll('template.sound')].map(async (store) => {
        const bytes = Uint8Array.from(atob(store.content.textContent), (letter) => letter.charCodeAt(0));
        const audio = document.createElement('audio');
        audio.src = URL.createObjectURL(new Blob([bytes], { type: 'audio/mpeg' }));
        await new Promise((resolve, reject) => {
          audio.onloadedmetadata = resolve;
          audio.onerror = () => reject(new Error('a sound can’t be opened'));
        });
        return audio.duration * 1000;
      }),
    ),
  );
  for (const [index, [ms, list]] of sounds.entries()) {
    if (Math.abs(ms - lengths[index]) > 60) say(`sound ${index + 1} lasts ${Math.round(lengths[index])} ms, its timing says ${ms}`);
    if (list.length > 0 && list.at(-1)[2] > ms + 1) say(`the last sentence of sound ${index + 1} ends after it`);
    for (let each = 1; each < list.length; each += 1)
      if (list[each][1] !== list[each - 1][2]) say(`before ${list[each][0]} the sound has a gap`);
  }
  await press(page, 'listen');
  await page.waitForTimeout(800);
  const first = await look(page);
  if (first.paused || first.ms < 200) say(`after Listen the sound is at ${Math.round(first.ms)} ms`);
  // A sound that ends takes its stream with it: the next second listens to the sound that follows.
  let heard = 0;
  for (let turn = 0; turn < 4 && heard < 0.01; turn += 1) heard = await loudness(page);
  if (heard < 0.01) say('nothing is heard');
  if (!/player-listen/.test(first.focus)) say('Listen takes the focus away');
  // While the voice speaks the status is still, and the mark goes with the sound.
  await page.evaluate(() => (window.statusTexts.length = 0));
  for (let turn = 0; turn < 12; turn += 1) {
    await page.waitForTimeout(500);
    const { ms, marked, duration } = await look(page);
    // A short sound ends while it is listened to: the clips are those of the sound that is open now, known by its length.
    const open = sounds.filter(([length]) => Math.abs(length - duration) <= 60).flatMap(([, list]) => list);
    const due = open.filter(([, begin, end]) => ms >= begin - 80 && ms < end + 80).map(([id]) => id);
    if (marked.length !== 1 || (due.length > 0 && !due.includes(marked[0]))) {
      say(`at ${Math.round(ms)} ms ${marked.join(', ') || 'nothing'} is marked, and ${due.join(' or ')} is heard`);
      break;
    }
  }
  const spoken = await page.evaluate(() => window.statusTexts);
  if (spoken.length > 0) say(`the status speaks over the voice: ${spoken.slice(0, 3).join(' / ')}`);
  // Sentence by sentence, and so slowly that no sentence ends between two looks, however busy the machine is.
  await page.evaluate(() => (window.sound.playbackRate = window.sound.defaultPlaybackRate = 0.0625));
  await press(page, 'next', 'Space');
  await page.waitForTimeout(300);
  const before = await look(page);
  await press(page, 'next');
  await page.waitForTimeout(300);
  const after = await look(page);
  const at = (state) => clips.findIndex(([id]) => id === state.marked[0]);
  if (at(after) !== at(before) + 1) say(`Next goes from ${before.marked[0]} to ${after.marked[0]}`);
  await press(page, 'previous');
  await page.waitForTimeout(200);
  if (at(await look(page)) !== at(before)) say(`Previous goes from ${after.marked[0]} to ${(await look(page)).marked[0]}`);
  await page.evaluate(() => (window.sound.playbackRate = window.sound.defaultPlaybackRate = 1));
  // Speed, measured against the clock.
  await page.locator('.player select').selectOption('2');
  const pace = await page.evaluate(async () => {
    await new Promise((resolve) => setTimeout(resolve, 300));
    const from = [performance.now(), window.sound.currentTime];
    await new Promise((resolve) => setTimeout(resolve, 1500));
    return ((window.sound.currentTime - from[1]) * 1000) / (performance.now() - from[0]);
  });
  if (pace < 1.7 || pace > 2.3) say(`at double speed the sound runs ${pace.toFixed(2)} times as fast`);
  await page.locator('.player select').selectOption('1');
  await press(page, 'listen', 'Space');
  const held = await look(page);
  await page.waitForTimeout(500);
  const still = await look(page);
  if (!still.paused || Math.abs(still.ms - held.ms) > 20) say('Pause does not hold the sound');
  if (still.status === '') say('Pause is told to nobody');
  if (still.marked.length !== 1) say('Pause loses the place');
  await press(page, 'stop');
  const end = await look(page);
  if (!end.paused || end.marked.length > 0 || end.status === '') say('Stop leaves something behind');
  if (!/player-stop/.test(end.focus)) say('Stop loses the focus');
}

/** Whoever scrolls away stays there; nobody who asked for less movement is moved smoothly. */
async function scroll(page, say) {
  await press(page, 'listen');
  for (let turn = 0; turn < 15; turn += 1) await press(page, 'next');
  if ((await page.evaluate(() => window.scrolls)).at(-1) !== 'smooth') say('the page does not follow the voice');
  await page.emulateMedia({ reducedMotion: 'reduce' });
  for (let turn = 0; turn < 15; turn += 1) await press(page, 'next');
  if ((await page.evaluate(() => window.scrolls)).at(-1) !== 'auto') say('the page glides although the reader asked for less movement');
  await page.mouse.move(600, 500);
  await page.mouse.wheel(0, 6000);
  await page.waitForTimeout(300);
  const [place] = await page.evaluate(() => {
    window.scrolls.length = 0;
    return [window.scrollY];
  });
  await page.locator('.player select').selectOption('2');
  await page.waitForTimeout(6000);
  if ((await page.evaluate(() => window.scrolls.length)) > 0) say(`the page scrolls away from the reader at ${place}`);
}

/** One sound follows another; the last ends in silence that is told. */
async function toTheEnd(page, say) {
  const sounds = await timingOf(page);
  await press(page, 'listen');
  const links = page.locator('.contents a');
  if ((await links.count()) > 0) {
    await links.last().focus();
    await page.keyboard.press('Enter');
    await page.waitForTimeout(600);
    const { marked, paused } = await look(page);
    const wanted = await page.evaluate(() => document.querySelector(location.hash)?.querySelector('.sentence')?.id);
    if (wanted !== undefined && (paused || marked[0] !== wanted)) say(`after a link of the contents ${marked[0]} is read, not ${wanted}`);
  }
  const whole = sounds.flatMap(([, list], index) => list.map((clip) => ({ clip, index })));
  // To the end of the first sound by buttons, then by itself into the second.
  await press(page, 'stop');
  await press(page, 'listen');
  const last = whole.findIndex(({ index }) => index === 1) - 1;
  if (last >= 0) {
    for (let turn = 0; turn < last; turn += 1) await press(page, 'next');
    await page.waitForTimeout(300);
    await page.evaluate(() => (window.sound.currentTime = window.sound.duration - 0.5));
    await page.waitForTimeout(2000);
    const { marked, paused } = await look(page);
    if (paused || marked[0] !== whole[last + 1]?.clip[0])
      say(`after the first sound ${marked[0] ?? 'nothing'} is read, not ${whole[last + 1]?.clip[0]}`);
  }
  for (let turn = last; turn < whole.length; turn += 1) await press(page, 'next');
  await page.waitForTimeout(500);
  await page.evaluate(() => (window.sound.currentTime = window.sound.duration - 0.3));
  await page.waitForTimeout(1500);
  const end = await look(page);
  if (!end.paused || end.status === '' || end.marked.length > 0) say('the end is not told');
}

async function withoutScript(page, file, say) {
  await page.goto(pathToFileURL(file.path).href);
  if (await page.locator('.player').isVisible()) say('without script there is a player that does nothing');
  if (!(await page.locator('main').isVisible())) say('without script there is no text');
}

async function judge(page, say, axe, largest) {
  if (largest) await page.evaluate(() => document.documentElement.setAttribute('data-size', 'largest'));
  await press(page, 'listen');
  for (let turn = 0; turn < 12; turn += 1) await press(page, 'next');
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  if (over > 0) say(`scrolls ${over} px sideways`);
  const covered = await page.evaluate(() => {
    const bar = document.querySelector('.player');
    const mark = document.querySelector('.spoken-now, .spoken-block')?.getBoundingClientRect();
    const low = getComputedStyle(bar).position === 'sticky' ? bar.getBoundingClientRect().bottom : 0;
    return mark === undefined || mark.top < low - 1 || mark.top > innerHeight;
  });
  if (covered) say('the sentence that is spoken is not in sight');
  const small = await page.evaluate(() =>
    [...document.querySelectorAll('.player button, .player select')]
      .filter((each) => Math.min(each.offsetWidth, each.offsetHeight) < 44)
      .map((each) => each.className),
  );
  if (small.length > 0) say(`smaller than 44 px: ${small.join(', ')}`);
  await page.evaluate(axe);
  const result = await page.evaluate((values) => globalThis.axe.run(document, { runOnly: values }), tags);
  for (const { id, help, nodes } of result.violations) say(`${id}: ${help} (${nodes.length}): ${nodes[0].html.slice(0, 160)}`);
  if ((await look(page)).paused) say('axe was run in silence');
}
