import { build, is, toText, type FlowContent, type Heading, type Paragraph, type PhrasingContent, type ReportNode } from '@everyread/core';
import type { RepairJob } from './repair.js';
import { levelOf, shownHeadings, type ShownHeading } from './shown-headings.js';

/** Paragraphs that stand where a heading would, and look like one: bold, in large letters, or in capitals. */
export function mendHeadings(blocks: readonly FlowContent[], { findings, repair, own, sizes, places }: RepairJob): FlowContent[] {
  const shown = own ? new Map<FlowContent, ShownHeading>() : shownHeadings(blocks, sizes);
  let depth = 0;
  let last = 0;
  const levels = new Map<string, Heading['depth']>();
  return blocks.map((block, at) => {
    if (is(block, 'heading')) last = depth = block.depth;
    const look = shown.get(block);
    const isBold = isBoldLine(block) && isFollowed(blocks, at);
    if (!is(block, 'paragraph') || (!isBold && look === undefined)) return block;
    const text = toText(block);
    const kind = isBold || look === undefined ? 'a bold paragraph' : `a line in ${look.why}`;
    const place = block.position?.start ?? block.children.find((child) => child.position !== undefined)?.position?.start;
    if (!repair) {
      findings.say('import-fake-heading', `“${text}” looks like a heading and is ${kind}`, undefined, place);
      return block;
    }
    findings.say('import-repair', `“${text}” was ${kind} and is a heading now`, undefined, place);
    const words = isBold ? (block.children[0] as { children: PhrasingContent[] }).children : block.children;
    const level =
      isBold || look === undefined
        ? (Math.min(6, depth + 1) as Heading['depth'])
        : (levels.get(`${depth} ${look.rank}`) ?? levelOf(look, depth, last));
    // Lines of one look are of one level.
    if (look) levels.set(`${depth} ${look.rank}`, level);
    last = level;
    const heading = build.heading({ depth: level }, words);
    if (block.position) heading.position = block.position;
    places.becomes(block, heading);
    return heading;
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
