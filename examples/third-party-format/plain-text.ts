// A format of one's own: plain text, for e-mail and for terminals. One descriptor is all that Everyread needs.
import { bodyOf, childrenOf, is, toText, type Renderer, type ReportNode } from '@everyread/core';

const line = (text: string, sign: string): string => `${text}\n${sign.repeat(Math.min(text.length, 72))}`;

/** The blocks of plain text that a node becomes; what is not named here gives its words. */
function blocks(node: ReportNode): string[] {
  if (is(node, 'heading')) return [line(toText(node), node.depth === 1 ? '=' : '-')];
  if (is(node, 'chart')) return [node.summary ?? '', ...(bodyOf(node) as ReportNode[]).flatMap(blocks)];
  if (is(node, 'figure')) return node.decorative ? [] : [`[Picture: ${node.alt ?? ''}] ${toText(node)}`.trim()];
  if (is(node, 'table')) return [node.children.map((row) => row.children.map((cell) => toText(cell)).join(' | ')).join('\n')];
  if (is(node, 'list'))
    return [node.children.map((item, index) => `${node.ordered ? `${(node.start ?? 1) + index}.` : '-'} ${toText(item)}`).join('\n')];
  if (is(node, 'keyFigure')) return [`${node.value} ${toText(node.children)}`];
  if (is(node, 'step')) return [[node.when, node.value, toText(node)].filter(Boolean).join(': ')];
  if (is(node, 'pullQuote')) return [toText(node), `-- ${[node.by, node.role, node.org].filter(Boolean).join(', ')}`];
  if (is(node, 'pageBreak')) return [`[Page ${node.label}]`];
  if (is(node, 'contents') || is(node, 'thematicBreak')) return [];
  const children: readonly ReportNode[] = childrenOf(node);
  const isContainer = children.some((child) => !is(child, 'caption') && blockTypes.has(child.type));
  return isContainer ? children.flatMap(blocks) : [toText(node)].filter(Boolean);
}

const blockTypes = new Set([
  'heading',
  'paragraph',
  'section',
  'list',
  'table',
  'keyFigure',
  'step',
  'card',
  'figure',
  'chart',
  'blockquote',
  'pullQuote',
  'callout',
  'keyFigures',
  'steps',
  'cards',
  'dataTable',
  'div',
  'code',
]);

export const plainTextRenderer: Renderer<{ wide?: boolean }> = {
  name: 'text',
  title: 'Plain text',
  audience: 'For people who read in a terminal, or in an e-mail without formatting.',
  extension: 'txt',
  mediaType: 'text/plain',
  editions: ['screen-reader'],
  options: { type: 'object', additionalProperties: false, properties: { wide: { type: 'boolean' } } },
  async *render(report, _options, context) {
    const notes = report.notes.map((note) => `[${note.number}] ${toText(note.definition)}`);
    const text = [line(report.meta.title, '#'), ...report.root.children.flatMap((node) => blocks(node as ReportNode)), ...notes].join(
      '\n\n',
    );
    yield { path: `${context.slug}.txt`, mediaType: 'text/plain', body: new TextEncoder().encode(`${text}\n`) };
  },
};
