import { ruleMessage, type Context, type ResolvedTheme } from '@everyread/core';
import { loadFont, webFacesFor } from '@everyread/fonts';
import { epubRules } from '../messages.js';

/** A typeface file of the book. */
export interface FontFile {
  href: string;
  mediaType: string;
  body: Uint8Array;
  family: string;
  weight: 'normal' | 'bold' | 'normal bold';
  /** Characters it holds, as CSS writes them. */
  range?: string;
}

/** The typeface of the theme, or Atkinson Hyperlegible; of the latter only the parts that the text needs. */
export async function loadFonts(theme: ResolvedTheme, text: string, context: Pick<Context, 'assets' | 'message'>): Promise<FontFile[]> {
  if (theme.font !== undefined) {
    const own = await ownFont(theme.font, context);
    if (own !== undefined) return [own];
  }
  return Promise.all(
    webFacesFor(text).map(async ({ id, weight, range }) => ({
      href: `fonts/${id.replace('-woff2', '')}.woff2`,
      mediaType: 'font/woff2',
      body: await loadFont(id),
      family: 'Atkinson Hyperlegible Next',
      weight: weight === 700 ? 'bold' : 'normal',
      range,
    })),
  );
}

async function ownFont(path: string, context: Pick<Context, 'assets' | 'message'>): Promise<FontFile | undefined> {
  try {
    const { mediaType, body } = await context.assets.load(path);
    if (mediaType === 'font/ttf' || mediaType === 'font/otf') {
      return { href: `fonts/theme.${mediaType === 'font/ttf' ? 'ttf' : 'otf'}`, mediaType, body, family: 'Report', weight: 'normal bold' };
    }
    context.message(ruleMessage(epubRules['epub-font'], { source: 'epub', reason: `The file ${path} is not a typeface (${mediaType})` }));
  } catch (cause) {
    context.message(
      ruleMessage(epubRules['epub-font'], { source: 'epub', reason: cause instanceof Error ? cause.message : String(cause) }),
    );
  }
  return undefined;
}
