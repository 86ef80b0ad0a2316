/** Windows language numbers, low byte of a locale (MS-LCID). */
const languages: Readonly<Record<string, number>> = {
  ar: 0x01, bg: 0x02, ca: 0x03, zh: 0x04, cs: 0x05, da: 0x06, de: 0x07, el: 0x08, en: 0x09, es: 0x0a, fi: 0x0b, fr: 0x0c,
  he: 0x0d, hu: 0x0e, is: 0x0f, it: 0x10, ja: 0x11, ko: 0x12, nl: 0x13, nb: 0x14, no: 0x14, nn: 0x14, pl: 0x15, pt: 0x16,
  rm: 0x17, ro: 0x18, ru: 0x19, hr: 0x1a, sr: 0x1a, sk: 0x1b, sq: 0x1c, sv: 0x1d, th: 0x1e, tr: 0x1f, ur: 0x20, id: 0x21,
  uk: 0x22, be: 0x23, sl: 0x24, et: 0x25, lv: 0x26, lt: 0x27, fa: 0x29, vi: 0x2a, hy: 0x2b, eu: 0x2d, mk: 0x2f, af: 0x36,
  ka: 0x37, fo: 0x38, hi: 0x39, mt: 0x3a, ga: 0x3c, ms: 0x3e, sw: 0x41, bn: 0x45, pa: 0x46, gu: 0x47, ta: 0x49, te: 0x4a,
  kn: 0x4b, ml: 0x4c, mr: 0x4e, cy: 0x52, gl: 0x56, ne: 0x61, so: 0x77, gd: 0x91,
}; // prettier-ignore

/** Regions, as the second byte, by language. */
const regions: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  en: { us: 1, gb: 2, au: 3, ca: 4, nz: 5, ie: 6, za: 7, in: 16 },
  fr: { fr: 1, be: 2, ca: 3, ch: 4 },
  de: { de: 1, ch: 2, at: 3 },
  es: { es: 3, mx: 2 },
  pt: { br: 1, pt: 2 },
  nl: { nl: 1, be: 2 },
  zh: { tw: 1, cn: 2, hk: 3 },
  cy: { gb: 1 },
  ga: { ie: 2 },
  gd: { gb: 1 },
};

/** The locale number of a BCP 47 tag: en-GB is 0x0809; 0 for a language that has none. */
export function localeOf(tag: string): number {
  const [language = '', ...rest] = tag.toLowerCase().split('-');
  const region = rest.find((part) => part.length === 2);
  return ((region === undefined ? 0 : (regions[language]?.[region] ?? 0)) << 10) | (languages[language] ?? 0);
}
