const rightToLeft = new Set(['ar', 'arc', 'ckb', 'dv', 'fa', 'he', 'ps', 'sd', 'ug', 'ur', 'yi']);
const rightToLeftScripts = new Set(['arab', 'hebr', 'syrc', 'thaa', 'nkoo', 'adlm']);

/** The direction in which a language is written, by its BCP 47 tag; a script in the tag decides. */
export function directionOf(tag: string): 'ltr' | 'rtl' {
  const parts = tag.toLowerCase().split('-');
  const script = parts.slice(1).find((part) => part.length === 4 && /^[a-z]+$/.test(part));
  if (script !== undefined) return rightToLeftScripts.has(script) ? 'rtl' : 'ltr';
  return rightToLeft.has(parts[0] ?? '') ? 'rtl' : 'ltr';
}
