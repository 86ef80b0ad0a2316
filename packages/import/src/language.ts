/** A BCP 47 tag in its usual form; nothing where it is none. */
export function canonicalTag(tag: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(tag)[0];
  } catch {
    return undefined;
  }
}

/** The language without its region: programs mark regions at random. */
export function primaryLanguage(tag: string): string {
  return tag.toLowerCase().split('-')[0]!;
}

/** Whether two tags name the same language, whatever its region: other programs add one. */
export function sameLanguage(a: string | undefined, b: string | undefined): boolean {
  return a !== undefined && b !== undefined && primaryLanguage(a) === primaryLanguage(b);
}
