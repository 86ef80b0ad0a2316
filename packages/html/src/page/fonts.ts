import type { Asset } from '@everyread/core';
import { loadFont, type FontId } from '@everyread/fonts';
import { dataUrl } from './data-url.js';

/** Ranges of the two subsets, as their makers cut them. */
const latin =
  'U+0000-00FF, U+0131, U+0152-0153, U+02BB-02BC, U+02C6, U+02DA, U+02DC, U+0304, U+0308, U+0329, U+2000-206F, U+20AC, U+2122, U+2191, U+2193, U+2212, U+2215, U+FEFF, U+FFFD';
const latinExt =
  'U+0100-02BA, U+02BD-02C5, U+02C7-02CC, U+02CE-02D7, U+02DD-02FF, U+0304, U+0308, U+0329, U+1D00-1DBF, U+1E00-1E9F, U+1EF2-1EFF, U+2020, U+20A0-20AB, U+20AD-20C0, U+2113, U+2C60-2C7F, U+A720-A7FF';
const needsExt =
  /[\u0100-\u0130\u0132-\u0151\u0154-\u02ba\u1d00-\u1dbf\u1e00-\u1eff\u20a0-\u20ab\u20ad-\u20c0\u2113\u2c60-\u2c7f\ua720-\ua7ff]/;

/**
 * `@font-face` rules with the fonts inside: the charity's own where it has one, else Atkinson Hyperlegible Next, of which
 * the part for Central European and Welsh letters comes only with a text that has them.
 */
export async function fontRules(text: string, own: Asset | undefined): Promise<string> {
  if (own) return `@font-face{font-family:"Report";src:url(${dataUrl(own.mediaType, own.body)})}\n`;
  const faces: [FontId, number, string][] = [
    ['atkinson-regular-latin-woff2', 400, latin],
    ['atkinson-bold-latin-woff2', 700, latin],
  ];
  if (needsExt.test(text))
    faces.push(['atkinson-regular-latin-ext-woff2', 400, latinExt], ['atkinson-bold-latin-ext-woff2', 700, latinExt]);
  const rules = await Promise.all(
    faces.map(
      async ([id, weight, range]) =>
        `@font-face{font-family:"Report";font-weight:${weight};src:url(${dataUrl('font/woff2', await loadFont(id))}) format("woff2");unicode-range:${range}}\n`,
    ),
  );
  return rules.join('');
}
