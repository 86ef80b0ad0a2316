import { ruleMessage, type PlaceOfMeta, type Report } from '@everyread/core';
import type { VFileMessage } from 'vfile-message';
import { foreignKind, importForeign } from './foreign.js';
import { sourceRules } from './rules.js';

/** What was read: without a report the messages say why. */
export interface Source {
  report?: Report;
  messages: VFileMessage[];
  /** The text, for code frames; empty where there is none to show. */
  text: string;
  /** What it was imported from. */
  foreign?: 'docx' | 'html';
  /** The pictures that an imported document held, by the path that the report names. */
  files?: ReadonlyMap<string, Uint8Array>;
  /** Where the text says something of the whole report. */
  placeOf?: PlaceOfMeta;
}

/**
 * Reads a report from Markdown or from JSON, or imports it from a Word document or a web page. JSON is what is named so, or begins
 * with a brace where there is no name.
 *
 * @param input - the bytes of the file, or its text
 * @param path - its name, for messages
 */
export async function readSource(input: Uint8Array | string, path: string): Promise<Source> {
  const kind = foreignKind(typeof input === 'string' ? new TextEncoder().encode(input.slice(0, 1000)) : input, path);
  if (kind !== undefined) {
    const bytes = typeof input === 'string' ? new TextEncoder().encode(input) : input;
    const { report, files, messages } = await importForeign(bytes, kind, { path });
    return { report, files, messages, ...(kind === 'other' ? {} : { foreign: kind }), text: kind === 'html' ? (decode(bytes) ?? '') : '' };
  }
  const text = typeof input === 'string' ? input : decode(input);
  if (text === undefined) {
    const place = placeOfBadByte(input as Uint8Array);
    return {
      text: '',
      messages: [ruleMessage(sourceRules['not-utf8'], { reason: `The file is not text in UTF-8${guess(input as Uint8Array)}`, place })],
    };
  }
  if (path.endsWith('.json') || (!/\.(md|markdown|txt)$/i.test(path) && /^\s*\{/.test(text))) {
    const { readJson } = await import('./read-json.js');
    return { text, ...readJson(text) };
  }
  const { readMarkdownLazily } = await import('@everyread/markdown/lazy');
  return { text, ...(await readMarkdownLazily(text, { path })) };
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** What the file seems to be instead, from its first bytes. */
function guess(bytes: Uint8Array): string {
  const isUtf16 =
    (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff) || bytes.subarray(0, 200).includes(0);
  return isUtf16
    ? ': it seems to be in UTF-16, which some editors call “Unicode”'
    : ', and seems to be in an older encoding, such as that of Windows';
}

/** The line and column, counted from 1, of the first byte that belongs to no character. */
function placeOfBadByte(bytes: Uint8Array): { line: number; column: number } {
  // A decoder that waits for more takes half a character at the end, so that the longest beginning it takes ends before the bad byte.
  const begin = (length: number): string | undefined => {
    try {
      return new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, length), { stream: true });
    } catch {
      return undefined;
    }
  };
  let good = 0;
  for (let bad = bytes.length + 1; bad - good > 1;) {
    const middle = (good + bad) >> 1;
    if (begin(middle) === undefined) bad = middle;
    else good = middle;
  }
  const lines = (begin(good) ?? '').split(/\r\n?|\n/);
  return { line: lines.length, column: lines.at(-1)!.length + 1 };
}
