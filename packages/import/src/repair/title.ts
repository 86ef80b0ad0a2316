import { is, toText, type FlowContent } from '@everyread/core';
import type { Findings } from '../importing.js';
import { isBoldLine } from './headings.js';

/**
 * Where nothing says what the title is: with `repair` the bold line at the top, if headings follow it; else the first words are named,
 * for the editor to judge.
 */
export function titleFromTop(
  blocks: readonly FlowContent[],
  what: string,
  { findings, repair }: { findings: Findings; repair: boolean },
): { blocks: readonly FlowContent[]; title: string } {
  const [first, ...rest] = blocks;
  const text = first === undefined ? '' : toText(first).trim();
  const place = first?.position?.start;
  if (repair && isBoldLine(first) && rest.some((block) => is(block, 'heading') || isBoldLine(block))) {
    findings.say('import-repair', `“${text}”, a bold line at the top, is the title now`, undefined, place);
    return { blocks: rest, title: text };
  }
  const hint = text === '' ? '' : `; it begins with “${text.length > 80 ? `${text.slice(0, 80)}…` : text}”`;
  findings.say('import-no-title', `The ${what} has no title${hint}`);
  return { blocks, title: '' };
}
