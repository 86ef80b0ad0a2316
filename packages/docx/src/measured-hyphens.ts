import type { Twips } from './design.js';
import type { Face } from './font/face.js';
import type { Typeface } from './font/typeface.js';

type Part = Readonly<Record<string, unknown>>;

/** What a hyphen that ends no line is measured as: a letter, and the space after it that makes it as wide. */
export interface MeasuredHyphen {
  letter: string;
  /** In upright and in bold letters; not whole, for a twip in each of some words makes a line more or less. */
  space: Twips;
  boldSpace: Twips;
}

/**
 * The layout of `docx` measures such a hyphen as the sign U+2011, which few typefaces have. Programs draw the hyphen of the typeface
 * (ECMA-376 17.3.3.18), which the layout would break a line after.
 */
export function measureHyphen({ regular, bold }: Pick<Typeface, 'regular' | 'bold'>, sizePt: number): MeasuredHyphen {
  const letter = 'r';
  const space = (face: Face): Twips => 20 * (face.width('-', sizePt) - face.width(letter, sizePt));
  return { letter, space: space(regular), boldSpace: space(bold) };
}

/** Puts the letter for each such hyphen of a body, as `docx` has made it, while something is done. */
export function withMeasuredHyphens<T>(body: object, hyphen: MeasuredHyphen, task: () => T): T {
  const changed: { parts: unknown[]; were: unknown[] }[] = [];
  const seek = (part: unknown): void => {
    if (Array.isArray(part)) {
      part.forEach(seek);
      if (!part.some(holdsHyphen)) return;
      changed.push({ parts: part, were: [...part] });
      part.splice(0, part.length, ...part.flatMap((each) => (holdsHyphen(each) ? splitRun(each['w:r'], hyphen) : [each])));
    } else if (typeof part === 'object' && part !== null) Object.values(part).forEach(seek);
  };
  seek(body);
  try {
    return task();
  } finally {
    for (const { parts, were } of changed) parts.splice(0, parts.length, ...were);
  }
}

const isPart = (value: unknown, name: string): value is Part => typeof value === 'object' && value !== null && name in value;

function holdsHyphen(part: unknown): part is { 'w:r': Part[] } {
  return isPart(part, 'w:r') && Array.isArray(part['w:r']) && part['w:r'].some((each) => isPart(each, 'w:noBreakHyphen'));
}

/** A run in pieces of the same look, so that the letters alone bear the space. */
function splitRun(content: readonly Part[], { letter, space, boldSpace }: MeasuredHyphen): Part[] {
  const look = content.filter((each) => isPart(each, 'w:rPr'));
  const properties = look.flatMap((each) => each['w:rPr'] as Part[]);
  const isBold = /"w:b"|"Strong"/.test(JSON.stringify(properties));
  const wide = { 'w:rPr': [...properties, { 'w:spacing': { _attr: { 'w:val': isBold ? boldSpace : space } } }] };
  return content
    .filter((each) => !look.includes(each))
    .map((each) => ({ 'w:r': isPart(each, 'w:noBreakHyphen') ? [wide, { 'w:t': [letter] }] : [...look, each] }));
}
