import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { places } from '../kit/places.mjs';
import { compareWords, listen, plainWords, recogniserTools } from '../kit/recognise.mjs';

/** Sections that are heard: prose and figures, notes and lists. A book of hours would take as long as it lasts. */
const heard = { example: ['02', '03', '06'], report: ['03', '05', '11'] };

/** Of a hundred words; the recogniser itself mishears some, names above all, and writes American English. */
const mostWrong = 0.25;
/** Words in a row that may be lost: the recogniser drops a few, and a sentence is longer. */
const mostLost = 5;

/**
 * Has somebody listen: a speech recogniser writes down what it hears in the MP3, and its words are compared with those that
 * were to be spoken. Figures that it writes as digits are put into words first.
 *
 * @type {import('../kit/contract.d.ts').Check}
 */
export const check = {
  name: 'recogniser',
  formats: ['mp3'],
  tools: recogniserTools,
  async run(files, kit) {
    const findings = [];
    for (const file of files.filter(isHeard)) {
      const say = (message) => findings.push({ file, message });
      const { spoken, words } = await wordsOf(file);
      const { wrong, lost } = compareWords(spoken, words(await listen(kit, file.path)));
      const share = wrong / spoken.length;
      if (share > mostWrong) say(`${(share * 100).toFixed(1)} % of ${spoken.length} words were heard otherwise than they were to be said`);
      if (lost.length > mostLost) say(`nobody hears “${lost.join(' ')}”`);
      process.stderr.write(
        `       ${file.name}: ${(share * 100).toFixed(1)} % of ${spoken.length} words misheard, ${lost.length} lost in a row\n`,
      );
    }
    return findings;
  },
  proofs: [
    { name: 'the second half before the first', format: 'mp3', suits: isHeard, damage: (bytes) => halves(bytes) },
    { name: 'five seconds lost', format: 'mp3', suits: isHeard, damage: (bytes) => without(bytes, 5) },
  ],
};

const bytesASecond = 6000;

const halves = (bytes) => Buffer.concat([bytes.subarray(bytes.length / 2), bytes.subarray(0, bytes.length / 2)]);

function without(bytes, seconds) {
  const from = Math.floor(bytes.length / 2);
  return Buffer.concat([bytes.subarray(0, from), bytes.subarray(from + seconds * bytesASecond)]);
}

function isHeard(file) {
  return heard[file.document.kind]?.includes(numberOf(file)) ?? false;
}

const numberOf = (file) => /^(\d+)-.*\.mp3$/.exec(basename(file.path))?.[1];

/** What was to be said in the section of a file, as words, and a way to make words of what was heard. */
async function wordsOf(file) {
  const load = (name) => import(pathToFileURL(join(places.root, 'packages', name, 'dist/index.js')).href);
  const [{ makeEdition, prepare }, { readMarkdown }, audio] = await Promise.all(['core', 'markdown', 'audio'].map(load));
  const { report } = readMarkdown(readFileSync(file.document.source, 'utf8'), { path: file.document.source });
  const prepared = prepare(report, makeEdition('audio'), { format: 'mp3', sentences: true, message: () => undefined });
  const { defaultAnnouncements: announce, defaultPauses: pauses } = audio;
  const section = audio.planSpeech(prepared, { announce, pauses, say: {}, lexicon: [] })[Number(numberOf(file)) - 1];
  const words = (text) => plainWords(audio.joinSpoken(audio.sayText(text, { lang: report.meta.lang })));
  return { spoken: plainWords(section.units.map((unit) => unit.spoken).join(' ')), words };
}
