import { parsePlain } from './parse-plain.js';
import { readWith, type ReadOptions, type ReadResult } from './read-with.js';

/** Longer texts are read by the full parser at once: loading it takes less time than reading their beginning twice. UTF-16 units. */
const maxPlain = 200_000;

/**
 * Reads Markdown as `readMarkdown()` does, and loads the full parser only for a text that needs it: one with directives, lists in lists,
 * raw HTML and the like. A command that reads one report is done sooner without it.
 *
 * Never rejects for what the text holds: faults are messages with their place, and the report holds the rest.
 *
 * @param text - the document
 */
export async function readMarkdownLazily(text: string, options: ReadOptions = {}): Promise<ReadResult> {
  const plain = text.length > maxPlain ? undefined : readWith(parsePlain, text, options);
  return plain ?? (await import('./read.js')).readMarkdown(text, options);
}

export type { ReadOptions, ReadResult };
