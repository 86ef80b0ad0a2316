import { build, is, toText, type FlowContent, type Heading, type Paragraph, type PhrasingContent, type ReportNode } from '@everyread/core';
import type { RepairJob } from './repair.js';

/** Bold paragraphs that stand where a heading would. */
export function mendHeadings(blocks: readonly FlowContent[], { findings, repair }: RepairJob): FlowContent[] {
  let depth = 0;
  return blocks.map((block, at) => {
    if (is(block, 'heading')) depth = block.depth;
    if (!isBoldLine(block) || !isFollowed(blocks, at)) return block;
    const text = toText(block);
    if (!repair) {
      findings.say('import-fake-heading', `“${text}” looks like a heading and is a bold paragraph`, undefined, block.position?.start);
      return block;
    }
    findings.say('import-repair', `“${text}” was a bold paragraph and is a heading now`, undefined, block.position?.start);
    const words = (block.children[0] as { children: PhrasingContent[] }).children;
    const heading = build.heading({ depth: Math.min(6, depth + 1) as Heading['depth'] }, words);
    return block.position ? { ...heading, position: block.position } : heading;
  });
}

/** Whether a block is a line that is bold as a whole and reads like a heading. */
export function isBoldLine(block: FlowContent | ReportNode | undefined): block is Paragraph {
  return is(block, 'paragraph') && looksLikeHeading(block.children, toText(block));
}

function looksLikeHeading(children: readonly PhrasingContent[], text: string): boolean {
  return (
    children.length === 1 &&
    is(children[0], 'strong') &&
    /\p{L}/u.test(text) &&
    text.length <= 80 &&
    !/[.!?:;,]$/.test(text) &&
    !/^[–—―-]\s/.test(text)
  );
}

/** A heading has something below it; the line after a quotation names who spoke. */
function isFollowed(blocks: readonly FlowContent[], at: number): boolean {
  const next = blocks[at + 1];
  const before = blocks[at - 1];
  return next !== undefined && !is(next, 'heading') && !is(before, 'blockquote') && !is(before, 'pullQuote');
}
