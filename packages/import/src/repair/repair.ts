import { is, toText, type FlowContent, type PhrasingContent } from '@everyread/core';
import type { Findings } from '../importing.js';
import type { Places } from '../places.js';
import { joinCaptions, joinTableCaptions } from './captions.js';
import { dropContents, type ContentsEntry } from './contents.js';
import { fold } from './fold.js';
import { mendHeadings } from './headings.js';
import { mendLists } from './lists.js';
import { mendPageReferences } from './page-references.js';
import type { Sizes } from './shown-headings.js';
import { mendTables } from './tables.js';
import { raiseHeadings } from './title.js';
import { mendRules } from './typed-rules.js';

/** What the repairs know of the document. */
export interface RepairJob {
  findings: Findings;
  /** Whether to mend, or only to report. */
  repair: boolean;
  title: string;
  /** What the document's own contents list said: heading and page. */
  contents: readonly ContentsEntry[];
  places: Places;
  /** Whether Everyread made the file: then its title and its contents list are known, and what looks like them is text. */
  own: boolean;
  /** How large the letters of a Word document are. */
  sizes?: Sizes;
  /** Paragraphs of a Word document whose words tabs part. */
  tabbed?: ReadonlyMap<FlowContent, readonly PhrasingContent[][]>;
}

/**
 * Takes out what each edition makes anew (a contents list that was typed, the title above the text), and reports what only looks
 * like a heading, list, caption or reference; with `repair` it is mended, each repair a message.
 */
export function repairBlocks(blocks: readonly FlowContent[], job: RepairJob): FlowContent[] {
  const { blocks: body, contents } = job.own ? { blocks, contents: [] } : dropContents(withoutTitle(blocks, job), job);
  const known: RepairJob = { ...job, contents: [...job.contents, ...contents] };
  return mendPageReferences(mendWithin(body, known), known);
}

function mendWithin(blocks: readonly FlowContent[], job: RepairJob): FlowContent[] {
  for (const block of blocks) if (is(block, 'div')) block.children = mendWithin(block.children, job);
  return mendHeadings(mendLists(mendRules(joinTableCaptions(mendTables(joinCaptions(blocks, job), job), job), job), job), job);
}

/** The title stands in the front matter; once more at the top of the text every edition would say it twice. */
function withoutTitle(blocks: readonly FlowContent[], { title, findings }: RepairJob): FlowContent[] {
  const [first, ...rest] = blocks;
  const isTitle =
    (is(first, 'paragraph') || (is(first, 'heading') && first.depth === 1)) && title !== '' && fold(toText(first)) === fold(title);
  if (!isTitle) return [...blocks];
  findings.say('import-changed', 'The title at the top of the text stands in the front matter now', undefined, first.position?.start);
  if (is(first, 'heading')) raiseHeadings(rest);
  return rest;
}
