import { loadFont } from '@everyread/fonts';
import { EveryreadError, ruleMessage, type Assets, type Context, type ResolvedTheme } from '@everyread/core';
import { docxRules } from '../messages.js';
import { readFace, type Face } from './face.js';

/** The typeface of a document: what Word embeds and what widths are measured in. */
export interface Typeface {
  family: string;
  regular: Face;
  bold: Face;
  /** Font files by face; a charity's own typeface has but one. */
  files: { regular: Uint8Array; bold?: Uint8Array; italic?: Uint8Array; boldItalic?: Uint8Array };
}

/** The charity's typeface where its theme has one that can be read, else Atkinson Hyperlegible Next. */
export async function loadTypeface(
  theme: ResolvedTheme,
  context: Pick<Context, 'assets' | 'message'>,
  withItalics: boolean,
): Promise<Typeface> {
  const own = theme.font === undefined ? undefined : await loadOwn(theme.font, context.assets, context.message);
  if (own !== undefined) return own;
  const [regular, bold, italic, boldItalic] = await Promise.all([
    loadFont('atkinson-regular'),
    loadFont('atkinson-bold'),
    withItalics ? loadFont('atkinson-italic') : undefined,
    withItalics ? loadFont('atkinson-bold-italic') : undefined,
  ]);
  const face = readFace(regular);
  return {
    family: face.family,
    regular: face,
    bold: readFace(bold),
    files: { regular, bold, ...(italic ? { italic } : {}), ...(boldItalic ? { boldItalic } : {}) },
  };
}

async function loadOwn(path: string, assets: Assets, message: Context['message']): Promise<Typeface | undefined> {
  try {
    const asset = await assets.load(path);
    if (!asset.mediaType.startsWith('font/')) throw new RangeError('it is not a font file');
    const face = readFace(asset.body);
    return { family: face.family, regular: face, bold: face, files: { regular: asset.body } };
  } catch (cause) {
    if (!(cause instanceof EveryreadError || cause instanceof RangeError)) throw cause;
    message(
      ruleMessage(docxRules['docx-font'], {
        source: 'docx',
        place: { line: 1, column: 1 },
        reason: `The typeface ${path} could not be used: ${cause.message}`,
      }),
    );
    return undefined;
  }
}
