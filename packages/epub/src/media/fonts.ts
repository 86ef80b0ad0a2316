import { ruleMessage, type Context, type ResolvedTheme } from '@everyread/core';
import { loadFont, type FontId } from '@everyread/fonts';
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

/** The split of Google Fonts, which the files were made by. */
const latin =
  'U+0000-00FF, U+0131, U+0152-0153, U+02BB-02BC, U+02C6, U+02DA, U+02DC, U+0304, U+0308, U+0329, U+2000-206F, U+20AC, U+2122, U+2191, U+2193, U+2212, U+2215, U+FEFF, U+FFFD';
const latinExt =
  'U+0100-02BA, U+02BD-02C5, U+02C7-02CC, U+02CE-02D7, U+02DD-02FF, U+0304, U+0308, U+0329, U+1D00-1DBF, U+1E00-1E9F, U+1EF2-1EFF, U+2020, U+20A0-20AB, U+20AD-20C0, U+2113, U+2C60-2C7F, U+A720-A7FF';

const atkinson: readonly (readonly [FontId, FontFile['weight'], string])[] = [
  ['atkinson-regular-latin-woff2', 'normal', latin],
  ['atkinson-bold-latin-woff2', 'bold', latin],
  ['atkinson-regular-latin-ext-woff2', 'normal', latinExt],
  ['atkinson-bold-latin-ext-woff2', 'bold', latinExt],
];

/** The typeface of the theme, or Atkinson Hyperlegible; of the latter only the parts that the text needs. */
export async function loadFonts(theme: ResolvedTheme, text: string, context: Pick<Context, 'assets' | 'message'>): Promise<FontFile[]> {
  if (theme.font !== undefined) {
    const own = await ownFont(theme.font, context);
    if (own !== undefined) return [own];
  }
  const needsExt = /[\u0100-\u02af\u1e00-\u1eff]/.test(text);
  const wanted = atkinson.filter(([, , range]) => range === latin || needsExt);
  return Promise.all(
    wanted.map(async ([id, weight, range]) => ({
      href: `fonts/${id.replace('-woff2', '')}.woff2`,
      mediaType: 'font/woff2',
      body: await loadFont(id),
      family: 'Atkinson Hyperlegible Next',
      weight,
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
