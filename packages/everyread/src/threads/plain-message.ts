import { aboutOf, createMessage, EveryreadError, severityOf, type ErrorCode, type Severity } from '@everyread/core';
import type { VFileMessage } from 'vfile-message';

/** A message as plain values: an error's class and own properties are lost on the way between two threads. */
export interface PlainMessage {
  reason: string;
  ruleId: string;
  severity: Severity;
  place?: VFileMessage['place'];
  note?: string;
  source?: string;
  about?: readonly string[];
}

/** An error as plain values. */
export interface PlainError {
  code: ErrorCode;
  message: string;
  hint?: string;
}

export function toPlainMessage(message: VFileMessage): PlainMessage {
  const about = aboutOf(message);
  return {
    reason: message.reason,
    ruleId: message.ruleId ?? 'message',
    severity: severityOf(message),
    ...(message.place === undefined ? {} : { place: message.place }),
    ...(message.note === undefined ? {} : { note: message.note }),
    ...(message.source === undefined ? {} : { source: message.source }),
    ...(about === undefined ? {} : { about }),
  };
}

export function fromPlainMessage(message: PlainMessage): VFileMessage {
  return createMessage(message);
}

export function toPlainError(error: EveryreadError): PlainError {
  return { code: error.code, message: error.message, ...(error.hint === undefined ? {} : { hint: error.hint }) };
}

export function fromPlainError({ code, message, hint }: PlainError): EveryreadError {
  return new EveryreadError(code, message, hint === undefined ? {} : { hint });
}
