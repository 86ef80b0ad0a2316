import type { ReportNode } from '@everyread/core';
import type { Heading, RootContent } from 'mdast';

type HeadingNode = Extract<ReportNode, { type: 'heading' }>;

const name = /(?:^|\s+)\{#([\p{L}\p{N}._-]+)\}$/u;

/** Takes the name of a section off the end of its heading: “Our year {#our-year}”. With a backslash before it, it is text. */
export function takeHeadingName(heading: HeadingNode, source: string): HeadingNode {
  const last = heading.children.at(-1);
  if (last?.type !== 'text') return heading;
  const found = name.exec(last.value);
  const written = source.slice(last.position?.start.offset, last.position?.end.offset);
  if (!found || (found.index === 0 && heading.children.length === 1) || written.endsWith(`\\{#${found[1]!}}`)) return heading;
  const value = last.value.slice(0, found.index);
  const children = value === '' ? heading.children.slice(0, -1) : [...heading.children.slice(0, -1), { ...last, value }];
  return { ...heading, id: found[1]!, children };
}

/** The content of a heading as it is printed: its name at the end; words that look like one are kept from being one. */
export function headingContent(heading: HeadingNode, printed: RootContent[]): Heading['children'] {
  const children = printed as Heading['children'];
  if (heading.id !== undefined && name.test(` {#${heading.id}}`)) return [...children, { type: 'text', value: ` {#${heading.id}}` }];
  const last = children.at(-1);
  const found = last?.type === 'text' ? name.exec(last.value) : null;
  if (!last || !found) return children;
  const at = found[0].indexOf('{') + found.index;
  const text = (last as { value: string }).value;
  return [...children.slice(0, -1), { type: 'text', value: text.slice(0, at) }, { type: 'html', value: `\\${text.slice(at)}` }];
}
