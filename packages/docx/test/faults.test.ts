import { beforeAll, describe, expect, it } from 'vitest';
import { toDocx } from '@everyread/docx';
import { faultsOf } from './kit/faults.js';
import { readParts, readWord } from './kit/read.js';
import { linkedReport, sampleAssets } from './kit/sample.js';

/** A file with one thing broken: each must be found, or the checks of docx.test.ts prove nothing. */
const damages: [string, string, (xml: string) => string][] = [
  ['an undefined style', 'word/document.xml', (xml) => xml.replace('w:pStyle w:val="Quote"', 'w:pStyle w:val="Gone"')],
  ['an undefined list', 'word/document.xml', (xml) => xml.replace(/<w:numId w:val="\d+"/, '<w:numId w:val="99"')],
  ['a link to no bookmark', 'word/document.xml', (xml) => xml.replace('w:anchor="p_the_strategy"', 'w:anchor="gone"')],
  ['a field to no bookmark', 'word/document.xml', (xml) => xml.replace('NOTEREF p_', 'NOTEREF x_')],
  ['the same bookmark twice', 'word/document.xml', (xml) => xml.replace(/w:name="p_attendance"/, 'w:name="p_the_strategy"')],
  ['a picture without words', 'word/document.xml', (xml) => xml.replace(' descr="A ring."', '')],
  [
    'a floating picture',
    'word/document.xml',
    (xml) => xml.replace(/<wp:inline([^>]*)>/, '<wp:anchor$1>').replace('</wp:inline>', '</wp:anchor>'),
  ],
  ['two titles', 'word/document.xml', (xml) => xml.replace('w:val="Subtitle"', 'w:val="Title"')],
  ['a skipped level', 'word/document.xml', (xml) => xml.replace('w:pStyle w:val="Heading2"', 'w:pStyle w:val="Heading4"')],
  ['a contents list that differs', 'word/document.xml', (xml) => xml.replace('>Our year<', '>Their year<')],
  [
    'a field that asks to be updated',
    'word/document.xml',
    (xml) => xml.replace('<w:fldChar w:fldCharType="begin"', '<w:fldChar w:dirty="true" w:fldCharType="begin"'),
  ],
  ['a table without a header row', 'word/document.xml', (xml) => xml.replace(/<w:tblHeader[^>]*\/>/, '')],
  ['a table without a title', 'word/document.xml', (xml) => xml.replace(/<w:tblCaption[^>]*\/>/, '')],
  ['merged cells', 'word/document.xml', (xml) => xml.replace('<w:tcPr>', '<w:tcPr><w:gridSpan w:val="2"/>')],
  ['an empty paragraph', 'word/document.xml', (xml) => xml.replace('<w:sdt>', '<w:p/><w:sdt>')],
  [
    'a relationship that is missing',
    'word/_rels/document.xml.rels',
    (xml) => xml.replace(/<Relationship [^>]*relationships\/image"[^>]*\/>/, ''),
  ],
  ['a comment', 'word/document.xml', (xml) => xml.replace('<w:sdt>', '<w:commentReference w:id="1"/><w:sdt>')],
  ['no language', 'word/styles.xml', (xml) => xml.replace(/<w:lang [^>]*\/>/, '')],
  ['a line distance without its rule', 'word/styles.xml', (xml) => xml.replace(/ w:lineRule="\w+"/, '')],
  ['weak colours', 'word/styles.xml', (xml) => xml.replace(/(w:styleId="Subtitle".*?<w:color w:val=")\w+/, '$1AAAAAA')],
  ['no title in the properties', 'docProps/core.xml', (xml) => xml.replace(/<dc:title>.*?<\/dc:title>/, '')],
  ['small type', 'word/styles.xml', (xml) => xml.replace(/<w:sz w:val="36"/, '<w:sz w:val="24"')],
  ['slanted type', 'word/document.xml', (xml) => xml.replace('<w:rPr>', '<w:rPr><w:i/>')],
  ['underlined type', 'word/document.xml', (xml) => xml.replace('<w:rPr>', '<w:rPr><w:u w:val="single"/>')],
  ['justified type', 'word/document.xml', (xml) => xml.replace('<w:pPr>', '<w:pPr><w:jc w:val="both"/>')],
  ['raised type', 'word/document.xml', (xml) => xml.replace('<w:rPr>', '<w:rPr><w:vertAlign w:val="superscript"/>')],
];

describe('the checks themselves', () => {
  let raw: Map<string, string>;
  beforeAll(async () => {
    raw = readWord(
      await toDocx(linkedReport(), { typeSizePt: 18, pageNumbers: 'never', assets: sampleAssets, message: () => undefined }),
    ).raw;
  });

  it('find nothing in a good file', () => {
    expect(faultsOf(readParts(raw), { largePt: 18 })).toEqual([]);
  });

  it.each(damages)('find %s', (_name, path, damage) => {
    const before = raw.get(path)!;
    const after = damage(before);
    expect(after).not.toBe(before);
    expect(faultsOf(readParts(new Map(raw).set(path, after)), { largePt: 18 })).not.toEqual([]);
  });
});
