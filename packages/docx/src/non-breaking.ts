const nbsp = '\u00a0';
const months =
  'January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec';
const units = 'per cent|percent|%|million|billion|thousand|bn|m|k|K|kg|km|hours?|minutes?|days?|weeks?|months?|years?|people|pages?';

const rules: readonly [RegExp, string][] = [
  // Sums: “£ 1 200”, “1 200.50”.
  [/([£$€¥]) (?=\d)/g, `$1${nbsp}`],
  [/(\d) (?=\d{3}(?!\d))/g, `$1${nbsp}`],
  // Dates: “Thu, 27 Jul”, “9 June 2023”, “June 2023”.
  [new RegExp(`(\\b\\d{1,2}) (?=(?:${months})\\b)`, 'g'), `$1${nbsp}`],
  [new RegExp(`(\\b(?:${months})) (?=\\d{4}\\b)`, 'g'), `$1${nbsp}`],
  // Figures with their units: “12 per cent”, “24.8 K”.
  [new RegExp(`(\\d) (?=(?:${units})(?![\\w-]))`, 'g'), `$1${nbsp}`],
  [/\bper cent\b/g, `per${nbsp}cent`],
  // Times: “13:00 BST”, “1 pm”.
  [/(\d) (?=(?:BST|GMT|UTC|am|pm|a\.m\.|p\.m\.)(?![\w-]))/g, `$1${nbsp}`],
  // “page 24”, “Table 2”.
  [/\b([Pp]age|[Tt]able|[Ff]igure|[Cc]hart|[Nn]ote|[Ss]ession) (?=\d)/g, `$1${nbsp}`],
  // Telephone numbers: groups of digits that begin with 0 or +.
  [/(?<![\d.,])(?:\+\d{1,3}|\(?0\d{2,5}\)?)(?: \d{2,8}){1,4}/g, ''],
];

/**
 * Keeps a sum, a date, a time or a telephone number on one line, as large print asks (UKAAF G003: “no single piece
 * of information split over two lines”). Only spaces are changed.
 */
export function keepTogether(text: string): string {
  if (!/\d/.test(text)) return text;
  let out = text;
  for (const [pattern, replacement] of rules) {
    out = replacement === '' ? out.replace(pattern, (found) => found.replaceAll(' ', nbsp)) : out.replace(pattern, replacement);
  }
  return out;
}

/** How a hyphen that ends no line stands in a text until it is written: as the author may have typed it. */
export const keptHyphen = '\u2011';

/** The same inside the text of a run. */
export const writtenHyphen = '</w:t><w:noBreakHyphen/><w:t xml:space="preserve">';

/** The longest word whose hyphens are kept, in characters: a longer one may need to be broken to fit its line. */
const longestWord = 30;

/**
 * Keeps words such as “co-production” on one line: large print has no line that ends in a hyphen (bar 13). Addresses and
 * other words with signs in them are left as they are, for they are copied.
 */
export function keepHyphens(text: string): string {
  if (!text.includes('-')) return text;
  return text.replace(/[^\s]+/g, (word) =>
    word.length > longestWord || /[/@\\_=]/.test(word) ? word : word.replace(/(?<=[\p{L}\p{N}])-(?=[\p{L}\p{N}])/gu, keptHyphen),
  );
}

/** The same in the contents list, whose entries `docx` takes from the headings without what they were made of. */
export function keepContentsHyphens(xml: string): string {
  return xml.replace(/<w:sdtContent>.*?<\/w:sdtContent>/s, (contents) =>
    contents.replace(
      /(<w:t\b[^>]*>)([^<]*-[^<]*)(?=<\/w:t>)/g,
      (_all, tag: string, text: string) => `${tag}${keepHyphens(text).replaceAll(keptHyphen, writtenHyphen)}`,
    ),
  );
}
