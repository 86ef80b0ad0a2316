import { parseText } from './parse.js';
import { readWith, type ReadOptions, type ReadResult } from './read-with.js';

/**
 * Reads Markdown (CommonMark, GFM, front matter, and the directives of docs/syntax.md).
 *
 * Never throws for what the text holds: faults are messages with their place, and the report holds the rest.
 *
 * @param text - the document
 */
export function readMarkdown(text: string, options: ReadOptions = {}): ReadResult {
  return readWith(parseText, text, options)!;
}
