/** A charity's brand, used alike by every format. */
export interface Theme {
  /** Main colour, `#rrggbb`: headings, rules, the cover. */
  primary?: string;
  /** Second colour, `#rrggbb`: charts and key figures. */
  accent?: string;
  /** Picture file, relative to the document. */
  logo?: string;
  /** What the logo says; the publisher's name unless given. */
  logoAlt?: string;
  /** A TrueType or OpenType file, relative to the document. */
  font?: string;
  /** TrueType or OpenType files for characters that the typefaces of a PDF lack, such as Chinese ones, relative to the document. */
  extraFonts?: string[];
}

/** An edition that people made by hand, listed on the download page. */
export interface LinkedEdition {
  title: string;
  href: string;
  /** BCP 47 tag. */
  lang?: string;
  /** What it is, such as “Easy Read” or “BSL video”. */
  format?: string;
  audience?: string;
}

/** What the author says of the report's accessibility. */
export interface AccessibilityStatement {
  summary?: string;
  /** EPUB hazards: `none`, or some of `flashing`, `motionSimulation`, `sound`. */
  hazards?: string[];
  /** Who certifies that the EPUB conforms; without one no conformance is claimed. */
  certifier?: string;
  /** Web address of the certifier's credential. */
  certifierCredential?: string;
  /** Web address of the certifier's report. */
  certifierReport?: string;
}

/** What is known of the report as a whole: the front matter. */
export interface Meta {
  title: string;
  subtitle?: string;
  /** BCP 47 tag. */
  lang: string;
  author?: string;
  publisher?: string;
  /** ISO date, `2024-03-22`. */
  date?: string;
  rights?: string;
  identifier?: string;
  description?: string;
  /** How to ask for another format: an e-mail address, a telephone number or a sentence. */
  contact?: string;
  /** Cover picture, relative to the document. */
  cover?: string;
  /** What the cover shows. */
  coverAlt?: string;
  /** Word → its expansion, or how to say it. */
  lexicon?: Record<string, string>;
  /**
   * Language (BCP 47) → the name of a voice that this machine knows, for who makes sound editions and names none. Never a folder: anyone may
   * have written the report.
   */
  voices?: Record<string, string>;
  theme?: Theme;
  /** Formats to make, or format → edition. */
  editions?: string[] | Record<string, string>;
  /** Editions that people made by hand. */
  linkedEditions?: LinkedEdition[];
  accessibility?: AccessibilityStatement;
  /** Rule id → severity or `off`. */
  rules?: Record<string, 'error' | 'warning' | 'info' | 'off'>;
  /** Rule id → why its findings are accepted; repeated in the conformance report. */
  suppress?: Record<string, string>;
}

type Shape = Readonly<Record<string, unknown>>;
const text: Shape = { type: 'string', minLength: 1 };
/** The name of a voice (`alba`, `kokoro/bf_emma`, `espeak:cy`), and no way to a file. */
const voiceName: Shape = {
  type: 'string',
  pattern: '^(?:(?:flite|espeak|system):[^/\\\\]+|[^/\\\\:.~][^/\\\\:]*(?:/[^/\\\\:.][^/\\\\:]*)?)$',
};
const colour: Shape = { type: 'string', pattern: '^#[0-9a-fA-F]{6}$' };

/** JSON Schema of the front matter. */
export const metaSchema: Shape = {
  type: 'object',
  additionalProperties: false,
  required: ['title', 'lang'],
  properties: {
    title: text,
    subtitle: text,
    lang: { type: 'string', pattern: '^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$' },
    author: text,
    publisher: text,
    date: { type: 'string', pattern: '^(?!\\d{4}-(?:02-3|(?:0[469]|11)-31))\\d{4}(-(?:0[1-9]|1[0-2])(-(?:0[1-9]|[12]\\d|3[01]))?)?$' },
    rights: text,
    identifier: text,
    description: text,
    contact: text,
    cover: text,
    coverAlt: text,
    lexicon: { type: 'object', additionalProperties: text },
    voices: { type: 'object', additionalProperties: voiceName },
    theme: {
      type: 'object',
      additionalProperties: false,
      properties: { primary: colour, accent: colour, logo: text, logoAlt: text, font: text, extraFonts: { type: 'array', items: text } },
    },
    editions: {
      anyOf: [
        { type: 'array', items: text },
        { type: 'object', additionalProperties: text },
      ],
    },
    linkedEditions: {
      type: 'array',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['title', 'href'],
        properties: { title: text, href: text, lang: text, format: text, audience: text },
      },
    },
    accessibility: {
      type: 'object',
      additionalProperties: false,
      properties: {
        summary: text,
        hazards: { type: 'array', items: { enum: ['none', 'flashing', 'motionSimulation', 'sound'] } },
        certifier: text,
        certifierCredential: text,
        certifierReport: text,
      },
    },
    rules: { type: 'object', additionalProperties: { enum: ['error', 'warning', 'info', 'off'] } },
    suppress: { type: 'object', additionalProperties: text },
  },
};

/**
 * The front matter that a file for readers may keep for those who edit it: all but which rules the editors set aside, and why, which
 * they write for themselves.
 */
export function metaForReaders({ rules: _rules, suppress: _suppress, ...meta }: Meta): Omit<Meta, 'rules' | 'suppress'> {
  return meta;
}

/** Whether a tag is well formed and canonical enough for every format (BCP 47, RFC 5646 2.1). */
export function isLanguageTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

/**
 * Tells where a report's source says something of the whole report.
 *
 * @param path - the way to the value in `Meta`, such as `['theme', 'logo']`
 * @returns line and column, counted from 1; `undefined` where it is not in the source
 */
export type PlaceOfMeta = (path: readonly (string | number)[]) => { line: number; column: number } | undefined;
