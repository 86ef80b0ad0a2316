import { ruleMessage, type PlaceOfMeta, type Report } from '@everyread/core';
import type { VFileMessage } from 'vfile-message';
import { checkReport } from './check-report.js';
import { locate } from './locate.js';
import { placeInJson } from './place-in-json.js';
import { sourceRules } from './rules.js';

/** Reads a report from JSON and checks it against the schema; each fault is a message with its line. */
export function readJson(text: string): { report?: Report; messages: VFileMessage[]; placeOf?: PlaceOfMeta } {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const reason = error instanceof SyntaxError ? error.message : 'it is nested too deeply';
    return {
      messages: [
        ruleMessage(sourceRules['json-syntax'], {
          reason: `The file is not JSON: ${reason.split('\n')[0] ?? ''}`,
          place: placeInJson(reason, text),
        }),
      ],
    };
  }
  return checkReport(value, (pointer) => locate(text, pointer));
}
