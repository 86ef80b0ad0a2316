import { describe, expect, it } from 'vitest';
import { remembering, rememberLines } from '../src/remember.js';
import type { LoadedTable, Run, Translator } from '../src/translator.js';

/** A table that counts how often it is asked. */
function counting(): { table: LoadedTable; asked: string[] } {
  const asked: string[] = [];
  const table: LoadedTable = {
    files: ['a.ctb'],
    sha256: '',
    translate(runs) {
      asked.push(runs.map((run) => run.text).join(''));
      return { cells: '\u2801'.repeat(asked.at(-1)!.length), source: Int32Array.from([...asked.at(-1)!].keys()) };
    },
    backTranslate: () => '',
    knows: () => true,
  };
  return { table, asked };
}

const line = (text: string, emphasis?: Run['emphasis']): Run[] => [emphasis ? { text, emphasis } : { text }];

describe('a table that remembers', () => {
  it('asks the engine once for a line, and again for the same words with another emphasis', () => {
    const { table, asked } = counting();
    const own = rememberLines(table);
    expect(own.translate(line('one'))).toBe(own.translate(line('one')));
    own.translate(line('one', 'bold'));
    own.translate([{ text: 'o' }, { text: 'ne' }]);
    expect(asked).toEqual(['one', 'one', 'one']);
  });

  it('forgets rather than grows, and never keeps a line that is too long', () => {
    const { table, asked } = counting();
    const own = rememberLines(table, 40);
    for (const text of ['first line', 'second line', 'third line', 'first line', 'x'.repeat(60), 'x'.repeat(60)]) own.translate(line(text));
    expect(asked).toHaveLength(6);
  });

  it('is opened once, and again after a failure', async () => {
    let opens = 0;
    const translator: Translator = {
      info: { name: 'test', version: '1' },
      open() {
        opens += 1;
        return opens === 1 ? Promise.reject(new Error('no table')) : Promise.resolve(counting().table);
      },
    };
    const own = remembering(translator);
    await expect(own.open(['a.ctb'])).rejects.toThrow('no table');
    expect(await own.open(['a.ctb'])).toBe(await own.open(['a.ctb']));
    await own.open([{ name: 'a.ctb', text: '' }]);
    expect(opens).toBe(3);
  });
});
