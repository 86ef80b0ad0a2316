import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinSpoken, readPls, sayText, writePls } from '../src/index.js';

const golden = JSON.parse(readFileSync(new URL('./fixtures/spoken-en-gb.json', import.meta.url), 'utf8')) as [string, string][];
const say = (print: string, more: object = {}): string => joinSpoken(sayText(print, { lang: 'en-GB', ...more }));

describe('spoken text, British English', () => {
  it('has a golden table of at least 150 cases', () => {
    expect(golden.length).toBeGreaterThanOrEqual(150);
  });

  it.each(golden)('%s', (print, spoken) => {
    expect(say(print)).toBe(spoken);
  });

  it('says note marks and whole addresses when asked', () => {
    expect(say('£5*', { noteMarks: 'say' })).toBe('five pounds footnote');
    expect(say('example.org/our-team', { addresses: 'whole' })).toBe('example dot org slash our hyphen team');
  });

  it('gives each piece its place in the print', () => {
    const print = 'We won £1,179,818.54* in May.';
    const pieces = sayText(print, { lang: 'en-GB' });
    expect(pieces.map((piece) => print.slice(piece.from, piece.to)).join('')).toBe(print);
    const money = pieces.find((piece) => piece.rule === 'money')!;
    expect(print.slice(money.from, money.to)).toBe('£1,179,818.54');
  });

  it('covers any print without gaps, and never takes long', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (print) => {
        const pieces = sayText(print, { lang: 'en-GB' });
        expect(pieces.map((piece) => print.slice(piece.from, piece.to)).join('')).toBe(print);
        let at = 0;
        for (const piece of pieces) {
          expect(piece.from).toBe(at);
          at = piece.to;
        }
      }),
      { seed: 42, numRuns: 500 },
    );
  });

  it('leaves nothing that an engine could take for markup', () => {
    for (const print of ['<speak><break time="9s"/></speak>', '[[inpt PHON]]x', '-v other', '&lt;b&gt;', '{{x}}', '\\pau=1\\'])
      expect(say(print)).not.toMatch(/[<>[\]{}&\\"]/);
    expect(say('-v other')).toMatch(/^[a-z]/);
  });

  it('stays quick on hostile print', () => {
    const started = performance.now();
    for (const print of [
      '1,'.repeat(4_000),
      'a.'.repeat(4_000),
      '@'.repeat(4_000),
      '-'.repeat(4_000),
      'A'.repeat(4_000),
      ' '.repeat(4_000),
      '1–'.repeat(4_000),
      'www.'.repeat(1_500),
    ])
      say(print);
    expect(performance.now() - started).toBeLessThan(10_000);
  });

  it('takes a lexicon, and says words of small letters at the start of a sentence too', () => {
    const lexicon = [
      { grapheme: 'HIPS', alias: 'hips' },
      { grapheme: 'probin', alias: 'proh been' },
      { grapheme: 'C++ & co.', alias: 'see plus plus' },
    ];
    expect(say('HIPS and Probin: C++ & co.', { lexicon })).toBe('hips and proh been: see plus plus');
    expect(say('SHIPS', { lexicon })).not.toContain('hips');
  });

  it('reads and writes PLS', () => {
    const entries = [
      { grapheme: 'CoPro & more', alias: 'koh proh <x>' },
      { grapheme: 'Amar', phoneme: 'ɔmɑr' },
    ];
    expect(readPls(writePls(entries, 'en-GB'))).toEqual(entries);
    expect(readPls('<lexicon><lexeme><grapheme>A&#x110000;B</grapheme></lexeme></lexicon>')).toEqual([{ grapheme: 'A\ufffdB' }]);
    expect(() => readPls('<html/>')).toThrow(/no PLS file/);
  });

  it('leaves other languages to their engines', () => {
    expect(joinSpoken(sayText('Cost „£5“ <b> • 20 %', { lang: 'cy' }))).toBe('Cost £5 b 20 %');
  });
});
