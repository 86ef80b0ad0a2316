/**
 * How far our UEB agrees with liblouis 3.24, on words and sentences that the corrections were fitted to and on ones they
 * were not. Prints a table, and each difference to a file. Needs Debian’s liblouis-bin, wbritish-huge, wbritish-insane and
 * wamerican-huge, and a built repository:
 *
 *     node test/conformance/measure/braille-words.mjs [folder for the differences]
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  backTranslator,
  bodyLines,
  brailleCodeFor,
  packagedTranslator,
  tableFilesFor,
  toBraille,
} from '../../../packages/braille/dist/index.js';

const folder = process.argv[2];
const engine = await packagedTranslator();
const corrected = await engine.open(tableFilesFor(brailleCodeFor('en'), 2));
const plain = await engine.open(['en-ueb-g2.ctb']);
const read = await backTranslator('en', { grade: 2 });
/** Braille has one apostrophe, one dash and three stops for an ellipsis. */
const straight = (text) => text.replace(/[’‘]/g, "'").replaceAll('—', '–').replaceAll('…', '...');

/** What 3.24 writes, a line a line; its blanks are made U+2800 like ours. */
function newer(lines) {
  const out = execFileSync('lou_translate', ['unicode.dis,en-ueb-g2.ctb'], { input: `${lines.join('\n')}\n`, maxBuffer: 1e9 });
  return out
    .toString('utf8')
    .trimEnd()
    .split('\n')
    .map((line) => line.replaceAll(' ', '\u2800'));
}

const list = (name) => {
  const path = `/usr/share/dict/${name}`;
  if (!existsSync(path)) throw new Error(`${path} is missing`);
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((word) => /^[\p{L}'’-]+$/u.test(word));
};
const fitted = new Set(list('british-english-huge'));
const american = list('american-english-huge').filter((word) => !fitted.has(word));
const sets = {
  'british-english-huge (fitted on it)': [...fitted],
  'american-english-huge, words not in it': american,
  'british-english-insane, words not in it': list('british-english-insane').filter((word) => !fitted.has(word)),
  'A to ZZZ, and two capitals with s': [...abbreviations()],
};

function* abbreviations() {
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  for (const a of letters) {
    yield a;
    for (const b of letters) {
      yield a + b;
      yield `${a}${b}s`;
      for (const c of letters) yield a + b + c;
    }
  }
}

/** Sentences with capitals, marks and figures, of words that no correction was fitted to and everyday ones; the same each time. */
function sentences(count) {
  let state = 20231;
  const next = (limit) => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return (state >>> 8) % limit;
  };
  const rare = american.filter((word) => /^[a-z]{5,}$/.test(word));
  const small =
    'the of and to in for with by from this that it was not will can do so as but have had their there where one some under time work part know'.split(
      ' ',
    );
  const figure = () =>
    ['502', '£1,179.54', '17%', '24.8K', '3rd', '2023–2024', '13:00', '6,138', '0.4%', '£5m', '10–14', '(2022)'][next(12)];
  return Array.from({ length: count }, () => {
    const words = Array.from({ length: 6 + next(8) }, () => {
      const word = next(3) === 0 ? rare[next(rare.length)] : small[next(small.length)];
      if (next(12) === 0) return figure();
      if (next(15) === 0) return word.toUpperCase();
      if (next(10) === 0) return `${word},`;
      if (next(15) === 0) return `(${word})`;
      if (next(15) === 0) return `“${word}”`;
      if (next(15) === 0) return `${word}’s`;
      if (next(15) === 0) return `${word}-${small[next(small.length)]}`;
      return word;
    });
    const line = words.join(' ').replace(/(\d) (?=[£(]?\d)/g, '$1 and ');
    return `${line[0].toUpperCase()}${line.slice(1)}${['.', '.', '.', '?', '!', ':'][next(6)]}`;
  });
}

/** Words that one sign stands for, in each neighbourhood that print may put them. */
function neighbourhoods() {
  const words = 'be were his was in enough can do people child out still and for of the with about below friend you it'.split(' ');
  const around = '%: %; %. %, %! %? %… “%” ‘%’ (%) [%] %—x %- %/x x/% %’s “% %” %,” %.” (%, —%— -%- %–% *% %* £% #% @% %&x 5% %5 …%'.split(
    ' ',
  );
  return words.flatMap((word) =>
    around.flatMap((each) =>
      [word, word[0].toUpperCase() + word.slice(1), word.toUpperCase()].map((form) => `go ${each.replaceAll('%', form)} on`),
    ),
  );
}

/** Sentences through the whole of our work, one paragraph each. */
async function transcribed(lines) {
  const children = lines.map((value) => ({ type: 'paragraph', children: [{ type: 'text', value }] }));
  const report = { meta: { title: 'T', lang: 'en-GB' }, root: { type: 'root', children } };
  const document = await toBraille(report, { frontPages: false, cellsPerLine: 100, linesPerPage: 100, runningHead: false });
  const out = [];
  for (const { cells } of bodyLines(document)) {
    if (/^\u2800{2}[^\u2800]/.test(cells)) out.push(cells.slice(2));
    else if (cells !== '' && out.length > 0) out[out.length - 1] += `\u2800${cells}`;
  }
  return out;
}

const rows = [];
function compare(name, lines, ours, before) {
  const theirs = newer(lines);
  const differ = lines.flatMap((line, at) => (ours[at] === theirs[at] ? [] : [[line, ours[at], theirs[at]].join('\t')]));
  const unread = lines.flatMap((line, at) =>
    straight(read(ours[at])) === straight(line) ? [] : [[line, ours[at], read(ours[at])].join('\t')],
  );
  const percent = (count) => `${((1 - count / lines.length) * 100).toFixed(3)} %`;
  rows.push([
    name,
    lines.length,
    before === undefined ? '' : percent(before.filter((each, at) => each !== theirs[at]).length),
    percent(differ.length),
    differ.length,
    unread.length,
  ]);
  if (folder === undefined) return;
  mkdirSync(folder, { recursive: true });
  const file = name.replace(/[^a-z]+/gi, '-');
  writeFileSync(join(folder, `${file}-differ.tsv`), differ.join('\n'));
  writeFileSync(join(folder, `${file}-unread.tsv`), unread.join('\n'));
}
for (const [name, words] of Object.entries(sets)) {
  const cells = (table) => words.map((text) => table.translate([{ text }]).cells);
  compare(name, words, cells(corrected), cells(plain));
}
for (const [name, lines] of [
  ['wordsigns and short forms beside every mark, prepared', neighbourhoods()],
  ['3,000 generated sentences, prepared', sentences(3000)],
])
  compare(name, lines, await transcribed(lines));

console.log('| list | entries | alike before | alike with corrections | differ | not read back by the rules of UEB |');
console.log('| --- | ---: | ---: | ---: | ---: | ---: |');
for (const row of rows) console.log(`| ${row.join(' | ')} |`);
