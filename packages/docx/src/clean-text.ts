/** What XML 1.0 has no place for (2.2 Char): control characters, lone surrogates, U+FFFE and U+FFFF. */

const forbidden =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Text that Word can hold: the characters that XML forbids are taken out, half characters become the replacement sign. */
export function cleanText(text: string): string {
  return text.replace(forbidden, (character) => (character >= '\ud800' && character <= '\udfff' ? '\ufffd' : ''));
}

/** The same on one line: line ends of the source are spaces. */
export function cleanLine(text: string): string {
  return cleanText(text.replace(/\s*[\r\n]+\s*/g, ' '));
}
