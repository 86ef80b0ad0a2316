import type { Announcements, Pauses } from '@everyread/audio';
import type { NarratorOptions } from '../workers/narrator.js';
import type { EditionChoice } from './config.js';

type Schema = Readonly<Record<string, unknown>>;
/** A schema for each key of a type: one that is forgotten is a compile error. */
type SchemaOf<T> = { readonly [K in keyof Required<T>]: Schema };

const text: Schema = { type: 'string', minLength: 1 };
const yesNo: Schema = { type: 'boolean' };
const milliseconds: Schema = { type: 'number', minimum: 0, maximum: 60_000 };
const byText: Schema = { type: 'object', additionalProperties: text };
/** A value of a program, which no schema can judge. */
const anything: Schema = {};

const keys = (properties: Schema, more: Schema = {}): Schema => ({ type: 'object', additionalProperties: false, properties, ...more });

/** JSON Schema of the long form of an edition. Options are judged by their format. */
export const choiceSchema = keys(
  {
    format: text,
    edition: text,
    content: { enum: ['full', 'summary'] },
    typeSizePt: { type: 'number' },
    options: { type: 'object' },
  } satisfies SchemaOf<EditionChoice>,
  { required: ['format'] },
);

const announcements: SchemaOf<Announcements> = {
  headings: yesNo,
  lists: yesNo,
  tables: yesNo,
  pictures: yesNo,
  quotes: yesNo,
  notes: yesNo,
  pages: yesNo,
  links: yesNo,
  charts: yesNo,
  blocks: yesNo,
};

const pauses: SchemaOf<Pauses> = {
  sentence: milliseconds,
  paragraph: milliseconds,
  listItem: milliseconds,
  cell: milliseconds,
  beforeHeading: milliseconds,
  afterHeading: milliseconds,
  section: milliseconds,
};

/** JSON Schema of `narration`. */
export const narrationSchema = keys({
  voice: text,
  voices: byText,
  engine: {
    type: 'object',
    required: ['engine'],
    properties: { engine: { enum: ['flite', 'espeak', 'system', 'sherpa'] }, folder: text, title: text, lang: text },
  },
  rate: { type: 'number', minimum: 0.5, maximum: 2 },
  lexicon: {
    type: 'array',
    items: keys({ grapheme: text, alias: text, phoneme: text }, { required: ['grapheme'] }),
  },
  lexiconFiles: { type: 'array', items: text },
  announce: keys(announcements),
  pauses: keys(pauses),
  noteMarks: { enum: ['say', 'silent'] },
  addresses: { enum: ['site', 'whole'] },
  bitrateKbps: { enum: [32, 48, 64, 96, 128] },
  sampleRate: { enum: [16_000, 22_050, 24_000] },
  loudnessLufs: { type: 'number', minimum: -60, maximum: 0 },
  threads: { type: 'integer', minimum: 0, maximum: 64 },
  cacheFolder: text,
  cache: anything,
  onProgress: anything,
} satisfies SchemaOf<NarratorOptions>);
