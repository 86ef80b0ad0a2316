import type { FontId } from './index.js';

/** One of the faces that a web page or an e-book carries. */
export interface WebFace {
  id: FontId;
  weight: 400 | 700;
  /** The characters that it holds, as `unicode-range` of CSS writes them. */
  range: string;
}

/** The two subsets as Google Fonts cuts them (https://github.com/googlefonts/nam-files). */
const latin =
  'U+0000-00FF, U+0131, U+0152-0153, U+02BB-02BC, U+02C6, U+02DA, U+02DC, U+0304, U+0308, U+0329, U+2000-206F, U+20AC, U+2122, U+2191, U+2193, U+2212, U+2215, U+FEFF, U+FFFD';
const latinExt =
  'U+0100-02BA, U+02BD-02C5, U+02C7-02CC, U+02CE-02D7, U+02DD-02FF, U+0304, U+0308, U+0329, U+1D00-1DBF, U+1E00-1E9F, U+1EF2-1EFF, U+2020, U+20A0-20AB, U+20AD-20C0, U+2113, U+2C60-2C7F, U+A720-A7FF';
const needsExt =
  /[\u0100-\u0130\u0132-\u0151\u0154-\u02ba\u1d00-\u1dbf\u1e00-\u1eff\u20a0-\u20ab\u20ad-\u20c0\u2113\u2c60-\u2c7f\ua720-\ua7ff]/;

/** The faces of Atkinson Hyperlegible Next that a text needs: those for Central European and Welsh letters only where it has such. */
export function webFacesFor(text: string): WebFace[] {
  const basic: WebFace[] = [
    { id: 'atkinson-regular-latin-woff2', weight: 400, range: latin },
    { id: 'atkinson-bold-latin-woff2', weight: 700, range: latin },
  ];
  if (!needsExt.test(text)) return basic;
  return [
    ...basic,
    { id: 'atkinson-regular-latin-ext-woff2', weight: 400, range: latinExt },
    { id: 'atkinson-bold-latin-ext-woff2', weight: 700, range: latinExt },
  ];
}
