import type { Asset } from '@everyread/core';
import { loadFont, webFacesFor } from '@everyread/fonts';
import { dataUrl } from './data-url.js';

/** `@font-face` rules with the fonts inside: the charity's own where it has one, else those parts of Atkinson Hyperlegible Next that a text needs. */
export async function fontRules(text: string, own: Asset | undefined): Promise<string> {
  if (own) return `@font-face{font-family:"Report";src:url(${dataUrl(own.mediaType, own.body)})}\n`;
  const rules = await Promise.all(
    webFacesFor(text).map(
      async ({ id, weight, range }) =>
        `@font-face{font-family:"Report";font-weight:${weight};src:url(${dataUrl('font/woff2', await loadFont(id))}) format("woff2");unicode-range:${range}}\n`,
    ),
  );
  return rules.join('');
}
