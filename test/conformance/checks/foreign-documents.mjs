import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { documentOfPackage, markdownForPandoc, pageForOffice, textForOffice } from '../kit/foreign-sources.mjs';
import { lost, wordsRead } from '../kit/foreign-words.mjs';
import { places } from '../kit/places.mjs';

const bin = join(places.root, 'packages/everyread/dist/bin.js');

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

/** Writes the documents with other programs, reads them with others than those and imports them: once for all trials. */
const survey = (kit) => kit.once(makeSurvey);

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
