import { build, fill } from '@everyread/core';
import { unzip } from '@everyread/zip';
import { describe, expect, it } from 'vitest';
import { allPages, brailleCodeFor, packagedTranslator, tableFilesFor, toBraille, toEbrl } from '../src/index.js';
import { gradeOf } from '../src/tables/tables.js';
import { brailleWordsFor } from '../src/words/for-language.js';
import { english } from '../src/words/english.js';
import { head, para, reportOf, text } from './reports.js';

const ownSigns = ['note', 'bullet', 'noteMark', 'guideDots', 'printPage', 'box', 'tableRule', 'continuation'];
const languages = ['cy', 'fr', 'de', 'ga', 'es', 'it', 'pl'];

/** Every word with its name, those of signs and of the report too. */
function flat(words: object, before = ''): [string, string][] {
  return Object.entries(words).flatMap(([name, value]: [string, unknown]) =>
    typeof value === 'string' ? [[`${before}${name}`, value] as [string, string]] : flat(value as object, `${before}${name}.`),
  );
}
const placeholders = (value: string): string[] => [...value.matchAll(/\{\w+\}/g)].map(([each]) => each).sort();

/** A report in which nearly every word of the transcriber’s own is needed. */
const rich = (lang: string) =>
  reportOf(
    [
      build.pageBreak({ label: '1' }),
      head(1, 'A'),
      build.figure({ src: 'a.png', alt: 'B' }, [build.caption({}, [text('C')])]),
      build.dataTable({ headers: 'col' }, [
        build.table(
          {},
          [
            ['Dddddddddddddddddd', 'Eeeeeeeeeeeeeeeeeeee', 'Ffffffffffffffffff'],
            ['x', '', 'z'],
          ].map((row) =>
            build.tableRow(
              {},
              row.map((cell) => build.tableCell({}, [text(cell)])),
            ),
          ),
        ),
      ]),
      build.paragraph({}, [build.link({ url: 'https://example.org/' }, [text('G')]), text(' '), build.delete({}, [text('h')])]),
      head(1, 'B'),
      para('k'),
    ],
    lang,
  );

describe.each(languages)('the transcriber’s own words in %s', (lang) => {
  const words = brailleWordsFor(lang);

  it('are all there, with the same blanks to fill as in English', () => {
    expect(words.lang).toBe(lang);
    const theirs = new Map(flat(words));
    for (const [name, value] of flat(english)) {
      // Signs of UEB are explained where the report is in English.
      if (name === 'lang' || (name.startsWith('signs.') && !ownSigns.includes(name.slice(6)))) continue;
      expect(theirs.has(name), name).toBe(true);
      expect(placeholders(theirs.get(name)!), name).toEqual(placeholders(value));
      // Names of scripts and of a few signs are the same in several languages.
      if (name.startsWith('unknown.')) continue;
      if (!['endOfReport', 'chartSays', 'pages', 'volumeOf'].includes(name)) expect(theirs.get(name), name).not.toBe(value);
    }
  });

  it('say what has no Braille, in the Braille of the language', async () => {
    const code = brailleCodeFor(lang)!;
    const table = await (await packagedTranslator()).open(tableFilesFor(code, gradeOf(code, 2)));
    const cellsOf = (value: string): string => table.translate([{ text: value }]).cells;
    const document = await toBraille(reportOf([head(1, 'A'), para('k 💡 k'), para('k 中文 k')], lang), {
      frontPages: false,
      message: () => undefined,
    });
    const cells = allPages(document)
      .flatMap((page) => page.lines.map((line) => line.cells))
      .join('')
      .replaceAll('⠀', '');
    const { signs, scripts, characters } = words.unknown;
    for (const said of [signs.lightBulb, fill(characters, { script: scripts.chinese, n: 2 })])
      expect(cells, said).toContain(cellsOf(said).replaceAll('⠀', ''));
  });

  it('have Braille in their own table, and no English stands beside them', async () => {
    const messages: string[] = [];
    const document = await toBraille(rich(lang), { volumePages: 4, message: (message) => messages.push(message.ruleId ?? '') });
    expect(messages.filter((id) => id.startsWith('braille-unknown') || id === 'braille-language')).toEqual([]);
    const print = allPages(document)
      .flatMap((page) => page.lines.map((line) => line.print))
      .join(' ');
    for (const value of [words.picturesNote, words.transcriberNotes, words.webAddresses, words.emptyEntries, words.signs.note])
      expect(print.replace(/\s+/g, ' ')).toContain(value.slice(0, 20));
    expect(print).not.toMatch(/The table|Contents|Transcri(?:ber|bed)|Web addresses|deleted|The end|Braille page/);
    const page = new TextDecoder().decode(unzip(await toEbrl(rich(lang), { message: () => undefined })).get('ebraille/title.html')!);
    // “Everyread” as the language’s own table writes it inside a line.
    const code = brailleCodeFor(lang)!;
    const table = await (await packagedTranslator()).open(tableFilesFor(code, gradeOf(code, 2)));
    expect(page).toContain(table.translate([{ text: 'a Everyread a' }]).cells.split('⠀')[1] ?? 'nothing');
  });
});

it('are English, in English Braille, where there are none in the language', async () => {
  const document = await toBraille(rich('pt'), { message: () => undefined });
  const lines = allPages(document).flatMap((page) => page.lines);
  expect(brailleWordsFor('pt').lang).toBe('en');
  // “Transcriber’s Notes”, uncontracted English.
  expect(lines.map((line) => line.cells.replace(/^⠀+/, ''))).toContain('⠠⠞⠗⠁⠝⠎⠉⠗⠊⠃⠑⠗⠄⠎⠀⠠⠝⠕⠞⠑⠎');
});
