import { severityOf, type Severity } from '@everyread/core';
import type { VFileMessage } from 'vfile-message';

/** A message as data, for `--json` and everyread-report.json. */
export interface MessageJson {
  file: string;
  line?: number;
  column?: number;
  severity: Severity;
  ruleId: string;
  reason: string;
  /** What to do. */
  note?: string;
  source?: string;
}

export function messageToJson(message: VFileMessage, file: string): MessageJson {
  return {
    file,
    ...(message.line === undefined ? {} : { line: message.line, column: message.column ?? 1 }),
    severity: severityOf(message),
    ruleId: message.ruleId ?? 'message',
    reason: message.reason,
    ...(message.note ? { note: message.note } : {}),
    ...(message.source ? { source: message.source } : {}),
  };
}
