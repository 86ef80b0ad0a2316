/** Dots of each character of North American Braille ASCII, from the blank to dots 1-2-3-4-5-6. */
const ascii = ' A1B\'K2L@CIF/MSP"E3H9O6R^DJG>NTQ,*5<-U8V.%[$+X!&;:4\\0Z7(_?W]#Y)=';
const dotsOf = new Map([...ascii].map((character, dots) => [character, String.fromCharCode(0x2800 + dots)]));

export const blank = '\u2800';
/** How a code writes figures. */
interface Notation {
  readonly sign: string;
  readonly digits: ReadonlyMap<string, string>;
  /** Whether digits go on behind a hyphen: 12-14 has one sign. */
  readonly overHyphens?: boolean;
}

const digitsOf = (cells: string): ReadonlyMap<string, string> => new Map([...cells].map((cell, index) => [cell, String((index + 1) % 10)]));
/** a–j stand for 1–9 and 0 behind the sign of a number, in most literary codes. */
const letters: Notation = { sign: '\u283c', digits: digitsOf('\u2801\u2803\u2809\u2819\u2811\u280b\u281b\u2813\u280a\u281a') };
/** The digits of Antoine in French: a–i with dot 6 below (Code braille français uniformisé, 2.2). */
const antoine: Notation = {
  sign: '\u2820',
  digits: digitsOf('\u2821\u2823\u2829\u2839\u2831\u282b\u283b\u2833\u282a\u283c'),
  overHyphens: true,
};
const notations: Readonly<Record<string, Notation>> = { fr: antoine, pl: { ...letters, overHyphens: true } };

const notationOf = (lang = ''): Notation => notations[lang.toLowerCase().split('-')[0]!] ?? letters;

/** Whether the digits of two languages, given as BCP 47 tags, are the same cells. */
export const hasSameDigits = (a: string | undefined, b: string | undefined): boolean => notationOf(a).digits === notationOf(b).digits;

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

/** A figure in a line of cells. */
export interface FigurePlace {
  /** Its digits alone: 1,482.50 is 148250. */
  readonly digits: string;
  /** The cells before its number sign, and those behind its last digit. */
  readonly before: string;
  readonly after: string;
}

/**
 * The figures of a line as a reader decodes them, each with what stands around it.
 *
 * @param lang - BCP 47 tag of the Braille: French has digits of its own
 */
export function figurePlaces(cells: string, lang?: string): FigurePlace[] {
  const { sign, digits, overHyphens } = notationOf(lang);
  const figures: FigurePlace[] = [];
  const characters = [...cells];
  for (let at = 0; at < characters.length; at += 1) {
    if (characters[at] !== sign) continue;
    let from = at;
    let figure = '';
    const end = (): void => {
      if (figure !== '') figures.push({ digits: figure, before: cells.slice(0, from), after: cells.slice(at) });
      figure = '';
    };
    for (at += 1; at < characters.length; at += 1) {
      const digit = digits.get(characters[at]!);
      if (digit !== undefined) figure += digit;
      else if (!digits.has(characters[at + 1] ?? '')) break;
      else if (overHyphens && figure !== '' && characters[at] === '\u2824') {
        end();
        from = at;
      } else if (!between.has(characters[at]!)) break;
    }
    end();
    at -= 1;
  }
  return figures;
}

/** The same, their digits alone. */
export const figuresIn = (cells: string, lang?: string): string[] => figurePlaces(cells, lang).map((figure) => figure.digits);

/** The number of a page, in whichever digits it stands. */
export const pageNumberIn = (cells: string): string | undefined => figuresIn(cells)[0] ?? figuresIn(cells, 'fr')[0];
