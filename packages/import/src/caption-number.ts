const words = 'Figure|Fig\\.|Table|Chart|Picture|Ffigur|Tabl|Siart|Abbildung|Tabelle|Tableau';

const atStart = new RegExp(`^(?:${words})\\s*\\d+\\s*(?:[:.–—-](?!\\d))?\\s*`, 'i');
const alone = new RegExp(`^(?:${words})\\s*\\d+[.:]?$`, 'i');

/** A caption without “Figure 3: ” or “Table 2. ” at its beginning: numbers that each edition makes anew. */
export function withoutCaptionNumber(text: string): string {
  return text.replace(atStart, '');
}

/** Whether words are the number of a caption and nothing else. */
export function isCaptionNumber(text: string): boolean {
  return alone.test(text.trim());
}
