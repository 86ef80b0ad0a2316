import {
  build,
  makeEdition,
  prepare,
  toText,
  walk,
  type FlowContent,
  type PreparedReport,
  type PrepareOptions,
  type Report,
  type ReportNode,
} from '@everyread/core';
import { describe, expect, it } from 'vitest';

const text = (value: string) => build.text({ value });
const p = (value: string) => build.paragraph({}, [text(value)]);
const h = (depth: 1 | 2 | 3 | 4, value: string) => build.heading({ depth }, [text(value)]);
const report = (...children: FlowContent[]): Report => ({ meta: { title: 'T', lang: 'en-GB' }, root: { type: 'root', children } });
const ready = (
  source: Report,
  options: PrepareOptions = {},
  edition = makeEdition('screen-reader'),
): { prepared: PreparedReport; said: string[] } => {
  const said: string[] = [];
  const prepared = prepare(source, edition, { ...options, message: (message) => said.push(`${message.ruleId}: ${message.reason}`) });
  return { prepared, said };
};
const all = <T extends ReportNode['type']>(prepared: PreparedReport, type: T): Extract<ReportNode, { type: T }>[] => {
  const found: Extract<ReportNode, { type: T }>[] = [];
  walk(prepared.root.children as ReportNode[], (node) => {
    if (node.type === type) found.push(node as Extract<ReportNode, { type: T }>);
  });
  return found;
};

describe('edition', () => {
  const source = report(
    h(1, 'A'),
    build.summary({}, [p('In both.')]),
    build.summary({ only: true }, [p('In the summary alone.')]),
    build.only({ format: 'pdf docx' }, [p('For paper.')]),
    build.only({ edition: 'large-print' }, [p('For large print.')]),
    p('In the whole.'),
  );
  it('keeps the whole report without what is only in the summary', () => {
    expect(toText(ready(source, { format: 'pdf' }).prepared.root)).toBe('A In both. For paper. In the whole.');
  });
  it('keeps the summary', () => {
    expect(toText(ready(source, {}, makeEdition('summary')).prepared.root)).toBe('In both. In the summary alone.');
  });
  it('keeps what is for one edition', () => {
    expect(toText(ready(source, { format: 'html' }, makeEdition('large-print')).prepared.root)).toBe(
      'A In both. For large print. In the whole.',
    );
  });
  it('says in the title that the summary is one', () => {
    expect(ready(source, {}, makeEdition('summary')).prepared.meta.title).toBe(`${source.meta.title}: Summary`);
    expect(ready(source).prepared.meta.title).toBe(source.meta.title);
    const named = { ...source, meta: { ...source.meta, title: 'Our year in summary' } };
    expect(ready(named, {}, makeEdition('summary')).prepared.meta.title).toBe('Our year in summary');
  });
  it('is the whole report where nothing is marked as summary, and says so', () => {
    const { prepared, said } = ready(report(h(1, 'A'), p('Text.')), {}, makeEdition('summary'));
    expect(toText(prepared.root)).toBe('A Text.');
    expect(prepared.meta.title).not.toMatch(/summary/i);
    expect(said).toEqual([expect.stringMatching(/^summary-none: /)]);
    expect(ready(source, {}, makeEdition('summary')).said).toEqual([]);
  });
  it('refuses large print outside 16 to 28 points', () => {
    expect(() => makeEdition('large-print', { typeSizePt: 15 })).toThrow(RangeError);
    expect(makeEdition('large-print', { typeSizePt: 28 }).typeSizePt).toBe(28);
  });
});

describe('plain Markdown gains its structure', () => {
  it('a picture that stands alone is a figure, its title the caption', () => {
    const figure = all(
      ready(report(build.paragraph({}, [build.image({ url: 'a.png', alt: 'Hands.', title: 'Our year' })]))).prepared,
      'figure',
    )[0]!;
    expect(figure).toMatchObject({ src: 'a.png', alt: 'Hands.', id: 'figure-1' });
    expect(toText(figure)).toBe('Our year');
  });
  it.each([
    ['in a paragraph of its own', [p('So useful.'), p('– Amy Ramsay, a participant')], { by: 'Amy Ramsay', role: 'a participant' }],
    ['on the last line', [p('So useful.\n— Amy Ramsay')], { by: 'Amy Ramsay' }],
    [
      'in bold over two lines',
      [p('So useful.'), build.paragraph({}, [text('– '), build.strong({}, [text('Keith Godfrey,')]), text('\nUniversity')])],
      { by: 'Keith Godfrey', role: 'University' },
    ],
    ['after a hard break', [build.paragraph({}, [text('So useful.'), build.break(), text('-- Amy')])], { by: 'Amy' }],
  ] as [string, FlowContent[], object][])('an attribution %s', (_name, children, expected) => {
    const quote = all(ready(report(build.blockquote({}, children))).prepared, 'pullQuote')[0]!;
    expect(quote).toMatchObject(expected);
    expect(toText(quote)).toBe('So useful.');
  });
  it('a dash inside a quotation is no attribution', () => {
    expect(all(ready(report(build.blockquote({}, [p('It was – as I said – good.')]))).prepared, 'blockquote')).toHaveLength(1);
  });
  it('a bare table has column headers', () => {
    const table = build.table({}, [build.tableRow({}, [build.tableCell({}, [text('A')])])]);
    expect(all(ready(report(table)).prepared, 'dataTable')[0]).toMatchObject({ headers: 'col', id: 'data-table-1' });
  });
});

