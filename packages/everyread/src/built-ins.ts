import type { Renderer } from '@everyread/core';

/** A format that comes with Everyread: where to find it. */
export interface BuiltIn {
  readonly name: string;
  readonly load: () => Promise<Renderer | undefined>;
}

/** A package may be installed without the format yet: then the format is not listed. */
function from(name: string, exported: string, load: () => Promise<object>): BuiltIn {
  return {
    name,
    async load() {
      const module = (await load()) as Record<string, Renderer | undefined>;
      return module[exported] ?? Object.values(module).find((each) => each?.name === name && typeof each.render === 'function');
    },
  };
}

/** The formats of Everyread, in the order in which people are offered them. */
export const builtIns: readonly BuiltIn[] = [
  from('docx', 'docxRenderer', () => import('@everyread/docx')),
  from('pdf', 'pdfRenderer', () => import('@everyread/pdf')),
  from('html', 'htmlRenderer', () => import('@everyread/html')),
  from('epub', 'epubRenderer', () => import('@everyread/epub')),
  from('mobi', 'mobiRenderer', () => import('@everyread/mobi')),
  from('azw3', 'azw3Renderer', () => import('@everyread/mobi')),
  from('mp3', 'mp3Renderer', () => import('@everyread/audio')),
  from('daisy-2.02', 'daisy202Renderer', () => import('@everyread/daisy')),
  from('daisy-3', 'daisy3Renderer', () => import('@everyread/daisy')),
  from('brf', 'brfRenderer', () => import('@everyread/braille')),
  from('pef', 'pefRenderer', () => import('@everyread/braille')),
  from('ebrl', 'ebrlRenderer', () => import('@everyread/braille')),
  from('braille-text', 'brailleTextRenderer', () => import('@everyread/braille')),
  from('braille-preview', 'braillePreviewRenderer', () => import('@everyread/braille')),
];

/** Formats for those who make a report, not for those who read it: made only when they are named. */
export const proofs: ReadonlySet<string> = new Set(['braille-text', 'braille-preview']);
