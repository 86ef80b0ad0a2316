import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { build, makeEdition, prepare, sentenceStarts, type Report } from '../src/index.js';
import { plainBreaks } from '../src/passes/sentences.js';

const cut = (text: string): string[] => {
  const starts = [0, ...sentenceStarts(text, 'en-GB'), text.length];
  return starts.slice(0, -1).map((start, index) => text.slice(start, starts[index + 1]).trim());
};

describe('sentences', () => {
  it.each<[string, number]>([
    ['Dr. Smith spoke. We listened.', 2],
    ['We met on Thu. 27 Jul. 2023 in London. It rained.', 2],
    ['Professor Keith and Prof. Anna came. They spoke.', 2],
    ['It begins at approx. 5 p.m. on Monday.', 1],
    ['Talks, e.g. in Oxford, went well.', 1],
    ['“It was lovely!” – Amy Ramsay', 1],
    ['“It was lovely!” – Amy Ramsay, Chair of a charity', 1],
    [`We worked with Housing LIN. – ‘My Home’ is a project that looks into ${'what people need and '.repeat(3)}hope for.`, 2],
    ['“Why now?” she asked.', 1],
    ['“Well done.” We thanked her.', 2],
    ['See St. Mary’s report. It is long.', 2],
    ['We chose plan B. Then we began.', 2],
    ['Written by J. R. Hartley. It sold well.', 2],
    ['It ends in Dec. We begin again in Jan. 2024.', 2],
    ['No. 5 is closed.', 1],
    ['Reg. charity no. 1123456. We thank you.', 2],
    ['ICO reg. ZA123456, VAT no. GB 123 4567 89. We thank you.', 2],
    ['Temp. −3°C at night, vol. II of it.', 1],
    ['He said no. We left.', 2],
    ['The figure is £1,179,818.54. It fell.', 2],
    ['We have pens, paper, etc. All are welcome.', 2],
    ['Thu, 27 Jul, 13:00 BST', 1],
    ['Visit www.example.org. It is free.', 2],
    ['Really?! Yes.', 2],
  ])('%s', (text, count) => {
    expect(cut(text), cut(text).join(' | ')).toHaveLength(count);
  });

  it('finds the breaks of plain English where Unicode’s rules find them', () => {
    const parts = [
      'a',
      'bb',
      'Cc',
      'D',
      'is',
      '.',
      '. ',
      '! ',
      '? ',
      '?',
      '  ',
      ' ',
      '5',
      '’',
      '(',
      ')',
      '"',
      '-',
      '£',
      ', ',
      '.5',
      'x.y',
      '“',
      '”',
      '‘',
      '. – ',
      ' —',
      '.) ',
      '). ',
      "'. A",
      'UCL. ',
      'vs. us',
      ';',
      ':',
    ];
    const rules = new Intl.Segmenter('en-GB', { granularity: 'sentence' });
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...parts), { maxLength: 30 }), (chosen) => {
        const text = chosen.join('');
        const breaks = plainBreaks(text);
        if (breaks !== undefined)
          expect(breaks.filter((at) => at < text.length)).toEqual(
            [...rules.segment(text)].map(({ index }) => index).filter((at) => at > 0),
          );
      }),
      { seed: 1, numRuns: 5000 },
    );
    expect(plainBreaks('We met. They sang at 5.30 in Rhyl? Yes.')).toEqual([8, 35]);
    expect(plainBreaks('We met Dr. Smith. – He sang.')).toEqual([11]);
    expect(plainBreaks('We met. 298 people sang.')).toBeUndefined();
  });

  it('cuts a long text as it cuts its parts', () => {
    const sentences = Array.from(
      { length: 20_000 },
      (_, n) => `“Is it ${n}.5?” she asked. We said (in ${'so '.repeat(n % 40)}many words) no.`,
    );
    expect(cut(sentences.join(' '))).toEqual(sentences.flatMap(cut));
    const unbroken = `${'no end of words '.repeat(40_000)}here. `;
    expect(cut(`${unbroken}Then we stop. ${sentences.slice(0, 5000).join(' ')}`)).toHaveLength(2 + 10_000);
  });

  it('cuts text, marks and code at the same places, code never', () => {
    const paragraph = build.paragraph({}, [
      build.text({ value: 'Press ' }),
      build.inlineCode({ value: 'Stop. Go on' }),
      build.text({ value: ' now. Then ' }),
      build.strong({}, [build.text({ value: 'rest. Well' })]),
      build.text({ value: ' done. Bye.' }),
    ]);
    const report: Report = {
      meta: { title: 'T', lang: 'en-GB' },
      root: { type: 'root', children: [paragraph] },
    };
    const { root } = prepare(report, makeEdition('audio'), { sentences: true });
    expect(root.children[0]).toMatchObject({
      children: [
        { children: [{ value: 'Press ' }, { type: 'inlineCode', value: 'Stop. Go on' }] },
        { children: [{ value: ' now. ' }] },
        { children: [{ value: 'Then ' }, { type: 'strong', children: [{ value: 'rest. ' }] }] },
        { children: [{ type: 'strong', children: [{ value: 'Well' }] }, { value: ' done. ' }] },
        { children: [{ value: 'Bye.' }] },
      ],
    });
  });

  it('marks the sentences of notes after those of the text', () => {
    const report: Report = {
      meta: { title: 'T', lang: 'en-GB' },
      root: {
        type: 'root',
        children: [
          build.paragraph({}, [build.text({ value: 'One. Two.' }), build.footnoteReference({ identifier: 'a' })]),
          build.footnoteDefinition({ identifier: 'a' }, [build.paragraph({}, [build.text({ value: 'Three.' })])]),
        ],
      },
    };
    const prepared = prepare(report, makeEdition('audio'), { sentences: true });
    expect(JSON.stringify(prepared.root)).toContain('"id":"s2"');
    expect(JSON.stringify(prepared.notes)).toContain('"id":"s3"');
  });
});
