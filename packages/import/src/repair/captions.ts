import { build, captionOf, is, toText, type FlowContent, type Paragraph, type PhrasingContent, type ReportNode } from '@everyread/core';
import type { RepairJob } from './repair.js';

const numbered = /^(?:figure|fig\.|picture|photo|chart|ffigur|llun)\s*\d*\s*[:.–—-]/i;

/** A line below a picture that is set like a caption and is none: the whole of it slanted, or with the word “Figure” before it. */
export function joinCaptions(blocks: readonly FlowContent[], { findings, repair }: RepairJob): FlowContent[] {
  const out: FlowContent[] = [];
  for (const block of blocks) {
    const last = out.at(-1);
    const line = is(last, 'figure') && !last.decorative && captionOf(last) === undefined ? captionLine(block) : undefined;
    if (line === undefined || !is(last, 'figure')) {
      out.push(block);
      continue;
    }
    const text = toText(line).slice(0, 60);
    if (!repair) {
      findings.say('import-fake-caption', `“${text}” looks like the caption of the picture above`, undefined, block.position?.start);
      out.push(block);
      continue;
    }
    findings.say('import-repair', `“${text}” was a line below a picture and is its caption now`, undefined, block.position?.start);
    (last.children as ReportNode[]).unshift(build.caption({}, line));
  }
  return out;
}

function captionLine(block: FlowContent): PhrasingContent[] | undefined {
  if (!is(block, 'paragraph') || toText(block).length > 250) return undefined;
  const [only, ...more] = (block as Paragraph).children;
  if (more.length === 0 && is(only, 'emphasis')) return only.children;
  const first = only;
  if (!is(first, 'text') || !numbered.test(first.value)) return undefined;
  return [{ ...first, value: first.value.replace(numbered, '').trimStart() }, ...more];
}
