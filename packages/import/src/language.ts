import { primaryLanguage } from '@everyread/core';

/** A BCP 47 tag in its usual form; nothing where it is none. */
export function canonicalTag(tag: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(tag)[0];
  } catch {
    return undefined;
  }
}

/** Whether two tags name the same language, whatever its region: other programs add one. */
export function sameLanguage(a: string | undefined, b: string | undefined): boolean {
  return a !== undefined && b !== undefined && primaryLanguage(a) === primaryLanguage(b);
}
