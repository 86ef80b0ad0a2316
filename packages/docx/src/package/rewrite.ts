import type { Meta } from '@everyread/core';
import { unzip, zipFiles, type ZipEntry } from '@everyread/zip';
import { coreProperties } from './core-properties.js';
import { relationshipNames, renameInList, renumber } from './deterministic.js';
import { sourceNamespace } from '../source-marks.js';
import { sourceParts, withSourceRelationship, withSourceType } from './source-part.js';
import { fixFontTable, rekeyFont } from './fonts.js';

const decoder = new TextDecoder();
const encoder = new TextEncoder();

/**
 * Rewrites the package that `docx` made: the language of the document, fixed dates, names and keys, nothing random.
 *
 * @param additions - the front matter, the time that the file bears, and what finishes the body and the styles
 */
export function rewritePackage(
  bytes: Uint8Array,
  {
    meta,
    now,
    finishBody,
    finishStyles,
    source,
  }: {
    meta: Meta;
    now: Date;
    finishBody: (xml: string) => string;
    finishStyles: (xml: string) => string;
    /** The custom XML part that an import reads. */
    source: string | undefined;
  },
): Uint8Array {
  const parts = unzip(bytes);
  const text = (path: string): string | undefined => {
    const part = parts.get(path);
    return part === undefined ? undefined : decoder.decode(part);
  };
  const set = (path: string, xml: string): void => void parts.set(path, encoder.encode(xml));

  // Nobody has commented on a new document: no parts for it (bar 11).
  for (const path of [...parts.keys()]) if (/^word\/(?:_rels\/)?comments/.test(path)) parts.delete(path);
  set('docProps/core.xml', coreProperties(meta, now));
  for (const path of [...parts.keys()].sort()) {
    if (!/^word\/[^/]+\.xml$/.test(path)) continue;
    const listPath = path.replace(/^word\//, 'word/_rels/').concat('.rels');
    const list = text(listPath);
    let names: ReadonlyMap<string, string> = new Map();
    if (list !== undefined) {
      const kept = list.replace(/<Relationship\b[^>]*?Target="comments[^"]*"[^>]*?\/>/g, '');
      names = relationshipNames(kept);
      set(listPath, renameInList(kept, names));
    }
    const xml = text(path)!;
    set(path, renumber(path === 'word/document.xml' ? finishBody(xml) : xml, names));
  }
  const types = text('[Content_Types].xml')!;
  set('[Content_Types].xml', types.replace(/<Override\b[^>]*?PartName="\/word\/comments[^"]*"[^>]*?\/>/g, ''));
  if (source !== undefined) {
    for (const [path, xml] of Object.entries(sourceParts(source, sourceNamespace))) set(path, xml);
    set('word/_rels/document.xml.rels', withSourceRelationship(text('word/_rels/document.xml.rels')!));
    set('[Content_Types].xml', withSourceType(text('[Content_Types].xml')!));
  }
  const settings = text('word/settings.xml');
  if (settings !== undefined) set('word/settings.xml', withThemeLanguage(settings, meta.lang));
  set('word/styles.xml', finishStyles(text('word/styles.xml')!));
  fixFonts(parts);
  return zipFiles(order(parts), { date: now });
}

/** `w:themeFontLang` stands before `w:clrSchemeMapping` and after `w:compat` (CT_Settings). */
function withThemeLanguage(settings: string, lang: string): string {
  if (settings.includes('w:themeFontLang')) return settings;
  return settings.replace(/<\/w:compat>/, `</w:compat><w:themeFontLang w:val="${lang}"/>`);
}

function fixFonts(parts: Map<string, Uint8Array>): void {
  const table = parts.get('word/fontTable.xml');
  if (table === undefined) return;
  const { xml, keys } = fixFontTable(decoder.decode(table));
  parts.set('word/fontTable.xml', encoder.encode(xml));
  keys.forEach((key, index) => {
    const path = `word/fonts/font${index + 1}.odttf`;
    const font = parts.get(path);
    if (font !== undefined) parts.set(path, rekeyFont(font, key.old, key.fixed));
  });
}

/** The list of content types first, as Word writes it, then the others by name. */
function order(parts: ReadonlyMap<string, Uint8Array>): ZipEntry[] {
  const rank = (path: string): number =>
    path === '[Content_Types].xml' ? 0 : path === '_rels/.rels' ? 1 : path === 'word/document.xml' ? 2 : 3;
  return [...parts].map(([path, body]) => ({ path, body })).sort((a, b) => rank(a.path) - rank(b.path) || (a.path < b.path ? -1 : 1));
}
