import type { OptionSchema } from '@everyread/core';

/** How the HTML edition is made. */
export interface HtmlOptions {
  /** Reading settings and ways to read charts, by a small script; the page is whole without it. Default `true`. */
  interactive?: boolean;
  /** Whether the typeface is in the file. Default `true`. */
  embedFonts?: boolean;
  /** Size of body text at the browser's normal setting, in CSS pixels, 16 to 48. Default: the edition's. */
  textSizePx?: number;
}

/** JSON Schema of the options. */
export const htmlOptionSchema: OptionSchema = {
  type: 'object',
  additionalProperties: false,
  properties: {
    interactive: {
      type: 'boolean',
      description: 'Reading settings and ways to read charts, by a small script; the page is whole without it.',
      default: true,
    },
    embedFonts: { type: 'boolean', description: 'Whether the typeface is in the file.', default: true },
    textSizePx: {
      type: 'number',
      minimum: 16,
      maximum: 48,
      description: 'Size of body text at the browser’s normal setting, in CSS pixels.',
    },
  },
};
