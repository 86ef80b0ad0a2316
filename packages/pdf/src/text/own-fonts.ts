import { EveryreadError, ruleMessage, type Context, type ResolvedTheme } from '@everyread/core';
import type { EmbeddedFont, OpenDocument } from '../engine/pdfkit.js';
import { pdfRules } from '../messages.js';

/** The fonts that a charity brings. */
export interface OwnFonts {
  /** Set before all others. */
  main?: EmbeddedFont | undefined;
  /** For characters that no other face has, in the order in which they are asked. */
  extra: readonly EmbeddedFont[];
}

/** Opens the fonts of the theme. One that can't be used is a message, and the report is set without it. */
export async function openOwnFonts({ font, extraFonts }: ResolvedTheme, document: OpenDocument, context: Context): Promise<OwnFonts> {
  const open = async (path: string, about: readonly string[]): Promise<EmbeddedFont | undefined> => {
    try {
      return openFont((await loadFontFile(path, context)).slice(), document);
    } catch (error) {
      if (error instanceof EveryreadError && error.code === 'aborted') throw error;
      const reason = `The font ${path} was not used: ${error instanceof Error ? error.message : String(error)}`;
      context.message(
        ruleMessage(pdfRules['pdf-font'], { source: 'pdf', place: { line: 1, column: 1 }, about: ['theme', ...about], reason }),
      );
      return undefined;
    }
  };
  const main = font === undefined ? undefined : await open(font, ['font']);
  const extra: EmbeddedFont[] = [];
  for (const [index, path] of extraFonts.entries()) {
    const opened = await open(path, ['extraFonts', String(index)]);
    if (opened !== undefined) extra.push(opened);
  }
  return { main, extra };
}

async function loadFontFile(path: string, context: Context): Promise<Uint8Array> {
  const asset = await context.assets.load(path);
  if (asset.mediaType === 'font/ttf' || asset.mediaType === 'font/otf') return asset.body;
  throw new EveryreadError('asset', 'it is not a TrueType or OpenType font');
}

function openFont(file: Uint8Array, document: OpenDocument): EmbeddedFont {
  if (isCutShort(file)) throw new EveryreadError('asset', 'the file is cut short');
  try {
    document.font(file);
    const embedded = document._font;
    // What is wrong with the tables of characters and of widths shows here, and not in the middle of a page.
    embedded.font.layout(String.fromCodePoint(...embedded.font.characterSet.slice(0, 20)));
    return embedded;
  } catch {
    throw new EveryreadError('asset', 'the file is damaged');
  }
}

/** Whether a table of the font lies behind the end of the file (OpenType 1.9, “Table directory”). */
function isCutShort(file: Uint8Array): boolean {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const count = view.byteLength < 12 ? 0 : view.getUint16(4);
  if (count === 0 || 12 + count * 16 > view.byteLength) return true;
  for (let record = 12; record < 12 + count * 16; record += 16)
    if (view.getUint32(record + 8) + view.getUint32(record + 12) > view.byteLength) return true;
  return false;
}
