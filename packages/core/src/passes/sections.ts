import { build } from '../build.js';
import { is } from '../guards.js';
import type { FlowContent, ReportNode, Root, Section } from '../types.js';

/** Nests the content under its headings. Passages in another language hold sections of their own. */
export function nestSections(root: Root): Root {
  return { ...root, children: nest(root.children as FlowContent[]) };
}

function nest(nodes: readonly FlowContent[]): FlowContent[] {
  const top: FlowContent[] = [];
  const open: Section[] = [];
  for (const node of nodes) {
    if (is(node as ReportNode, 'heading')) {
      const heading = node as Extract<ReportNode, { type: 'heading' }>;
      while (open.length > 0 && open.at(-1)!.depth >= heading.depth) open.pop();
      const section: Section = { ...build.section({ id: heading.id ?? '', depth: heading.depth }, [heading]), position: heading.position };
      (open.at(-1)?.children ?? top).push(section);
      open.push(section);
    } else {
      const inner = is(node, 'div') ? { ...node, children: nest(node.children) } : node;
      // A passage that begins with a heading is a section of that heading's level, not a part of the one before it.
      const first = is(inner, 'div') ? inner.children[0] : undefined;
      if (is(first, 'section')) while (open.length > 0 && open.at(-1)!.depth >= first.depth) open.pop();
      (open.at(-1)?.children ?? top).push(inner);
    }
  }
  return top;
}
