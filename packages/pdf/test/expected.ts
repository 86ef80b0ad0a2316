import { bodyOf, captionOf, fill, is, toText, type PreparedReport, type ReportNode } from '@everyread/core';

/**
 * What the blocks of a PDF should say, in reading order: taken from the model alone.
 *
 * @param pageOf - the page on which a place begins, for “page 24”
 */
export function expectedBlocks(report: PreparedReport, pageOf: (name: string) => number | undefined): string[] {
  const out: string[] = [];
  const noted = new Set<number>();
  const inline = (node: ReportNode): string => {
    if (is(node, 'crossReference') && report.targets.has(node.target)) {
      const place = report.targets.get(node.target)!;
      if (node.show === 'page') return fill(report.words.page, { n: pageOf(place.id) ?? '?' });
      if (node.show === 'title') return place.title ?? place.number ?? toText(node);
      if (node.show === 'number') return place.number ?? place.title ?? toText(node);
    }
    if (is(node, 'text') || is(node, 'inlineCode')) return node.value.replace(/[ \t\r\n]+/g, ' ');
    if (is(node, 'break')) return ' ';
    return 'children' in node ? (node.children as ReportNode[]).map(inline).join('') : '';
  };
  const add = (nodes: readonly ReportNode[]): void => {
    out.push(nodes.map(inline).join('').trim());
  };
  const notes = (node: ReportNode): void => {
    if (is(node, 'footnoteReference') && node.number !== undefined && !noted.has(node.number)) {
      noted.add(node.number);
      const note = report.notes.find((each) => each.number === node.number)!;
      for (const child of note.definition.children) block(child as ReportNode);
    }
    if ('children' in node) for (const child of node.children as ReportNode[]) notes(child);
  };
  const caption = (node: ReportNode): void => {
    const found = captionOf(node);
    if (found) add(found.children as ReportNode[]);
  };
  const blocks = (nodes: readonly ReportNode[]): void => {
    for (const node of nodes) {
      block(node);
      if (
        !is(node, 'section') &&
        !is(node, 'div') &&
        !is(node, 'list') &&
        !is(node, 'blockquote') &&
        !is(node, 'callout') &&
        !is(node, 'pullQuote')
      )
        notes(node);
    }
  };
  const block = (node: ReportNode): void => {
    switch (node.type) {
      case 'paragraph':
      case 'heading':
        add(node.children as ReportNode[]);
        break;
      case 'code':
        out.push(node.value.replace(/\n/g, ' ').trim());
        break;
      case 'dataTable':
      case 'chart':
        caption(node);
        for (const row of (node.children.find((child) => is(child, 'table')) as Extract<ReportNode, { type: 'table' }>).children) {
          for (const [column, cell] of row.children.entries()) {
            add(cell.children as ReportNode[]);
            // Each figure of a chart has the chart's unit with it.
            const unit = is(node, 'chart') && column > 0 ? node.unit : undefined;
            if (unit === '%' && /^\d/.test(out.at(-1) ?? '')) out.push(`${out.pop()}%`);
          }
        }
        break;
      case 'keyFigures':
        caption(node);
        for (const figure of bodyOf(node)) {
          if (is(figure, 'keyFigure'))
            out.push(
              `${figure.value} ${figure.children.map((child) => inline(child as ReportNode)).join('')}${figure.change ? ` ${figure.change}` : ''}`,
            );
        }
        break;
      case 'pullQuote':
        blocks(node.children as ReportNode[]);
        if (node.by ?? node.role ?? node.org) out.push([node.by, node.role, node.org].filter(Boolean).join(', '));
        break;
      case 'step':
        if (node.when) out.push(`when:${node.when}`);
        caption(node);
        if (node.value) out.push(node.value);
        blocks(bodyOf(node) as ReportNode[]);
        break;
      case 'figure':
      case 'steps':
      case 'cards':
      case 'card':
      case 'callout': {
        const at = out.length;
        caption(node);
        const kind = is(node, 'callout') && node.kind !== 'note' && node.kind !== undefined ? report.words[node.kind] : undefined;
        if (kind !== undefined && out.length > at) out[at] = `${kind}: ${out[at]!}`;
        blocks(bodyOf(node as Extract<ReportNode, { type: 'callout' }>) as ReportNode[]);
        break;
      }
      case 'contents':
      case 'thematicBreak':
      case 'pageBreak':
        break;
      default:
        if ('children' in node) blocks(node.children as ReportNode[]);
    }
  };
  blocks(report.root.children as ReportNode[]);
  return out.filter((text) => text !== '');
}
