import { build, is, toText, type FlowContent, type List, type Paragraph, type PhrasingContent } from '@everyread/core';
import { tidyLine } from '../line.js';
import type { RepairJob } from './repair.js';

const bullet = /^\s*(?:[•·▪◦‣●○■□▪➢➤✓✔*]\s*|[–-]\s+|o\s{2,})(?=\S)/;
const number = /^\s*\(?(\d{1,3})[.)]\s+/;

/** Paragraphs, or lines of one, that begin with typed bullets or numbers. */
export function mendLists(blocks: readonly FlowContent[], { findings, repair }: RepairJob): FlowContent[] {
  const out: FlowContent[] = [];
  for (let at = 0; at < blocks.length; at += 1) {
    const run = runAt(blocks, at);
    const lines = run.flatMap(linesOf);
    if (lines.length < 2) {
      sayLettered(blocks, at, findings);
      out.push(blocks[at]!);
      continue;
    }
    const text = toText(lines[0]!).slice(0, 40);
    const start = run[0]!.position?.start;
    const place = start && { start, end: run.at(-1)!.position?.end ?? start };
    if (repair) {
      findings.say('import-repair', `${lines.length} lines with typed bullets or numbers are a list now: “${text}…”`, undefined, place);
      out.push(listOf(lines));
    } else {
      findings.say('import-fake-list', `${lines.length} lines begin with typed bullets or numbers: “${text}…”`, undefined, place);
      out.push(...run);
    }
    at += run.length - 1;
  }
  return out;
}

/** The paragraphs from here on that are items of one kind. */
function runAt(blocks: readonly FlowContent[], at: number): Paragraph[] {
  const kind = kindOf(blocks[at]);
  if (kind === undefined) return [];
  const run: Paragraph[] = [];
  for (let block = blocks[at]; is(block, 'paragraph') && kindOf(block) === kind; block = blocks[at + run.length]) run.push(block);
  return run;
}

function kindOf(block: FlowContent | undefined): 'bullet' | 'number' | undefined {
  if (!is(block, 'paragraph')) return undefined;
  const kinds = new Set(linesOf(block).map((line) => markOf(toText(line))));
  return kinds.size === 1 ? [...kinds][0] : undefined;
}

const lettered = /^\s*\(?(?:a|i)[.)]\s+\S/i;
const afterLettered = /^\s*\(?(?:b|ii)[.)]\s+\S/i;

/** “a)” and “b)” are only reported: a list of the report would count 1 and 2, and the text may say “see b)”. */
function sayLettered(blocks: readonly FlowContent[], at: number, findings: RepairJob['findings']): void {
  const lines = blocks.slice(at, at + 2).flatMap((block) => (is(block, 'paragraph') ? linesOf(block).map((line) => toText(line)) : []));
  const [first, second] = lines;
  if (first === undefined || second === undefined || !lettered.test(first) || !afterLettered.test(second)) return;
  findings.say(
    'import-fake-list',
    `Lines begin with typed letters, “${first.trim().slice(0, 40)}…”; a list would count 1, 2 in their place`,
    undefined,
    blocks[at]!.position?.start,
    'If nothing refers to the letters, make it a list: begin each item with “1. ” in place of its letter. Else leave it.',
  );
}

function markOf(text: string): 'bullet' | 'number' | undefined {
  // “- £5” and “* p < 0.05” alone are no items: a run of them is, and that is asked for by the caller.
  return bullet.test(text) ? 'bullet' : number.test(text) ? 'number' : undefined;
}

/** The lines of a paragraph that line breaks part. */
function linesOf(paragraph: Paragraph): PhrasingContent[][] {
  const lines: PhrasingContent[][] = [[]];
  for (const node of paragraph.children) {
    if (is(node, 'break')) lines.push([]);
    else lines.at(-1)!.push(node);
  }
  return lines.filter((line) => toText(line) !== '');
}

function listOf(lines: readonly PhrasingContent[][]): List {
  const first = number.exec(toText(lines[0]!));
  return build.list(
    { ordered: first !== null, ...(first ? { start: Number(first[1]) } : {}), spread: false },
    lines.map((line) => build.listItem({ spread: false }, [build.paragraph({}, tidyLine(withoutMark(line)))])),
  );
}

/** The words without the mark, which may be a node of its own. */
function withoutMark(line: readonly PhrasingContent[]): PhrasingContent[] {
  const [head, ...rest] = line;
  if (head === undefined) return [];
  if (is(head, 'text')) {
    const value = head.value.replace(bullet, '').replace(number, '');
    if (value !== head.value || rest.length === 0) return [{ ...head, value }, ...rest];
    // The mark alone, its blank in the next node.
    return /^\s*(?:[•·▪◦‣●○■–-]|\(?\d{1,3}[.)])\s*$/.test(head.value) ? rest : [head, ...rest];
  }
  if ('children' in head) return [{ ...head, children: withoutMark(head.children as PhrasingContent[]) } as PhrasingContent, ...rest];
  return [...line];
}
