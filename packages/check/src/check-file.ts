import { EveryreadError, ruleMessage, type PreparedReport } from '@everyread/core';
import type { VFileMessage } from 'vfile-message';
import { compareWithReport, type CompareOptions } from './compare/compare.js';
import { checkRules } from './messages.js';
import { readBack, type MadeFile, type Reader } from './read/read-back.js';

/** What reading one file back found. */
export interface FileCheck {
  /** Whether there was a reader for the format. */
  readonly read: boolean;
  readonly messages: VFileMessage[];
}

/** How to check a file. */
export interface CheckFileOptions extends CompareOptions {
  /** Readers of other formats, by ending. */
  readers?: Readonly<Record<string, Reader>>;
}

/**
 * Reads a file back and compares it with the report it was made from: the one call for renderers, ours and other people's.
 * A file that can't be read is a message too.
 *
 * @param file - the file that the renderer made
 * @param report - the prepared report that it was made from
 */
export async function checkFile(file: MadeFile, report: PreparedReport, options: CheckFileOptions = {}): Promise<FileCheck> {
  try {
    const outline = await readBack(file, options.readers);
    if (outline === undefined) return { read: false, messages: [] };
    const messages = compareWithReport(outline, report, { file: file.path, ...options });
    for (const version of outline.versions ?? [])
      messages.push(...compareWithReport(version, report, { ...options, file: `${options.file ?? file.path} (${version.format})` }));
    return { read: true, messages };
  } catch (error) {
    if (!(error instanceof EveryreadError)) throw error;
    return { read: true, messages: [ruleMessage(checkRules['read-back-unreadable'], { reason: error.message, source: 'check' })] };
  }
}
