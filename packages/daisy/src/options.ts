import type { OptionSchema } from '@everyread/core';

/** Options of both DAISY formats. */
export interface DaisyOptions {
  /** Whether pictures go into the book; their text alternatives always do. Default true. */
  images?: boolean;
}

/** Options of DAISY 3. */
export interface Daisy3Options extends DaisyOptions {
  /** Text without sound, for Braille displays and speech synthesisers. Default: only where there is no narration. */
  textOnly?: boolean;
}

const images = { type: 'boolean', default: true, description: 'Whether pictures go into the book; their text alternatives always do.' };

/** The JSON Schema of `DaisyOptions`. */
export const daisyOptionSchema: OptionSchema = { type: 'object', additionalProperties: false, properties: { images } };
/** The JSON Schema of `Daisy3Options`. */
export const daisy3OptionSchema: OptionSchema = {
  type: 'object',
  additionalProperties: false,
  properties: {
    images,
    textOnly: { type: 'boolean', default: false, description: 'Text without sound, for Braille displays and speech synthesisers.' },
  },
};
