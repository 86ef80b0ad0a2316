/** The editions that Everyread knows; an author may add more by name. */
export type EditionName = 'screen-reader' | 'large-print' | 'read-aloud' | 'summary' | 'audio' | 'braille';

/** What one edition is like: plain values, made once and shared. Lengths are in points, 1/72 inch. */
export interface Edition {
  name: string;
  /** The whole report, or only its summary. */
  content: 'full' | 'summary';
  /** Size of the smallest type. */
  typeSizePt: number;
  /** Distance between lines as a multiple of the type size. */
  lineHeight: number;
  pageSize: { widthPt: number; heightPt: number };
  /** Whether pictures are shown; text alternatives always are. */
  images: boolean;
  /** `text`: only the words; `address`: the address is printed after them. */
  links: 'text' | 'address';
  /** Where notes stand. */
  notes: 'page' | 'section' | 'end';
}

const a4 = { widthPt: 595.28, heightPt: 841.89 };

/** The built-in editions. */
export const editions: Readonly<Record<EditionName, Edition>> = {
  'screen-reader': {
    name: 'screen-reader',
    content: 'full',
    typeSizePt: 12,
    lineHeight: 1.4,
    pageSize: a4,
    images: true,
    links: 'text',
    notes: 'page',
  },
  'large-print': {
    name: 'large-print',
    content: 'full',
    typeSizePt: 18,
    lineHeight: 1.4,
    pageSize: a4,
    images: true,
    links: 'text',
    notes: 'page',
  },
  // Text, pictures and sound together; a note is read at the end of its section.
  'read-aloud': {
    name: 'read-aloud',
    content: 'full',
    typeSizePt: 12,
    lineHeight: 1.4,
    pageSize: a4,
    images: true,
    links: 'text',
    notes: 'section',
  },
  summary: {
    name: 'summary',
    content: 'summary',
    typeSizePt: 12,
    lineHeight: 1.4,
    pageSize: a4,
    images: true,
    links: 'text',
    notes: 'end',
  },
  audio: { name: 'audio', content: 'full', typeSizePt: 12, lineHeight: 1.4, pageSize: a4, images: false, links: 'text', notes: 'section' },
  braille: { name: 'braille', content: 'full', typeSizePt: 12, lineHeight: 1.4, pageSize: a4, images: false, links: 'text', notes: 'end' },
};

/**
 * An edition with some values changed.
 *
 * @param name - a built-in edition, which gives the other values
 * @throws {RangeError} when large print would be smaller than 16 or larger than 28 points
 */
export function makeEdition(name: EditionName, changes: Partial<Edition> = {}): Edition {
  const edition = { ...editions[name], ...changes };
  if (name === 'large-print' && !(edition.typeSizePt >= 16 && edition.typeSizePt <= 28)) {
    throw new RangeError(`Large print takes a type size from 16 to 28 points, not ${edition.typeSizePt}.`);
  }
  return edition;
}
