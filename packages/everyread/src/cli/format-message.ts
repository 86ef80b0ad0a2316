import { severityOf } from '@everyread/core';
import type { VFileMessage } from 'vfile-message';
import { codeFrame } from './code-frame.js';

/** The words before each message: a screen reader says the severity before anything else of it. */
export interface MessageStyle {
  path: string;
  /** The lines of the document, for code frames. */
  lines: readonly string[];
  /** Where a paragraph is found, in a Word document. */
  wordPlace?: (paragraph: number) => string;
}

/**
 * A message for people: `report.md:41:1 error missing-alt A picture has no text alternative`, the line that it
 * is about, and what to do. In a Word document the place is a paragraph: `report.docx, paragraph 15 (“Our year”): error …`.
 */
export function formatMessage(message: VFileMessage, style: MessageStyle): string {
  const { line, column } = message;
  const place =
    line === undefined
      ? style.path
      : style.wordPlace
        ? `${style.path}, ${safe(style.wordPlace(line))}:`
        : `${style.path}:${line}:${column ?? 1}`;
  const head = `${place} ${severityOf(message)} ${message.ruleId ?? 'message'} ${safe(message.reason)}\n`;
  const frame = line === undefined ? '' : codeFrame(style.lines, line, column ?? 1);
  const note = message.note ? `  To mend it: ${safe(message.note)}\n` : '';
  return head + frame + note;
}

/** Text of a document must not steer the terminal. */
export function safe(text: string): string {
  return text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, '\ufffd');
}

/** “2 errors and 1 warning”. */
export function countMessages(messages: readonly VFileMessage[]): string {
  const count = (severity: string): number => messages.filter((message) => severityOf(message) === severity).length;
  const parts = [
    [count('error'), 'error', 'errors'],
    [count('warning'), 'warning', 'warnings'],
    [count('info'), 'hint', 'hints'],
  ] as const;
  const said = parts.filter(([n]) => n > 0).map(([n, one, many]) => `${n} ${n === 1 ? one : many}`);
  if (said.length === 0) return 'no errors and no warnings';
  return said.length === 1 ? said[0]! : `${said.slice(0, -1).join(', ')} and ${said.at(-1)!}`;
}
