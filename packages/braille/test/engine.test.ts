import { createRequire } from 'node:module';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import {
  brailleCodeFor,
  evaluateLouisBuild,
  louisTranslator,
  packagedTranslator,
  tableFilesFor,
  type LoadedTable,
  type TableSource,
} from '../src/index.js';
import { readUeb } from '../src/index.js';
import { quickened } from '../src/louis/evaluate.js';
import { uebWordCorrections } from '../src/tables/corrections/ueb-words.js';
import { Transcriber } from '../src/transcriber.js';

const engineFile = createRequire(import.meta.url).resolve('liblouis-build/build-no-tables-utf32.js');
const folderTables: TableSource = {
  load(name) {
    try {
      return readFileSync(join(dirname(engineFile), 'tables', name));
    } catch {
      return undefined;
    }
  },
};

async function ueb(grade: 1 | 2 = 2): Promise<LoadedTable> {
  return (await packagedTranslator()).open(tableFilesFor(brailleCodeFor('en-GB')!, grade));
}

/** What the transcriber writes for a line. */
async function say(text: string, grade: 1 | 2 = 2): Promise<string> {
  const translator = await packagedTranslator();
  const transcriber = await Transcriber.create({ translator, lang: 'en-GB', languages: new Map(), grade, message: () => undefined });
  return transcriber.words(text).cells;
}

describe('embedded engine', () => {
  it('leaves no listener behind that changes how the program dies', async () => {
    const before = process.listenerCount('uncaughtException');
    const build = evaluateLouisBuild(readFileSync(engineFile, 'utf8'));
    const translator = await louisTranslator({ createModule: build, tables: folderTables });
    await translator.open(['en-ueb-g1.ctb']);
    expect(process.listenerCount('uncaughtException')).toBe(before);
    expect(translator.info.version).toBe('3.2.0');
  });

  it('refuses a text that is no such build', () => {
    expect(() => evaluateLouisBuild('alert(1)')).toThrow(/not a build of liblouis/);
  });

  it('names a table that is missing', async () => {
    const translator = await packagedTranslator();
    await expect(translator.open(['no-such-table.ctb'])).rejects.toThrow(/no-such-table\.ctb was not found/);
    await expect(translator.open([{ name: 'broken.cti', text: 'nonsense here\n' }])).rejects.toThrow(/does not compile/);
  });

  it('survives what aborts the easy API: outputs longer than inputs', async () => {
    const table = await ueb();
    for (const text of ['1 2 3', 'It is 50% of £1,179,818.54', 'A B C D E F G', 'ABC/DEF@GHI']) {
      const { cells, source } = table.translate([{ text }]);
      expect(cells.length).toBeGreaterThan(0);
      expect(source).toHaveLength(cells.length);
      for (let i = 1; i < source.length; i += 1) expect(source[i]!).toBeGreaterThanOrEqual(source[i - 1]!);
    }
  });

  it('takes a line of 300,000 characters without losing one', async () => {
    const table = await ueb(1);
    const text = 'word '.repeat(60_000);
    const { cells, source } = table.translate([{ text }]);
    expect(cells).toHaveLength(text.length);
    expect(source.at(-1)).toBe(text.length - 1);
    const solid = 'x'.repeat(8_000);
    expect(table.translate([{ text: solid }]).cells.replace(/[^⠭]/g, '')).toHaveLength(8_000);
  });

  it('runs a build that the caller passes, here the one with 16-bit characters, with the same cells', async () => {
    const source = readFileSync(engineFile.replace('utf32', 'utf16'), 'utf8');
    const own = await louisTranslator({ createModule: evaluateLouisBuild(source), tables: folderTables, name: 'mine' });
    const table = await own.open(['en-ueb-g2.ctb']);
    const embedded = await (await packagedTranslator()).open(['en-ueb-g2.ctb']);
    for (const text of ['The people of Newham’s town', '£7 8s 9d', 'What do we do?']) {
      expect(table.translate([{ text }])).toEqual(embedded.translate([{ text }]));
    }
    expect(own.info.name).toBe('mine');
    expect(table.sha256).toBe(embedded.sha256);
  });

  it('is quicker as asm.js, which V8 finds no fault with, and answers the same', async () => {
    const source = readFileSync(engineFile, 'utf8');
    expect(quickened(source)).toContain("'use asm'");
    const warnings: string[] = [];
    const hear = (warning: Error): void => void warnings.push(warning.message);
    process.on('warning', hear);
    const open = async (text: string): Promise<LoadedTable> =>
      (await louisTranslator({ createModule: evaluateLouisBuild(text), tables: folderTables })).open(['en-ueb-g2.ctb']);
    const quick = await open(source);
    const slow = await open(source.replace("'almost asm'", "'as it came'").replaceAll('__lou_logWidecharBuf', '__lou_writeLog'));
    for (const text of ['The people of Newham’s town', '£7 8s 9d at 13:00', 'www.example.org/a_b', 'ABC Ünï 𝄞', 'and '.repeat(500)])
      for (const emphasis of [undefined, 'bold', 'italic'] as const)
        expect(quick.translate([{ text, ...(emphasis ? { emphasis } : {}) }])).toEqual(
          slow.translate([{ text, ...(emphasis ? { emphasis } : {}) }]),
        );
    await new Promise((resolve) => setImmediate(resolve));
    process.off('warning', hear);
    expect(warnings).toEqual([]);
  });

  it('takes up work again after its instance has died', async () => {
    let made = 0;
    const build = evaluateLouisBuild(readFileSync(engineFile, 'utf8'));
    const translator = await louisTranslator({
      tables: folderTables,
      createModule: (settings) => {
        made += 1;
        const module = build(settings) as Exclude<ReturnType<typeof build>, Promise<unknown>>;
        if (made > 1) return module;
        const translate = module._lou_translate;
        let calls = 0;
        module._lou_translate = (...args) => {
          calls += 1;
          if (calls === 3) throw new Error('abort()');
          return translate.apply(module, args);
        };
        return module;
      },
    });
    const table = await translator.open(['en-ueb-g2.ctb']);
    const outputs = Array.from({ length: 4 }, () => table.translate([{ text: 'people' }]).cells);
    expect(new Set(outputs)).toEqual(new Set(['⠏']));
    expect(made).toBe(2);
  });
});

