/** Dots of each character of North American Braille ASCII, from the blank to dots 1-2-3-4-5-6. */
const ascii = ' A1B\'K2L@CIF/MSP"E3H9O6R^DJG>NTQ,*5<-U8V.%[$+X!&;:4\\0Z7(_?W]#Y)=';
const dotsOf = new Map([...ascii].map((character, dots) => [character, String.fromCharCode(0x2800 + dots)]));

export const blank = '\u2800';
const numberSign = '\u283c';
/** a–j stand for 1–9 and 0 behind the sign of a number, in every literary code that this is asked of. */
const digits = new Map(
  [...'\u2801\u2803\u2809\u2819\u2811\u280b\u281b\u2813\u280a\u281a'].map((cell, index) => [cell, String((index + 1) % 10)]),
);
/** Comma and point between digits; Welsh groups digits by the sign of dot 3. */
const between = new Set(['\u2802', '\u2832', '\u2804']);

/** Braille ASCII of any case as cells; `undefined` for a character that is none. */
export function cellsOf(line: string): string | undefined {
  let cells = '';
  for (const character of line) {
    // Some programs write the lower row: ` for @, { for [ and so on.
    const upper = character >= '`' && character <= '~' ? String.fromCharCode(character.charCodeAt(0) - 32) : character;
    const cell = dotsOf.get(upper);
    if (cell === undefined) return undefined;
    cells += cell;
  }
  return cells;
}

/** The figures of a line as a reader decodes them, each its digits alone: 1,482.50 is 148250. */
export function figuresIn(cells: string): string[] {
  const figures: string[] = [];
  const characters = [...cells];
  for (let at = 0; at < characters.length; at += 1) {
    if (characters[at] !== numberSign) continue;
    let figure = '';
    for (at += 1; at < characters.length; at += 1) {
      const digit = digits.get(characters[at]!);
      if (digit !== undefined) figure += digit;
      else if (!(between.has(characters[at]!) && digits.has(characters[at + 1] ?? ''))) break;
    }
    at -= 1;
    if (figure !== '') figures.push(figure);
  }
  return figures;
}
