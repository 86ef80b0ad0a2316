import type { FigurePlace } from '../read/braille/cells.js';
import type { FigureSigns, SignedFigure } from './figure-signs.js';

/** The figures of an edition that nothing in its order has taken, by their digits. */
export class FiguresLeft {
  readonly #left = new Map<string, FigurePlace[]>();

  /** @param used - indices of those that are taken */
  constructor(found: readonly FigurePlace[], used: ReadonlySet<number>) {
    for (const [index, figure] of found.entries()) {
      if (used.has(index)) continue;
      const same = this.#left.get(figure.digits);
      if (same === undefined) this.#left.set(figure.digits, [figure]);
      else same.push(figure);
    }
  }

  /** Takes one with the digits of a figure of print, and with its signs where one has them; nothing where none is left. */
  take(wanted: SignedFigure, signs: FigureSigns): FigurePlace | undefined {
    const same = this.#left.get(wanted.digits) ?? [];
    const fitting = same.findIndex((each) => signs.stand(wanted, each));
    return same.splice(Math.max(fitting, 0), 1)[0];
  }
}
