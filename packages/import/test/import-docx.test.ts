import { existsSync, readFileSync } from 'node:fs';
import { EveryreadError, memoryAssets, toText, walk, type Report, type ReportNode } from '@everyread/core';
import { toDocx } from '@everyread/docx';
import { importDocx } from '@everyread/import';
import { readMarkdown } from '@everyread/markdown';
import { unzip, zipFiles } from '@everyread/zip';
import { describe, expect, it } from 'vitest';

const png = Uint8Array.from(atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='), (c) =>
  c.charCodeAt(0),
);
const assets = memoryAssets({ 'images/picture-1.png': png });
const head = '---\ntitle: Our year & <more>\nlang: en-GB\nauthor: Ann\n---\n\n';

/** What matters of a tree: no positions, and nothing that Word has no place for. */
function shape(report: Report): unknown {
  return JSON.parse(
    JSON.stringify(report.root.children, (key, value: unknown) =>
      ['position', 'spread', 'label', 'identifier', 'align', 'checked', 'id'].includes(key) || value === null || value === undefined
        ? undefined
        : value,
    ),
  );
}

async function there(markdown: string): Promise<{ before: Report; after: ReturnType<typeof importDocx>; bytes: Uint8Array }> {
  const { report: before, messages } = readMarkdown(head + markdown);
  expect(messages.map(String)).toEqual([]);
  const bytes = await toDocx(before, { assets, message: () => undefined });
  return { before, after: importDocx(bytes), bytes };
}

describe('from the model to Word and back', () => {
  it.each([
    ['headings', '# A\n\nText.\n\n## B\n\nText.\n\n### C\n\nText.\n\n# D\n\nText.'],
    ['marks', '# A\n\nPlain **strong** *stressed* ~~gone~~ `code` and **both *at once***.'],
    ['lists', '# A\n\n- one\n- two\n  - inner\n  - more\n- three\n\nText.\n\n3. third\n4. fourth\n\nText.\n\n1. again'],
    ['links', '# A\n\n[Our strategy](https://example.org/?a=1&b=2) and [write](mailto:a@example.org).'],
    ['languages', '# A\n\nA :span[diolch yn fawr]{lang=cy} and :span[merci]{lang=fr}.'],
    ['notes', '# A\n\nFirst[^1] and second[^2].\n\n[^1]: The **first**.\n\n[^2]: The second.'],
    ['quotations with attribution', '# A\n\n:::quote{by="Amy Ramsay" role="a participant"}\nSo *useful*.\n\nAnd warm.\n:::\n\nText.'],
    ['quotations without', '# A\n\n> So useful.\n\nText.'],
    [
      'figures',
      '# A\n\n:::figure[Our ring]{src="images/picture-1.png" alt="A ring in four parts."}\n:::\n\nText.\n\n:::figure{src="images/picture-1.png" decorative}\n:::',
    ],
    [
      'tables',
      '# A\n\n:::table[Attendance]{headers="col"}\n| Event | People |\n| --- | --- |\n| Launch | **198** |\n| Cuppa | 298 |\n:::\n\nText.',
    ],
    ['tables with row headers', '# A\n\n:::table[Attendance]{headers="col row"}\n| Event | 2022 |\n| --- | --- |\n| Cuppa | 12 |\n:::'],
    [
      'key figures',
      '# A\n\n:::stats[Our year]\n::stat[training sessions]{value="21"}\n::stat[people]{value="502" change="up from 310"}\n:::',
    ],
    ['code', '# A\n\n```\nnpx everyread build\n  indented\n```'],
  ])('%s are the same', async (_name, markdown) => {
    const { before, after } = await there(markdown);
    expect(shape(after.report)).toEqual(shape(before));
    expect(after.report.meta).toMatchObject({ title: 'Our year & <more>', lang: 'en-GB', author: 'Ann' });
  });

  it('links to sections lead to the same sections', async () => {
    const { after } = await there('# The strategy\n\nSee [the strategy](#the-strategy).\n\n# B\n\nOn [page 2](#the-strategy).');
    const urls: string[] = [];
    walk(after.report.root.children as ReportNode[], (node) => {
      if (node.type === 'link') urls.push(node.url);
      if (node.type === 'crossReference') urls.push(`#${node.target}`);
    });
    expect(urls).toEqual(['#the-strategy', '#the-strategy']);
  });
});

