import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { isWholeTypeface } from '../src/assets/whole-typeface.js';
import { folderWith, run } from './terminal.js';

const face = createRequire(import.meta.url).resolve('@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf');
const good = readFileSync(face);

/** Where a table stands: its entry in the directory, its first byte, its length. */
function table(tag: string): { entry: number; at: number; length: number } {
  for (let entry = 12; ; entry += 16)
    if (good.toString('latin1', entry, entry + 4) === tag)
      return { entry, at: good.readUInt32BE(entry + 8), length: good.readUInt32BE(entry + 12) };
}

const glyphs = good.readUInt16BE(table('maxp').at + 4);
const isLong = good.readInt16BE(table('head').at + 50) === 1;
const startOf = (glyph: number): number =>
  table('glyf').at + (isLong ? good.readUInt32BE(table('loca').at + 4 * glyph) : 2 * good.readUInt16BE(table('loca').at + 2 * glyph));

const spoil = (change: (copy: Buffer) => unknown): Buffer => {
  const copy = Buffer.from(good);
  change(copy);
  return copy;
};
const filled = (tag: string): Buffer => spoil((copy) => copy.fill(0xff, table(tag).at, table(tag).at + table(tag).length));
const away = (tag: string): Buffer => spoil((copy) => copy.writeUInt32BE(0xfffffff0, table(tag).entry + 8));
/** Glyphs that are made of one part, another glyph. */
const madeOf = (part: (glyph: number) => number): Buffer =>
  spoil((copy) => {
    for (let glyph = 0; glyph < glyphs; glyph += 1) {
      if (startOf(glyph + 1) - startOf(glyph) < 18) continue;
      copy.writeInt16BE(-1, startOf(glyph));
      copy.writeUInt16BE(3, startOf(glyph) + 10);
      copy.writeUInt16BE(part(glyph), startOf(glyph) + 12);
    }
  });

const damaged: Readonly<Record<string, Buffer>> = {
  'cut off': good.subarray(0, good.length / 3),
  'a glyph that is made of itself': madeOf((glyph) => glyph),
  'glyphs that are made of each other, a thousand deep': madeOf((glyph) => Math.min(glyph + 1, glyphs - 1)),
  'glyphs that are made of one that is not there': madeOf(() => 0xffff),
  ...Object.fromEntries(
    ['cmap', 'GSUB', 'GPOS', 'loca', 'glyf', 'head', 'hhea', 'maxp', 'post'].map((tag) => [`another table ${tag}`, filled(tag)]),
  ),
  ...Object.fromEntries(['cmap', 'glyf', 'GSUB', 'hmtx', 'name'].map((tag) => [`the table ${tag} past the end`, away(tag)])),
};

describe('a typeface that is damaged, or made to do harm, is refused before an edition is made', () => {
  it.each(Object.entries(damaged))('%s', async (_, body) => {
    expect(isWholeTypeface(new Uint8Array(body))).toBe(false);
    const report = '---\ntitle: T\nlang: en\ntheme:\n  font: own.ttf\n---\n\n# H\n\nOffices.\n';
    const { code, err } = await run(await folderWith({ 'report.md': report, 'own.ttf': body }), ['build', 'report.md', '--to', 'pdf']);
    expect(err).toContain('report.md:5:9 error image-corrupt The typeface own.ttf is damaged: it is cut off, or its tables can’t be read');
    expect(code).toBe(1);
  });

  it('a good one passes', () => expect(isWholeTypeface(new Uint8Array(good))).toBe(true));
});
