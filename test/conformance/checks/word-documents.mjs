import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { lost, wordsOf, wordsRead } from '../kit/foreign-words.mjs';
import { places } from '../kit/places.mjs';

const bin = join(places.root, 'packages/everyread/dist/bin.js');

/**
 * The documents of Apache Tika’s tests (Apache License 2.0), which Word 2007 to 2016 made: notes, links, lists that go on and begin
 * anew, merged cells, text boxes, content controls, charts, diagrams, tracked changes. They are fetched, and are no part of Everyread.
 */
const artifact = 'org.apache.tika:tika-parser-microsoft-module:2.9.2:jar:tests';

/** Documents that show what no reader of theirs is to have: a form whose fields nobody filled in, every word of which pandoc reads. */
const forms = new Set(['testWORD_template.docx']);

const decode = (bytes) => new TextDecoder().decode(bytes);

/** Whether Word says of itself that it made a file. */
const isByWord = (files) =>
  /<Application>Microsoft (?:Office|Macintosh) Word</.test(decode(files.get('docProps/app.xml') ?? new Uint8Array()));

/** What pandoc finds besides words: the texts of headings, the addresses of links, and how many notes, tables and list items. */
function structureOf(tree) {
  const found = { headings: [], links: [], notes: 0, tables: 0, items: 0 };
  const text = (value) =>
    Array.isArray(value)
      ? value.map(text).join('')
      : value?.t === 'Str'
        ? value.c
        : value?.t === 'Space' || value?.t === 'SoftBreak'
          ? ' '
          : value?.t === 'Note'
            ? ''
            : text(value?.c ?? '');
  const look = (value) => {
    if (Array.isArray(value)) value.forEach(look);
    if (typeof value !== 'object' || value === null || !('t' in value)) return;
    const { t, c } = value;
    if (t === 'Header') found.headings.push(wordsOf(text(c[2])).join(' '));
    if (t === 'Link' && /^https?:/.test(c[2][0])) found.links.push(c[2][0]);
    if (t === 'Note') found.notes += 1;
    if (t === 'Table') found.tables += 1;
    if (t === 'BulletList') found.items += c.length;
    if (t === 'OrderedList') found.items += c[1].length;
    look(c);
  };
  look(tree.blocks);
  return found;
}

const survey = (kit) => kit.once(makeSurvey);

async function makeSurvey(kit) {
  const folder = kit.tempDir('word');
  const fetched = await kit.runTool(
    'mvn',
    ['-q', '-B', 'org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy', `-Dartifact=${artifact}`, `-DoutputDirectory=${folder}`],
    { timeoutMs: 300_000 },
  );
  const jar = readdirSync(folder).find((name) => name.endsWith('.jar'));
  if (fetched.code !== 0 || jar === undefined) throw new Error(`${artifact} was not fetched: ${fetched.stderr.slice(-300)}`);
  const { unzip } = await import('@everyread/zip');
  const open = (bytes) => {
    try {
      return unzip(bytes);
    } catch {
      return new Map();
    }
  };
  const documents = [
    ...unzip(new Uint8Array(readFileSync(join(folder, jar))), { only: (path) => /\/testWORD[^/]*\.docx$|\.docx$/.test(path) }),
  ]
    .map(([path, body]) => ({ name: path.split('/').at(-1), body }))
    .filter(({ body }) => isByWord(open(body)));
  return kit.each(documents, async ({ name, body }) => {
    const path = join(folder, name);
    writeFileSync(path, body);
    const read = async (format) => (await must(kit.runTool('pandoc', ['-t', format, '--wrap=none', path]))).stdout;
    const made = await must(kit.runTool(process.execPath, [bin, 'import', path, '--out', join(folder, `${name}-report`), '--json']));
    const report = join(folder, `${name}-report`, name.replace(/\.docx$/, '.md'));
    const checked = await kit.runTool(process.execPath, [bin, 'check', report, '--json']);
    return {
      name,
      markdown: readFileSync(report, 'utf8'),
      messages: JSON.parse(made.stdout).messages,
      checked,
      reading: await read('plain'),
      structure: structureOf(JSON.parse(await read('json'))),
    };
  });
}

async function must(running) {
  const result = await running;
  if (result.code !== 0) throw new Error(`it ended with ${result.code}: ${result.stderr.trim().slice(-300)}`);
  return result;
}