describe('what UEB must get right', () => {
  it.each([
    ['6,138 17%', '⠼⠋⠂⠁⠉⠓⠀⠼⠁⠛⠨⠴', 'two numbers side by side stay two'],
    ['N12 7BT', '⠠⠝⠼⠁⠃⠀⠼⠛⠠⠠⠃⠞', 'postcode'],
    ['020 7679 1234', '⠼⠚⠃⠚⠀⠼⠛⠋⠛⠊⠀⠼⠁⠃⠉⠙', 'telephone'],
    ['£7 8s 9d', '⠈⠇⠼⠛⠀⠼⠓⠎⠀⠼⠊⠰⠙', 'pounds, shillings and pence'],
    ['1\u202f000\u202f000', '⠼⠁⠐⠚⠚⠚⠐⠚⠚⠚', 'one number in groups'],
    ['coproduction@ucl.ac.uk', '⠉⠕⠏⠗⠕⠙⠥⠉⠰⠝⠈⠁⠥⠉⠇⠲⠁⠉⠲⠥⠅', 'e-mail'],
    ['Newham', '⠠⠝⠑⠺⠓⠁⠍', 'no sign across new and ham'],
    ["'Our Direction'", '⠠⠦⠠⠳⠗⠀⠠⠙⠊⠗⠑⠉⠰⠝⠠⠴', 'straight quotation marks'],
    ["'Co-Pro Cuppas', a", '⠠⠦⠠⠉⠕⠤⠠⠏⠗⠕⠀⠠⠉⠥⠏⠏⠁⠎⠠⠴⠂⠀⠁', 'a quotation that ends in s'],
    ["'ourselves' and", '⠠⠦⠳⠗⠧⠎⠠⠴⠀⠯', 'a short form before a closing mark'],
    ['don’t', '⠙⠕⠝⠄⠞', 'curly apostrophe'],
    ['O’Neill', '⠠⠕⠄⠠⠝⠑⠊⠇⠇', 'curly apostrophe in a name'],
    ['a—b', '⠁⠠⠤⠰⠃', 'a dash'],
    ['5½', '⠼⠑⠼⠁⠌⠃', 'a fraction'],
    ['£86,078.27', '⠈⠇⠼⠓⠋⠂⠚⠛⠓⠲⠃⠛', 'money'],
    ['ŵ', '⠘⠩⠺', 'an accent that the table lacks'],
    ['BLT', '⠰⠠⠠⠃⠇⠞', 'a grade 1 indicator before the capitals'],
    ['an LLP', '⠁⠝⠀⠰⠠⠠⠇⠇⠏', 'letters that begin like a short form'],
    ['WH', '⠠⠠⠺⠓', 'letters that would be a wordsign'],
    ['the OU', '⠮⠀⠠⠠⠕⠥', 'letters that would be “OUT”'],
    ['It was: in; be:', '⠠⠭⠀⠺⠁⠎⠒⠀⠊⠝⠆⠀⠃⠑⠒', 'no lower sign beside marks without upper dots'],
    ['5 yrs', '⠼⠑⠀⠰⠽⠗⠎', 'an abbreviation that would be “yours”'],
    ['crafters', '⠉⠗⠁⠋⠞⠻⠎', 'no short form in “crafter”'],
    ['gustard', '⠛⠥⠌⠜⠙', 'no letter lost'],
    ['year;sessions', '⠽⠑⠜⠰⠆⠎⠑⠎⠨⠝⠎', 'a mark between letters is no groupsign'],
    ['a (.com) .NET', '⠁⠀⠐⠣⠰⠲⠉⠕⠍⠐⠜⠀⠰⠲⠠⠠⠝⠑⠞', 'a full stop before a word is no “dis”'],
    [':first ;be', '⠰⠒⠋⠊⠗⠌⠀⠰⠆⠃⠑', 'marks before a word are no “con” or “be”'],
    ['...and a/.b', '⠲⠲⠲⠯⠀⠁⠸⠌⠲⠃', 'no indicator where nothing is misread'],
  ])('%s', async (print, cells) => {
    expect(await say(print)).toBe(cells);
  });

  it('keeps the parts of a National Insurance number apart', async () => {
    const cells = await say('QQ 12 34 56 C');
    expect(cells).toContain('⠼⠁⠃⠀⠼⠉⠙⠀⠼⠑⠋');
  });

  it.each(['pithead', 'Brighouse', 'polysaccharides', 'decongestion', 'bioflavonoid'])('corrects %s', async (word) => {
    const corrected = (await ueb()).translate([{ text: word }]).cells;
    const plain = (await (await packagedTranslator()).open(['en-ueb-g2.ctb'])).translate([{ text: word }]).cells;
    expect(corrected).not.toBe(plain);
  });
});

