import type { OptionSchema } from '@everyread/core';

/** What may be chosen for a Word file beyond its edition; everything has a default. */
export interface DocxOptions {
  /**
   * Whether the contents list and “page 24” carry page numbers of this file. They are worked out by laying the pages out,
   * which takes about as long as printing them. `auto` (default) does so up to about 100 pages, `never` leaves them blank.
   */
  pageNumbers?: 'auto' | 'never';
  /** Whether the typeface travels inside the file, so that it looks the same on every machine. Default: yes. */
  embedFonts?: boolean;
  /** Whether a report with a contents list begins with a title page. Default: yes. */
  titlePage?: boolean;
}

/** JSON Schema of the options. */
export const docxOptionSchema: OptionSchema = {
  type: 'object',
  additionalProperties: false,
  properties: {
    pageNumbers: {
      enum: ['auto', 'never'],
      description: 'Page numbers in the contents list and in references: worked out up to about 100 pages, or left blank.',
    },
    embedFonts: { type: 'boolean', description: 'Put the typeface into the file.' },
    titlePage: { type: 'boolean', description: 'Begin with a title page.' },
  },
};
