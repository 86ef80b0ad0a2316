import { importDocx, importHtml } from '@everyread/import';
import { printMarkdown } from '@everyread/markdown';
import { describe, expect, it } from 'vitest';
import { doubtOf } from '../src/repair/doubtful-title.js';
import { p, style, word } from './word.js';

const styles = style('H1', 'heading 1') + style('H2', 'heading 2') + style('T', 'Title');
const h = (level: 1 | 2, text: string): string => p(text, `<w:pStyle w:val="H${level}"/>`);
const text = p('We met every month in the hall.');
const read = (body: string, property: string): { title: string; text: string; said: string[] } => {
  const core = `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${property}</dc:title></cp:coreProperties>`;
  const { report, messages } = importDocx(word(body, { styles, 'docProps/core.xml': core }));
  return {
    title: report.meta.title,
    text: printMarkdown({ ...report, meta: {} as never }),
    said: messages.filter(({ ruleId }) => /title/.test(ruleId ?? '')).map(({ reason }) => reason),
  };
};

describe('the title of a Word document', () => {
  it('is its line in the style of titles, whatever its properties say', () => {
    const { title, said } = read(p('Our year', '<w:pStyle w:val="T"/>') + h(1, 'Aims') + text, 'draft v7 FINAL');
    expect([title, said]).toEqual(['Our year', []]);
  });
  it('is the only heading of level 1 above the text, which is said', () => {
    for (const property of ['draft v7 FINAL', 'Annual report 2019', '']) {
      const { title, text: body, said } = read(h(1, 'Our year') + text + h(2, 'Aims') + text, property);
      expect(title).toBe('Our year');
      expect(body).toBe('We met every month in the hall.\n\n# Aims\n\nWe met every month in the hall.\n');
      expect(said).toEqual([
        `The title is taken from the only heading of level 1, “Our year”${property === '' ? '' : `; in the properties of the file it is “${property}”`}`,
      ]);
    }
  });
  it.each([
    ['the heading of a part', h(1, 'Introduction') + text + h(2, 'Aims') + text],
    ['a heading below other words', p('A report of many words.') + h(1, 'Our year') + text + h(2, 'Aims') + text],
    ['one heading of two', h(1, 'Our year') + text + h(1, 'Next year') + text],
    ['the only heading at all', h(1, 'Our year') + text],
  ])('is not %s', (_, body) => {
    const { title, text: after } = read(body, 'A report of many words');
    expect(title).toBe('A report of many words');
    expect(after).toMatch(/^# /m);
  });
  it('from its properties alone is doubted where it reads like the name of a file or of a draft, or stands nowhere in the text', () => {
    const body = p('Our year') + h(1, 'Aims') + text + h(1, 'Ends') + text;
    expect(read(body, 'Microsoft Word - Document1').said).toEqual([
      'The title “Microsoft Word - Document1” comes from the properties of the file and reads like the name of a file; it begins with “Our year”',
    ]);
    expect(read(body, 'Strategy of another charity').said).toEqual([
      'The title “Strategy of another charity” comes from the properties of the file and stands nowhere in the text; it begins with “Our year”',
    ]);
    expect(read(body, 'Our year').said).toEqual([]);
    expect(read(p('Our') + p('year 2023') + body, 'Our year: 2023').said).toEqual([]);
  });
});

it('a page whose title names its site too is called by its heading', () => {
  const page = (title: string): string => `<html lang=en><title>${title}</title><h1>Our year</h1><p>x<h1>Next year</h1><p>x`;
  expect(importHtml(page('Our year | The charity')).report.meta.title).toBe('Our year');
  const { report, messages } = importHtml(page('Home'));
  expect(report.meta.title).toBe('Home');
  expect(messages.map(({ reason }) => reason)).toEqual([
    'The title “Home” comes from the head of the page and reads like that of a template; it begins with “Our year”',
  ]);
});

describe('doubts about a title', () => {
  it.each(['draft v7 FINAL', 'Untitled', 'Document1', 'Template', 'annual_report_2023', 'Report.docx', '[Document title]', '2023', 'Impact report (final)', 'DRAFT - Our year', 'Copy of Our year', 'Strategy second draft', 'Annual report template', 'Index', 'Our year v2.1'])(
    'are had of %s', (title) => void expect(doubtOf(title)).toBeDefined(),
  ); // prettier-ignore
  it.each(['Draft strategy for consultation, 2024 to 2027', 'Final report of the inquiry', 'Copy that: a year of radio', 'A home for everyone', 'Document design for all', 'Impact report 2023', 'Home visits in 2023', 'Our index of wellbeing', 'Test and learn: a review', 'Trawsnewid bywydau', 'Title IX at fifty', 'Our year in 12 v-shaped recoveries'])(
    'are not had of %s', (title) => void expect(doubtOf(title)).toBeUndefined(),
  ); // prettier-ignore
});
