import { build, is, toText, type FlowContent } from '@everyread/core';
import type { RepairJob } from './repair.js';

const rule = /^(?:[_*=~#•.·–—―-]\s*){3,}$/;

/** A line of dashes or stars that parts passages: a screen reader would say each sign. */
export function mendRules(blocks: readonly FlowContent[], { findings, own }: RepairJob): FlowContent[] {
  if (own) return [...blocks];
  return blocks.map((block) => {
    if (!is(block, 'paragraph') || !block.children.every((node) => is(node, 'text')) || !rule.test(toText(block).trim())) return block;
    const place = block.position?.start;
    findings.count('import-changed', 'A line of typed signs became a break between passages', place, toText(block).trim().slice(0, 10));
    return build.thematicBreak();
  });
}
