import { is, toText, walk, type FlowContent, type ReportNode } from '@everyread/core';
import { fold } from './fold.js';
import { isBoldLine } from './headings.js';
import type { RepairJob } from './repair.js';

/** One line of a contents list. */
export interface ContentsEntry {
  title: string;
  page?: string;
}

const line = /^(.*?)[\s.·…_\u2024-\u2026-]*?(?:\s|\.{2,}|…)(\d{1,4}|[ivxl]{1,6})$/;

/** Reads “Our year ........ 7” as a line of a contents list. */
export function readEntry(text: string): ContentsEntry {
  const match = line.exec(text.trim());
  return match ? { title: match[1]!.replace(/[\s.·…_]+$/, ''), page: match[2]! } : { title: text.trim() };
}

const names = /^(?:table of )?contents$|^cynnwys$|^inhalt(?:sverzeichnis)?$|^sommaire$|^table des matières$|^índice$|^innehåll$|^clár$/i;

/**
 * Takes out a contents list that is plain text: at least three lines in a row that each repeat a heading of the document, or a bold
 * line that looks like one, with a page number or without; and the word “Contents” above it.
 */
export function dropContents(
  blocks: readonly FlowContent[],
  { findings }: Pick<RepairJob, 'findings'>,
): { blocks: FlowContent[]; contents: ContentsEntry[] } {
  const headings = new Set<string>();
  walk(blocks as ReportNode[], (node) => {
    if (is(node, 'heading') || isBoldLine(node)) headings.add(fold(toText(node)));
  });
  const contents: ContentsEntry[] = [];
  const out: FlowContent[] = [];
  for (let at = 0; at < blocks.length;) {
    const found: ContentsEntry[] = [];
    let end = at;
    for (let block = blocks[end]; block !== undefined && !isBoldLine(block); block = blocks[(end += 1)]) {
      const entries = entriesOf(block).filter((entry) => entry.title !== '');
      if (entries.length === 0 || !entries.every((entry) => headings.has(fold(entry.title)) || headings.has(fold(rawTitle(entry))))) break;
      found.push(...entries);
    }
    if (found.length < 3) {
      out.push(blocks[at]!);
      at += 1;
      continue;
    }
    const above = out.at(-1);
    if (above && (is(above, 'paragraph') || is(above, 'heading')) && names.test(toText(above))) out.pop();
    findings.say(
      'import-contents',
      `A contents list of ${found.length} lines was left out`,
      `“${found[0]!.title.slice(0, 40)}”`,
      blocks[at]!.position?.start,
    );
    contents.push(...found);
    at = end;
  }
  return { blocks: out, contents };
}

function rawTitle(entry: ContentsEntry): string {
  return entry.page === undefined ? entry.title : `${entry.title} ${entry.page}`;
}

/** The lines of a paragraph, which may all stand in one with line breaks. */
function linesOf({ children }: Extract<FlowContent, { type: 'paragraph' }>): string[] {
  const lines = [''];
  for (const node of children) {
    if (is(node, 'break')) lines.push('');
    else lines[lines.length - 1] += toText(node);
  }
  return lines;
}

/** The lines of a block that could be a contents list. */
function entriesOf(block: FlowContent): ContentsEntry[] {
  if (is(block, 'paragraph')) return linesOf(block).map((each) => readEntry(each));
  if (!is(block, 'list')) return [];
  return block.children.flatMap((item) =>
    item.children.flatMap((child) => {
      const inner = entriesOf(child as FlowContent);
      return inner.length > 0 ? inner : [{ title: toText(child) }];
    }),
  );
}
