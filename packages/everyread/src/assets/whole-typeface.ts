import { areWholeGlyphs } from './whole-glyphs.js';

/** A table of a font file: where it stands in the file, and its length in bytes. */
interface Table {
  at: number;
  length: number;
}

const required = ['cmap', 'head', 'hhea', 'hmtx', 'maxp', 'name', 'post'];

/**
 * Whether a TrueType or OpenType file is all there and can be read (OpenType 1.9): its tables lie in it, and those by which glyphs
 * are found say what can be. The programs that draw with it trust it: a damaged one stops them, or keeps them busy without end.
 */
export function isWholeTypeface(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const tables = readTables(view);
    return (
      required.every((tag) => tables.has(tag)) &&
      holdsGlyphs(view, tables) &&
      /^(?:1|2|2\.5|3|4)$/.test(String(view.getUint32(tables.get('post')!.at) / 0x10000)) &&
      hasCharacters(view, tables.get('cmap')!) &&
      ['GSUB', 'GPOS'].every((tag) => !tables.has(tag) || hasLists(view, tables.get(tag)!))
    );
  } catch (error) {
    // What lies outside the file.
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/** @throws {RangeError} for a table that is not in the file */
function readTables(view: DataView): Map<string, Table> {
  const tables = new Map<string, Table>();
  const count = view.getUint16(4);
  for (let index = 0; index < count; index += 1) {
    const entry = 12 + 16 * index;
    const tag = String.fromCharCode(...[0, 1, 2, 3].map((byte) => view.getUint8(entry + byte)));
    const table = { at: view.getUint32(entry + 8), length: view.getUint32(entry + 12) };
    if (table.at + table.length > view.byteLength) throw new RangeError(`The table ${tag} is not all there`);
    tables.set(tag, table);
  }
  return tables;
}

function holdsGlyphs(view: DataView, tables: ReadonlyMap<string, Table>): boolean {
  const [head, hhea, hmtx, maxp] = ['head', 'hhea', 'hmtx', 'maxp'].map((tag) => tables.get(tag)!) as [Table, Table, Table, Table];
  const unitsPerEm = view.getUint16(head.at + 18);
  const glyphs = view.getUint16(maxp.at + 4);
  const metrics = view.getUint16(hhea.at + 34);
  if (view.getUint32(head.at + 12) !== 0x5f0f3cf5 || unitsPerEm < 16 || unitsPerEm > 16_384) return false;
  if (glyphs === 0 || metrics === 0 || metrics > glyphs || hmtx.length < 4 * metrics) return false;
  const [glyf, loca] = [tables.get('glyf'), tables.get('loca')];
  if (!glyf || !loca) return tables.has('CFF ') || tables.has('CFF2');
  const isLong = view.getInt16(head.at + 50) === 1;
  if (loca.length < (glyphs + 1) * (isLong ? 4 : 2)) return false;
  const starts = range(glyphs + 1).map((glyph) => (isLong ? view.getUint32(loca.at + 4 * glyph) : 2 * view.getUint16(loca.at + 2 * glyph)));
  if (starts.some((start, glyph) => start > glyf.length || start < (starts[glyph - 1] ?? 0))) return false;
  return areWholeGlyphs({ view, starts: starts.map((start) => glyf.at + start) });
}

function hasCharacters(view: DataView, { at, length }: Table): boolean {
  const count = view.getUint16(at + 2);
  if (view.getUint16(at) !== 0 || count === 0 || 4 + 8 * count > length) return false;
  return range(count).every((index) => view.getUint32(at + 8 + 8 * index) < length);
}

/** The scripts, features and lookups of glyph substitution and positioning: as many as have room in their table. */
function hasLists(view: DataView, { at, length }: Table): boolean {
  if (view.getUint16(at) !== 1) return false;
  return [6, 6, 2].every((entryBytes, index) => {
    const list = view.getUint16(at + 4 + 2 * index);
    if (list === 0) return true;
    if (list + 2 > length) return false;
    const count = view.getUint16(at + list);
    if (list + 2 + entryBytes * count > length) return false;
    return range(count).every((each) => list + view.getUint16(at + list + 2 + entryBytes * each + entryBytes - 2) < length);
  });
}

const range = (count: number): number[] => Array.from({ length: count }, (_, index) => index);
