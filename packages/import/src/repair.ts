import { build, is, toText, type FlowContent, type Heading, type List, type PhrasingContent } from '@everyread/core';
import type { Findings } from './importing.js';

const bullet = /^\s*[•·▪◦‣●○■–-]\s+/;
const number = /^\s*\(?(\d{1,3})[.)]\s+/;

/** Reports headings and lists that only look like them, and mends them when asked to. */
export function repairFakes(blocks: readonly FlowContent[], findings: Findings, repair: boolean): FlowContent[] {
  const out: FlowContent[] = [];
  let depth = 0;
  for (let at = 0; at < blocks.length; at += 1) {
    const block = blocks[at]!;
    if (is(block, 'heading')) depth = block.depth;
    const text = is(block, 'paragraph') ? toText(block) : '';
    if (is(block, 'paragraph') && looksLikeHeading(block.children, text)) {
      const said = `“${text}” looks like a heading and is a bold paragraph`;
      if (!repair) findings.say('import-fake-heading', said);
      else {
        findings.say('import-repair', `“${text}” was a bold paragraph and is a heading now`);
        out.push(
          build.heading(
            { depth: Math.min(6, depth + 1) as Heading['depth'] },
            (block.children[0] as { children: PhrasingContent[] }).children,
          ),
        );
        continue;
      }
    }
    const run = fakeListAt(blocks, at);
    if (run > 1) {
      const items = blocks.slice(at, at + run) as Extract<FlowContent, { type: 'paragraph' }>[];
      if (repair) {
        findings.say('import-repair', `${run} paragraphs with typed bullets or numbers are a list now: “${text.slice(0, 40)}…”`);
        out.push(listOf(items));
      } else {
        findings.say('import-fake-list', `${run} paragraphs begin with typed bullets or numbers: “${text.slice(0, 40)}…”`);
        out.push(...items);
      }
      at += run - 1;
      continue;
    }
    out.push(block);
  }
  return out;
}

function looksLikeHeading(children: readonly PhrasingContent[], text: string): boolean {
  return children.length === 1 && is(children[0], 'strong') && text.length > 0 && text.length <= 80 && !/[.!?:;,]$/.test(text);
}

function fakeListAt(blocks: readonly FlowContent[], at: number): number {
  const first = blocks[at];
  const kind = is(first, 'paragraph') ? markOf(toText(first)) : undefined;
  if (kind === undefined) return 0;
  let end = at + 1;
  for (let block = blocks[end]; is(block, 'paragraph') && markOf(toText(block)) === kind; block = blocks[end]) end += 1;
  return end - at;
}

function markOf(text: string): 'bullet' | 'number' | undefined {
  return bullet.test(text) ? 'bullet' : number.test(text) ? 'number' : undefined;
}

function listOf(items: readonly Extract<FlowContent, { type: 'paragraph' }>[]): List {
  const first = number.exec(toText(items[0]!));
  const strip = (children: readonly PhrasingContent[]): PhrasingContent[] => {
    const [head, ...rest] = children;
    return is(head, 'text') ? [{ ...head, value: head.value.replace(bullet, '').replace(number, '') }, ...rest] : [...children];
  };
  return build.list(
    { ordered: first !== null, ...(first ? { start: Number(first[1]) } : {}), spread: false },
    items.map((item) => build.listItem({ spread: false }, [{ ...item, children: strip(item.children) }])),
  );
}
