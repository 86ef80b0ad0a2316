import { ruleMessage, type Report } from '@everyread/core';
import type { VFileMessage } from 'vfile-message';
import { sourceRules } from './rules.js';

/** What was read: without a report the messages say why. */
export interface Source {
  report?: Report;
  messages: VFileMessage[];
  /** The text, for code frames. */
  text: string;
}

/**
 * Reads a report from Markdown or from JSON. JSON is what is named so, or begins with a brace where there is no name.
 *
 * @param input - the bytes of the file, or its text
 * @param path - its name, for messages
 */
export async function readSource(input: Uint8Array | string, path: string): Promise<Source> {
  const text = typeof input === 'string' ? input : decode(input);
  if (text === undefined) {
    return {
      text: '',
      messages: [ruleMessage(sourceRules['not-utf8'], { reason: 'The file is not text in UTF-8', place: { line: 1, column: 1 } })],
    };
  }
  if (path.endsWith('.json') || (!/\.(md|markdown|txt)$/i.test(path) && /^\s*\{/.test(text))) {
    const { readJson } = await import('./read-json.js');
    return { text, ...readJson(text) };
  }
  const { readMarkdown } = await import('@everyread/markdown');
  return { text, ...readMarkdown(text, { path }) };
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
