import { is } from '../guards.js';
import type { OutlineEntry } from '../report.js';
import { toText } from '../text.js';
import type { Heading, ReportNode, Root } from '../types.js';

/** The tree of headings that contents lists, bookmarks and navigation are made from. */
export function makeOutline(root: Root): OutlineEntry[] {
  return outlineOf(root.children as ReportNode[], undefined);
}

function outlineOf(nodes: readonly ReportNode[], lang: string | undefined): OutlineEntry[] {
  const entries: OutlineEntry[] = [];
  for (const node of nodes) {
    if (is(node, 'div')) for (const entry of outlineOf(node.children as ReportNode[], node.lang ?? lang)) entries.push(entry);
    if (!is(node, 'section')) continue;
    const heading = node.children.find((child) => is(child, 'heading'));
    const own = (heading && languageOf(heading)) ?? lang;
    entries.push({
      id: node.id,
      depth: node.depth,
      text: heading ? toText(heading) : '',
      ...(own === undefined ? {} : { lang: own }),
      children: outlineOf(node.children as ReportNode[], lang),
    });
  }
  return entries;
}

/** The language of a heading that is in another one from its first word to its last. */
function languageOf(heading: Heading): string | undefined {
  const said = heading.children.filter((child) => !is(child, 'text') || child.value.trim() !== '');
  const [only] = said;
  return said.length === 1 && is(only, 'span') ? only.lang : undefined;
}
