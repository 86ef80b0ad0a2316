import type { Meta } from '@everyread/core';
import { zipFiles, type ZipEntry } from '@everyread/zip';
import { coreProperties } from './core-properties.js';
import { relationshipNames, renameInList, renumber } from './deterministic.js';
import { sourceNamespace } from '../source-marks.js';
import { sourceParts, withSourceRelationship, withSourceType } from './source-part.js';
import { fixFontTable, rekeyFont, unveil } from './fonts.js';
import type { Parts } from './parts.js';

const encoder = new TextEncoder();

/** What is put into the package beyond what `docx` made. */
export interface Additions {
  meta: Meta;
  /** The time that the file bears. */
  now: Date;
  finishBody: (xml: string) => string;
  /** Finishes the list of relationships of the body. */
  finishLinks: (xml: string) => string;
  finishStyles: (xml: string) => string;
  /** The custom XML part that an import reads. */
  source: string;
}

/**
 * Rewrites the package that `docx` made: the language of the document, fixed dates, names and keys, nothing random.
 *
 * @param parts - the parts of the package; they are changed
 */
export function rewritePackage(parts: Parts, additions: Additions): Uint8Array {
  const { meta, now, source } = additions;
  const text = (path: string): string | undefined => {
    const part = parts.get(path);
    return typeof part === 'string' ? part : undefined;
  };
  const set = (path: string, xml: string): void => void parts.set(path, xml);

  // Nobody has commented on a new document: no parts for it (bar 11).
  for (const path of [...parts.keys()]) if (/^word\/(?:_rels\/)?comments/.test(path)) parts.delete(path);
  set('docProps/core.xml', coreProperties(meta, now));
  // Bookmarks have numbers of their own in all parts together (ECMA-376 17.13.6.2).
  let bookmarks = 0;
  for (const path of [...parts.keys()].sort()) {
    if (!/^word\/[^/]+\.xml$/.test(path)) continue;
    const listPath = path.replace(/^word\//, 'word/_rels/').concat('.rels');
    const isBody = path === 'word/document.xml';
    const written = text(listPath);
    const list = isBody && written !== undefined ? additions.finishLinks(written) : written;
    let names: ReadonlyMap<string, string> = new Map();
    if (list !== undefined) {
      const kept = list.replace(/<Relationship\b[^>]*?Target="comments[^"]*"[^>]*?\/>/g, '');
      names = relationshipNames(kept);
      set(listPath, renameInList(kept, names));
    }
    const xml = text(path)!;
    const numbered = renumber(isBody ? additions.finishBody(xml) : xml, names, bookmarks);
    bookmarks = numbered.bookmarks;
    set(path, numbered.xml);
  }
  const types = text('[Content_Types].xml')!;
  set('[Content_Types].xml', types.replace(/<Override\b[^>]*?PartName="\/word\/comments[^"]*"[^>]*?\/>/g, ''));
  for (const [path, xml] of Object.entries(sourceParts(source, sourceNamespace))) set(path, xml);
  set('word/_rels/document.xml.rels', withSourceRelationship(text('word/_rels/document.xml.rels')!));
  set('[Content_Types].xml', withSourceType(text('[Content_Types].xml')!));
  const settings = text('word/settings.xml');
  if (settings !== undefined) set('word/settings.xml', withThemeLanguage(settings, meta.lang));
  set('word/styles.xml', additions.finishStyles(text('word/styles.xml')!));
  fixFonts(parts);
  for (const [path, part] of parts) if (typeof part === 'string') parts.set(path, unveil(part));
  return zipFiles(order(parts), { date: now });
}

/** `w:themeFontLang` stands before `w:clrSchemeMapping` and after `w:compat` (CT_Settings). */
function withThemeLanguage(settings: string, lang: string): string {
  if (settings.includes('w:themeFontLang')) return settings;
  return settings.replace(/<\/w:compat>/, `</w:compat><w:themeFontLang w:val="${lang}"/>`);
}

function fixFonts(parts: Parts): void {
  const table = parts.get('word/fontTable.xml');
  if (typeof table !== 'string') return;
  const { xml, keys } = fixFontTable(table);
  parts.set('word/fontTable.xml', xml);
  keys.forEach((key, index) => {
    const path = `word/fonts/font${index + 1}.odttf`;
    const font = parts.get(path);
    if (font instanceof Uint8Array) parts.set(path, rekeyFont(font, key.old, key.fixed));
  });
}

/** The list of content types first, as Word writes it, then the others by name. */
function order(parts: Parts): ZipEntry[] {
  const rank = (path: string): number =>
    path === '[Content_Types].xml' ? 0 : path === '_rels/.rels' ? 1 : path === 'word/document.xml' ? 2 : 3;
  const entries = [...parts].map(([path, part]) => ({ path, body: typeof part === 'string' ? encoder.encode(part) : part }));
  return entries.sort((a, b) => rank(a.path) - rank(b.path) || (a.path < b.path ? -1 : 1));
}
