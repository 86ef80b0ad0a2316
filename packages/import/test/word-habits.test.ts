import { importDocx } from '@everyread/import';
import { printMarkdown } from '@everyread/markdown';
import { describe, expect, it } from 'vitest';
import { p, r, style, word } from './word.js';

const markdownOf = (bytes: Uint8Array, options = {}): string => printMarkdown({ ...importDocx(bytes, options).report, meta: {} as never });
const said = (bytes: Uint8Array, options = {}): string[] =>
  importDocx(bytes, options)
    .messages.filter(({ ruleId }) => ruleId !== 'import-no-title')
    .map((message) => `${message.line ?? 'document'} ${message.ruleId}: ${message.reason}`);
const as = (id: string, text: string): string => p(text, `<w:pStyle w:val="${id}"/>`);
const level = (format: string): string => `<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="${format}"/></w:lvl>`;
const numbering = ['bullet', 'bullet', 'lowerLetter']
  .map((format, n) => `<w:abstractNum w:abstractNumId="${n}">${level(format)}</w:abstractNum>`)
  .concat([0, 1, 2].map((n) => `<w:num w:numId="${n + 1}"><w:abstractNumId w:val="${n}"/></w:num>`))
  .join('');
const listed = (id: string, name: string, numId: number): string =>
  style(id, name, `<w:pPr><w:numPr><w:numId w:val="${numId}"/></w:numPr></w:pPr>`);
const styles = listed('B', 'List Bullet', 1) + listed('B2', 'List Bullet 2', 2) + listed('L', 'List Number', 3);
const tab = '<w:r><w:tab/></w:r>';
const drawing = (alt: string): string =>
  `<w:r><w:drawing><wp:inline><wp:docPr id="1" name="x" descr="${alt}"/><a:graphic><a:graphicData><a:blip r:link="none"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`;

