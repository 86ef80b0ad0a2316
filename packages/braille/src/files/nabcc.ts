/** The North American ASCII Braille code: for each cell U+2800 + n its character, upper case (fdd000551). */
const table = ` A1B'K2L@CIF/MSP"E3H9O6R^DJG>NTQ,*5<-U8V.%[$+X!&;:4\\0Z7(_?W]#Y)=`;

const backward = new Map<string, string>();
[...table].forEach((character, index) => {
  const cell = String.fromCharCode(0x2800 + index);
  backward.set(character, cell);
  if (/[A-Z]/.test(character)) backward.set(character.toLowerCase(), cell);
});
// Upper and lower halves of ASCII are pairs for the same cell (liblouis #1648).
for (const [lower, upper] of [
  ['`', '@'],
  ['{', '['],
  ['|', '\\'],
  ['}', ']'],
  ['~', '^'],
] as const)
  backward.set(lower, backward.get(upper)!);

/** Cells as ASCII Braille. */
export function cellsToAscii(cells: string): string {
  let out = '';
  for (const cell of cells) out += table[cell.charCodeAt(0) & 0x3f];
  return out;
}

/** ASCII Braille, upper or lower case, as cells; other characters stay. */
export function asciiToCells(ascii: string): string {
  let out = '';
  for (const character of ascii) out += backward.get(character) ?? character;
  return out;
}
