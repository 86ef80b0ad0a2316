import { nearest, reportSchema, ruleMessage, validate, type PlaceOfMeta, type Report } from '@everyread/core';
import type { VFileMessage } from 'vfile-message';
import { sourceRules } from './rules.js';
import { findUnfitCharacter } from './unfit-characters.js';

type Pointer = readonly (string | number)[];
type Place = { line: number; column: number };

/** More than this many faults say nothing new. */
const maxFaults = 50;

/**
 * Checks that a value, such as parsed JSON, is a report.
 *
 * @param locate - gives the place of a value, where there is a text to point at
 */
export function checkReport(
  value: unknown,
  locate?: (pointer: Pointer) => Place,
): { report?: Report; messages: VFileMessage[]; placeOf?: PlaceOfMeta } {
  const placeOf = (pointer: Pointer): { place?: Place } => (locate ? { place: locate(pointer) } : {});
  const messages: VFileMessage[] = [];
  for (const fault of validate(reportSchema, value).slice(0, maxFaults)) {
    const near = fault.allowed ? nearest(String(fault.path.at(-1)), fault.allowed) : undefined;
    messages.push(
      ruleMessage(sourceRules['json-report'], {
        reason: `${pointerText(fault.path)} ${fault.reason}`,
        ...(near ? { note: `Did you mean ${near}?` } : {}),
        ...placeOf(fault.path),
      }),
    );
  }
  if (messages.length > 0) return { messages };
  const found = findUnfitCharacter(value);
  if (found === undefined)
    return { report: value as Report, messages, ...(locate ? { placeOf: (path) => locate(['meta', ...path]) } : {}) };
  const reason = `${pointerText(found.pointer)} holds the character ${found.character}, which no edition can carry`;
  return { messages: [ruleMessage(sourceRules['json-character'], { reason, ...placeOf(found.pointer) })] };
}

function pointerText(pointer: Pointer): string {
  return pointer.length === 0 ? 'The whole' : pointer.join('/');
}
