import { importDocx } from '@everyread/import';
import { printMarkdown } from '@everyread/markdown';
import { describe, expect, it } from 'vitest';
import { p, r, style, word } from './word.js';

const markdownOf = (bytes: Uint8Array, options = {}): string => printMarkdown({ ...importDocx(bytes, options).report, meta: {} as never });
const said = (bytes: Uint8Array, options = {}): string[] =>
  importDocx(bytes, options).messages.map((message) => `${message.line ?? 'document'} ${message.ruleId}: ${message.reason}`);
const list = (numId: number, level = 0): string => `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${numId}"/></w:numPr>`;
const levels = (format: string): string =>
  [0, 1, 2].map((n) => `<w:lvl w:ilvl="${n}"><w:start w:val="1"/><w:numFmt w:val="${format}"/></w:lvl>`).join('');
const numbering = `<w:abstractNum w:abstractNumId="1">${levels('decimal')}</w:abstractNum><w:abstractNum w:abstractNumId="2">${levels('bullet')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num><w:num w:numId="3"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="4"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>`;
const headings = style('berschrift1', 'heading 1') + style('Custom', 'My heading', '<w:pPr><w:outlineLvl w:val="1"/></w:pPr>');
const h1 = (text: string): string => p(text, '<w:pStyle w:val="berschrift1"/>');
const cell = (text: string, properties = ''): string => `<w:tc><w:tcPr>${properties}</w:tcPr>${p(text)}</w:tc>`;

