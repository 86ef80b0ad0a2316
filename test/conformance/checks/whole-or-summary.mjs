import { copyFileSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { backTranslate } from '../kit/back-translate.mjs';
import { plain } from '../kit/kindle-book.mjs';

/** The words of the parts of an archive, in the order of their names. */
function zipText(path, pattern) {
  const files = unzipSync(readFileSync(path));
  return Object.keys(files)
    .filter((name) => pattern.test(name))
    .sort()
    .map((name) => plain(strFromU8(files[name]).replace(/<\/(?:p|w:p|h\d|li|td|th|div)>/g, ' ')))
    .join(' ');
}

/** How programs of other people read each format. */
const readers = {
  docx: (file) => zipText(file.path, /^word\/(?:document|footnotes)\.xml$/),
  epub: (file) => zipText(file.path, /\.xhtml$/),
  zip: (file) => zipText(file.path, /\.html?$/i),
  async pdf(file, kit) {
    return (await kit.runTool('pdftotext', [file.path, '-'])).stdout.replace(/\f/g, ' ');
  },
  async mobi(file, kit) {
    const folder = kit.tempDir('whole-or-summary');
    copyFileSync(file.path, join(folder, 'book.mobi'));
    await kit.runTool('mobitool', ['-s', join(folder, 'book.mobi')]);
    const parts = readdirSync(folder, { recursive: true }).filter((name) => /\.html$/.test(name));
    return parts.map((name) => plain(readFileSync(join(folder, name), 'utf8').replace(/<\/(?:p|h\d|li|td|th|div)>/g, ' '))).join(' ');
  },
  brf: (file, kit) => backTranslate(readFileSync(file.path, 'latin1'), kit),
};

const wordsOf = (text) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\s]/gu, '')
    .split(/\s+/)
    .filter(Boolean);

/** How much of a sentence a text holds: the share of its runs of three words. */
function share(sentence, text) {
  const words = wordsOf(sentence);
  const runs = words.slice(2).map((_, at) => words.slice(at, at + 3).join(' '));
  return runs.filter((run) => text.includes(run)).length / Math.max(1, runs.length);
}

/** Sentences of the paragraphs of a prepared report that are long enough to be told from others. */
function sentencesOf({ walk, toText, is }, report) {
  const found = [];
  walk(report.root.children, (node) => {
    if (is(node, 'paragraph')) found.push(...toText(node).split(/(?<=[.!?])\s+/));
  });
  return found.filter((sentence) => wordsOf(sentence).length >= 8);
}

async function checkSound(file, report, say, kit) {
  const result = await kit.runTool('ffprobe', ['-v', 'error', '-show_format', '-show_chapters', '-of', 'json', file.path]);
  const { format, chapters } = JSON.parse(result.stdout || '{}');
  const { toText } = await kit.library('core');
  const minutes = Number(format?.duration) / 60;
  const words = wordsOf(toText(report.root)).length;
  // Speech has 120 to 220 words a minute, and tables, figures and pauses take their time.
  if (!(minutes > words / 220 && minutes < words / 60)) say(`${words} words take ${minutes} minutes`);
  if (format?.tags?.title !== report.meta.title) say(`its title is ${format?.tags?.title}, not ${report.meta.title}`);
  if (!(chapters?.length >= report.outline.length))
    say(`it has ${chapters?.length} chapters, and the report ${report.outline.length} parts`);
}

/**
 * The set of a real charity: what is to hold the whole report holds it, what is to be the summary is the summary, and says so.
 *
 * @type {import('../kit/contract.d.ts').Check}
 */
export const check = {
  name: 'whole-or-summary',
  formats: ['docx', 'pdf', 'mp3', 'brf', 'epub', 'zip', 'mobi'],
  sets: true,
  tools: [
    { command: 'pdftotext', apt: 'poppler-utils' },
    { command: 'mobitool', apt: 'libmobi-tools' },
    { command: 'lou_translate', apt: 'liblouis-bin' },
    { command: 'ffprobe', apt: 'ffmpeg' },
  ],
  async run(files, kit) {
    const findings = [];
    const core = await kit.library('core');
    const editions = files.filter((file) => file.document.name === 'charity-set' && !/-all\.zip$|-sections[\\/]/.test(file.path));
    await kit.each(editions, async (file) => {
      const say = (message) => findings.push({ file, message });
      const report = await kit.prepared(file);
      if (file.format === 'mp3') return checkSound(file, report, say, kit);
      const text = await readers[file.format](file, kit);
      const run = wordsOf(text).join(' ');
      const summary = sentencesOf(core, await kit.prepared({ ...file, format: 'epub', edition: 'summary' }));
      const whole = sentencesOf(core, await kit.prepared({ ...file, format: 'epub', edition: 'screen-reader' }));
      const beyond = whole.filter((sentence) => !summary.includes(sentence));
      const [held, not] = file.edition === 'summary' ? [summary, beyond] : [whole, []];
      if (summary.length === 0 || beyond.length < 20) say('the example tells the whole and the summary no longer apart');
      for (const sentence of held) if (share(sentence, run) < 0.6) say(`it lacks “${sentence}”`);
      for (const sentence of not) if (share(sentence, run) > 0.4) say(`the summary holds “${sentence}”`);
      if (file.edition === 'summary' && share(report.meta.title, run) < 1 && !run.includes(wordsOf(report.meta.title).join(' ')))
        say(`it is not called “${report.meta.title}”`);
    });
    return findings;
  },
  proofs: [
    {
      name: 'the summary in place of the whole',
      format: 'docx',
      suits: (file) => file.document.name === 'charity-set',
      damage: (_, kit) => inPlaceOf(kit),
    },
  ],
};

/** The Word document of the summary alone. */
async function inPlaceOf(kit) {
  const [{ toDocx }, { makeEdition }, { readMarkdown }] = await Promise.all(['docx', 'core', 'markdown'].map((name) => kit.library(name)));
  const { report } = readMarkdown('---\ntitle: Short\nlang: en-GB\n---\n\n# Welcome\n\nIn short.\n', { path: 'short.md' });
  return toDocx(report, { edition: makeEdition('screen-reader'), message: () => undefined });
}
