import { describe, expect, it } from 'vitest';
import { readMarkdown } from '@everyread/markdown';
import { toMobi } from '@everyread/mobi';
import { readHalves } from './read-back.js';

/** The text of both halves, without what only one of them has: names, numbers and classes of elements. */
async function texts(body: string, lang = 'en-GB'): Promise<string[]> {
  const { report } = readMarkdown(`---\ntitle: T\nlang: ${lang}\n---\n\n# One\n\n${body}`, { path: 'r.md' });
  const halves = readHalves(await toMobi(report, { message: () => undefined }));
  return halves.map((half) =>
    new TextDecoder().decode(half.text).replace(/ (?:aid|class|width|height|border|cell\w+|valign)="[^"]*"/g, ''),
  );
}

const table = (rows: string, attributes = 'headers="col row"'): string => `:::table[Ways]{${attributes}}\n${rows}\n:::\n`;
const wide = `| Age | A friend | Newsletter | Social media | A poster | A talk of ours |
| --- | ---: | ---: | ---: | ---: | ---: |
| Under 25 | 21 | 3 | 33 | 6 | 9 |
| Over 24 | 38 | 29 | 27 | 8 | |`;

describe('a table that a Kindle’s page has no room for', () => {
  it('is a list of records in both halves: caption, size, the name of its column before each value', async () => {
    for (const text of await texts(table(wide))) {
      expect(text).not.toContain('<table');
      expect(text).toContain('<p><b>Ways</b></p><p>Table: 6 columns, 2 rows.</p><div><dl><dt><b>Age:</b> <b>Under 25</b></dt>');
      expect(text).toContain('<dd><b>A friend:</b> 21</dd><dd><b>Newsletter:</b> 3</dd><dd><b>Social media:</b> 33</dd>');
      expect(text).toContain('<dl><dt><b>Age:</b> <b>Over 24</b></dt>');
      expect(text).toContain('<dd><b>A talk of ours:</b> –</dd></dl></div>');
    }
  });

  it('says its size in the language of the words', async () => {
    for (const text of await texts(table(wide), 'cy')) expect(text).toContain('<p>Tabl: 6 colofn, 2 rhes.</p>');
    for (const text of await texts(table(wide), 'fr'))
      expect(text).toMatch(/<p (?:xml:lang="en" )?lang="en" dir="ltr">Table: 6 columns, 2 rows\.<\/p>/);
  });

  it('is one of few columns with long texts too', async () => {
    const long = 'We asked them all and they said it. '.repeat(4);
    for (const text of await texts(table(`| A | B | C |\n| --- | --- | --- |\n| x | ${long} | ${long} |`)))
      expect(text).not.toContain('<table');
    for (const text of await texts(table(`| A | B |\n| --- | --- |\n| x | ${long} ${long} |`))) expect(text).toContain('<table');
  });

  it('has values alone where no column has a name, and its headers alone where nothing else is in it', async () => {
    const figures = ['Participants altogether', ...Array.from({ length: 4 }, () => '123,456,789')].join(' | ');
    for (const text of await texts(table(`| ${figures} |\n| --- | --- | --- | --- | --- |\n| Groups | 1 | 2 | 3 | 4 |`, 'headers="row"')))
      expect(text).toContain('<dl><dt><b>Groups</b></dt><dd>1</dd><dd>2</dd><dd>3</dd><dd>4</dd></dl>');
    for (const text of await texts(table(wide.split('\n').slice(0, 2).join('\n'))))
      expect(text).toContain('<p>Table: 6 columns, 0 rows.</p><div><dl><dt><b>Age</b></dt><dd>A friend</dd>');
  });

  it('has the notes and links of its headers once, and their languages each time', async () => {
    const rows = wide.replace('A friend', ':span[Ffrind]{lang=cy}[^a]').replace('A poster', '[A poster](https://example.org/)');
    for (const text of await texts(`${table(rows)}\n[^a]: A note.\n`)) {
      expect(text.match(/<sup/g)).toHaveLength(1);
      expect(text.match(/example\.org/g)).toHaveLength(1);
      expect(text.match(/<span (?:xml:lang="cy" )?lang="cy">Ffrind<\/span>/g)).toHaveLength(2);
      expect(text.match(/A poster/g)).toHaveLength(2);
    }
  });
});

describe('a table that fits', () => {
  it('stays a table: one of three short columns, one of a single column, one whose rows are short', async () => {
    const event = '| Event | When | Price |\n| --- | --- | --- |\n| Ethics, a roundtable | Thu, 29 Jun, 10:00 | Free |';
    for (const rows of [event, `| Name |\n| --- |\n| ${'Straightforwardness'.repeat(3)} |`])
      for (const text of await texts(table(rows))) expect(text).toContain('<table');
  });
});
