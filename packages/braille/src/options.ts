import { EveryreadError, type OptionSchema } from '@everyread/core';
import { profiles, type BrailleStyle, type ProfileName } from './format/style.js';
import type { TableFile, Translator } from './translator.js';

/** Options of all Braille formats. Every number of the style may be set too. */
export interface BrailleOptions extends Partial<BrailleStyle> {
  /** `uk` (38 × 25) or `bana` (40 × 25). Default `uk`. */
  profile?: ProfileName;
  /** 2 contracted (default), 1 uncontracted; a language that has but one grade gets that. */
  grade?: 1 | 2;
  /** `meaning` (default): only emphasis that the words need; `all`; `none`. */
  emphasis?: 'meaning' | 'all' | 'none';
  /** Addresses of links: listed at the end (default), in the text, or not at all. */
  addresses?: 'list' | 'inline' | 'none';
  /** Title page, special symbols, transcriber’s notes and contents. Default yes. */
  frontPages?: boolean;
  /** Whether the paper is embossed on both sides. Default yes. */
  duplex?: boolean;
  /** Table files by language tag in place of ours. */
  tables?: Readonly<Record<string, readonly TableFile[]>>;
  /** The engine. Default: the embedded liblouis-build. */
  translator?: Translator;
}

/** How lines and pages end in a BRF file. */
export interface BrfVariant {
  /** Default `crlf`. */
  lineEnd?: 'crlf' | 'lf';
  /** Where the form feed stands: alone after the last line's end (default), straight after the last text, or nowhere: then pages are filled up with empty lines. */
  formFeed?: 'after-line' | 'after-text' | 'none';
  /** Lower case letters, as some old software wants. Default no. */
  lowerCase?: boolean;
}

const numberOf = (description: string, minimum: number, maximum: number): OptionSchema => ({
  type: 'integer',
  minimum,
  maximum,
  description,
});

const properties: Record<string, OptionSchema> = {
  profile: { enum: ['uk', 'bana'], default: 'uk', description: 'uk (38 × 25) or bana (40 × 25)' },
  grade: { enum: [1, 2], default: 2, description: '2 contracted, 1 uncontracted' },
  emphasis: { enum: ['meaning', 'all', 'none'], default: 'meaning', description: 'Which bold and italic print is shown' },
  addresses: {
    enum: ['list', 'inline', 'none'],
    default: 'list',
    description: 'Addresses of links: listed at the end, in the text, or left out',
  },
  frontPages: { type: 'boolean', default: true, description: 'Title page, special symbols, transcriber’s notes and contents' },
  duplex: { type: 'boolean', default: true, description: 'Embossed on both sides' },
  cellsPerLine: numberOf('Cells in a line', 12, 100),
  linesPerPage: numberOf('Lines on a page', 6, 100),
  pageNumberAt: { enum: ['top', 'bottom'] },
  printPageAt: { enum: ['left', 'right'] },
  printPageMark: { enum: ['line', 'centred'] },
  runningHead: { type: 'boolean' },
  headingFreeCells: numberOf('Blank cells beside a centred heading', 0, 20),
  headingCell2: numberOf('Cell at which headings of level 2 begin', 1, 20),
  headingCell3: numberOf('Cell at which lower headings begin', 1, 20),
  sectionOnNewPage: { type: 'boolean', description: 'Main sections begin a page' },
  paragraphFirstCell: numberOf('First cell of a paragraph', 1, 20),
  paragraphRunoverCell: numberOf('Cell of a paragraph’s other lines', 1, 20),
  listStep: numberOf('Cells by which a level of a list stands in', 0, 8),
  listRunover: { enum: ['item', 'deepest'] },
  quoteIndent: numberOf('Cells by which a quotation stands in', 0, 12),
  noteFirstCell: numberOf('First cell of a described picture', 1, 20),
  noteRunoverCell: numberOf('Cell of its other lines', 1, 20),
  tableGap: numberOf('Blank cells between columns', 1, 8),
  contentsMargin: numberOf('Blank cells at the right of contents entries', 4, 12),
  linesAfterHeading: numberOf('Lines that must follow a heading on its page', 1, 5),
  volumePages: numberOf('Braille pages in a volume', 4, 1000),
};

/** JSON Schema of the options that files and the command line may set. */
export const brailleOptionSchema: OptionSchema = { type: 'object', additionalProperties: false, properties };

/** JSON Schema of the options of BRF. */
export const brfOptionSchema: OptionSchema = {
  type: 'object',
  additionalProperties: false,
  properties: {
    ...properties,
    lineEnd: { enum: ['crlf', 'lf'], default: 'crlf' },
    formFeed: { enum: ['after-line', 'after-text', 'none'], default: 'after-line' },
    lowerCase: { type: 'boolean', default: false },
  },
};

/**
 * The style that options ask for.
 *
 * @throws {EveryreadError} `misuse` for a profile or number that can't be
 */
export function resolveStyle(options: BrailleOptions): BrailleStyle {
  const profile = options.profile ?? 'uk';
  if (!Object.hasOwn(profiles, profile)) {
    throw new EveryreadError('misuse', `There is no Braille profile “${String(profile)}”`, {
      hint: 'Use uk or bana, and set what differs.',
    });
  }
  const style: BrailleStyle = { ...profiles[profile] };
  for (const key of Object.keys(style) as (keyof BrailleStyle)[]) {
    const value = options[key];
    if (value === undefined) continue;
    const schema = properties[key] as { minimum?: number; maximum?: number; enum?: unknown[] };
    const wrongNumber =
      typeof value === 'number' && (!Number.isInteger(value) || value < (schema.minimum ?? 0) || value > (schema.maximum ?? 1e6));
    if (wrongNumber || (schema.enum !== undefined && !schema.enum.includes(value)) || typeof value !== typeof style[key]) {
      const range = schema.enum ? schema.enum.join(' or ') : `a whole number from ${schema.minimum} to ${schema.maximum}`;
      throw new EveryreadError('misuse', `The Braille option ${key} can't be ${String(value)}`, { hint: `Use ${range}.` });
    }
    Object.assign(style, { [key]: value });
  }
  const deepest = Math.max(style.paragraphFirstCell, style.headingCell3, style.noteFirstCell);
  if (deepest + 8 > style.cellsPerLine) {
    throw new EveryreadError('misuse', `Lines of ${style.cellsPerLine} cells leave no room beside an indent of ${deepest}`, {
      hint: 'Make lines longer or indents smaller.',
    });
  }
  return style;
}
