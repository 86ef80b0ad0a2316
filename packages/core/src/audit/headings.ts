import { is } from '../guards.js';
import type { AuditInput, Find } from './audit.js';

/** Headings: some, none empty, none that only look like one. */
export function checkHeadings({ nodes, all, textOf, limits }: AuditInput, find: Find): void {
  const headings = all('heading').map(({ node }) => node);
  if (headings.length === 0 && nodes.length > 0) find('head-none', undefined, 'The report has no headings besides its title');
  const open: { depth: number; seen: Set<string> }[] = [{ depth: 0, seen: new Set() }];
  for (const heading of headings) {
    const text = textOf(heading);
    if (text === '') find('head-empty', heading, 'This heading is empty');
    if (text.length > limits.headingCharacters) find('head-long', heading, `This heading has ${text.length} characters`);
    while (open.length > 1 && open.at(-1)!.depth >= heading.depth) open.pop();
    // As many are open as it has levels above it, gaps closed: see `repairHeadings()`.
    if (open.length > 5) find('head-deep', heading, `The heading “${text}” stands ${open.length} levels below the title of the report`);
    const siblings = open.at(-1)!.seen;
    if (text !== '' && siblings.has(text)) find('head-dup', heading, `The heading “${text}” stands twice in the same section`);
    siblings.add(text);
    open.push({ depth: heading.depth, seen: new Set() });
  }
  for (const { node, outer } of all('paragraph')) {
    if (outer !== undefined || node.children.length !== 1 || !is(node.children[0], 'strong')) continue;
    const text = textOf(node);
    if (text.length <= 80 && !/[.!?:;]$/.test(text)) find('head-fake', node, `The bold line “${text}” looks like a heading and is none`);
  }
}
