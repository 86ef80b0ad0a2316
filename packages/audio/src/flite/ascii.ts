/** The letter, and not the article: among letters (“A A”, “A and E”), after a small word (“fourteen A”) or what has letters (“Plan A”). */
const letterA =
  /\bA(?=(?: and| to| or)? [A-Z]\b)|(?<=\b[A-Z](?: and| or)? |(?:^|\s)[a-z-]+ |\b(?:Plan|Option|Grade|Team|Group|Type|Category|Hepatitis|Vitamin|Appendix|Annex|Part|Section|Class|Unit|Block|Schedule) )A(?![\w'’-])|\ba(?= m\b)/g;

/**
 * What flite reads: plain ASCII. Accents are taken off (“café” is said as “cafe”); the single letter A is
 * written so that it is said as a letter and not as the article.
 */
export function plainAscii(text: string): string {
  return text
    .replace(letterA, 'ay')
    .replace(/[‘’]/g, "'")
    .replace(/[–—]/g, ', ')
    .replace(/ß/g, 'ss')
    .replace(/[æÆ]/g, 'ae')
    .replace(/[øØ]/g, 'o')
    .replace(/[łŁ]/g, 'l')
    .normalize('NFKD')
    .replace(/[^\x20-\x7e]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
