import { makeEdition, memoryAssets } from '@everyread/core';
import { toDocx } from '@everyread/docx';
import { importDocx } from '@everyread/import';
import { printMarkdown, readMarkdown } from '@everyread/markdown';
import { unzip, zipFiles } from '@everyread/zip';
import { describe, expect, it } from 'vitest';
import { normalForm } from './normal-form.js';
import { png } from './pictures.js';
import { samples } from './samples.js';

const assets = memoryAssets({ 'images/picture-1.png': png });
const head = '---\ntitle: Our year & <more>\nlang: en-GB\nauthor: Ann\npublisher: A charity\ndate: 2024-03-22\n---\n\n';

/** The words of a Word file, but for its title page and contents. */
function wordsOf(xml: string): string[] {
  const from = xml.lastIndexOf('</w:sdt>') + 1;
  return xml
    .slice(from)
    .replace(/<w:instrText.*?<\/w:instrText>/g, '')
    .replace(/<\/w:p>|<w:br\/>|<w:tab\/>/g, ' ')
    .replace(/<[^>]*>/g, '')
    .split(/[^\p{L}]+/u)
    .filter((word) => word.length > 3);
}

/** A file in which somebody changed a part. */
function edit(bytes: Uint8Array, changed: string, change: (xml: string) => string): Uint8Array {
  const files = [...unzip(bytes)].map(([path, body]) => ({
    path,
    body: path === changed ? new TextEncoder().encode(change(new TextDecoder().decode(body))) : body,
  }));
  return zipFiles(files, { date: new Date(0) });
}

/** A file in which somebody's program lost some of the bookmarks. */
function withoutSomeMarks(bytes: Uint8Array, seed: number): { bytes: Uint8Array; xml: string } {
  let state = seed;
  const random = (): number => (state = (state * 1103515245 + 12345) & 0x7fffffff) / 0x7fffffff;
  let xml = '';
  const files = [...unzip(bytes)].map(([path, body]) => {
    if (path !== 'word/document.xml') return { path, body };
    xml = new TextDecoder().decode(body).replace(/<w:bookmark(?:Start|End)\b[^>]*>/g, (tag) => (random() < 0.3 ? '' : tag));
    return { path, body: new TextEncoder().encode(xml) };
  });
  return { bytes: zipFiles(files, { date: new Date(0) }), xml };
}

