import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { documentOfPackage, markdownForPandoc, pageForOffice, textForOffice } from '../kit/foreign-sources.mjs';
import { places } from '../kit/places.mjs';

const bin = join(places.root, 'packages/everyread/dist/bin.js');

/** Rules that say that words were left out, and which. */
const losses = new Set(['import-not-kept', 'import-hidden', 'import-external', 'import-changed', 'import-math']);

/** What the Markdown of each must show besides its words. */
const shown = {
  'libreoffice-page': [
    /volunteers¹/,
    /^- Bakers\n {2}- Croissants$/m,
    /^\| Ketch \| 17 \|$/m,
    /\[the quay\]\(https:\/\/example\.org\/jobs\)/,
  ],
  'libreoffice-text': [/^# Blossom$/m, /returned\[\^1\]/, /^\| Variety \| Litres \|$/m, /^\[\^\d\]: Sunniest since 1976\.$/m],
  pandoc: [
    /^# Loans$/m,
    /^1\. Fiction\n\n {3}Mostly thrillers\.$/m,
    /kept\*\*\[\^1\]/,
    /10³/,
    /^:::table\[Who visited\]/m,
    /^> Hushed corridors\.$/m,
  ],
  'docx-package': [/^title: Kitchen diary$/m, /Simmer 4² leeks\[\^1\]/, /^1\. Chop onions$/m, /^\| Cumin \| 7 \|$/m],
};

/** Words and numbers, as all readers have them: raised figures are figures, capitals do not matter. */
const wordsOf = (text) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .match(/[\p{L}\p{N}\p{M}]*[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu) ?? [];

/** Writes the documents with other programs, reads them with others than those and imports them: once for all trials. */
const surveys = new WeakMap();
const survey = (kit) => {
  if (!surveys.has(kit)) surveys.set(kit, makeSurvey(kit));
  return surveys.get(kit);
};

async function makeSurvey(kit) {
  const folder = kit.tempDir('foreign');
  const path = (name) => join(folder, name);
  writeFileSync(path('libreoffice-page.html'), pageForOffice);
  writeFileSync(path('libreoffice-text.fodt'), textForOffice);
  writeFileSync(path('pandoc.md'), markdownForPandoc);
  writeFileSync(path('docx-package.docx'), await documentOfPackage(await kit.load('docx')));
  await must(kit.runTool('pandoc', ['-s', '--toc', '-o', path('pandoc.docx'), path('pandoc.md')]));
  for (const [source, filter] of [
    ['libreoffice-page.html', ['--infilter=HTML (StarWriter)']],
    ['libreoffice-text.fodt', []],
  ])
    await must(kit.office([...filter, '--convert-to', 'docx:MS Word 2007 XML', '--outdir', folder, path(source)]));
  const office = kit.tempDir('foreign-read');
  await must(
    kit.office([
      '--convert-to',
      'txt:Text (encoded):UTF8',
      '--outdir',
      office,
      ...['pandoc', 'docx-package'].map((name) => path(`${name}.docx`)),
    ]),
  );
  return kit.each(Object.keys(shown), async (name) => {
    const plain = await must(kit.runTool('pandoc', ['-t', 'plain', '--wrap=none', path(`${name}.docx`)]));
    const readings = { pandoc: plain.stdout };
    if (!name.startsWith('libreoffice')) readings.LibreOffice = readFileSync(join(office, `${name}.txt`), 'utf8');
    const made = await must(
      kit.runTool(process.execPath, [bin, 'import', path(`${name}.docx`), '--out', path(`${name}-report`), '--json']),
    );
    return {
      name,
      readings,
      markdown: readFileSync(join(path(`${name}-report`), `${name}.md`), 'utf8'),
      messages: JSON.parse(made.stdout).messages,
    };
  });
}

async function must(running) {
  const result = await running;
  if (result.code !== 0) throw new Error(`it ended with ${result.code}: ${result.stderr.trim().slice(-300)}`);
  return result;
}

/**
 * The words of a reading without what each edition makes anew: the marks of lists and notes, and a contents list that is said to be
 * left out. pandoc says a caption twice, as a paragraph and behind a colon; LibreOffice puts the number of a note right behind a word.
 */
function wordsRead(reader, reading, { markdown, messages }) {
  const contents = messages.some(({ ruleId }) => ruleId === 'import-contents')
    ? ['table of contents', ...[...markdown.matchAll(/^#+ (.*)$/gm)].map(([, heading]) => wordsOf(heading).join(' '))]
    : [];
  const lines = reading.split('\n');
  return lines.flatMap((line) => {
    const caption = /^\s*: (.*)$/.exec(line)?.[1];
    if (caption !== undefined && lines.includes(caption)) return [];
    const words = wordsOf(
      line
        .replace(/^\s*(?:\d+|[a-z]|[ivx]+)[.)]\s/, '')
        .replace(/\[\d+\]/g, '')
        .replace(reader === 'LibreOffice' ? /(?<=\p{L})\d(?![\p{L}\d])/gu : '', ''),
    );
    const at = contents.indexOf(words.join(' ').replace(/ \d+$/, ''));
    if (at < 0) return words;
    contents.splice(at, 1);
    return [];
  });
}

/** What a reading has and the import has not, nor names in a message about a loss. */
function lost(words, { markdown, messages }) {
  const tells = ({ ruleId, reason }) => losses.has(ruleId) || (ruleId === 'import-revision' && reason.startsWith('Deleted'));
  const named = new Set(wordsOf(messages.flatMap((message) => (tells(message) ? [message.reason] : [])).join(' ')));
  const left = new Map();
  for (const word of wordsOf(markdown)) left.set(word, (left.get(word) ?? 0) + 1);
  return words.filter((word) => {
    const count = left.get(word) ?? 0;
    left.set(word, count - 1);
    return count <= 0 && !named.has(word);
  });
}

/** @param {(one: object) => object} spoil - what a trial does to an import */
async function compare(kit, spoil = (one) => one) {
  return (await survey(kit)).map((each) => {
    const one = spoil(each);
    const faults = Object.entries(one.readings).flatMap(([reader, text]) => {
      const words = wordsRead(reader, text, each);
      const gone = lost(words, one);
      return words.length < 30
        ? [`${reader} reads only ${words.length} words`]
        : gone.length > 0
          ? [`${reader} reads words that are neither in the import nor named by it: ${gone.join(', ')}`]
          : [];
    });
    for (const pattern of shown[one.name]) if (!pattern.test(one.markdown)) faults.push(`its Markdown has nothing like ${pattern}`);
    return { name: one.name, faults };
  });
}

/** A trial counts as noticed only if it is noticed in every document. */
const trial = (name, spoil) => ({
  name,
  trial: async (_, kit) => {
    const results = await compare(kit, spoil);
    return results.every(({ faults }) => faults.length > 0) ? [{ message: results.flatMap(({ faults }) => faults).join('; ') }] : [];
  },
});
const change = (edit) => (one) => {
  const markdown = edit(one.markdown);
  if (markdown === one.markdown) throw new Error(`the trial changes nothing in ${one.name}`);
  return { ...one, markdown };
};

/**
 * Word files that LibreOffice, pandoc and the docx package make here, imported by the built command: every word that another reader
 * finds in them is in the Markdown, or named by a message about a loss. It needs no edition; it stands with the checks of Word files.
 *
 * @type {import('../kit/contract.d.ts').Check}
 */
export const check = {
  name: 'foreign-documents',
  formats: ['docx'],
  tools: [
    { command: 'soffice', apt: 'libreoffice-writer-nogui' },
    { command: 'pandoc', apt: 'pandoc' },
  ],
  async run(_, kit) {
    return (await compare(kit)).flatMap(({ name, faults }) => faults.map((message) => ({ message: `${name}: ${message}` })));
  },
  proofs: [
    trial(
      'the last passage is lost',
      change((text) => text.trimEnd().replace(/\n\n[^\n]+(?:\n(?!\n)[^\n]+)*$/, '')),
    ),
    trial(
      'the last row of a table is lost',
      change((text) => text.replace(/^(\|[^\n]*\n)\|[^\n]*(?=\n(?!\|))/m, '$1')),
    ),
    trial(
      'one word of a list is lost',
      change((text) => text.replace(/^(\s*(?:-|\d+\.) )[\p{L}]+/mu, '$1')),
    ),
    trial(
      'a heading is lost',
      change((text) => text.replace(/^#+ .*$/m, '')),
    ),
  ],
};