/** What of a document is neither in its report nor said to be left out. */
function faultsOf(one) {
  const { name, markdown, messages, checked, reading, structure } = one;
  const said = (rule) => messages.filter(({ ruleId }) => ruleId === rule).length;
  const faults = [];
  // pandoc prints formulas as TeX, and the marks of lists within lists in one line.
  const plain = reading.replace(/\\?\\?\bfrac\b/g, '').replace(/(^|\s)\(?(?:\d+|[a-zA-Z]|[ivxIVX]+)[.)](?=\s|$)/gm, '$1');
  const gone = lost(wordsRead('pandoc', plain, one), { ...one, markdown: markdown.replace(/[*_]*\*[*_]*/g, '') });
  // A list of tables says captions once more than the report does, an index its words.
  const lists = messages.filter(({ ruleId }) => ruleId === 'import-contents').map(({ reason }) => reason);
  const again = lists.length > 0 ? wordsOf([...lists, markdown].join(' ')) : [];
  const missing = gone.filter((word) => !again.includes(word));
  if (missing.length > 0 && !forms.has(name)) faults.push(`words are neither in the import nor named by it: ${missing.join(', ')}`);
  const headings = [...markdown.matchAll(/^(?:#+ |title: )(.*)$/gm)].map(([, text]) => wordsOf(text).join(' '));
  for (const heading of structure.headings)
    if (heading !== '' && !headings.some((each) => each.includes(heading)) && said('import-contents') === 0)
      faults.push(`no heading “${heading}”`);
  for (const link of structure.links)
    if (!markdown.includes(link.replace(/[()&]/g, '\\$&')) && !markdown.includes(link)) faults.push(`no link to ${link}`);
  const notes = [...markdown.matchAll(/^\[\^[^\]]+\]:/gm)].length;
  if (notes < structure.notes) faults.push(`${notes} of ${structure.notes} notes`);
  const tables = [...markdown.matchAll(/^\s*\|(?:\s*:?-+:?\s*\|)+$/gm)].length;
  if (tables + said('import-layout-table') + said('import-nested-table') < structure.tables)
    faults.push(`${tables} of ${structure.tables} tables`);
  const items = [...markdown.matchAll(/^\s*(?:> )*(?:[-*]|\d+[.)])( |$)/gm)].length;
  if (items < structure.items && !forms.has(name)) faults.push(`${items} of ${structure.items} items of lists`);
  if (![0, 1].includes(checked.code)) faults.push(`everyread check ended with ${checked.code}: ${checked.stderr.slice(-200)}`);
  return faults;
}

const trial = (name, spoil) => ({
  name,
  trial: async (_, kit) =>
    (await survey(kit)).flatMap((one) => faultsOf(spoil(one)).map((message) => ({ message: `${one.name}: ${message}` }))),
});
const without =
  (pattern, to = '') =>
  (one) => ({ ...one, markdown: one.markdown.replace(pattern, to) });

/**
 * Documents that Word itself made, imported and checked by the built command: what pandoc finds in each is in the report or named by a
 * message: words, headings, links, notes, tables, items of lists.
 *
 * @type {import('../kit/contract.d.ts').Check}
 */
export const check = {
  name: 'word-documents',
  formats: ['docx'],
  tools: [
    { command: 'mvn', apt: 'maven' },
    { command: 'pandoc', apt: 'pandoc' },
  ],
  async run(_, kit) {
    const all = await survey(kit);
    const few = all.length < 25 ? [{ message: `only ${all.length} documents by Word were found in ${artifact}` }] : [];
    return [...few, ...all.flatMap((one) => faultsOf(one).map((message) => ({ message: `${one.name}: ${message}` })))];
  },
  proofs: [
    trial('words are lost', without(/ \p{L}{4,}/gu)),
    trial('headings are paragraphs', without(/^#+ /gm)),
    trial('links are lost', without(/\]\(http[^)]*\)/g, ']')),
    trial('notes are lost', without(/^\[\^[^\]]+\]:.*$/gm)),
    trial('tables are lost', without(/^\s*\|(?:\s*:?-+:?\s*\|)+$/gm)),
    trial('items are paragraphs', without(/^(\s*)(?:[-*]|\d+[.)]) /gm, '$1')),
    {
      name: 'a check fails',
      trial: async (_, kit) =>
        faultsOf({ ...(await survey(kit))[0], checked: { code: 70, stderr: 'fault' } }).map((message) => ({ message })),
    },
  ],
};