describe('what is not text', () => {
  const word = (body: string, more: Record<string, string> = {}): Uint8Array => {
    const w =
      'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"';
    const files: Record<string, string> = {
      '_rels/.rels':
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
      'word/document.xml': `<w:document ${w}><w:body>${body}</w:body></w:document>`,
      ...more,
    };
    return zipFiles(
      Object.entries(files).map(([path, text]) => ({ path, body: new TextEncoder().encode(text) })),
      { date: new Date(0) },
    );
  };
  const p = (text: string): string => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
  const said = (bytes: Uint8Array): string[] => importDocx(bytes).messages.map((message) => String(message.ruleId));

  it('tracked changes are accepted, and said', () => {
    const { report, messages } = importDocx(
      word('<w:p><w:ins><w:r><w:t>new</w:t></w:r></w:ins><w:del><w:r><w:delText>old</w:delText></w:r></w:del></w:p>'),
    );
    expect(toText(report.root)).toBe('new');
    expect(messages.filter((message) => message.ruleId === 'import-revision')).toHaveLength(2);
  });
  it('contents lists are left out, with their page numbers', () => {
    const field =
      '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC \\o</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>Aims 3</w:t></w:r></w:p><w:p><w:r><w:t>Ends 4</w:t></w:r></w:p><w:p><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>';
    const { report } = importDocx(word(`${field}${p('Text.')}`));
    expect(toText(report.root)).toBe('Text.');
  });
  it('text boxes, formulas and merged cells are kept as text, and said', () => {
    const bytes = word(
      `<w:p><w:r><w:pict><v:textbox xmlns:v="urn:schemas-microsoft-com:vml"><w:txbxContent>${p('In a box.')}</w:txbxContent></v:textbox></w:pict></w:r></w:p>` +
        `<w:p><m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><m:r><m:t>a+b</m:t></m:r></m:oMath></w:p>` +
        `<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>${p('Both')}</w:tc></w:tr><w:tr><w:tc>${p('1')}</w:tc><w:tc>${p('2')}</w:tc></w:tr></w:tbl>`,
    );
    expect(toText(importDocx(bytes).report.root)).toBe('In a box. a+b Both Both 1 2');
    expect(said(bytes)).toEqual(expect.arrayContaining(['import-text-box', 'import-math', 'import-merged-cells']));
  });
  it('fake headings and lists are reported, and mended when asked', () => {
    const bytes = word(`<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>Our work</w:t></w:r></w:p>${p('• one')}${p('• two')}`);
    expect(said(bytes)).toEqual(expect.arrayContaining(['import-fake-heading', 'import-fake-list']));
    const repaired = importDocx(bytes, { repair: true });
    expect(repaired.report.root.children.map((node) => node.type)).toEqual(['heading', 'list']);
    expect(repaired.messages.filter((message) => message.ruleId === 'import-repair')).toHaveLength(2);
  });
  it('pictures on the web are not fetched', () => {
    const bytes = word(
      '<w:p><w:r><w:drawing><wp:inline><wp:docPr id="1" name="x" descr="A hand."/><a:graphic><a:blip r:embed="rId1"/></a:graphic></wp:inline></w:drawing></w:r></w:p>',
      {
        'word/_rels/document.xml.rels':
          '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="http://127.0.0.1/a.png" TargetMode="External"/></Relationships>',
      },
    );
    expect(said(bytes)).toContain('import-external');
    expect(toText(importDocx(bytes).report.root)).toBe('A hand.');
  });
  it('strict documents are read like others', () => {
    const bytes = word(p('x'), {
      'word/document.xml':
        '<w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"><w:body><w:p><w:r><w:t>Strict.</w:t></w:r></w:p></w:body></w:document>',
    });
    expect(toText(importDocx(bytes).report.root)).toBe('Strict.');
  });
  it.each([
    ['no archive', new Uint8Array([1, 2, 3])],
    ['the old Word format', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0])],
    ['a truncated archive', word(p('x')).subarray(0, 200)],
    ['an archive without a document', zipFiles([{ path: 'a.txt', body: new Uint8Array(3) }], { date: new Date(0) })],
    ['entities that grow', word('', { 'word/document.xml': '<!DOCTYPE w [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><w>&b;</w>' })],
    ['broken XML', word('<w:p>')],
    ['elements without end', word('<w:p/>'.repeat(2_100_000))],
    ['nesting without end', word('<w:p>'.repeat(5000) + '</w:p>'.repeat(5000))],
    ['a bomb', zipFiles([{ path: 'word/document.xml', body: new Uint8Array(200_000_000) }], { date: new Date(0) })],
  ])('%s ends in a clear error', (_name, bytes) => {
    expect(() => importDocx(bytes)).toThrow(EveryreadError);
    try {
      importDocx(bytes);
    } catch (error) {
      expect((error as EveryreadError).hint).toBeTruthy();
    }
  });
  it('10,000 notes are read in time proportional to them', () => {
    const marks = Array.from(
      { length: 10_000 },
      (_, n) => `<w:p><w:r><w:t>t${n}</w:t></w:r><w:r><w:footnoteReference w:id="${n}"/></w:r></w:p>`,
    ).join('');
    const { report } = importDocx(word(marks));
    expect(report.root.children.length).toBeGreaterThanOrEqual(10_000);
  });
  it('a picture keeps its bytes', async () => {
    const { after, bytes } = await there('# A\n\n:::figure[Ring]{src="images/picture-1.png" alt="A ring."}\n:::');
    expect(after.files.get('images/picture-1.png')).toEqual(
      [...unzip(bytes)].find(([path]) => path.includes('media/') && path.endsWith('.png'))?.[1],
    );
  });
});

