/** The language of a BCP 47 tag without its script or region: `en` of `en-GB`. */
export function primaryLanguage(tag: string): string {
  return tag.toLowerCase().split('-')[0]!;
}

/** Whether two BCP 47 tags name one language, wherever it is spoken. */
export function sameLanguage(one: string, other: string): boolean {
  return primaryLanguage(one) === primaryLanguage(other);
}