describe('headings', () => {
  it('begin at level 1 and leave out none, each repair said', () => {
    const { prepared, said } = ready(report(h(2, 'A'), h(4, 'B'), h(4, 'C'), h(3, 'D'), h(2, 'E')));
    expect(all(prepared, 'heading').map((node) => `${node.depth}${toText(node)}`)).toEqual(['1A', '2B', '2C', '2D', '1E']);
    expect(said).toHaveLength(1);
  });
  it('are named as on GitHub, the same name counted', () => {
    const { prepared } = ready(
      report(h(1, 'Our Year!'), h(2, 'Aims'), h(1, 'Aims'), build.heading({ depth: 1, id: 'mine' }, [text('Other')])),
    );
    expect(all(prepared, 'heading').map((node) => node.id)).toEqual(['our-year', 'aims', 'aims-1', 'mine']);
  });
  it('make nested sections, also in a passage in another language, at its own level', () => {
    const { prepared } = ready(report(h(1, 'A'), h(2, 'B'), build.div({ lang: 'cy' }, [h(2, 'C'), p('x')]), h(1, 'D')));
    expect(prepared.outline).toMatchObject([
      {
        text: 'A',
        children: [
          { text: 'B', children: [] },
          { text: 'C', lang: 'cy' },
        ],
      },
      { text: 'D' },
    ]);
  });
});

describe('references', () => {
  it('become cross-references with what can be said of their places', () => {
    const { prepared, said } = ready(
      report(
        h(1, 'A'),
        build.pageBreak({ label: '24' }),
        h(1, 'Strategy'),
        build.figure({ src: 'a.png', alt: 'x', id: 'fig' }, [build.caption({}, [text('Ring')])]),
        build.paragraph({}, [build.link({ url: '#strategy' }, [text('page 24')]), build.link({ url: '#fig' }, [text('the ring')])]),
      ),
    );
    expect(said).toEqual([]);
    expect(all(prepared, 'crossReference')).toMatchObject([
      { target: 'strategy', show: 'page' },
      { target: 'fig', show: 'text' },
    ]);
    expect(prepared.targets.get('strategy')).toEqual({ id: 'strategy', title: 'Strategy', printPage: '24' });
    expect(prepared.targets.get('fig')).toEqual({ id: 'fig', title: 'Ring', number: 'Figure 1', printPage: '24' });
    expect(prepared.pages).toEqual([{ id: 'page-24', label: '24' }]);
  });
  it('that lead nowhere are said, with what is near', () => {
    const { said } = ready(report(h(1, 'Strategy'), build.paragraph({}, [build.link({ url: '#strategie' }, [text('x')])])));
    expect(said).toEqual(['link-dead: The link “x” leads to #strategie, which is not in the report']);
  });
});

describe('notes', () => {
  it('are numbered by their first marks, with every way back', () => {
    const mark = (identifier: string) => build.footnoteReference({ identifier });
    const { prepared, said } = ready(
      report(
        build.paragraph({}, [mark('b'), mark('a'), mark('b')]),
        build.footnoteDefinition({ identifier: 'a' }, [p('A.')]),
        build.footnoteDefinition({ identifier: 'b' }, [p('B.')]),
      ),
    );
    expect(said).toEqual([]);
    expect(prepared.notes.map((note) => [note.number, toText(note.definition), note.referenceIds])).toEqual([
      [1, 'B.', ['note-mark-1', 'note-mark-1-2']],
      [2, 'A.', ['note-mark-2']],
    ]);
    expect(all(prepared, 'footnoteDefinition')).toEqual([]);
  });
  it('without a mark are kept, and said; a mark without a note is an error', () => {
    const { prepared, said } = ready(
      report(build.paragraph({}, [build.footnoteReference({ identifier: 'x' })]), build.footnoteDefinition({ identifier: 'a' }, [p('A.')])),
    );
    expect(prepared.notes).toHaveLength(1);
    expect(said).toHaveLength(2);
  });
});

