import { VFileMessage } from 'vfile-message';
import type { Node } from 'unist';

/** How grave a finding is: an `error` stops the edition, a `warning` does not, `info` is advice. */
export type Severity = 'error' | 'warning' | 'info';

/** What a message is made of. */
export interface MessageInput {
  /** Permanent name of the rule, in kebab-case. */
  ruleId: string;
  severity: Severity;
  /** What is wrong and for whom, in a sentence. */
  reason: string;
  /** What to do about it. */
  note?: string;
  /** The node it is about; its position gives file:line:column. */
  node?: Node | undefined;
  /** The position, where there is no node. */
  place?: VFileMessage['place'];
  /** Who says it: the package's short name. */
  source?: string;
  /** The way to the value of `Meta` that it is about, such as `['theme', 'primary']`: whoever has the source knows its line. */
  about?: readonly string[] | undefined;
}

/** What each message is about, as far as it is about a value of `Meta`. */
const abouts = new WeakMap<VFileMessage, readonly string[]>();

/** The way to the value of `Meta` that a message is about. */
export function aboutOf(message: VFileMessage): readonly string[] | undefined {
  return abouts.get(message);
}

/** Makes a message; nothing is printed. */
export function createMessage(input: MessageInput): VFileMessage {
  const message = new VFileMessage(input.reason, {
    place: input.place ?? input.node?.position,
    ruleId: input.ruleId,
    source: input.source ?? 'everyread',
  });
  if (input.note !== undefined) message.note = input.note;
  message.fatal = input.severity === 'error' ? true : input.severity === 'warning' ? false : undefined;
  if (input.about !== undefined) abouts.set(message, input.about);
  return message;
}

/** Reads the severity of a message back. */
export function severityOf(message: VFileMessage): Severity {
  return message.fatal === true ? 'error' : message.fatal === false ? 'warning' : 'info';
}

/** The kinds of failure that a library reports by throwing. */
export type ErrorCode = 'misuse' | 'document' | 'asset' | 'engine' | 'io' | 'aborted';

/**
 * The one error that Everyread's libraries throw: for misuse, input and output, and engines that fail.
 * Faults of a document are messages instead; `document` is thrown only where nothing can be made of it.
 */
export class EveryreadError extends Error {
  readonly code: ErrorCode;
  /** What to do about it. */
  readonly hint: string | undefined;

  constructor(code: ErrorCode, message: string, options: { hint?: string; cause?: unknown } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'EveryreadError';
    this.code = code;
    this.hint = options.hint;
  }
}
