import { EveryreadError } from '@everyread/core';
import type { ImportOptions, ImportResult } from '@everyread/import';

/** What a file is by its first bytes and its name: a document that has to be imported, or nothing of the kind. */
export function foreignKind(bytes: Uint8Array, path: string): 'docx' | 'html' | 'other' | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 1000));
  if (head.startsWith('PK\u0003\u0004') || head.startsWith('\u00d0\u00cf\u0011\u00e0') || /\.do(?:c|cx|cm|tx|tm)$/i.test(path))
    return /\.(?:odt|ods|odp|epub|pages|xlsx|pptx)$/i.test(path) ? 'other' : 'docx';
  if (head.startsWith('%PDF') || head.startsWith('{\\rtf') || /\.(?:odt|rtf|pdf|pages)$/i.test(path)) return 'other';
  if (/\.(?:html?|xhtml)$/i.test(path)) return 'html';
  return /^(?:\u00ef\u00bb\u00bf)?\s*(?:<!--[^]*?-->\s*)?(?:<!doctype html|<html[\s>])/i.test(head) ? 'html' : undefined;
}

/**
 * Imports a Word document or a web page.
 *
 * @throws {EveryreadError} code `document` when it is neither, or one that would exhaust the memory
 */
export async function importForeign(bytes: Uint8Array, kind: 'docx' | 'html' | 'other', options: ImportOptions): Promise<ImportResult> {
  const { importDocx, importHtml } = await import('@everyread/import');
  if (kind === 'docx') return importDocx(bytes, options);
  if (kind === 'html') return importHtml(bytes, options);
  const isPdf = new TextDecoder('latin1').decode(bytes.subarray(0, 4)) === '%PDF';
  throw new EveryreadError('document', `${options.path ?? 'The file'} is neither a Word document nor a web page`, {
    hint: isPdf
      ? 'A PDF says too little of its headings, tables and reading order. Ask for the Word file that it was made from.'
      : 'Open it in Word or LibreOffice, save it as .docx, and import that.',
  });
}
