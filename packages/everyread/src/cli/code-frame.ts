/** Lines longer than this are cut round the place, so that a paragraph on one line does not fill the screen. */
const maxWidth = 100;

/**
 * The line of a message with a mark under its place.
 *
 * @param text - the whole document
 * @param line - counted from 1
 * @param column - counted from 1, in UTF-16 units
 */
export function codeFrame(lines: readonly string[], line: number, column: number): string {
  const source = lines[line - 1];
  if (source === undefined || source.trim() === '') return '';
  const start = source.length > maxWidth ? Math.max(0, Math.min(column - 21, source.length - maxWidth)) : 0;
  const shown = source.slice(start, start + maxWidth);
  const text = `${start > 0 ? '… ' : ''}${printable(shown)}${start + maxWidth < source.length ? ' …' : ''}`;
  const before = printable(shown.slice(0, column - 1 - start));
  const gutter = String(line);
  const indent = ' '.repeat(gutter.length);
  return `  ${gutter} | ${text}\n  ${indent} | ${' '.repeat(before.length + (start > 0 ? 2 : 0))}^\n`;
}

/** Tabs take one column, and control characters can't reach the terminal. */
function printable(text: string): string {
  return text.replace(/\t/g, ' ').replace(/[\u0000-\u001f\u007f-\u009f]/g, '\ufffd');
}
