/**
 * What flite reads: plain ASCII. Accents are taken off (“café” is said as “cafe”); the single letter A is
 * written so that it is said as a letter and not as the article.
 */
export function plainAscii(text: string): string {
  return text
    .replace(/\bA(?= [A-Z]\b)|(?<=\b[A-Z] )A\b|\ba(?= m\b)/g, 'ay')
    .replace(/[‘’]/g, "'")
    .replace(/[–—]/g, ', ')
    .replace(/ß/g, 'ss')
    .replace(/[æÆ]/g, 'ae')
    .replace(/[øØ]/g, 'o')
    .replace(/[łŁ]/g, 'l')
    .normalize('NFD')
    .replace(/[^\x20-\x7e]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