describe('corrections of words', () => {
  const cellsOf = (dots: string): string =>
    dots
      .split('-')
      .map((cell) => String.fromCharCode(0x2800 + [...cell].reduce((sum, dot) => sum | (1 << (Number(dot) - 1)), 0)))
      .join('');

  it('each has all the letters of its piece and no others', () => {
    const wrong: string[] = [];
    let count = 0;
    for (const [opcode, packed] of Object.entries(uebWordCorrections)) {
      for (const entry of packed.split(/[;\n]/).filter((each) => each.trim() !== '')) {
        const [piece, dots] = entry.trim().split(' ') as [string, string];
        const [before, after] = [opcode === 'always' ? '⠗' : '', opcode === 'word' ? '' : '⠝'];
        // Pieces are read between letters, at the end of a word, and at its beginning: signs of whole words and short forms among them.
        const readings = [`${before}${cellsOf(dots)}${after}`, `${before}${cellsOf(dots)}`, cellsOf(dots)].map((each) => readUeb(each));
        count += 1;
        if (!readings.some((each) => each.replace(/^r(?=.{2})|n$/g, '').includes(piece) || each.includes(piece)))
          wrong.push(`${entry.trim()}: ${readings.join(' ')}`);
      }
    }
    expect(count).toBeGreaterThan(800);
    expect(wrong).toEqual([]);
  });
});

describe('languages', () => {
  it.each(['en-GB', 'en-US', 'cy', 'fr', 'de', 'ga', 'es', 'it', 'pl', 'pt'])(
    'has a table for %s, in which figures are no letters',
    async (lang) => {
      const code = brailleCodeFor(lang)!;
      const translator = await packagedTranslator();
      for (const grade of [1, 2] as const) {
        if (code.tables[grade] === undefined) continue;
        const table = await translator.open(tableFilesFor(code, grade));
        expect(table.translate([{ text: 'abc' }]).cells).toMatch(/^[⠀-⠿]+$/);
        expect(table.sha256).toMatch(/^[0-9a-f]{64}$/);
        expect(table.translate([{ text: '2023' }]).cells).not.toBe(table.translate([{ text: 'bjbc' }]).cells);
      }
    },
  );

  it('has none for another script', () => {
    expect(brailleCodeFor('bn')).toBeUndefined();
    // Its table writes 2023 as “bjbc”.
    expect(brailleCodeFor('gd')).toBeUndefined();
    expect(brailleCodeFor('fr-Cyrl')).toBeUndefined();
  });
});

describe('licence', () => {
  const folder = join(dirname(fileURLToPath(import.meta.url)), '..');

  it('names engine, version, licence and how to replace it, and ships no table', () => {
    const notice = readFileSync(join(folder, 'NOTICE.md'), 'utf8');
    for (const part of ['liblouis', '3.2.0', 'replace']) expect(notice).toContain(part);
    expect(notice).toContain('Lesser General Public License');
    const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
      files: string[];
      dependencies: Record<string, string>;
      license: string;
    };
    expect(manifest.files).toContain('NOTICE.md');
    expect(manifest.license).toBe('MIT');
    // An exact version: engine and tables are one generation, and the corrections were measured with it.
    expect(manifest.dependencies['liblouis-build']).toBe('3.2.0-rc');
    const shipped = readdirSync(join(folder, 'src'), { recursive: true }).map(String);
    expect(shipped.filter((name) => /\.(?:ctb|utb|cti|uti|dis|dic|tbl|wasm)$/.test(name))).toEqual([]);
  });
});
