import { AlignmentType, LevelFormat, LevelSuffix, type INumberingOptions } from 'docx';
import { hex, twips, type Design } from './design.js';

type Level = INumberingOptions['config'][number]['levels'][number];

/**
 * `docx` writes `{reference-instance}` for a list until it knows its number, and then replaces those words wherever they stand.
 * The report's own text cannot hold this sign (XML 1.0, 2.2), so a report that says “{bullets-0}” keeps its words.
 */
const sign = '\ufffe';

/** The reference of bulleted lists. */
export const bulletsReference = `${sign}bullets`;

/** Every list definition that a document uses; each ordered list is an instance of its own, so it counts anew. */
export class Lists {
  readonly #design: Design;
  readonly #definitions = new Map<string, number>();
  #instances = 0;

  constructor(design: Design) {
    this.#design = design;
  }

  /**
   * A new numbered list. Lists of one definition share its counters (ECMA-376 part 1, 17.9.18), so one that stands within another on
   * the same level has a definition of its own: the outer one would go on with its numbers.
   */
  ordered(start: number, openLists: number): { reference: string; instance: number } {
    const reference = `${sign}numbers-${start}${openLists === 0 ? '' : `-${openLists}`}`;
    this.#definitions.set(reference, start);
    this.#instances += 1;
    return { reference, instance: this.#instances };
  }

  /** The bulleted list; all share one. */
  bullets(): { reference: string } {
    return { reference: bulletsReference };
  }

  /** The definitions to put into the document. */
  config(): INumberingOptions['config'] {
    return [
      { reference: bulletsReference, levels: this.#levels((level) => ({ format: LevelFormat.BULLET, text: level % 2 === 0 ? '•' : '–' })) },
      ...[...this.#definitions].map(([reference, start]) => ({
        reference,
        levels: this.#levels((level) => ({
          format: level % 3 === 1 ? LevelFormat.LOWER_LETTER : level % 3 === 2 ? LevelFormat.LOWER_ROMAN : LevelFormat.DECIMAL,
          text: `%${level + 1}.`,
          start,
        })),
      })),
    ];
  }

  #levels(make: (level: number) => Pick<Level, 'format' | 'text'> & { start?: number }): Level[] {
    const { indent, sizePt, palette } = this.#design;
    return Array.from({ length: 9 }, (_, level) => ({
      level,
      alignment: AlignmentType.LEFT,
      suffix: LevelSuffix.TAB,
      ...make(level),
      style: {
        run: { color: hex(palette.accent), bold: true, size: sizePt * 2 },
        paragraph: { indent: { left: indent * (level + 1), hanging: indent - twips(2) } },
      },
    }));
  }
}
