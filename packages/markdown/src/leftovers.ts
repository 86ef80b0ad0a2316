import { nearest } from '@everyread/core';
import type { Text } from 'mdast';
import type { Reporter } from './messages.js';
import { ourTextNameFor } from './other-names.js';
import { directiveTypes } from './directive-types.js';
import { pointAt } from './slips.js';

const textNames = [...directiveTypes.keys()];

/**
 * Finds in plain text what was meant as a directive: no reader should get the colons.
 *
 * @param text - the document that the positions of the node count in
 */
export function checkText(node: Text, text: string, reporter: Reporter): void {
  const { value } = node;
  if (!value.includes(':')) return;
  const start = node.position?.start;
  for (const [index, line] of value.split('\n').entries()) {
    const begins = index > 0 || start?.column === 1 || /^\s*:{2,}[a-z]/.test(value);
    const place = start ? { line: start.line + index, column: index === 0 ? start.column : 1 } : undefined;
    if (begins && /^\s*:{2,}(?:\s*$|\s*[a-z])/i.test(line)) {
      if (closesBroken(line, reporter)) continue;
      const note = whyNoDirective(line);
      reporter.say('directive-syntax', {
        place,
        reason: `This line looks like a directive and is none: ${line.trim().slice(0, 60)}`,
        ...(note ? { note } : {}),
      });
    } else if (directiveTypes.has(/(?<![\w:\\]):{2,}([a-z]+)(?=[[{])/.exec(line)?.[1] ?? '')) {
      reporter.say('directive-syntax', {
        place,
        reason: `A directive of a line of its own stands in a line of text: ${/:{2,}.*/.exec(line)![0].slice(0, 60)}`,
        note: 'Put it on a line of its own, with an empty line above it; `:page{n="24"}` may stand in a line.',
      });
    }
  }
  checkNames(node, text, reporter);
}

/** Finds `:name[…]` and `:name{…}` in a line whose name is none of ours: the reading takes them for text, as it does the colon of a time. */
function checkNames({ position }: Text, text: string, reporter: Reporter): void {
  const { start, end } = position ?? {};
  if (start?.offset === undefined || end?.offset === undefined) return;
  const source = text.slice(start.offset, end.offset);
  for (const found of source.matchAll(/(?<![\w:\\]):([A-Za-z]+)(?=\[[^\s\]][^\]\n]*\]|\{[^\s}][^}\n]*\})/g)) {
    const name = found[1]!;
    if (directiveTypes.has(name)) continue;
    const near = nearest(name.toLowerCase(), textNames);
    const ours = ourTextNameFor(name) ?? (near && `:${near}`);
    reporter.say('unknown-directive', {
      place: pointAt(source, start, found.index),
      reason: `There is no directive :${name}`,
      ...(ours ? { note: `Did you mean ${ours}?` } : {}),
    });
  }
}

/** Blocks of a reading whose first line was no directive, so that their last line stands in the text too: one fault, said once. */
const broken = new WeakMap<Reporter, number>();

function closesBroken(line: string, reporter: Reporter): boolean {
  const open = broken.get(reporter) ?? 0;
  const closes = /^\s*:{3,}\s*$/.test(line);
  if (!closes && !/^\s*:{3,}/.test(line)) return false;
  broken.set(reporter, closes ? Math.max(0, open - 1) : open + 1);
  return closes && open > 0;
}

function whyNoDirective(line: string): string | undefined {
  if (/[A-Za-z]=[“”„‘’‚«»]/.test(line)) return 'Its quotation marks are curly: write straight ones, attribute="value".';
  if (/^\s*:{3,}\s*$/.test(line)) return 'It ends a block that nothing begins: mend the line that should begin it, or delete this one.';
  if (/^\s*:{3,}\s+[a-z]/i.test(line)) return 'Write the name right after the colons, without a blank, such as `:::callout[Title]`.';
  if (/^\s*:{2,}[a-z]+\s+[[{]/i.test(line)) return 'Write the bracket right after the name, without a blank, such as `:::callout[Title]`.';
  return undefined;
}
