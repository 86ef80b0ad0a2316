import { is, toText, walk, type FlowContent, type Heading, type ReportNode } from '@everyread/core';
import type { Findings } from '../importing.js';
import { sayTitleNotes } from '../title-notes.js';
import { doubtOf } from './doubtful-title.js';
import { fold } from './fold.js';
import { isBoldLine } from './headings.js';

/** What a document of another program says its title is. */
export interface SaidTitle {
  what: 'document' | 'page';
  /** In the text: a line in the style of titles, the heading above a page. */
  shown: string | undefined;
  /** In the properties of a document, which nobody sees who writes, or in the head of a page; empty for none. */
  property: string;
}

interface TitleJob {
  findings: Findings;
  repair: boolean;
  /** Whether Everyread made the file, which then says its title itself. */
  own: boolean;
}

/**
 * The title of a document. What the text shows counts more than its properties, which go from one document to the next with a template;
 * where they alone have a title, it is doubted if it reads like a file's name or stands nowhere in the text.
 */
export function chooseTitle(
  blocks: readonly FlowContent[],
  { what, shown, property }: SaidTitle,
  job: TitleJob,
): { blocks: readonly FlowContent[]; title: string } {
  if (shown !== undefined || (job.own && property !== '')) return { blocks, title: shown ?? property };
  if (job.own) return titleFromTop(blocks, what, { ...job, repair: false });
  const source = what === 'page' ? 'the head of the page' : 'the properties of the file';
  const only = onlyTopHeading(blocks);
  if (only) {
    const title = toText(only);
    const place = only.position?.start;
    // Most programs leave the property empty: nothing says otherwise, then.
    if (property === '' || fold(title) === fold(property))
      job.findings.say('import-changed', 'The title at the top of the text stands in the front matter now', undefined, place);
    else
      job.findings.say(
        'import-title',
        `The title is taken from the only heading of level 1, “${title}”; in ${source} it is “${property}”`,
        undefined,
        place,
      );
    sayTitleNotes(only.children, job.findings, place);
    const rest = blocks.filter((block) => block !== only);
    raiseHeadings(rest);
    return { blocks: rest, title };
  }
  if (property === '') return titleFromTop(blocks, what, job);
  const doubt = doubtOf(property) ?? (what === 'page' || standsIn(property, blocks) ? undefined : 'stands nowhere in the text');
  if (doubt !== undefined)
    job.findings.say('import-title', `The title “${property}” comes from ${source} and ${doubt}${beginning(blocks)}`);
  return { blocks, title: property };
}

/** What stood below the title stands at the top now, unless other headings stand beside it. */
export function raiseHeadings(blocks: readonly FlowContent[]): void {
  const headings = headingsOf(blocks);
  if (headings.every((heading) => heading.depth > 1))
    for (const heading of headings) heading.depth = (heading.depth - 1) as Heading['depth'];
}

/** Headings of a part, not of a report. */
const ofParts =
  /^(?:(?:executive |our )?(?:summary|introduction|overview|foreword|preface|welcome|background|contents|table of contents)|chair(?:’s|'s|s)? (?:report|foreword|introduction)|crynodeb(?: gweithredol)?|cyflwyniad|rhagair|croeso|cynnwys|cefndir|(?:chapter|part|section|pennod|rhan|adran)\b.*|\d.*)$/i;

/** The heading above all others, before any text, that is the only one of its level. */
function onlyTopHeading(blocks: readonly FlowContent[]): Heading | undefined {
  const first = blocks.find((block) => !is(block, 'figure') && !is(block, 'pageBreak') && !is(block, 'thematicBreak'));
  if (!is(first, 'heading') || first.depth !== 1 || ofParts.test(toText(first).trim())) return undefined;
  const headings = headingsOf(blocks);
  return headings.length > 1 && headings.every((heading) => heading === first || heading.depth > 1) ? first : undefined;
}

function headingsOf(blocks: readonly FlowContent[]): Heading[] {
  const headings: Heading[] = [];
  walk(blocks as ReportNode[], (node) => {
    if (is(node, 'heading')) headings.push(node);
  });
  return headings;
}

/** Whether the words of a title, or a name, stand near the beginning of a text, in whatever lines. */
export function standsIn(title: string, blocks: readonly FlowContent[]): boolean {
  const words = new Set(fold(toText(blocks.slice(0, 40))).split(' '));
  const said = fold(title).split(' ');
  const telling = said.filter((word) => word.length > 3);
  return (telling.length > 0 ? telling : said).every((word) => words.has(word));
}

function beginning(blocks: readonly FlowContent[]): string {
  const text = blocks.length === 0 ? '' : toText(blocks[0]!).trim();
  return text === '' ? '' : `; it begins with “${text.length > 80 ? `${text.slice(0, 80)}…` : text}”`;
}

/**
 * Where nothing says what the title is: with `repair` the bold line at the top, if headings follow it; else the first words are named,
 * for the editor to judge.
 */
function titleFromTop(
  blocks: readonly FlowContent[],
  what: SaidTitle['what'],
  { findings, repair }: TitleJob,
): { blocks: readonly FlowContent[]; title: string } {
  const [first, ...rest] = blocks;
  const text = first === undefined ? '' : toText(first).trim();
  if (repair && isBoldLine(first) && rest.some((block) => is(block, 'heading') || isBoldLine(block))) {
    findings.say('import-repair', `“${text}”, a bold line at the top, is the title now`, undefined, first.position?.start);
    return { blocks: rest, title: text };
  }
  findings.say('import-no-title', `The ${what} has no title${beginning(blocks)}`);
  return { blocks, title: '' };
}