describe('what Word files hold', () => {
  it.each([
    ['headings by style, whatever its id, and by outline level', word(h1('A') + p('B', '<w:pStyle w:val="Custom"/>') + h1('C'), { styles: headings }), '# A\n\n## B\n\n# C\n'],
    ['lists whose numbers go on after text', word(p('one', list(1)) + p('two', list(1)) + p('Text.') + p('three', list(1)), { numbering }), '1. one\n2. two\n\nText.\n\n3. three\n'],
    ['lists that go on under another id, and lists that begin anew', word(p('one', list(1)) + p('two', list(3)) + p('five', list(4)) + p('six', list(4)), { numbering }), '1. one\n2. two\n\n5) five\n6) six\n'],
    ['further paragraphs of an item, as pandoc sets them', word(p('one', list(1)) + p('more', list(7)) + p('x', list(1, 1)) + p('of x', list(7, 1)) + p('two', list(1)), { numbering: numbering.replace('<w:num ', '<w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val=" "/></w:lvl><w:lvl w:ilvl="1"><w:numFmt w:val="bullet"/><w:lvlText w:val=" "/></w:lvl></w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="7"/></w:num><w:num ') }), '1. one\n\n   more\n   1. x\n\n      of x\n2. two\n'],
    ['inner lists that begin anew', word(p('a', list(1)) + p('x', list(1, 1)) + p('b', list(1)) + p('y', list(1, 1)), { numbering }), '1. a\n   1. x\n2. b\n   1. y\n'],
    ['a list without its definition', word(p('a', list(9)), { numbering }), 'a\n'],
    ['powers and formulas', word(p(r('10') + r('3', '<w:vertAlign w:val="superscript"/>') + r(' CO') + r('2', '<w:vertAlign w:val="subscript"/>')) + p('<m:oMath><m:f><m:num><m:r><m:t>a+b</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f><m:r><m:t>=</m:t></m:r><m:sSup><m:e><m:r><m:t>c</m:t></m:r></m:e><m:sup><m:r><m:t>2</m:t></m:r></m:sup></m:sSup></m:oMath>')), '10³ CO₂\n\n(a+b)/2=c²\n'],
    ['hyphens at which no line may end', word(p('<w:r><w:t>co</w:t><w:noBreakHyphen/><w:t>production</w:t></w:r>')), 'co-production\n'],
    ['words and their reading', word(p(`${r('in ')}<w:r><w:ruby><w:rubyPr><w:rubyAlign w:val="center"/></w:rubyPr><w:rt>${r('とうきょう')}</w:rt><w:rubyBase>${r('東京', '<w:b/>')}</w:rubyBase></w:ruby></w:r>${r(', and ')}<w:r><w:ruby><w:rt/><w:rubyBase>${r('no reading')}</w:rubyBase></w:ruby></w:r>`)), 'in **東京** (とうきょう), and no reading\n'],
    ['hidden text', word(p(r('shown ') + r('secret', '<w:vanish/>'))), 'shown\n'],
    ['content controls, and not their prompts', word(`<w:sdt><w:sdtPr/><w:sdtContent>${p('Filled.')}</w:sdtContent></w:sdt><w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${p('Click here')}</w:sdtContent></w:sdt>`), 'Filled.\n'],
    ['fields', word(p('<w:fldSimple w:instr="AUTHOR"><w:r><w:t>Ann</w:t></w:r></w:fldSimple><w:r><w:t xml:space="preserve"> </w:t></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>HYPERLINK "https://example.org/"</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>link</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>')), 'Ann [link](https://example.org/)\n'],
    ['marks cut into runs, and blanks at their edges', word(p(r('a') + r(' bold', '<w:b/>') + r(' text ', '<w:b/>') + r('b'))), 'a **bold text** b\n'],
    ['a table with its header rows', word(`<w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr>${cell('', '<w:vMerge w:val="restart"/>')}${cell('People', '<w:gridSpan w:val="2"/>')}</w:tr><w:tr><w:trPr><w:tblHeader/></w:trPr>${cell('Event')}${cell('2022')}${cell('2023')}</w:tr><w:tr>${cell('Cuppa')}${cell('12')}${cell('13')}</w:tr></w:tbl>`), '| Event | People, 2022 | People, 2023 |\n| - | - | - |\n| Cuppa | 12 | 13 |\n'],
    ['row headers only where they can be ones', word(`<w:tbl><w:tblPr><w:tblLook w:val="04A0"/></w:tblPr><w:tr><w:trPr><w:tblHeader/></w:trPr>${cell('Year')}${cell('People')}</w:tr><w:tr>${cell('2022')}${cell('12')}</w:tr></w:tbl>`), '| Year | People |\n| - | - |\n| 2022 | 12 |\n'],
    ['a table of one row, which places a picture beside its words', word(`<w:tbl><w:tr>${cell('A picture')}${cell('Its words')}</w:tr></w:tbl>`), 'A picture\n\nIts words\n'],
    ['figures that LibreOffice raises', word(p(r('10') + r('3', '<w:position w:val="8"/><w:sz w:val="19"/>') + r(' people', '<w:position w:val="2"/>'))), '10³ people\n'],
    ['a table of one cell', word(`<w:tbl><w:tr><w:tc>${p('A box.')}</w:tc></w:tr></w:tbl>`), 'A box.\n'],
    ['quotations and captions by style', word(p('So useful.', '<w:pStyle w:val="Q"/>'), { styles: style('Q', 'Intense Quote') }), '> So useful.\n'],
    ['text in another language', word(p(r('diolch', '<w:lang w:val="cy-GB"/>') + r(' and', '<w:lang w:val="en-US"/>')), { 'docProps/core.xml': '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:language>en-GB</dc:language></cp:coreProperties>' }), ':span[diolch]{lang="cy-GB"} and\n'],
    ['footnotes and endnotes', word(p('<w:r><w:t>a</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:endnoteReference w:id="2"/></w:r>'), { footnotes: `<w:footnote w:id="2">${p('At the foot.')}</w:footnote>`, endnotes: `<w:endnote w:id="2">${p('At the end.')}</w:endnote>` }), 'a[^1][^2]\n\n[^1]: At the foot.\n\n[^2]: At the end.\n'],
    ['a large first letter, and paragraphs whose end was deleted', word(p('O', '<w:framePr w:dropCap="drop"/>') + p('nce.') + p('One ', '<w:rPr><w:del w:id="1"/></w:rPr>') + p('more.') + p('Last', '<w:rPr><w:del w:id="2"/></w:rPr>')), 'Once.\n\nOne more.\n\nLast\n'],
    ['a bibliography, but no contents list', word(['Table of Contents', 'Bibliographies'].map((gallery) => `<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="${gallery}"/></w:docPartObj></w:sdtPr><w:sdtContent>${p(`In ${gallery}.`)}</w:sdtContent></w:sdt>`).join('')), 'In Bibliographies.\n'],
    ['links to paragraphs', word(h1('A') + p(`<w:bookmarkStart w:id="1" w:name="x"/>${r('Text.')}<w:bookmarkEnd w:id="1"/>`) + p(`<w:hyperlink w:anchor="x">${r('there')}</w:hyperlink>`), { styles: headings }), '# A\n\nText.\n\n[there](#a)\n'],
  ])('%s', (_name, bytes, expected) => {
    expect(markdownOf(bytes)).toBe(expected);
  }); // prettier-ignore

  it('authors and a date below the title are those of the report; in the text they are text', () => {
    const of = (name: string, text: string): string => p(text, `<w:pStyle w:val="${name}"/>`);
    const body =
      of('Title', 'Our year') +
      of('Author', 'Ann') +
      of('Author', 'Bo') +
      of('Date', 'July 28, 2014') +
      of('Date', 'Spring') +
      of('Author', 'Cy');
    const styles = ['Title', 'Author', 'Date'].map((name) => style(name, name)).join('');
    const { report } = importDocx(word(body, { styles }));
    expect(report.meta).toMatchObject({ title: 'Our year', author: 'Ann, Bo', date: '2014-07-28' });
    expect(printMarkdown({ ...report, meta: {} as never })).toBe('Spring\n\nCy\n');
  });

  it('lines of a cell are kept apart, which is said once of a table', () => {
    const cells = (...lines: string[]): string => `<w:tc>${lines.map((line) => p(line)).join('')}</w:tc>`;
    const table = `<w:tbl><w:tr>${cell('Who')}${cell('What')}</w:tr><w:tr>${cells('Ann', 'Bo')}${cells('We met.', 'We ate', 'cake')}</w:tr></w:tbl>`;
    expect(markdownOf(word(table))).toContain('| Ann; Bo | We met. We ate; cake |');
    expect(said(word(table)).filter((each) => each.includes('semicolons'))).toEqual([
      '1 import-changed: Lines in cells of a table stand one after another, with semicolons between them (Who)',
    ]);
  });

  it('a note of the title is kept, and its mark is missed', () => {
    const title = p(`${r('Our year')}<w:r><w:footnoteReference w:id="2"/></w:r>`, '<w:pStyle w:val="Title"/>');
    const bytes = word(title + p('Text.'), {
      styles: style('Title', 'Title'),
      footnotes: `<w:footnote w:id="2">${p('Of the charity.')}</w:footnote>`,
    });
    expect(markdownOf(bytes)).toBe('Text.\n\n[^1]: Of the charity.\n');
    expect(said(bytes)).toContain(
      '1 import-not-kept: The title bears no mark of a note: note 1 stands at the end of the text, without one',
    );
  });

  it('references to captions lead to what they are the captions of, and are called as those are', () => {
    const styles = style('Caption', 'caption');
    const named = (name: string, id: number, text: string, rest: string): string =>
      p(`<w:bookmarkStart w:id="${id}" w:name="${name}"/>${r(text)}<w:bookmarkEnd w:id="${id}"/>${r(rest)}`, '<w:pStyle w:val="Caption"/>');
    const table = `<w:tbl><w:tr>${cell('A')}${cell('B')}</w:tr><w:tr>${cell('1')}${cell('2')}</w:tr></w:tbl>`;
    const see = (name: string, words: string): string =>
      p(`${r('See ')}<w:fldSimple w:instr=" REF ${name} \\h ">${r(words)}</w:fldSimple>${r('.')}`);
    const body =
      see('_Ref71', 'Table 1') +
      see('_Ref72', 'Table 2') +
      named('_Ref71', 1, 'Table 1', ': Attendance') +
      table +
      p('Text.') +
      named('_Ref72', 2, 'Table 2', '') +
      table;
    expect(markdownOf(word(body, { styles }))).toBe(
      'See :ref[Table 1]{to="table-ref-1" show="number"}.\n\nSee :ref[Table 2]{to="table-ref-2" show="number"}.\n\n:::table[Table 1: Attendance]{#table-ref-1 headers="col"}\n| A | B |\n| - | - |\n| 1 | 2 |\n:::\n\nText.\n\n:::table{#table-ref-2 headers="col"}\n| A | B |\n| - | - |\n| 1 | 2 |\n:::\n',
    );
  });

  it('says which numbers of captions are words now', () => {
    const styles = style('Caption', 'caption');
    const body =
      p('Table 5: Attendance', '<w:pStyle w:val="Caption"/>') +
      `<w:tbl><w:tr>${cell('A')}${cell('B')}</w:tr><w:tr>${cell('1')}${cell('2')}</w:tr></w:tbl>`;
    expect(markdownOf(word(body, { styles }))).toContain(':::table[Table 5: Attendance]');
    expect(said(word(body, { styles }))).toContain('1 import-changed: Numbers of captions are words of them now: “Table 5”');
  });

  it('names the words that were inserted and deleted', () => {
    const changed = (words: string): string => `<w:del><w:r><w:delText>${words}</w:delText></w:r></w:del><w:ins>${r('in')}</w:ins>`;
    expect(said(word(p(changed('not ')) + p('a') + p(changed('out')))).slice(1, 3)).toEqual([
      '1 import-revision: Deleted text was left out, 2 times: “not”, “out”',
      '1 import-revision: Inserted text was accepted, 2 times: “in”, “in”',
    ]);
  });
  it('what changed or was left out is said, with the number of its paragraph', () => {
    const bytes = word(
      p('one') +
        p('') +
        p(`${r('a ')}${r('b', '<w:vanish/>')}`) +
        p('<w:r><w:br w:type="page"/></w:r>') +
        p(r('max', '<w:vertAlign w:val="superscript"/>')) +
        p(`<w:r><w:ruby><w:rt>${r('b')}</w:rt><w:rubyBase>${r('a')}</w:rubyBase></w:ruby></w:r>`),
    );
    expect(said(bytes)).toEqual([
      'document import-no-title: The document has no title; it begins with “one”',
      '2 import-empty-paragraphs: Empty paragraphs were left out',
      '3 import-hidden: Hidden text was left out: “b”',
      '4 import-changed: Page breaks were left out: each edition makes its own',
      '5 import-changed: Raised or lowered text stands on the line now: “max”',
      '6 import-changed: The reading of words, printed above them, stands in brackets behind them now',
    ]);
  });
});