describe('from the model to Word and back', () => {
  it.each(Object.entries(samples))('%s: the same, and no word is lost where marks are', async (_name, markdown) => {
    const { report, messages } = readMarkdown(head + markdown);
    expect(messages.map(String)).toEqual([]);
    const bytes = await toDocx(report, { assets, message: () => undefined, embedFonts: false });
    const back = importDocx(bytes);
    expect(normalForm(back.report)).toEqual(normalForm(report));
    expect(back.report.meta).toEqual(report.meta);
    for (let seed = 1; seed <= 8; seed += 1) {
      const damaged = withoutSomeMarks(bytes, seed);
      const said = JSON.stringify(importDocx(damaged.bytes).report);
      // The words that an edition adds, dates, which are kept in another form, and a word that is a short form and its ending.
      const added =
        /^(?:Table|Figure|Chart|Figures|chart|Description|Picture|Page|print|edition|done|deleted|Warning|Important|September|October|Contents|charity|March|more|year|NGOs)$/;
      expect(wordsOf(damaged.xml).filter((word) => !said.includes(word) && !added.test(word))).toEqual([]);
    }
  });

  it.each(Object.entries(samples))('%s: the same in large print', async (_name, markdown) => {
    const { report } = readMarkdown(head + markdown);
    const edition = makeEdition('large-print');
    const back = importDocx(await toDocx(report, { assets, message: () => undefined, embedFonts: false, edition }));
    // What large print keeps on one line comes back with blanks that keep it there.
    const breakable = (value: unknown): unknown => JSON.parse(JSON.stringify(value).replaceAll('\u00a0', ' '));
    expect(breakable(normalForm(back.report))).toEqual(breakable(normalForm(report)));
    expect(back.report.meta).toEqual(report.meta);
  });

  it('words that an edition adds in English to a report in another language do not come back as the author’s', async () => {
    const { report } = readMarkdown(
      head.replace('en-GB', 'de') + '# A\n\n:::callout{kind=warning}\nB.\n:::\n\n:::callout[C]{kind=tip}\nD.\n:::',
    );
    const { report: back } = importDocx(await toDocx(report, { assets, message: () => undefined, embedFonts: false }));
    expect(normalForm(back)).toEqual(normalForm(report));
  });

  it('looks and front matter that were edited in Word count, not what was kept of them', async () => {
    const { report } = readMarkdown(`${head}# A\n\nOne **two *three* four** five.\n\n# B {#kept}\n\nText.`);
    const bytes = await toDocx(report, { assets, message: () => undefined, embedFonts: false });
    const edited = importDocx(
      edit(bytes, 'word/document.xml', (xml) =>
        xml
          .replace(/<w:rStyle w:val="Strong"\/>(<\/w:rPr><w:t xml:space="preserve">two)/, '$1')
          .replace('A charity<', 'Another charity<')
          .replaceAll('>B<', '>C<'),
      ),
    ).report;
    expect(edited.meta).toEqual({ ...report.meta, publisher: 'Another charity' });
    expect(printMarkdown(edited)).toContain('# A\n\nOne two ***three*** **four** five.\n\n# C {#kept}');
  });

  it('whom to ask comes back as it was written, and as it was changed on the title page, without the words before an address', async () => {
    for (const [contact, from, to, expected] of [
      ['hello@example.org', '>hello@', '>hi@', 'hi@example.org'],
      ['Ring 020 7946 0018.', 'Ring ', 'Call ', 'Call 020 7946 0018.'],
    ] as const) {
      const { report } = readMarkdown(`---\ntitle: Our year\nlang: en-GB\ncontact: ${contact}\n---\n\n# A\n\nText.`);
      const bytes = await toDocx(report, { assets, message: () => undefined, embedFonts: false });
      expect(importDocx(bytes).report.meta).toEqual(report.meta);
      const edited = edit(bytes, 'word/document.xml', (xml) => xml.replace(from, to));
      expect(importDocx(edited).report.meta.contact).toBe(expected);
    }
  });

  it('names that a file claims for its pictures lead nowhere else, and a front matter holds what it may', async () => {
    const { report } = readMarkdown(`${head}# A\n\n![One.](images/picture-1.png)`);
    const bytes = await toDocx(report, { assets, message: () => undefined, embedFonts: false });
    for (const path of ['../up.png', '/etc/up.png', 'a/../../up.png', 'c:\\up.png', '.png', '%2e%2e/up.png', 'report.md']) {
      const lying = edit(bytes, 'customXml/item1.xml', (xml) => xml.replace('path="images/picture-1.png"', `path="${path}"`));
      const { files } = importDocx(lying);
      expect([...files.keys()], path).toEqual([path === 'report.md' ? 'report.png' : 'images/picture-1.png']);
    }
    const odd = edit(bytes, 'customXml/item1.xml', (xml) =>
      xml.replace(
        /<meta>.*<\/meta>/,
        '<meta>{"rules":{"alt":"x"},"theme":{"font":{}},"lexicon":{"A":"B"},"__proto__":{"x":1},"rights":7}</meta>',
      ),
    );
    expect(importDocx(odd).report.meta).toMatchObject({ lexicon: { A: 'B' } });
    expect(Object.keys(importDocx(odd).report.meta).sort()).toEqual(['author', 'date', 'lang', 'lexicon', 'publisher', 'title']);
  });

  it('what was edited in Word counts, not what was kept of it', async () => {
    const { report } = readMarkdown(
      `${head}# A\n\n:::quote{by="Amelia" role="a friend"}\nYes.\n:::\n\n::::steps{kind=timeline}\n:::step[Launch]{when="2023-09-12"}\n:::\n::::`,
    );
    const bytes = await toDocx(report, { assets, message: () => undefined, embedFonts: false });
    const changed = edit(bytes, 'word/document.xml', (xml) => xml.replace('Amelia<', 'Bo<').replace('12 September', '13 September'));
    const json = JSON.stringify(importDocx(changed).report.root);
    expect(json).toContain('"by":"Bo","role":"a friend"');
    expect(json).not.toContain('2023-09-12');
    expect(json).toContain('13 September 2023');
  });
});
