import { fill, isLanguageTag, type Words } from '@everyread/core';

/** A size as people say it: `820 kB`, `1.2 MB` (powers of 1,000, as file managers and shops count). */
export function printSize(bytes: number, lang: string): string {
  const units = ['B', 'kB', 'MB', 'GB'];
  let value = bytes;
  let unit = 0;
  while (value >= 999.5 && unit < units.length - 1) {
    value /= 1000;
    unit += 1;
  }
  const digits = unit < 2 || value >= 10 ? 0 : 1;
  const number = new Intl.NumberFormat(isLanguageTag(lang) ? lang : 'en-GB', { maximumFractionDigits: digits }).format(value);
  // A line must not end between the two.
  return `${number}\u00a0${units[unit]}`;
}

/** A length of time in words, minutes rounded up, and in ISO 8601. */
export function printDuration(durationMs: number, words: Words): { words: string; iso: string } {
  const total = Math.max(1, Math.round(durationMs / 60_000));
  const hours = Math.floor(total / 60);
  const minutes = total % 60;
  const { screen } = words;
  const parts = [
    ...(hours > 0 ? [fill(hours === 1 ? screen.hourOne : screen.hourMany, { n: hours })] : []),
    ...(minutes > 0 || hours === 0 ? [fill(minutes === 1 ? screen.minuteOne : screen.minuteMany, { n: minutes })] : []),
  ];
  return { words: parts.join(' '), iso: `PT${hours > 0 ? `${hours}H` : ''}${minutes > 0 || hours === 0 ? `${minutes}M` : ''}` };
}

export function printPages(pages: number, words: Words): string {
  return fill(pages === 1 ? words.screen.pageOne : words.screen.pageMany, { n: pages });
}

export function printBraillePages(pages: number, words: Words): string {
  return fill(pages === 1 ? words.screen.braillePageOne : words.screen.braillePageMany, { n: pages });
}

/** The name of a language in the page's own: “Welsh”, “British Sign Language”. The tag itself where it has none. */
export function printLanguage(tag: string, lang: string, words: Words): string {
  const { signLanguages } = words.screen;
  if (Object.hasOwn(signLanguages, tag)) return signLanguages[tag]!;
  if (!isLanguageTag(tag) || !isLanguageTag(lang)) return tag;
  return new Intl.DisplayNames([lang], { type: 'language', languageDisplay: 'standard' }).of(tag) ?? tag;
}