it('names in notes do not collide with those of the text', () => {
  const figure = () => build.figure({ src: 'a.png', alt: 'x' }, []);
  const { prepared } = ready(
    report(
      figure(),
      build.paragraph({}, [build.footnoteReference({ identifier: 'a' })]),
      build.footnoteDefinition({ identifier: 'a' }, [figure()]),
    ),
  );
  const inNote = prepared.notes[0]!.definition.children[0] as { id?: string };
  expect([all(prepared, 'figure')[0]!.id, inNote.id]).toEqual(['figure-1', 'figure-2']);
});

describe('contents', () => {
  it('stand before the first section unless placed by hand', () => {
    expect(ready(report(p('x'), h(1, 'A'), h(1, 'B'))).prepared.root.children.map((node) => node.type)).toEqual([
      'paragraph',
      'contents',
      'section',
      'section',
    ]);
    expect(all(ready(report(h(1, 'A'), build.contents({ depth: 1 }), h(1, 'B'))).prepared, 'contents')).toMatchObject([{ depth: 1 }]);
  });
});

describe('charts', () => {
  it('get a sentence with every figure', () => {
    const row = (...cells: string[]) =>
      build.tableRow(
        {},
        cells.map((cell) => build.tableCell({}, [text(cell)])),
      );
    const chart = build.chart({ kind: 'doughnut', unit: '%' }, [
      build.caption({}, [text('Money')]),
      build.table({}, [row('Source', 'Share'), row('Consultancy', '48.6'), row('Talks', '0.4%')]),
    ]);
    expect(all(ready(report(chart)).prepared, 'chart')[0]!.summary).toBe('Money: Consultancy 48.6%, Talks 0.4%.');
  });
});

describe('sentences', () => {
  const cut = (value: string): string[] =>
    all(ready(report(p(value)), { sentences: true }).prepared, 'sentence').map((node) => toText(node));
  it.each([
    ['We met Dr. Smith. He spoke.', ['We met Dr. Smith.', 'He spoke.']],
    ['On Thu, 27 Jul. we met at 5 p.m. in town. It rained.', ['On Thu, 27 Jul. we met at 5 p.m. in town.', 'It rained.']],
    ['“Thank you!” – Amy Ramsay', ['“Thank you!” – Amy Ramsay']],
    ['It cost £1,179,818.54. That is a lot.', ['It cost £1,179,818.54.', 'That is a lot.']],
  ])('%s', (value, expected) => {
    expect(cut(value)).toEqual(expected);
  });
  it('are cut inside strong words without losing a character', () => {
    const source = report(build.paragraph({}, [text('One '), build.strong({}, [text('two. Three')]), text(' four.')]));
    const { prepared } = ready(source, { sentences: true });
    expect(all(prepared, 'sentence').map((node) => toText(node))).toEqual(['One two.', 'Three four.']);
    expect(all(prepared, 'sentence').map((node) => node.id)).toEqual(['s1', 's2']);
  });
  it('leave the names that the author gave, and headings leave theirs', () => {
    const source = report(
      build.heading({ depth: 1, id: 's2' }, [text('Given')]),
      build.heading({ depth: 1 }, [text('S1')]),
      p('One. Two.'),
      build.div({ id: 's4' }, [p('Three.')]),
    );
    const { prepared } = ready(source, { sentences: true });
    const sentences = all(prepared, 'sentence').map((node) => node.id);
    const headings = all(prepared, 'heading').map((node) => node.id);
    expect(headings[0]).toBe('s2');
    expect(sentences).not.toContain('s2');
    expect(sentences).not.toContain('s4');
    const ids = [...sentences, ...headings, 's4'];
    expect(new Set(ids).size).toBe(ids.length);
    expect(all(ready(source, { sentences: true }).prepared, 'sentence').map((node) => node.id)).toEqual(sentences);
  });
});

it('a credit that begins with “Photo:” or “Picture by” names its maker alone: the editions add those words', () => {
  const credits = ['Photo: Jo Neil', 'Picture by Jo Neil', 'Photo credit: Jo Neil', 'Llun: Jo Neil', 'Photography Ltd', 'Jo Neil'].map(
    (credit) => {
      const figure = build.figure({ src: 'a.png', alt: 'A.', credit }, []);
      return (prepare(report(figure), makeEdition('screen-reader')).root.children.at(-1) as { credit?: string }).credit;
    },
  );
  expect(credits).toEqual(['Jo Neil', 'Jo Neil', 'Jo Neil', 'Jo Neil', 'Photography Ltd', 'Jo Neil']);
});
