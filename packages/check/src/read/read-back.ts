import { EveryreadError } from '@everyread/core';
import type { Outline } from '../outline/outline.js';
import { readBrf, readPef } from './braille/read-braille.js';
import { readEbraille } from './braille/read-ebraille.js';
import { readDaisy } from './daisy/read-daisy.js';
import { readDocx } from './docx/read-docx.js';
import { readEpub } from './epub/read-epub.js';
import { readHtml } from './html/read-html.js';
import { readKindle } from './kindle/read-kindle.js';
import { readPdf } from './pdf/read-pdf.js';
import { readMp3 } from './sound/read-mp3.js';

/** A file that was made, in whole. */
export interface MadeFile {
  readonly path: string;
  readonly body: Uint8Array;
}

/** Reads the bytes of one format. */
export type Reader = (bytes: Uint8Array) => Outline | Promise<Outline>;

/** The readers that come with this package, by the ending of the file. */
export const readers: Readonly<Record<string, Reader>> = {
  docx: readDocx,
  html: readHtml,
  epub: readEpub,
  pdf: readPdf,
  mobi: readKindle,
  azw3: readKindle,
  brf: readBrf,
  pef: readPef,
  ebrl: readEbraille,
  mp3: readMp3,
  zip: readDaisy,
};

/**
 * Opens a file as a stranger would and makes an outline of it.
 *
 * @param file - its path's ending names the format
 * @param more - readers of other formats, by ending; they go before those of this package
 * @returns `undefined` for a format that nothing here can read
 * @throws {EveryreadError} code `document`, when the file is damaged
 */
export async function readBack(file: MadeFile, more: Readonly<Record<string, Reader>> = {}): Promise<Outline | undefined> {
  const ending = /\.([^./]+)$/.exec(file.path)?.[1]?.toLowerCase() ?? '';
  const reader = more[ending] ?? readers[ending];
  if (reader === undefined) return undefined;
  try {
    return await reader(file.body);
  } catch (cause) {
    if (cause instanceof EveryreadError) throw cause;
    throw new EveryreadError('document', `${file.path} can’t be read back: ${cause instanceof Error ? cause.message : String(cause)}`, {
      cause,
    });
  }
}
