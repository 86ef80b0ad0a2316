/** What XML 1.0 has no place for (2.2 Char): control characters, lone surrogates, U+FFFE and U+FFFF. */

const forbidden =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** What may be forbidden: looking for it is quicker. */
const suspect = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ud800-\udfff\ufffe\uffff]/;

/** Text that Word can hold: the characters that XML forbids are taken out, half characters become the replacement sign. */
export function cleanText(text: string): string {
  if (!suspect.test(text)) return text;
  return text.replace(forbidden, (character) => (character >= '\ud800' && character <= '\udfff' ? '\ufffd' : ''));
}

/** The same on one line: line ends of the source are spaces. */
export function cleanLine(text: string): string {
  return cleanText(/[\r\n]/.test(text) ? text.replace(/\s*[\r\n]+\s*/g, ' ') : text);
}
