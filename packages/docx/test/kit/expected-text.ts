import { captionOf, childrenOf, fill, is, toText, withUnit, type PreparedReport, type ReportNode } from '@everyread/core';
import type { Node } from 'unist';

/** The dates of the samples as people write them. */
const dates: Record<string, string> = { '2023-09-12T13:00/15:00': '12 September 2023, 13:00–15:00', '2023-12-14': '14 December 2023' };

/** What a Word edition without page numbers must show of a report after its title page and contents, worked out from the model alone. */
export function expectedText(report: PreparedReport): string {
  const large = report.edition.typeSizePt >= 16;
  const { words, targets } = report;
  const expanded = new Set<string>();
  const marked = new Set<number>();
  let stepKind = '';

  const inline = (nodes: readonly Node[]): string =>
    nodes.map((node) => (node.type === 'pageBreak' ? `[${one(node as ReportNode)}]` : one(node as ReportNode))).join('');
  // Between two tables a table without a caption is named by its number, since Word would join the two.
  const blocks = (nodes: readonly Node[]): string =>
    nodes
      .map(
        (node, index) =>
          `${node.type === 'dataTable' && nodes[index - 1]?.type === 'dataTable' && !captionOf(node) ? targets.get((node as { id?: string }).id ?? '')?.number : ''}\n${one(node as ReportNode)}`,
      )
      .join('\n');

  const titled = (node: ReportNode): string => {
    const caption = captionOf(node);
    return caption ? `${inline(caption.children)}\n` : '';
  };
  const rest = (node: ReportNode): Node[] => childrenOf(node).filter((child) => child.type !== 'caption');

  const one = (node: ReportNode): string => {
    switch (node.type) {
      case 'text':
      case 'inlineCode':
      case 'code':
        return node.value;
      case 'break':
        return ' ';
      case 'image':
        return '';
      case 'thematicBreak':
      case 'contents':
        return '';
      case 'delete':
        return `${inline(node.children)} (${words.deleted})`;
      case 'abbreviation': {
        const key = `${toText(node)}|${node.title}`;
        if (expanded.has(key)) return inline(node.children);
        expanded.add(key);
        return `${inline(node.children)} (${node.title})`;
      }
      case 'footnoteReference':
        if (node.number === undefined) return '';
        if (marked.has(node.number)) return large ? ` [${node.number}]` : String(node.number);
        marked.add(node.number);
        return large ? ' []' : '';
      case 'crossReference': {
        const target = targets.get(node.target);
        if (target === undefined) return inline(node.children);
        if (node.show === 'page' || node.show === 'title') return target.title ?? inline(node.children);
        if (node.show === 'number') return target.number ?? target.title ?? inline(node.children);
        return node.children.length > 0 ? inline(node.children) : (target.title ?? target.number ?? '');
      }
      case 'pageBreak':
        return fill(words.printPage, { n: node.label });
      case 'keyFigures':
        return `${titled(node)}${blocks(rest(node))}`;
      case 'keyFigure':
        return `${node.value} ${inline(node.children)}${node.change ? ` ${node.change}` : ''}`;
      case 'pullQuote': {
        const who = [node.by, node.role, node.org].filter(Boolean).join(', ');
        return `${blocks(node.children)}\n${who}`;
      }
      case 'callout': {
        const kind = node.kind === undefined || node.kind === 'note' ? '' : words[node.kind];
        const caption = captionOf(node);
        return `${kind}${kind && caption ? ': ' : ''}${titled(node)}\n${blocks(rest(node))}`;
      }
      case 'figure': {
        const shown = titled(node);
        const credit = node.credit ? `${fill(words.credit, { name: node.credit })}\n` : '';
        const body = rest(node);
        return `${shown}${credit}${body.length > 0 ? `${words.description}\n${blocks(body)}` : ''}`;
      }
      case 'chart': {
        // The unit stands with each figure.
        const table = childrenOf(node).find((child) => is(child, 'table'));
        const cells = is(table, 'table')
          ? table.children
              .map((row, at) =>
                row.children
                  .map((cell, column) => (at > 0 && column > 0 ? withUnit(toText(cell), node.unit) : inline(cell.children)))
                  .join(' '),
              )
              .join('\n')
          : '';
        return `${titled(node)}${cells}${blocks(rest(node).filter((child) => child !== table))}`;
      }
      case 'dataTable':
        return `${titled(node)}${blocks(rest(node))}`;
      case 'steps':
        stepKind = node.kind ?? 'steps';
        return `${titled(node)}${blocks(rest(node))}`;
      case 'step': {
        const facts = [dates[node.when ?? ''], node.value].filter(Boolean).join('');
        const title = titled(node).trim();
        const head =
          stepKind === 'steps'
            ? [title, facts].filter(Boolean).join(', ')
            : [facts, title].filter(Boolean).join(stepKind === 'funnel' ? ' – ' : ' ');
        return `${head}\n${blocks(rest(node))}`;
      }
      case 'cards':
      case 'card':
        return `${titled(node)}${blocks(rest(node))}`;
      case 'listItem':
        return `${node.checked === true ? `${words.taskDone}: ` : node.checked === false ? `${words.taskOpen}: ` : ''}${blocks(node.children)}`;
      case 'tableRow':
        return node.children.map((cell) => one(cell)).join(' ');
      default: {
        const children = childrenOf(node);
        const isLine = [
          'paragraph',
          'heading',
          'tableCell',
          'caption',
          'captionNumber',
          'link',
          'strong',
          'emphasis',
          'span',
          'pronunciation',
          'sentence',
        ].includes(node.type);
        return isLine ? inline(children) : blocks(children);
      }
    }
  };
  return blocks(report.root.children);
}