describe('habits of people who write in Word', () => {
  it('“List Bullet 2” stands below the item above it, though it is a list of its own', () => {
    const bytes = word(as('B', 'Cuppas') + as('B2', 'for new members') + as('B', 'Walks'), { styles, numbering });
    expect(markdownOf(bytes)).toBe('- Cuppas\n  - for new members\n- Walks\n');
  });
  it('a list that counts with letters counts with numbers, which is said', () => {
    const bytes = word(as('L', 'one') + as('L', 'two'), { styles, numbering });
    expect(markdownOf(bytes)).toBe('1. one\n2. two\n');
    expect(said(bytes)).toEqual(['1 import-changed: Letters before the items of a list became numbers, 2 times: “one”, “two”']);
  });
  it('a quotation that stands further in is a quotation inside the one around it, which is said', () => {
    const quotes = { styles: style('Q', 'Quote', '<w:pPr><w:ind w:left="567"/></w:pPr>') };
    const quoted = (text: string, indent?: number): string =>
      p(text, `<w:pStyle w:val="Q"/>${indent === undefined ? '' : `<w:ind w:left="${indent}"/>`}`);
    const bytes = word(
      quoted('Outer.') + quoted('Inner.', 1134) + quoted('Deepest.', 1701) + quoted('Outer again.', 600) + p('Text.'),
      quotes,
    );
    expect(markdownOf(bytes)).toBe('> Outer.\n>\n> > Inner.\n> >\n> > > Deepest.\n>\n> Outer again.\n\nText.\n');
    expect(said(bytes)).toEqual([
      '2 import-changed: Lines of a quotation that stand further in became a quotation inside it, 2 times: “Inner.”, “Deepest.”',
    ]);
    expect(markdownOf(word(quoted('One.') + quoted('Two.', 700), quotes))).toBe('> One.\n>\n> Two.\n');
  });
  it('boxes before items are tasks', () => {
    expect(markdownOf(word(as('B', '☐ ring') + as('B', '☒ write'), { styles, numbering }))).toBe('- [ ] ring\n- [x] write\n');
  });

  it('keeps the numbers that Word counts before headings, for words that name them, and says so', () => {
    const levels = [
      ['Appendix %1:', 'upperLetter'],
      ['%1.%2', 'decimal'],
      ['%1.%2(%3)', 'lowerRoman'],
    ].map(([text, format], level) => `<w:lvl w:ilvl="${level}"><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`);
    const counted = `<w:abstractNum w:abstractNumId="5">${levels.join('')}</w:abstractNum><w:num w:numId="5"><w:abstractNumId w:val="5"/></w:num>`;
    const heading = (text: string, level: number): string =>
      p(text, `<w:pStyle w:val="H${level + 1}"/><w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="5"/></w:numPr>`);
    const bytes = word(
      heading('Aims', 0) +
        heading('Money', 1) +
        heading('Staff', 1) +
        heading('Rent', 2) +
        heading('People', 0) +
        heading('Age', 1) +
        p('See B.1.'),
      { styles: [1, 2, 3].map((level) => style(`H${level}`, `heading ${level}`)).join(''), numbering: counted },
    );
    expect(markdownOf(bytes)).toBe(
      '# Appendix A: Aims\n\n## A.1 Money\n\n## A.2 Staff\n\n### A.2(i) Rent\n\n# Appendix B: People\n\n## B.1 Age\n\nSee B.1.\n',
    );
    const { messages } = importDocx(bytes);
    expect(messages.map(String).filter((message) => message.includes('Numbers that Word counts before headings'))).toHaveLength(1);
  });
  it('terms and what they mean are a list', () => {
    const bytes = word(as('T', 'Cuppa') + as('D', 'A meeting.') + as('D', 'Of all.') + as('T', 'Launch') + as('D', 'An event.'), {
      styles: style('T', 'Definition Term') + style('D', 'Definition'),
    });
    expect(markdownOf(bytes)).toBe('- **Cuppa**: A meeting.\n\n  Of all.\n- **Launch**: An event.\n');
    expect(said(bytes)).toEqual(['1 import-changed: A list of terms became a list whose items begin with the term: “Cuppa”']);
  });
  it('a line across the page is a break', () => {
    const rule =
      '<w:r><w:pict xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"><v:rect o:hr="t"/></w:pict></w:r>';
    const bytes = word(p('a') + p(rule) + p('b'));
    expect(markdownOf(bytes)).toBe('a\n\n---\n\nb\n');
    expect(said(bytes)).toEqual([]);
  });
  it('a text alternative that a program made loses the note of it, which the editor is told', () => {
    for (const note of ['Description automatically generated', 'AI-generated content may be incorrect.']) {
      const bytes = word(p(drawing(`A group of people&#xa;&#xa;${note}`)));
      expect(markdownOf(bytes)).toBe('A group of people\n');
      expect(said(bytes)[0]).toBe('1 import-made-alt: A program made the text alternative “A group of people”');
    }
  });
  it('words of headers, footers and comments are named', () => {
    const bytes = word(p('<w:r><w:t>a</w:t></w:r><w:r><w:commentReference w:id="4"/></w:r>'), {
      header: `<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${p('The charity')}</w:hdr>`,
      comments: `<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:comment w:id="4">${p('Is this true?')}</w:comment></w:comments>`,
    });
    expect(said(bytes)).toEqual([
      'document import-header: Page headers and footers were left out: “The charity”',
      '1 import-comment: Comments were left out: “Is this true?”',
    ]);
  });
});

describe('tables that tabs make', () => {
  const row = (...cells: string[]): string => p(cells.map((cell) => r(cell)).join(tab));
  const body = p('Our people:') + row('Name', 'Role') + row('Ann Lee', 'Chair') + row('Bo Day', 'Treasurer') + p('More.');
  it('are reported, their words kept', () => {
    expect(markdownOf(word(body))).toBe('Our people:\n\nName Role\n\nAnn Lee Chair\n\nBo Day Treasurer\n\nMore.\n');
    expect(said(word(body))).toEqual(['2 import-fake-table: 3 lines with tabs look like a table of 2 columns: “Name Role…”']);
  });
  it('are tables when that is asked for', () => {
    expect(markdownOf(word(body), { repair: true })).toBe(
      'Our people:\n\n| Name | Role |\n| - | - |\n| Ann Lee | Chair |\n| Bo Day | Treasurer |\n\nMore.\n',
    );
    const contact = word(row('Email:', 'a@example.org') + row('Telephone:', '029 2000 0000'));
    expect(markdownOf(contact, { repair: true })).toBe(
      ':::table{headers="row"}\n| Email: | a\\@example.org |\n| - | - |\n| Telephone: | 029 2000 0000 |\n:::\n',
    );
  });
  it('are none where tabs stand behind typed bullets, or in one line, or before words', () => {
    const other = word(row('•', 'one') + row('•', 'two') + p('x') + row('a)', 'one') + row('b)', 'two') + p('x') + row('Name', 'Role') + p(`${tab}${r('a')}`) + p(`${tab}${r('b')}`));
    expect(said(other).filter((each) => each.includes('table'))).toEqual([]);
    expect(markdownOf(other)).not.toContain('\t');
  }); // prettier-ignore
  it('a tab within important words parts cells too', () => {
    const bold = (text: string, other: string): string =>
      p(`<w:r><w:rPr><w:b/></w:rPr><w:t>${text}</w:t><w:tab/><w:t>${other}</w:t></w:r>`);
    expect(markdownOf(word(p('x.') + bold('A', 'B') + bold('C', 'D')), { repair: true })).toBe(
      'x.\n\n| **A** | **B** |\n| - | - |\n| **C** | **D** |\n',
    );
  });
});

