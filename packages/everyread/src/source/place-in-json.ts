/** The line and column, counted from 1, that an error of `JSON.parse()` names as a number of characters. */
export function placeInJson(reason: string, text: string): { line: number; column: number } {
  const position = /position (\d+)/.exec(reason)?.[1];
  const before = text.slice(0, position === undefined ? 0 : Number(position));
  return { line: before.split('\n').length, column: before.length - before.lastIndexOf('\n') };
}
