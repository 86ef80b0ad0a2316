import { importDocx, importHtml } from '@everyread/import';
import { printMarkdown } from '@everyread/markdown';
import { describe, expect, it } from 'vitest';
import { p, r, style, word } from './word.js';

const defaults = (lang: string): string =>
  `<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="${lang}"/></w:rPr></w:rPrDefault></w:docDefaults>`;
const read = (body: string, styles: string): { lang: string; text: string; said: string[] } => {
  const { report, messages } = importDocx(word(body, { styles }));
  return {
    lang: report.meta.lang,
    text: printMarkdown({ ...report, meta: {} as never }),
    said: messages.filter(({ ruleId }) => ruleId === 'import-language').map(({ reason }) => reason),
  };
};
const welsh = 'Mae’r elusen wedi tyfu eleni ac mae ein diolch yn fawr i bawb am eu cefnogaeth.';
const marked = (text: string, lang: string): string => p(r(text, `<w:lang w:val="${lang}"/>`));

describe('the language of a Word document', () => {
  it('is the one that most of its text is marked with, which is said', () => {
    const { lang, text, said } = read(marked(welsh, 'cy-GB') + marked(welsh, 'cy-GB') + p('Thank you all.'), defaults('en-US'));
    expect(lang).toBe('cy-GB');
    expect(text).toBe(`${welsh}\n\n${welsh}\n\n:span[Thank you all.]{lang="en-US"}\n`);
    expect(said[0]).toBe('The file names the language en-US, but most of its text is marked as cy-GB: the report is in cy-GB');
  });
  it('is that of its usual paragraphs, and stays where only some of the text is marked', () => {
    const usual =
      '<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:name w:val="Normal"/><w:rPr><w:lang w:val="en-GB"/></w:rPr></w:style>';
    expect(read(p('We met.'), defaults('en-US') + usual).lang).toBe('en-GB');
    expect(read(marked(welsh, 'cy-GB') + p(`We met in the hall. ${'More words here. '.repeat(5)}`), defaults('en-GB'))).toMatchObject({
      lang: 'en-GB',
      said: [],
    });
  });
  it('of a paragraph may be that of its style', () => {
    const styles = defaults('en-GB') + style('W', 'Welsh', '<w:rPr><w:lang w:val="cy-GB"/></w:rPr>');
    const { text } = read(p('Diolch 12.', '<w:pStyle w:val="W"/>') + p('Thanks to all who came to our hall this year.'), styles);
    expect(text).toBe(':span[Diolch 12.]{lang="cy-GB"}\n\nThanks to all who came to our hall this year.\n');
  });
});

describe('a hint at another language', () => {
  const said = (lang: string, text: string): string[] =>
    importHtml(`<html lang="${lang}"><title>A title</title><h1>A title</h1><p>${text}</p>`)
      .messages.filter(({ ruleId }) => ruleId === 'import-language')
      .map(({ reason }) => reason);
  const english =
    'We met in the hall and the people who came to it were glad of it, for this was the place that we have had by the sea. '.repeat(5);
  it.each([
    ['en-US', 'Our programme helped 12 organisations and cost £98,000.', 'written as in Britain: “programme”, “organisations”, “£”'],
    ['en-US', 'The organisation is a registered charity; ring +44 29 2000 0000.', 'written as in Britain'],
    ['en', `${welsh} `.repeat(10), 'its words seem to be Welsh'],
    ['cy', english, 'its words seem to be English'],
    ['en-GB', 'Le rapport de notre association est une histoire que nous avons écrite pour les gens qui sont avec nous dans la ville. '.repeat(6), 'French'],
  ])('%s, by %#', (lang, text, words) => expect(said(lang, text)[0]).toContain(words)); // prettier-ignore
  it.each([
    ['British words where the region is said, or none', 'en-GB', 'Our programme helped 12 organisations and cost £98,000.'],
    ['no region', 'en', 'Our programme helped 12 organisations and cost £98,000.'],
    ['an American text with prices in pounds', 'en-US', 'The organization sold 12 programs at £3 and £4 to centers in London, SW1A 1AA.'],
    ['an American text that quotes one British name', 'en-US', 'We visited the Centre for Ageing Better in London.'],
    ['a French quotation in an English text', 'en-GB', `${english} Le rapport de notre association est une histoire que nous avons écrite.`],
    ['few words', 'en-GB', welsh],
    ['figures', 'en-GB', '12 13 14 '.repeat(100)],
    ['Welsh that is marked', 'en-GB', `${english}<span lang="cy">${`${welsh} `.repeat(30)}</span>`],
    ['a language that it does not know', 'pl', english],
  ])('is not given for %s', (_, lang, text) => expect(said(lang, text)).toEqual([])); // prettier-ignore
});