describe('links in a document that is mended', () => {
  const mark = (id: number, name: string, content: string): string =>
    `<w:bookmarkStart w:id="${id}" w:name="${name}"/>${content}<w:bookmarkEnd w:id="${id}"/>`;
  const see = (name: string): string => p(`<w:hyperlink w:anchor="${name}">${r('there')}</w:hyperlink>`);
  const cell = (text: string): string => `<w:tc>${p(text)}</w:tc>`;
  const table = `<w:tbl><w:tr>${cell('A')}${cell('B')}</w:tr><w:tr>${cell('1')}${cell('see page 3')}</w:tr></w:tbl>`;
  it('lead to a line that became a heading, and to a table that got its caption', () => {
    const bytes = word(
      see('aims') +
        see('people') +
        p(mark(1, 'aims', r('Our aims', '<w:b/>'))) +
        p('Text.') +
        p(mark(2, 'people', r('Table 1: People'))) +
        table,
    );
    expect(markdownOf(bytes, { repair: true })).toBe(
      '[there](#our-aims)\n\n[there](#people)\n\n# Our aims\n\nText.\n\n:::table[Table 1: People]{#people headers="col"}\n| A | B |\n| - | - |\n| 1 | see page 3 |\n:::\n',
    );
  });
});

describe('what else must not be lost', () => {
  const picture = (id: string, alt: string): string =>
    `<pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:nvPicPr><pic:cNvPr id="1" name="x" descr="${alt}"/></pic:nvPicPr><pic:blipFill><a:blip r:embed="${id}"/></pic:blipFill></pic:pic>`;
  it('each picture of a group', () => {
    const group = `<w:r><w:drawing><wp:inline><wp:docPr id="1" name="g" descr="Two halls"/><a:graphic><a:graphicData>${picture('none1', '')}${picture('none2', 'A garden')}</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`;
    expect(markdownOf(word(p(group)))).toBe('Two hallsA garden\n');
    expect(said(word(p(group)))[0]).toBe('1 import-changed: A group of 2 pictures became pictures of their own (Two halls)');
  });
  it('drawn letters, and the second line of a title', () => {
    const letters = '<w:r><w:pict xmlns:v="urn:schemas-microsoft-com:vml"><v:shape><v:textpath string="Welcome"/></v:shape></w:pict></w:r>';
    expect(markdownOf(word(p(letters)))).toBe('Welcome\n');
    const title = word(as('T', 'Our year') + as('T', '2023') + p('Text.'), { styles: style('T', 'Title') });
    expect(importDocx(title).report.meta.title).toBe('Our year 2023');
  });
  it('fields of a form are said; rows whose deletion was tracked are not read', () => {
    const box =
      '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> FORMCHECKBOX </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>';
    expect(said(word(p(`${box}${r('I agree')}`)))).toEqual(['1 import-not-kept: A form field was left out']);
    const row = (text: string, properties = ''): string =>
      `<w:tr><w:trPr>${properties}</w:trPr><w:tc>${p(text)}</w:tc><w:tc>${p('x')}</w:tc></w:tr>`;
    const table = word(`<w:tbl>${row('A', '<w:tblHeader/>')}${row('gone', '<w:del w:id="1"/>')}${row('B')}</w:tbl>`);
    expect(markdownOf(table)).toBe('| A | x |\n| - | - |\n| B | x |\n');
    expect(said(table)).toEqual(['document import-revision: Deleted rows of a table were left out']);
  });
});
