import { build, captionOf, captionTitle, makeEdition, prepare, toText, walk, type Report, type ReportNode } from '@everyread/core';
import { describe, expect, it } from 'vitest';
import { typedNumber } from '../src/caption-number.js';

describe('numbers that authors type into captions', () => {
  it.each([
    ['Figure 2: Our hall', 'Figure 2'],
    ['Table 4 – Attendance', 'Table 4'],
    ['Fig. 3.1. Our hall', 'Fig. 3.1'],
    ['Table 2 Attendance', 'Table 2'],
    ['Tabl 1: Presenoldeb', 'Tabl 1'],
    ['Table 4 people sit at', undefined],
    ['Our hall, Figure 2', undefined],
    ['Tables 2: x', undefined],
    ['Figure 2', undefined],
    ['Chart of 2023: income', undefined],
  ])('%s: %s', (caption, number) => expect(typedNumber(caption)).toBe(number));
});

describe('numbers of captions', () => {
  const captioned = (caption?: string): never[] =>
    (caption === undefined ? [] : [build.caption({}, [build.text({ value: caption })])]) as never[];
  const table = (id: string, caption?: string): ReportNode =>
    build.dataTable({ id, headers: 'col' }, [...captioned(caption), build.table({}, [])]);
  const figure = (id: string, caption?: string): ReportNode => build.figure({ id, src: 'a.png', alt: 'A' }, captioned(caption));
  const chart = (id: string, caption?: string): ReportNode => build.chart({ id, kind: 'bar' }, captioned(caption));
  const see = (...ids: string[]): ReportNode =>
    build.paragraph(
      {},
      ids.map((target) => build.crossReference({ target, show: 'number' }, [])),
    );
  const reportOf = (children: ReportNode[], lang = 'en-GB'): Report => ({
    meta: { title: 'T', lang },
    root: { type: 'root', children: children as Report['root']['children'] },
  });
  /** The captions of a report in one edition, by the ids of their blocks. */
  const captionsOf = (
    children: ReportNode[],
    { lang = 'en-GB', edition = 'screen-reader', format = 'html' } = {},
  ): Record<string, string> => {
    const found: Record<string, string> = {};
    walk(prepare(reportOf(children, lang), makeEdition(edition as 'screen-reader'), { format }).root.children, (node) => {
      const caption = captionOf(node);
      if (caption) found[(node as { id: string }).id] = toText(caption);
    });
    return found;
  };

  it('stand at the captions of a kind where the report refers to one of that kind by number', () => {
    const blocks = [table('a', 'People'), figure('b', 'Our hall'), table('c', 'Cost'), chart('d', 'Income')];
    expect(captionsOf(blocks)).toEqual({ a: 'People', b: 'Our hall', c: 'Cost', d: 'Income' });
    expect(captionsOf([see('c'), ...blocks])).toEqual({ a: 'Table 1. People', b: 'Our hall', c: 'Table 2. Cost', d: 'Income' });
    expect(captionsOf([see('c', 'b', 'd'), ...blocks])).toEqual({
      a: 'Table 1. People',
      b: 'Figure 1. Our hall',
      c: 'Table 2. Cost',
      d: 'Chart 1. Income',
    });
  });

  it('keep those that the author typed, and give them to nothing else', () => {
    const blocks = [
      table('a', 'People'),
      table('b', 'Table 1: Cost'),
      figure('c', 'Fig. 2. Hall'),
      figure('d', 'Garden'),
      table('e', 'Age'),
    ];
    expect(captionsOf([see('a', 'd'), ...blocks])).toEqual({
      a: 'Table 2. People',
      b: 'Table 1: Cost',
      c: 'Fig. 2. Hall',
      d: 'Figure 3. Garden',
      e: 'Table 3. Age',
    });
    // A reference to a typed number needs no others.
    expect(captionsOf([see('b'), ...blocks])).toMatchObject({ a: 'People', b: 'Table 1: Cost' });
  });

  it('stand alone where there is no caption: at a picture that is referred to, and at every table', () => {
    const blocks = [figure('a'), figure('b'), figure('c', 'Hall'), table('d'), table('e', 'Cost')];
    expect(captionsOf([see('b', 'e'), ...blocks])).toEqual({ b: 'Figure 1', c: 'Figure 2. Hall', d: 'Table 1', e: 'Table 2. Cost' });
    expect(captionsOf(blocks)).toEqual({ c: 'Hall', e: 'Cost' });
  });

  it('stand where a reference without words leads to a block without a caption', () => {
    const bare = build.paragraph({}, [build.crossReference({ target: 'a' }, [])]);
    expect(captionsOf([bare, figure('a')])).toEqual({ a: 'Figure 1' });
    expect(captionsOf([bare, figure('a', 'Hall')])).toEqual({ a: 'Hall' });
  });

  it('are the same in every edition, whatever it leaves out', () => {
    const blocks = [
      see('c'),
      build.only({ format: 'pdf' }, [table('a', 'Layout') as never]),
      build.summary({}, [table('c', 'Cost') as never]),
    ];
    expect(captionsOf(blocks)).toEqual({ c: 'Table 2. Cost' });
    expect(captionsOf(blocks, { format: 'pdf' })).toEqual({ a: 'Table 1. Layout', c: 'Table 2. Cost' });
    expect(captionsOf(blocks, { edition: 'summary' })).toEqual({ c: 'Table 2. Cost' });
  });

  it('are words of ours: in the language of the report, and marked where the text around is in another', () => {
    expect(captionsOf([see('a'), table('a', 'Cost')], { lang: 'cy' })).toEqual({ a: 'Tabl 1. Cost' });
    const labelOf = (children: ReportNode[], lang?: string): unknown => {
      let label: unknown;
      walk(prepare(reportOf(children, lang), makeEdition('screen-reader')).root.children, (node) => {
        if (node.type === 'captionNumber') label = node.children[0];
      });
      return label;
    };
    const text = { type: 'text', value: 'Table 1. ' };
    expect(labelOf([see('a'), table('a', 'Cost')])).toEqual(text);
    const passage = build.div({ lang: 'cy' }, [table('a', 'Cost') as never]);
    expect(labelOf([see('a'), passage])).toEqual({ type: 'span', lang: 'en-GB', children: [text] });
    expect(labelOf([see('a'), table('a', 'Kosten')], 'de')).toEqual({ type: 'span', lang: 'en', children: [text] });
  });

  it('are what a reference says, apart from the title', () => {
    const { targets, root } = prepare(
      reportOf([see('a'), table('a', 'People'), table('b', 'Table 7: Cost')]),
      makeEdition('screen-reader'),
      {
        sentences: true,
      },
    );
    expect(targets.get('a')).toMatchObject({ number: 'Table 1', title: 'People' });
    expect(targets.get('b')).toMatchObject({ number: 'Table 7', typed: true });
    expect(targets.get('a')).not.toHaveProperty('typed');
    let title = '';
    walk(root.children, (node) => {
      if (node.type === 'caption') title ||= captionTitle(node);
    });
    expect(title).toBe('People');
  });

  it('leave the sentence that is made of a chart as it is', () => {
    const data = build.table({}, [
      build.tableRow(
        {},
        ['Year', 'People'].map((value) => build.tableCell({}, [build.text({ value })])),
      ),
      build.tableRow(
        {},
        ['2023', '502'].map((value) => build.tableCell({}, [build.text({ value })])),
      ),
    ]);
    const node = build.chart({ id: 'a', kind: 'bar' }, [...captioned('Visitors'), data as never]);
    let summary: string | undefined;
    walk(prepare(reportOf([see('a'), node]), makeEdition('screen-reader')).root.children, (each) => {
      if (each.type === 'chart') summary = each.summary;
    });
    expect(summary).toBe('Visitors: 2023 502.');
  });
});
