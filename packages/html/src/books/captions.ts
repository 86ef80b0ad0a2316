import type { Element, ElementContent } from 'hast';

/**
 * Gives each table that has none a caption: its name (“Table 2”) stands in `aria-label`, which many reading systems
 * do not pass on (EPUBCheck ACC-012).
 */
export function captionTables(content: readonly ElementContent[]): void {
  for (const node of content) {
    if (node.type !== 'element') continue;
    if (node.tagName === 'table') captionTable(node);
    captionTables(node.children);
  }
}

function captionTable(table: Element): void {
  const has = table.children.some((child) => child.type === 'element' && child.tagName === 'caption');
  const name = table.properties.ariaLabel;
  if (has || typeof name !== 'string' || name === '') return;
  delete table.properties.ariaLabel;
  table.children.unshift({ type: 'element', tagName: 'caption', properties: {}, children: [{ type: 'text', value: name }] });
}
