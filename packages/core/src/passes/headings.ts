import type { VFileMessage } from 'vfile-message';
import { is } from '../guards.js';
import { mapBlocks } from '../map.js';
import { ruleMessage } from '../contracts/rule.js';
import { documentRules } from '../audit/rules.js';
import { toText } from '../text.js';
import type { Heading, Root } from '../types.js';
import { smallest } from '../extent.js';

/**
 * Closes gaps in the levels of headings: the first section has level 1 and no section is more than one
 * level below the one before it. A reader who moves by heading would otherwise look for a section that is
 * not there (WCAG 1.3.1). Each repair is a message.
 */
export function repairHeadings(root: Root, message: (message: VFileMessage) => void): Root {
  const top = smallest(
    headingsOf(root).map((heading) => heading.depth),
    6,
  );
  let previous = 0;
  const open: { was: number; now: number }[] = [];
  const children = mapBlocks(root.children, (node) => {
    if (!is(node, 'heading')) return node;
    const was = node.depth - top + 1;
    while (open.length > 0 && open.at(-1)!.was >= was) open.pop();
    const now = (open.at(-1)?.now ?? 0) + 1;
    open.push({ was, now });
    if (was > previous + 1) {
      message(
        ruleMessage(documentRules['head-skip'], {
          node,
          source: 'core',
          reason: `The heading “${toText(node)}” is ${was - previous} levels below the one before it; it was raised to level ${now}`,
        }),
      );
    }
    previous = was;
    return node.depth === now ? node : { ...node, depth: now as Heading['depth'] };
  });
  return { ...root, children };
}

function headingsOf(root: Root): Heading[] {
  const found: Heading[] = [];
  mapBlocks(root.children, (node) => {
    if (is(node, 'heading')) found.push(node);
    return node;
  });
  return found;
}
