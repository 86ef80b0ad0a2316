import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { MadeEdition } from '../src/build/build-editions.js';
import { countPdfPages, lengthOf } from '../src/build/lengths.js';
import { publish } from '../src/index.js';

const latin1 = (text: string): Buffer => Buffer.from(text, 'latin1');
const made = (mediaType: string): MadeEdition => ({ files: [{ path: 'a', mediaType, bytes: 0, sha256: '' }] }) as unknown as MadeEdition;

describe('how long an edition is', () => {
  it('counts the pages of a PDF, in the open and in object streams', async () => {
    const hidden = deflateSync(latin1('<</Type /Pages>> <</Type /Page>> <</Type/Page >>'));
    const pdf = Buffer.concat([latin1('<</Type /Page>> <</Type /ObjStm /N 3>> stream\n'), hidden, latin1('\nendstream')]);
    expect(await countPdfPages(pdf)).toBe(3);
    expect(await countPdfPages(latin1('<</Type /ObjStm>> stream\nnothing endstream'))).toBe(0);
  });

  it('counts the pages of the PDF and the Braille that are made', async () => {
    const text = `---\ntitle: Long\nlang: en-GB\n---\n\n# One\n\n${'Words and more words. '.repeat(1200)}\n`;
    const { files } = await publish({ text }, { to: ['pdf:screen-reader', 'brf', 'pef'] });
    const [pdf, brf, pef] = files.map((file) => file.body);
    const pages = await countPdfPages(pdf!);
    expect(pages).toBeGreaterThan(5);
    expect(pages).toBeLessThan(20);
    const braille = await lengthOf(made('application/x-brf'), () => Promise.resolve(brf!));
    expect(braille.braillePages).toBeGreaterThan(15);
    expect(await lengthOf(made('application/x-pef+xml'), () => Promise.resolve(pef!))).toEqual(braille);
  });
});
