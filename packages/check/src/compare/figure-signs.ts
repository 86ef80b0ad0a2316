import type { FigurePlace } from '../read/braille/cells.js';
import type { BrailleEngine } from './braille-words.js';

/** Money, shares, degrees, more and less, below zero: without its sign a figure says something else. */
const signed = /(?:\p{Sc}\s?|[±<>≤≥≈~]\s?|[+−]|(?<![\p{L}\p{N}\s]|[\p{L}\p{N}]\s)[-–])?\d+(?:[.,]\d+)*(?:\s?[\p{Sc}%‰°])?/gu;

/** A figure of print with its signs, such as “£5”, “3 %” and “−4 °”. */
export interface SignedFigure {
  readonly text: string;
  /** The figure alone, as it stands: `1,482.50`. */
  readonly figure: string;
  readonly digits: string;
}

/** The figures of a text in print, each with the signs that belong to it. */
export function signedFigures(text: string): SignedFigure[] {
  return [...text.matchAll(signed)].map(([found]) => {
    const figure = /\d+(?:[.,]\d+)*/.exec(found)![0];
    return { text: found, figure, digits: figure.replace(/\D/g, '') };
  });
}

/** Whether a figure is more than its digits. */
export const hasSigns = ({ text, figure }: SignedFigure): boolean => text !== figure;

/** Knows how engines write the signs around figures. */
export class FigureSigns {
  readonly #known = new Map<string, { before: string; after: string }[]>();

  constructor(readonly engines: readonly BrailleEngine[]) {}

  /** Whether a figure in Braille has the signs that it has in print; `true` where no engine tells how they are written. */
  stand(wanted: SignedFigure, found: FigurePlace): boolean {
    if (!hasSigns(wanted)) return true;
    const ways = this.#waysOf(wanted);
    return ways.length === 0 || ways.some(({ before, after }) => isBefore(found.before, before) && isAfter(found.after, after));
  }

  /** The cells before and behind the digits, one for each way to write them. */
  #waysOf({ text, figure }: SignedFigure): { before: string; after: string }[] {
    const known = this.#known.get(text);
    if (known) return known;
    const ways = this.engines.flatMap((engine) => {
      const plain = engine.forward(figure);
      return engine.forward(text).flatMap((cells, index) => {
        const digits = plain[index] ?? '';
        const at = digits === '' ? -1 : cells.indexOf(digits);
        const [before, after] = [cells.slice(0, Math.max(at, 0)), cells.slice(at + digits.length)].map(trimmed);
        return at < 0 || (before === '' && after === '') ? [] : [{ before: before!, after: after! }];
      });
    });
    // A way that leaves a sign out, as a table that lacks it would, says less than another.
    const parts = (way: { before: string; after: string }): number => [way.before, way.after].filter(Boolean).length;
    const most = Math.max(0, ...ways.map(parts));
    const full = ways.filter((way) => parts(way) === most);
    this.#known.set(text, full);
    return full;
  }
}

const trimmed = (cells: string): string => cells.replace(/^\u2800+|\u2800+$/g, '');
/** Emphasis and capitals may come between a sign and its figure, and so may a blank. */
const bareEnd = (cells: string): string => cells.replace(/(?:[\u2828\u2818\u2838][\u2806\u2802\u2836\u2804]|\u2800)+$/, '');

const isBefore = (cells: string, sign: string): boolean => cells.endsWith(sign) || bareEnd(cells).endsWith(sign);
const isAfter = (cells: string, sign: string): boolean =>
  cells.startsWith(sign) || cells.replace(/^(?:[\u2828\u2818\u2838]\u2804|\u2800)+/, '').startsWith(sign);