const path = new URL('../../../../shared/reports/impact-report-2023/', import.meta.url);
if (!existsSync(path)) console.info('skipped: the real report is not here (../shared)');
it.skipIf(!existsSync(path))('the real report comes back from Word whole', async () => {
  const { report } = readMarkdown(readFileSync(new URL('report.md', path), 'utf8'));
  const files = Object.fromEntries(
    ['revenue', 'remo', 'whiteboard'].map((name) => [
      `images/${name}.png`,
      new Uint8Array(readFileSync(new URL(`images/${name}.png`, path))),
    ]),
  );
  const after = importDocx(await toDocx(report, { assets: memoryAssets(files), message: () => undefined })).report;
  const headings = (source: Report): string[] => {
    const found: string[] = [];
    walk(source.root.children as ReportNode[], (node) => {
      if (node.type === 'heading') found.push(toText(node));
    });
    return found;
  };
  expect(headings(after)).toEqual(headings(report));
  // Every figure of the report is there again, and as often; page numbers differ by edition.
  const attributions = (source: Report): string => {
    const found: string[] = [];
    walk(source.root.children as ReportNode[], (node) => {
      if (node.type === 'pullQuote') found.push(node.by ?? '', node.role ?? '');
    });
    return found.join(' ');
  };
  const figures = (source: Report): string[] =>
    (`${toText(source.root)} ${attributions(source)}`.match(/£?\d+(?:[,.:]\d+)*%?/g) ?? []).filter(
      (each) => each !== '18' && each !== '24',
    );
  const found = new Set(figures(after));
  expect(figures(report).filter((each) => !found.has(each))).toEqual([]);
});
