import { captionOf, is, mapNodes, plainHeaders, type FlowContent } from '@everyread/core';

/**
 * The plainest form that means the same, for those who go on to edit: a table without a caption whose headers plain Markdown means is
 * a table of plain Markdown, and a list whose items are one line each has no empty lines between them.
 *
 * @param own - whether Everyread made the document, which then says itself how its lists are spaced
 */
export function plainForms(blocks: readonly FlowContent[], own: boolean): FlowContent[] {
  return mapNodes(blocks, (node) => {
    if (is(node, 'dataTable') && !node.id && captionOf(node) === undefined) {
      const table = node.children.find((child) => is(child, 'table'));
      return is(table, 'table') && (node.headers ?? 'col') === plainHeaders(table) ? table : node;
    }
    if (is(node, 'list') && !own) {
      const short = node.children.every((item) => item.children.filter((child) => !is(child, 'list')).length <= 1);
      if (short) return { ...node, spread: false, children: node.children.map((item) => ({ ...item, spread: false })) };
    }
    return node;
  });
}
