import { existsSync, readFileSync } from 'node:fs';
import { auditReport, documentRules, type DocumentRuleId } from '@everyread/core';
import { readMarkdown } from '@everyread/markdown';
import { describe, expect, it } from 'vitest';
import { auditFixtures, head } from './audit-fixtures.js';

const findings = (text: string): string[] => auditReport(readMarkdown(text).report).map((message) => String(message.ruleId));

describe.each(Object.keys(documentRules) as DocumentRuleId[])('%s', (rule) => {
  it('is found where it is broken', () => {
    expect(findings(auditFixtures[rule].fails)).toContain(rule);
  });
  it('is not found where it is kept', () => {
    expect(findings(auditFixtures[rule].passes)).not.toContain(rule);
  });
});

it('many long sentences are one hint, at the longest, with the lines of all', () => {
  const words = (count: number): string => Array.from({ length: count }, (_, n) => `word${n}`).join(' ');
  const text = `${head}# A\n\n${words(41)}.\n\n${words(50)}.\n\nShort.`;
  const hints = auditReport(readMarkdown(text).report).filter((message) => message.ruleId === 'text-long-sentence');
  expect(hints.map((message) => `${message.line}: ${message.reason}`)).toEqual([
    '10: 2 of 3 sentences have more than 40 words, in lines 8, 10; the longest has 50: “word0 word1 word2 word3 word4 word5 word6 word7 wo…”',
  ]);
  expect(auditReport(readMarkdown(text).report, { sentenceWords: 60 }).map((message) => message.ruleId)).not.toContain(
    'text-long-sentence',
  );
});

describe('no false alarm', () => {
  it('on a clean page of currency and figures', () => {
    const text = `${head}# Our money\n\nWe raised £1,179,818.54 in 2023, 17% more than the £1,008,391.91 of 2022. We met at 13:00–15:00 on Tuesday 12 Sept 2023, wrote to 24.8K people, and spent 48.6% on 3 × 4 workshops. Ring 020 7679 2000.\n\n:::table[Income]{headers="col row"}\n| Source | £ | Share |\n| --- | ---: | ---: |\n| Grants | 86,078.27 | 30% |\n| Consultancy | 246,337.00 | 70% |\n:::\n`;
    expect(findings(text)).toEqual([]);
  });
  it('on shares that were rounded, grades, stars, sizes of files and the word “sat”', () => {
    const pie = (rows: string): string => `:::chart[Shares]{type=pie unit="%"}\n| On | % |\n| - | -: |\n${rows}\n:::\n`;
    const text = `${head}# Our figures\n\nGrades were A* to C, with two 5* reviews. The board sat 12 May 2023. The file has 2 MB. On Fri. 29 March 2024, Thursday, December 14, 2023 and Wed 3/4/24 we met (15 December 2023 (a Friday) too).\n\n${pie('| A | 33 |\n| B | 33 |\n| C | 33 |')}\n${pie('| A | 14.3 |\n| B | 57.2 |\n| C | 28.6 |')}`;
    expect(findings(text)).toEqual([]);
  });
  it('on sums, shares, ratios, scores and the words that go with them', () => {
    const text = `${head}# Our figures\n\nWe ended the year £1,200 in the black, not (£246,337) in the red: −3.5% on 2022/23. Of every £1, 50p went to groups (ratio 2:1), US$3.5m and €2.1bn came later. In Q1–Q4 we were in the top 10, scored 4.5/5 and 9 out of 10, and grew ×3. Room 12B, SW1A 1AA; no. 7; A4; 100 °C; +44 20 7679 2000.\n\n1. £10\n2. £20\n\n:::table[Costs]{headers="col row"}\n| Year | £000s | % |\n| --- | ---: | ---: |\n| 2022 | (86) | –3.0 |\n| 2023 | 246 | 70.5 |\n:::\n`;
    expect(findings(text)).toEqual([]);
  });
});

it('a weekday contradicts its date in any order that English texts write', () => {
  const ways = [
    ...[
      'Monday 14 December 2023',
      'Monday, December 14, 2023',
      'Mon. 14th Dec 2023',
      'Monday the 14th of December 2023',
      'Monday 14/12/2023',
    ],
    ...['Monday 12/14/23', 'Monday 2023-12-14', '14 December 2023 (a Monday)', '**Monday** 14 December 2023'],
  ];
  for (const way of ways) {
    const messages = auditReport(readMarkdown(`${head}# A\n\n${way}`).report);
    expect(
      messages.map((message) => message.reason),
      way,
    ).toEqual([`“${way.replaceAll('*', '')}” was a Thursday`]);
    expect(findings(`${head}# A\n\n${way.replace(/Mon(?:day)?/, 'Thursday')}`), way).toEqual([]);
  }
  expect(auditReport(readMarkdown(`${head}# A\n\nMonday 30 February 2024`).report).map(({ reason }) => reason)).toEqual([
    '“Monday 30 February 2024” is no date: Feb has fewer days',
  ]);
});