describe('what only looks like structure', () => {
  const field = (text: string): string => p(r(text), '<w:pStyle w:val="T"/>');
  const styles = headings + style('T', 'toc 1');
  const document = word(
    p(r('Our year', '<w:b/>'), '') +
      field('Aims 3') +
      field('Ends 9') +
      h1('Aims') +
      p(`${r('The figures are on page 9, and 5 pages of 12 are here.')}`) +
      p(r('What we did', '<w:b/>')) +
      p('• one') +
      p('•\u00a0two') +
      p('1. first<w:br/>') +
      h1('Ends') +
      p('Text.'),
    { styles },
  );
  it('is reported, and left alone', () => {
    const before = markdownOf(document);
    expect(before).toContain('**What we did**');
    expect(before).toContain('• one');
    expect(said(document).filter((each) => /fake|page-reference/.test(each))).toEqual([
      '5 import-page-reference: “page 9” is typed by hand',
      '6 import-fake-heading: “What we did” looks like a heading and is a bold paragraph',
      '7 import-fake-list: 2 lines begin with typed bullets or numbers: “• one…”',
    ]);
  });
  it('is mended when that is asked for, each repair a message', () => {
    const after = markdownOf(document, { repair: true });
    expect(after).toContain('## What we did\n\n- one\n- two\n');
    expect(after).toContain('on :ref[page 9]{to="ends" show="page"}, and 5 pages of 12');
    expect(said(document, { repair: true }).filter((each) => each.includes('import-repair'))).toHaveLength(4);
    expect(importDocx(document, { repair: true }).report.meta.title).toBe('Our year');
  });
  it('a page that no contents list names is left to the editor, who is not told to repair once more', () => {
    const bytes = word(h1('Aims') + p('See page 9.') + h1('Ends') + p('Text.'), { styles: headings });
    const notes = (repair: boolean): (string | undefined)[] =>
      importDocx(bytes, { repair })
        .messages.filter(({ ruleId }) => ruleId === 'import-page-reference')
        .map(({ note }) => note);
    expect(notes(false)[0]).toContain('import with repairs');
    expect(notes(true)[0]).toMatch(/^Write a link to the section/);
    expect(notes(true)[0]).not.toContain('repair');
  });
  it('a contents list that was typed goes, and the title that stands twice', () => {
    const typed = word(
      p('Our year', '<w:pStyle w:val="Title"/>') +
        p('Our year') +
        p('Contents') +
        p('Aims ........ 3') +
        p('Means\u00a0…… 4') +
        p('Ends 9') +
        h1('Aims') +
        p('See p. 9.') +
        h1('Means') +
        p('Text.') +
        h1('Ends') +
        p('Text.'),
      { styles: headings + style('Title', 'Title') },
    );
    expect(markdownOf(typed, { repair: true })).toBe(
      '# Aims\n\nSee :ref[p. 9]{to="ends" show="page"}.\n\n# Means\n\nText.\n\n# Ends\n\nText.\n',
    );
  });
  it('a contents list above headings that are only bold goes too, and its pages lead to them', () => {
    const bold = (text: string): string => p(r(text, '<w:b/>'));
    const document = word(
      ['Our year', 'Contents'].map(bold).join('') +
        p('Aims 3') +
        p('Means 4') +
        p('Ends 9') +
        ['Aims', 'Means', 'Ends'].map((text) => bold(text) + p('See page 4.')).join(''),
    );
    const after = markdownOf(document, { repair: true });
    expect(after).not.toContain('Contents');
    expect(after).toMatch(/^# Aims\n\nSee :ref\[page 4\]\{to="means"/);
    expect(markdownOf(document)).toMatch(/^\*\*Our year\*\*\n\n\*\*Aims\*\*\n/);
    // Bold lines one below the other are headings, not a list of themselves.
    expect(markdownOf(word(['A', 'B', 'C', 'D'].map(bold).join('') + p('Text.')))).toBe('**A**\n\n**B**\n\n**C**\n\n**D**\n\nText.\n');
  });
  it('a contents list that was typed into one paragraph goes', () => {
    const typed = word(
      p('Contents') +
        p(['Aims ..... 3', 'Means ..... 4', 'Ends ..... 9'].map((text) => r(text)).join('<w:r><w:br/></w:r>')) +
        ['Aims', 'Means', 'Ends'].map((text) => h1(text) + p('Text.')).join(''),
      { styles: headings },
    );
    expect(markdownOf(typed)).toBe('# Aims\n\nText.\n\n# Means\n\nText.\n\n# Ends\n\nText.\n');
  });
  it('captions of tables, lines of typed signs, lettered lists', () => {
    const table = `<w:tbl><w:tr>${cell('A')}${cell('B')}</w:tr><w:tr>${cell('1')}${cell('2')}</w:tr></w:tbl>`;
    const document = word(p('Table 1: Who came') + table + p('____') + p('a) one') + p('b) two') + table + p('Table 2. Who left'));
    const made = (caption: string): string => `:::table[${caption}]{headers="col"}\n| A | B |\n| - | - |\n| 1 | 2 |\n:::\n`;
    expect(markdownOf(document, { repair: true })).toBe(
      `${made('Table 1: Who came')}\n---\n\na) one\n\nb) two\n\n${made('Table 2. Who left')}`,
    );
    expect(markdownOf(document)).toContain('Table 1: Who came\n\n| A | B |');
    expect(said(document).filter((each) => /fake|changed/.test(each))).toEqual([
      '1 import-fake-caption: “Table 1: Who came” looks like the caption of the table beside it',
      '6 import-changed: A line of typed signs became a break between passages: “____”',
      '7 import-fake-list: Lines begin with typed letters, “a) one…”; a list would count 1, 2 in their place',
      '13 import-fake-caption: “Table 2. Who left” looks like the caption of the table beside it',
    ]);
  });
  it('headings below a title that is a heading rise with it', () => {
    const core = (title: string): Record<string, string> => ({
      'docProps/core.xml': `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${title}</dc:title></cp:coreProperties>`,
    });
    const body = h1('Our year') + p('B', '<w:pStyle w:val="Custom"/>') + p('Text.');
    expect(markdownOf(word(body, { styles: headings, ...core('Our year') }))).toBe('# B\n\nText.\n');
    expect(markdownOf(word(body + h1('C'), { styles: headings, ...core('Our year') }))).toBe('## B\n\nText.\n\n# C\n');
  });
  const big = (text: string, halfPoints = 32): string => p(r(text, `<w:sz w:val="${halfPoints}"/>`));
  const body = p('We met every month in the hall, and more people came each time than we had hoped for.');

  it('lines in large letters or in capitals above text', () => {
    const bytes = word(
      p('We begin.') +
        big('Our aims') +
        body +
        big('Our means', 28) +
        body +
        big('1. Our people') +
        body +
        p('OUR THANKS') +
        body +
        p('WHAT IS NEXT') +
        body,
    );
    expect(said(bytes).filter((each) => each.includes('fake'))).toEqual([
      '2 import-fake-heading: “Our aims” looks like a heading and is a line in large letters',
      '4 import-fake-heading: “Our means” looks like a heading and is a line in large letters',
      '6 import-fake-heading: “1. Our people” looks like a heading and is a line in large letters',
      '8 import-fake-heading: “OUR THANKS” looks like a heading and is a line in capitals',
      '10 import-fake-heading: “WHAT IS NEXT” looks like a heading and is a line in capitals',
    ]);
    expect(said(bytes, { repair: true }).filter((each) => each.includes('import-repair')).length).toBe(5);
    const text = markdownOf(bytes, { repair: true });
    expect(text.match(/^#.*$/gm)).toEqual(['# Our aims', '## Our means', '# 1. Our people', '## OUR THANKS', '## WHAT IS NEXT']);
  });

  it.each([
    ['pull quotes', big('“It changed my life”') + body + big('We were heard') + p('– Amelia, a volunteer of the second year') + body + big('Nothing about us without us.') + body],
    ['a title page', big('A charity', 48) + big('Our year', 64) + big('2023 in words and figures') + body],
    ['a cover line alone above the text', p('Before.') + big('Welcome') + body],
    ['key figures', p('Before.') + big('502', 72) + p('people came to one of our events this year') + big('£1.2m raised') + body + big('21 sessions') + body],
    ['short forms and numbers of records', p('Before.') + p('NHS') + body + p('UK') + body + p('REGISTERED CHARITY 1234567') + body + p('ISBN 9780000000002') + body],
    ['an introduction in letters a little larger', p('Before.') + big('We began', 23) + body + big('We went on', 23) + body],
    ['a letter in capitals throughout', Array.from({ length: 4 }, () => p('WE ARE SORRY FOR THE LATE REPLY')).join('')],
    ['names below a letter', body + big('Ann Lee') + p('Chair') + body + big('Bo Day') + p('Treasurer')],
  ])('%s are no headings', (_name, content) => {
    expect(said(word(content)).filter((each) => each.includes('fake-heading'))).toEqual([]);
    expect(markdownOf(word(content), { repair: true })).not.toMatch(/^#/m);
  }); // prettier-ignore

  it('what is no structure is left as it is', () => {
    const plain = word(
      p('1. A list of one') + p('– so he said.') + p(r('Bold words that end.', '<w:b/>')) + p('Page 3 of the set, page 3-5, pages 1,000'),
    );
    expect(said(plain).filter((each) => !each.includes('no-title'))).toEqual([]);
  });
});
