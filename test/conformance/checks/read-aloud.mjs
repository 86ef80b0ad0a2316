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

/**
 * Opens the page with an eye on its sound: the page makes one `Audio`, which `window.sound` is. What a click, a link or the end of a
 * sound does to the mark is written into `window.steps` in the moment in which it happens: on a busy machine a short sentence is over before
 * anyone looks from outside.
 */
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
          window.sound.addEventListener('ended', before);
          return window.sound;
        };
        // A sentence that is not shown itself, such as that of a picture, is marked by what stands for it.
        const markedIds = () =>
          [...document.querySelectorAll('.spoken-now, .spoken-block')].flatMap((element) =>
            [element, ...element.querySelectorAll('[id]')].map(({ id }) => id).filter(Boolean),
          );
        window.steps = [];
        let from = [];
        const before = () => (from = markedIds());
        const after = ({ type }) => window.steps.push({ by: type, from, to: markedIds(), paused: window.sound.paused });
        addEventListener('click', before, true);
        addEventListener('click', after);
        addEventListener('hashchange', before);
        window.scrolls = [];
        const scrollTo = window.scrollTo.bind(window);
        window.scrollTo = (to) => {
          window.scrolls.push(to.behavior);
          scrollTo(to);
        };
        window.statusTexts = [];
        addEventListener('DOMContentLoaded', () => {
          // Listeners are called in the order in which they came: these after those of the page (DOM, inner invoke).
          window.sound?.addEventListener('ended', after);
          addEventListener('hashchange', after);
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
  // While the voice speaks the status is still, and the mark goes with the sound; where the machine is busy, a little later.
  await page.evaluate(() => (window.statusTexts.length = 0));
  let wrong;
  for (let turn = 0, late = 0; turn < 12 || late > 0; turn += 1) {
    await page.waitForTimeout(late > 0 ? 150 : 500);
    const { ms, marked, duration } = await look(page);
    // A short sound ends while it is listened to: the clips are those of the sound that is open now, known by its length.
    const open = sounds.filter(([length]) => Math.abs(length - duration) <= 60).flatMap(([, list]) => list);
    const due = open.filter(([, begin, end]) => ms >= begin - 80 && ms < end + 80).map(([id]) => id);
    wrong = marked.length !== 1 || (due.length > 0 && !due.includes(marked[0]));
    late = wrong ? late + 1 : 0;
    if (late < 6) continue;
    say(`at ${Math.round(ms)} ms ${marked.join(', ') || 'nothing'} is marked, and ${due.join(' or ')} is heard`);
    break;
  }
  const spoken = await page.evaluate(() => window.statusTexts);
  if (spoken.length > 0) say(`the status speaks over the voice: ${spoken.slice(0, 3).join(' / ')}`);
  // Sentence by sentence, from the beginning.
  await press(page, 'stop');
  await press(page, 'listen');
  const goes = ({ from, to }, by) => clips.some(([id], place) => from.includes(id) && to.includes(clips[place + by]?.[0]));
  const next = await stepOf(page, () => press(page, 'next', 'Space'));
  if (!goes(next, 1)) say(`Next goes from ${next.from.join(', ')} to ${next.to.join(', ')}`);
  // Whoever goes back after two seconds of a sentence hears that one again.
  const back = await stepOf(page, () => press(page, 'previous'));
  const long = clips.some(([id, begin, end]) => back.from.includes(id) && end - begin > 2000);
  if (!goes(back, -1) && !(long && goes(back, 0))) say(`Previous goes from ${back.from.join(', ')} to ${back.to.join(', ')}`);
  // Speed, measured against the clock, in one sound; a busy machine is given more than one turn.
  await page.locator('.player select').selectOption('2');
  const paces = [];
  const right = (pace) => pace > 1.7 && pace < 2.3;
  while (paces.length < 6 && !paces.some(right)) paces.push(await paceOf(page));
  if (!paces.some(right)) say(`at double speed the sound runs ${paces.map((pace) => pace.toFixed(2)).join(', ')} times as fast`);
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

/** What a press of a button did to the mark. */
async function stepOf(page, press) {
  const known = await page.evaluate(() => window.steps.length);
  await press();
  await page.waitForFunction((count) => window.steps.slice(count).some(({ by }) => by === 'click'), known);
  return page.evaluate((count) => window.steps.slice(count).find(({ by }) => by === 'click'), known);
}

/** How fast the sound runs beside the clock, within a second and a half; 0 where another sound began in between. */
async function paceOf(page) {
  return page.evaluate(async () => {
    await new Promise((resolve) => setTimeout(resolve, 300));
    const { sound } = window;
    const from = { clock: performance.now(), sound: sound.currentTime, source: sound.currentSrc };
    await new Promise((resolve) => setTimeout(resolve, 1500));
    if (sound.currentSrc !== from.source) return 0;
    return ((sound.currentTime - from.sound) * 1000) / (performance.now() - from.clock);
  });
}

/** Waits for something in the page, at most ten seconds; whether it came. */
async function comes(page, test, value) {
  return page.waitForFunction(test, value, { timeout: 10_000 }).then(
    () => true,
    () => false,
  );
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
    const came = await comes(page, () => window.steps.some(({ by }) => by === 'hashchange'));
    const { to, paused } = (await page.evaluate(() => window.steps.find(({ by }) => by === 'hashchange'))) ?? {};
    const wanted = await page.evaluate(() => document.querySelector(location.hash)?.querySelector('.sentence')?.id);
    if (!came || (wanted !== undefined && (paused || !to.includes(wanted))))
      say(`after a link of the contents ${to?.join(', ')} is read, not ${wanted}`);
  }
  // From the end of a sound by itself into the next one: from the first, and from the last but one.
  const whole = sounds.flatMap(([, list], index) => list.map(([id]) => ({ id, index })));
  const lasts = whole.flatMap(({ index }, place) => (index === whole[place + 1]?.index ? [] : [place]));
  for (const last of new Set([lasts[0], lasts.at(-2) ?? lasts[0]])) {
    const following = whole[last + 1]?.id;
    if (following === undefined) continue;
    const ended = await endOf(page, last);
    if (!ended?.to.includes(following) || ended.paused)
      say(`after ${whole[last].id} ${ended?.to.join(', ') ?? 'nothing'} is read, not ${following}`);
  }
  await endOf(page, whole.length - 1);
  await comes(page, () => window.sound.paused && document.querySelector('.player-status').textContent !== '');
  const end = await look(page);
  if (!end.paused || end.status === '' || end.marked.length > 0) say('the end is not told');
}

/** Goes to a sentence by the buttons and lets the voice speak the last half second of its sound; what came after it. */
async function endOf(page, place) {
  await page.evaluate(async (count) => {
    const click = (name) => document.querySelector(`.player-${name}`).click();
    // All in one task: meanwhile the voice goes no further by itself.
    click('stop');
    click('listen');
    for (let turn = 0; turn < count; turn += 1) click('next');
    window.steps.length = 0;
    while (!(window.sound.readyState >= 2)) await new Promise((resolve) => setTimeout(resolve, 20));
    window.sound.currentTime = window.sound.duration - 0.5;
  }, place);
  const ended = () => window.steps.find(({ by }) => by === 'ended');
  await comes(page, ended);
  return page.evaluate(ended);
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
  // A short report must not be over before it is judged.
  await page.evaluate(() => (window.sound.loop = true));
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
