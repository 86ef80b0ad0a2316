import { build, captionOf, is, toText, type FlowContent, type Paragraph, type PhrasingContent, type ReportNode } from '@everyread/core';
import type { RepairJob } from './repair.js';

const numbered = /^(?:figure|fig\.|picture|photo|chart|ffigur|llun)\s*\d*\s*[:.–—-]/i;
const numberedTable = /^(?:table|tabl|tabelle|tableau|tabla|tabella)\s*\d+\s*[:.–—-]\s*(?=\S)/i;

/** A line with the word “Table” and a number beside a table that has no caption: the one above it, or else the one below. */
export function joinTableCaptions(blocks: readonly FlowContent[], { findings, repair, own, places }: RepairJob): FlowContent[] {
  if (own) return [...blocks];
  const taken = new Set<FlowContent>();
  const out = blocks.map((block, at) => {
    if (!is(block, 'dataTable') || captionOf(block) !== undefined) return block;
    const line = [blocks[at - 1], blocks[at + 1]].find((each) => each !== undefined && !taken.has(each) && tableLine(each) !== undefined);
    const caption = line && tableLine(line);
    if (line === undefined || caption === undefined) return block;
    taken.add(line);
    const text = toText(line).slice(0, 60);
    findings.say(
      repair ? 'import-repair' : 'import-fake-caption',
      repair ? `“${text}” was a line beside a table and is its caption now` : `“${text}” looks like the caption of the table beside it`,
      undefined,
      line.position?.start,
    );
    if (!repair) return block;
    const made: FlowContent = { ...block, children: [build.caption({}, caption), ...block.children] };
    places.becomes(block, made);
    places.becomes(line, made);
    return made;
  });
  return repair ? out.filter((_, at) => !taken.has(blocks[at]!)) : out;
}

/** The words of a table's caption, with the number that the text may refer to. */
function tableLine(block: FlowContent): PhrasingContent[] | undefined {
  if (!is(block, 'paragraph') || toText(block).length > 250) return undefined;
  const [only, ...more] = block.children;
  const inside = more.length === 0 && (is(only, 'emphasis') || is(only, 'strong')) ? only.children : block.children;
  const [first, ...rest] = inside;
  if (!is(first, 'text') || !numberedTable.test(first.value)) return undefined;
  return [first, ...rest];
}

/** A line below a picture that is set like a caption and is none: the whole of it slanted, or with the word “Figure” before it. */
export function joinCaptions(blocks: readonly FlowContent[], { findings, repair, places }: RepairJob): FlowContent[] {
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
    places.becomes(block, last);
  }
  return out;
}

function captionLine(block: FlowContent): PhrasingContent[] | undefined {
  if (!is(block, 'paragraph') || toText(block).length > 250) return undefined;
  const [only, ...more] = (block as Paragraph).children;
  if (more.length === 0 && is(only, 'emphasis')) return only.children;
  const first = only;
  if (!is(first, 'text') || !numbered.test(first.value)) return undefined;
  // “Figure: Our hall” says no number that a text could refer to.
  const words = /^\S+\s*\d/.test(first.value) ? first.value : first.value.replace(numbered, '').trimStart();
  return [{ ...first, value: words }, ...more];
}
