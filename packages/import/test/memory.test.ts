import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { boundedProgram } from '../../../test/hostile/bounded-program.js';
import { p, r, word } from './word.js';

const folder = mkdtempSync(join(tmpdir(), 'everyread-'));
/** What a file may take, in MiB: the heap of JavaScript, and all of the process. */
const maxHeap = 700;
const maxProcess = 900;

const importIt = `import { importDocx } from '@everyread/import';
import { readFileSync } from 'node:fs';
let said;
try { importDocx(new Uint8Array(readFileSync(process.argv[2]))); said = 'read'; }
catch (error) { if (error.code !== 'document' || !error.hint) throw error; said = 'refused'; }`;

let run: Awaited<ReturnType<typeof boundedProgram>>;
beforeAll(async () => {
  run = await boundedProgram(importIt, 60_000);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const cell = `<w:tc>${p('c')}</w:tc>`;
const bold = r('b', '<w:b/>');
const note = (n: number): string => `<w:footnote w:id="${n}">${p(`note ${n}`)}</w:footnote>`;
const upTo = (count: number, make: (n: number) => string): string => Array.from({ length: count }, (_, n) => make(n + 1)).join('');

describe('the memory that a Word file takes', () => {
  it.each<[string, 'read' | 'refused', () => Uint8Array]>([
    ['a text of 140 million letters', 'refused', () => word(p('word '.repeat(28e6)))],
    ['a paragraph of 20 million letters', 'refused', () => word(p('word '.repeat(4e6)))],
    ['as long a paragraph as is read', 'read', () => word(p(r('word '.repeat(990_000)).repeat(3)))],
    ['half a million paragraphs', 'refused', () => word(p('a').repeat(480_000))],
    ['as many paragraphs as are read', 'read', () => word(p('a').repeat(170_000))],
    ['as many looks in one paragraph as are read', 'read', () => word(p((r('a') + bold).repeat(130_000)))],
    ['as many cells as are read', 'read', () => word(`<w:tbl>${`<w:tr>${cell.repeat(60)}</w:tr>`.repeat(2_500)}</w:tbl>`)],
    ['two million empty elements', 'read', () => word(p('<w:r/>'.repeat(1_900_000)))],
    ['a million attributes', 'read', () => word(p('a').replace('<w:p>', `<w:p${upTo(1_000_000, (n) => ` a${n}="x"`)}>`))],
    ['columns without number', 'read', () => word(`<w:tbl>${`<w:tr><w:tc><w:tcPr><w:gridSpan w:val="100000"/></w:tcPr>${p('c')}</w:tc></w:tr>`.repeat(500)}</w:tbl>`)],
    ['tables in tables', 'read', () => word('<w:tbl><w:tr><w:tc>'.repeat(90) + p('x') + '</w:tc></w:tr></w:tbl>'.repeat(90))],
    ['ten thousand notes', 'read', () => word(p(upTo(10_000, (n) => `<w:r><w:footnoteReference w:id="${n}"/></w:r>`)), { footnotes: upTo(10_000, note) })],
  ])('%s: %s in bounded memory', async (name, expected, make) => {
    const file = join(folder, `${name}.docx`);
    writeFileSync(file, make());
    const found = await run(file, maxHeap);
    expect(found.said).toBe(expected);
    expect(found.peakMib).toBeLessThan(maxProcess);
  }, 90_000); // prettier-ignore

  it('is measured: with a heap too small for it the process ends', async () => {
    const file = join(folder, 'small.docx');
    writeFileSync(file, word(p('a').repeat(100_000)));
    expect((await run(file, maxHeap)).said).toBe('read');
    await expect(run(file, 60)).rejects.toThrow();
  }, 90_000);
});
