import type { OptionSchema } from '@everyread/core';

/** What a caller may set for Kindle books. */
export interface MobiOptions {
  /** Levels of headings in the contents, 1 to 6. Default 3. */
  contentsDepth?: number;
}

export const mobiOptionSchema: OptionSchema = {
  type: 'object',
  additionalProperties: false,
  properties: {
    contentsDepth: { type: 'integer', minimum: 1, maximum: 6, default: 3, description: 'Levels of headings in the contents.' },
  },
};
