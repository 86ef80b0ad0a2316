import { is, toText, walk, type PreparedReport } from '@everyread/core';
import type { Element, ElementContent } from 'hast';

/**
 * What stands in the contents for sections whose heading is empty (the audit calls that an error): the section's
 * first words, so that its entry still says where it leads.
 */
export function untitledLabels(report: PreparedReport): Map<string, string> {
  const labels = new Map<string, string>();
  walk(report.root.children, (node) => {
    if (!is(node, 'section')) return;
    const text = toText(node.children.filter((child) => !is(child, 'section')));
    labels.set(node.id, text.length > 60 ? `${text.slice(0, text.lastIndexOf(' ', 60)).slice(0, 60)} …` : text);
  });
  return labels;
}

const heading = /^h[1-6]$/;

/** Makes headings without words plain places for links: a screen reader would announce a heading and then nothing. */
export function unmarkEmptyHeadings(content: readonly ElementContent[]): void {
  for (const node of content) {
    if (node.type !== 'element') continue;
    const first = node.children.find((child): child is Element => child.type === 'element');
    if (node.tagName === 'section' && first && isEmptyHeading(first)) delete node.properties.ariaLabelledBy;
    unmarkEmptyHeadings(node.children);
    if (isEmptyHeading(node)) node.tagName = 'div';
  }
}

const isEmptyHeading = (node: Element): boolean => heading.test(node.tagName) && !saysSomething(node.children);

function saysSomething(nodes: readonly ElementContent[]): boolean {
  return nodes.some((node) =>
    node.type === 'text'
      ? node.value.trim() !== ''
      : node.type === 'element' && (node.tagName === 'img' ? node.properties.alt !== '' : saysSomething(node.children)),
  );
}
