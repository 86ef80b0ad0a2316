import { describe, expect, it } from 'vitest';
import { en } from '@everyread/core';
import { displayGuide, renderDownloadPage, type DownloadEdition, type DownloadPage } from '@everyread/html';
import { printDuration, printSize } from '../src/download-page/amounts.js';

const edition = (more: Partial<DownloadEdition>): DownloadEdition => ({
  title: 'Large print Word',
  audience: 'For people who read large type.',
  href: 'our year.docx',
  mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  format: 'DOCX',
  bytes: 1_234_567,
  lang: 'en-GB',
  content: 'full',
  sha256: 'ab'.repeat(32),
  ...more,
});
const data: DownloadPage = {
  title: 'Our year',
  lang: 'en-GB',
  contact: 'hello@example.org',
  editions: [
    edition({ pages: 24 }),
    edition({ title: 'Sound', href: 'a.mp3', format: 'MP3', mediaType: 'audio/mpeg', durationMs: 4_020_000 }),
    edition({ title: 'Book', href: 'a.epub', format: 'EPUB' }),
    edition({ title: 'Kindle', href: 'a.mobi', format: 'MOBI' }),
  ],
  linkedEditions: [
    { title: 'BSL video', href: 'https://example.org/bsl', lang: 'bfi' },
    { title: 'Bad', href: 'javascript:alert(1)' },
  ],
};

describe('renderDownloadPage', () => {
  it('says of each edition what it is, how large and how long', async () => {
    const out = await renderDownloadPage(data);
    expect(out).toContain(
      '<a href="our%20year.docx" type="application/vnd.openxmlformats-officedocument.wordprocessingml.document" hreflang="en-GB">Large print Word (DOCX, 1.2\u00a0MB)</a>',
    );
    expect(out).toContain('24 pages');
    expect(out).toContain('<time datetime="PT1H7M">1 hour 7 minutes</time>');
    expect(out).toContain('ab'.repeat(32));
    expect(out).toContain('mailto:hello@example.org');
    expect(out).toContain('Send to Kindle');
    expect(out).toContain('They were not tested on a Kindle.');
  });

  it('offers editions that people made, but no address that runs a program', async () => {
    const out = await renderDownloadPage(data);
    expect(out).toContain('https://example.org/bsl');
    expect(out).not.toContain('javascript:');
  });

  it('offers editions by the way of reading, whole and summary apart, each list under its heading', async () => {
    const editions = [
      edition({ need: 'read' }),
      edition({ need: 'touch', title: 'Braille', braillePages: 1, format: 'BRF', href: 'a.brf' }),
      edition({ need: 'touch', title: 'Braille, summary', content: 'summary', format: 'BRF', href: 'b.brf' }),
    ];
    const out = await renderDownloadPage({ ...data, editions });
    expect([...out.matchAll(/<h[23] id="([^"]+)"/g)].map(([, id]) => id).slice(0, 5)).toEqual([
      'whole',
      'whole-read',
      'whole-touch',
      'summary',
      'summary-touch',
    ]);
    expect(out).toContain('1 Braille page<');
    expect(out.indexOf('a.brf')).toBeGreaterThan(out.indexOf('id="whole-touch"'));
    expect(out.indexOf('b.brf')).toBeGreaterThan(out.indexOf('id="summary-touch"'));
  });

  it('names sign languages and says what others may do with the report', async () => {
    const out = await renderDownloadPage({ ...data, rights: 'Copy it as you like.' });
    expect(out).toContain('<li>British Sign Language</li>');
    expect(out).not.toContain('<li>bfi</li>');
    expect(out).toContain('Copy it as you like.');
  });

  it('is in English where there are no words in the language of the report, which it names in its own', async () => {
    const out = await renderDownloadPage({
      ...data,
      title: 'سنتنا',
      lang: 'ar',
      description: 'ما عملنا',
      contact: 'اكتبوا إلى hello@example.org',
      rights: 'لنا',
      linkedEditions: [{ title: 'فيلم', href: 'https://example.org/film', audience: 'للصم', lang: 'ar' }],
    });
    expect(out).toContain('<html lang="en">');
    for (const words of ['سنتنا', 'ما عملنا', 'اكتبوا إلى ', 'لنا', 'فيلم', 'للصم'])
      expect(out).toMatch(new RegExp(` lang="ar" dir="rtl"[^>]*>${words}`));
    expect(out).toContain('<li>Arabic</li>');
    expect(await renderDownloadPage(data)).toContain('<html lang="en-GB">');
  });

  it('is the same each time', async () => {
    expect(await renderDownloadPage(data)).toBe(await renderDownloadPage(data));
  });
});

describe('displayGuide', () => {
  it('claims conformance only where it is claimed', () => {
    const base = { accessModes: ['textual'], accessModesSufficient: ['textual'], features: ['tableOfContents'], hazards: ['none'] };
    const said = (more: object): string => JSON.stringify(displayGuide({ ...base, ...more }, en));
    expect(said({})).toContain('No conformance information is available');
    expect(said({})).toContain('No hazards');
    expect(said({ conformsTo: 'EPUB Accessibility 1.1 - WCAG 2.2 Level AA', certifiedBy: 'A Trust' })).toContain('Certified by A Trust');
    expect(said({})).not.toContain('extended descriptions');
    expect(said({ features: ['longDescription'] })).toContain('extended descriptions');
    expect(said({ hazards: ['flashing'] })).toContain('Flashing content');
    expect(said({ hazards: [] })).toContain('hazards is unknown');
  });
});

describe('amounts', () => {
  it.each([
    [0, '0 B'],
    [999, '999 B'],
    [1000, '1 kB'],
    [999_600, '1 MB'],
    [38_200_000, '38 MB'],
  ])('%d bytes are %s', (bytes, words) => {
    expect(printSize(bytes, 'en-GB').replace('\u00a0', ' ')).toBe(words);
  });
  it('says minutes in words', () => {
    expect(printDuration(30_000, en)).toEqual({ words: '1 minute', iso: 'PT1M' });
    expect(printDuration(7_200_000, en)).toEqual({ words: '2 hours', iso: 'PT2H' });
  });
});
