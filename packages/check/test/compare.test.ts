import { build, makeEdition, prepare, type Report } from '@everyread/core';
import { compareWithReport, outlineOf, readBack, fold } from '@everyread/check';
import { describe, expect, it } from 'vitest';

const text = (value: string) => build.text({ value });
const report = (...children: Report['root']['children']): Report => ({
  meta: { title: 'Report', lang: 'en-GB' },
  root: { type: 'root', children },
});
const page = (body: string): { path: string; body: Uint8Array } => ({
  path: 'a.html',
  body: new TextEncoder().encode(
    `<!doctype html><html lang="en-GB"><head><title>Report</title></head><body><main><h1>Report</h1>${body}</main></body></html>`,
  ),
});

async function differences(source: Report, html: string): Promise<string[]> {
  const outline = await readBack(page(html));
  return compareWithReport(outline!, prepare(source, makeEdition('screen-reader'))).map((message) => String(message.ruleId));
}

describe('comparing words', () => {
  const source = report(
    build.heading({ depth: 1 }, [text('Our year')]),
    build.paragraph({}, [text('We ran 21 sessions.')]),
    build.paragraph({}, [text('Then we rested.')]),
  );

  it('reads a page with an hour of sound in it', async () => {
    const sound = `<template class="sound" data-ms="3600000">${'A'.repeat(21 * 1024 * 1024)}</template>`;
    expect(await differences(source, `<h2>Our year</h2><p>We ran 21 sessions.</p><p>Then we rested.</p>${sound}`)).toEqual([]);
  });

  it('finds nothing in a page that says the same', async () => {
    expect(await differences(source, '<h2>Our year</h2><p>We ran\n 21&nbsp;sessions.</p><p>Then we <b>rested</b>.</p>')).toEqual([]);
  });

  it.each([
    ['a word inside another is not that word', '<h2>Our year</h2><p>We ran 121 sessions.</p><p>Then we rested.</p>'],
    ['words that run together are not those words', '<h2>Our year</h2><p>We ran 21 sessions.</p><p>Then werested.</p>'],
    ['paragraphs in another order', '<h2>Our year</h2><p>Then we rested.</p><p>We ran 21 sessions.</p>'],
    ['a paragraph that is hidden', '<h2>Our year</h2><p>We ran 21 sessions.</p><p hidden>Then we rested.</p>'],
  ])('%s', async (_, html) => {
    expect(await differences(source, html)).toContain('read-back-text');
  });

  it('takes a figure as it is written or as it is said', async () => {
    const figures = report(
      build.heading({ depth: 1 }, [text('Year')]),
      build.keyFigures({}, [build.keyFigure({ value: '+29%', say: '29 per cent more' }, [text('readers')])]),
    );
    expect(await differences(figures, '<h2>Year</h2><p>29 per cent more readers</p>')).toEqual([]);
    expect(await differences(figures, '<h2>Year</h2><p>readers +29%</p>')).toEqual([]);
    expect(await differences(figures, '<h2>Year</h2><p>readers 29</p>')).toEqual(['read-back-text']);
  });

  it('finds a word of which a part is a link, or is struck out', async () => {
    const link = build.link({ url: 'https://example.org/' }, [text('report')]);
    const source = report(build.paragraph({}, [text('Two '), link, text('s, the pre'), build.delete({}, [text('fix')])]));
    const html = '<p>Two <a href="https://example.org/">report</a>s, the pre (struck out: fix)</p>';
    expect(await differences(source, html)).toEqual([]);
    expect(await differences(source, html.replace('s, the', ', the'))).toEqual(['read-back-text']);
    expect(await differences(source, html.replace('Two ', 'Two annual'))).toEqual(['read-back-text']);
  });

  it('ends where a figure is said with no words at all', async () => {
    const silent = report(build.keyFigures({}, [build.keyFigure({ value: '7', say: ' ' }, [])]));
    expect(await differences(silent, '<p>nothing</p>')).toEqual(['read-back-text']);
  });
});

it('finds whom to ask by words and by link', async () => {
  const source = {
    ...report(build.paragraph({}, [text('Text.')])),
    meta: { title: 'Report', lang: 'en-GB', contact: 'hello@example.org' },
  };
  const asking = (line: string): Promise<string[]> => differences(source, `<p>Text.</p><p>${line}</p>`);
  const words = 'To ask for this report in another format:';
  expect(await asking(`${words} <a href="mailto:hello@example.org">hello@example.org</a>`)).toEqual([]);
  expect(await asking(`${words} hello@example.org`)).toEqual(['read-back-contact']);
  expect(await asking(`${words} <a href="mailto:helo@example.org">hello@example.org</a>`)).toEqual(['read-back-contact']);
  expect(await asking('<a href="mailto:hello@example.org">hello@example.org</a>')).toEqual(['read-back-contact']);
});

it('folds what only steers the layout', () => {
  expect(fold(' co\u00adop\u200beration \u00a0 and\nco\u2011production ')).toBe('cooperation and co-production');
});

it('lists what every edition must hold', () => {
  const prepared = prepare(
    report(build.heading({ depth: 1 }, [text('Our year')]), build.figure({ src: 'a.png', alt: 'A hall.' }, [])),
    makeEdition('screen-reader'),
  );
  expect(outlineOf(prepared).items).toMatchObject([
    { kind: 'heading', level: 1, text: 'Our year' },
    { kind: 'alternative', text: 'A hall.', under: 'Our year' },
  ]);
});
