import type { OptionSchema } from '@everyread/core';

/** What a caller may set for an EPUB. */
export interface EpubOptions {
  /** Levels of headings in the contents, 1 to 6. Default 3. */
  contentsDepth?: number;
  /** Whether the typeface is put into the book. Default `true`. */
  embedFonts?: boolean;
  /** Whether a report without a cover picture gets one made from its title. Default `true`. */
  makeCover?: boolean;
}

export const epubOptionSchema: OptionSchema = {
  type: 'object',
  additionalProperties: false,
  properties: {
    contentsDepth: { type: 'integer', minimum: 1, maximum: 6, default: 3, description: 'Levels of headings in the contents.' },
    embedFonts: { type: 'boolean', default: true, description: 'Whether the typeface is put into the book.' },
    makeCover: { type: 'boolean', default: true, description: 'Whether a report without a cover picture gets one made from its title.' },
  },
};