it('parts of a chart do not add up: more than rounding explains, in cells that say %, or with their sum among them', () => {
  const pie = (rows: string, unit = ''): string[] =>
    auditReport(readMarkdown(`${head}# A\n\n:::chart[C]{type=pie${unit}}\n| a | b |\n| - | - |\n${rows}\n:::`).report).map(String);
  expect(pie('| c | 60% |\n| d | 39% |').join()).toContain('add up to 99%, not 100%');
  expect(pie('| c | 33 |\n| d | 33 |\n| e | 32 |', ' unit="%"').join()).toContain('add up to 98%, not 100%');
  expect(pie('| c | 33.3 |\n| d | 33.3 |\n| e | 33.1 |', ' unit="%"').join()).toContain('add up to 99.7%, not 100%');
  expect(pie('| c | 60 |\n| d | 30 |\n| Total | 90 |', ' unit="£"').join()).toContain('“Total” is drawn as a part of this chart');
  expect(pie('| c | 60 |\n| d | 30 |\n| Total loss | 10 |', ' unit="£"')).toEqual([]);
});

it('the reading age is that of Flesch-Kincaid', () => {
  const age = (text: string): string[] =>
    auditReport(readMarkdown(`${head}# A\n\n${text}`).report, { readingGrade: -9 }).map(({ reason }) => reason);
  // 12 words and 12 syllables a sentence: 0.39 × 12 + 11.8 × 1 − 15.59.
  expect(age('The cat sat on the mat and saw the big dog run. '.repeat(10))).toEqual([
    'The text has a reading age of about 6 years (Flesch-Kincaid grade 0.9)',
  ]);
  // 6 words and 21 syllables: 0.39 × 6 + 11.8 × 3.5 − 15.59, plus 5 years.
  expect(age('Participants investigated important information with dedication. '.repeat(20))).toEqual([
    expect.stringMatching(/^The text has a reading age of about 33 years \(Flesch-Kincaid grade 28\.[01]\)$/),
  ]);
});

describe('reports as small charities write them', () => {
  const shown = (text: string): string[] =>
    auditReport(readMarkdown(`${head}# Page\n\n${text}`).report).map(
      ({ ruleId, line, column, reason }) => `${line}:${column} ${ruleId} ${reason}`,
    );
  it('takes the first column of accounts for the names of rows, where nothing heads it', () => {
    const accounts =
      '| | Note | 2024 £ |\n| --- | --- | ---: |\n| **Income from:** | | |\n| Donations | 2 | 453,220 |\n| **Total** | | (25,534) |';
    expect(shown(accounts)).toEqual(['8:1 tbl-nocaption This table has no caption']);
    // A row without a name, or a second column without a head: then it is not known what names the figures.
    expect(shown(`${accounts}\n| | | 12 |`)).toContainEqual('8:1 tbl-header Column 1 of this table has no header');
    expect(shown('| | | 2024 £ |\n| - | - | - |\n| Gifts | 2 | 453 |')).toContainEqual(
      '8:1 tbl-header Column 1 of this table has no header',
    );
  });
  it('asks for no words behind names, laws of company and what is spelt out beside it', () => {
    const text =
      'Dr Siân Rees-Jones OBE and Mr O’Leary FCA of Marsh LLP came. PIP. This stands for Personal Independence Payment. DWP means ' +
      'Department for Work and Pensions. We thank the National Lottery Community Fund, or NLCF. The kitchen is closed: CLOSED.';
    expect(shown(text)).toEqual([]);
    expect(shown('The ESA is paid.')).toEqual(['8:5 abbr-undef The abbreviation ESA is not explained']);
  });
  it('calls words in capitals what they are, once', () => {
    expect(shown('## DATES FOR YOUR DIARY\n\nWe met. THANK YOU TO EVERYONE WHO BOUGHT A TICKET.\n\n## ANNUAL REVIEW')).toEqual([
      '8:4 text-caps “DATES FOR YOUR DIARY” is written in capitals',
      '10:9 text-caps “THANK YOU TO EVERYONE WHO BOUGHT A TICKE” is written in capitals',
      '12:4 text-caps “ANNUAL REVIEW” is written in capitals',
    ]);
    expect(shown('The NHS, the BBC and the EU met M&S and HM Treasury.')).toEqual([]);
  });
  it('points at the words themselves, in a line of a paragraph', () => {
    const found = shown('We raised £500k\nin all. The accounts are\nset out on pages 12 to 21, and the red bars show costs.');
    expect(found).toEqual(['10:9 ref-page “on pages 12 to 21” is typed by hand', '10:32 colour-only “the red bars” points by colour']);
  });
  it('sees prizes and the like that run together into one line', () => {
    expect(shown('1st prize: ticket 417\n2nd prize: ticket 118')).toEqual(['8:1 list-fake This paragraph looks like a list and is none']);
  });
});

const path = new URL('../../../../shared/reports/impact-report-2023/report.md', import.meta.url);
if (!existsSync(path)) console.info('skipped: the real report is not here (../shared)');
it.skipIf(!existsSync(path))('the real report has no errors, and its wrong weekday is found', () => {
  const messages = auditReport(readMarkdown(readFileSync(path, 'utf8')).report);
  expect(messages.filter((message) => message.fatal === true).map(String)).toEqual([]);
  expect(messages.filter((message) => message.ruleId === 'date-weekday').map((message) => message.reason)).toEqual([
    '“Monday 14 December 2023” was a Thursday',
  ]);
  if (process.env.SHOW) console.log(messages.map((m) => `${m.line}:${m.column} ${m.ruleId} ${m.reason}`).join('\n'));
});
