import type { OptionSchema } from '@everyread/core';

/** What may be asked of the PDF. */
export interface PdfOptions {
  /**
   * The standard to meet: `ua-1` is PDF/UA-1 (ISO 14289-1) and, unless turned off, PDF/A-2a as well; `ua-2` is
   * PDF/UA-2 (ISO 14289-2) with the WTPDF 1.0 declaration. Default `ua-1`: every reader's program knows it.
   */
  standard?: 'ua-1' | 'ua-2';
  /** With `ua-1`, also meet PDF/A-2a, for archives. Default true. */
  archive?: boolean;
  /** Print web addresses after links: for readers who have the report on paper. Default: in large print, and where the edition asks. */
  addresses?: boolean;
  /** Show where the pages of the print edition begin. Default true. */
  printPages?: boolean;
  /** Begin with a cover. Default true but for a leaflet of about a page; without it the title stands above the text. */
  cover?: boolean;
}

/** JSON Schema of {@link PdfOptions}. */
export const pdfOptionSchema: OptionSchema = {
  type: 'object',
  additionalProperties: false,
  properties: {
    standard: {
      enum: ['ua-1', 'ua-2'],
      default: 'ua-1',
      description: 'The standard to meet: PDF/UA-1, or PDF/UA-2 with the WTPDF declaration.',
    },
    archive: { type: 'boolean', default: true, description: 'With ua-1, also meet PDF/A-2a.' },
    addresses: { type: 'boolean', description: 'Print web addresses after links; in large print by default.' },
    printPages: { type: 'boolean', default: true, description: 'Show where the pages of the print edition begin.' },
    cover: { type: 'boolean', description: 'Begin with a cover; by default all but leaflets do.' },
  },
};
