import { bodyOf, captionOf, childrenOf, is, toText, withUnits, type HandlerTable, type ReportNode } from '@everyread/core';
import { sameLanguage } from '../outline/collector.js';
import { fold } from '../outline/fold.js';
import type { ModelContext } from './outline-of.js';
import { linePieces } from './pieces.js';
import { visitTable } from './table.js';

type Handlers = HandlerTable<ModelContext, void>;

const caption = (node: ReportNode): string[] =>
  linePieces(childrenOf(captionOf(node) ?? ({ type: 'caption', children: [] } as ReportNode)));
const captionLine = (node: ReportNode, context: ModelContext): void =>
  context.visit(childrenOf(captionOf(node) ?? node).filter(() => captionOf(node) !== undefined));

/** A block whose children are one line: its words, then what the line holds. */
function line(node: ReportNode, context: ModelContext): void {
  context.passage(linePieces(childrenOf(node)), node);
  context.visit(childrenOf(node));
}

/** A block of blocks with a title. */
function titled(node: Extract<ReportNode, { children: unknown[] }>, context: ModelContext): void {
  context.passage(caption(node), node);
  captionLine(node, context);
  context.visit(bodyOf(node) as ReportNode[]);
}

const inside = (node: ReportNode, context: ModelContext): void => context.visit(childrenOf(node));
const nothing = (): void => undefined;

/** What each node adds to the outline. Blocks add their words; nodes in a line add what they are besides words. */
export const modelHandlers: Handlers = {
  paragraph: line,
  heading(node, context) {
    const text = toText(node);
    context.under(text);
    context.item({ kind: 'heading', level: node.depth, text, pieces: linePieces(childrenOf(node)) }, node);
    line(node, context);
  },
  section: inside,
  text: nothing,
  emphasis: inside,
  strong: inside,
  delete: inside,
  sentence: inside,
  pronunciation: inside,
  abbreviation: inside,
  span: (node, context) => context.visit(childrenOf(node), node.lang ?? context.lang),
  div: (node, context) => context.visit(childrenOf(node), node.lang ?? context.lang),
  link(node, context) {
    context.item({ kind: 'link', text: fold(toText(node)), href: node.url }, node);
    inside(node, context);
  },
  crossReference: (node, context) => (node.show === undefined || node.show === 'text' ? inside(node, context) : undefined),
  image: (node, context) => (node.alt?.trim() ? context.item({ kind: 'alternative', text: fold(node.alt) }, node) : undefined),
  footnoteReference: (node, context) => context.item({ kind: 'noteMark', number: String(node.number ?? '') }, node),
  footnoteDefinition: nothing,
  pageBreak: (node, context) => context.item({ kind: 'page', label: node.label }, node),
  break: nothing,
  inlineCode: nothing,
  code: (node, context) => context.passage(node.value.split('\n'), node),
  list: inside,
  listItem: inside,
  blockquote: inside,
  thematicBreak: nothing,
  contents: nothing,
  summary: inside,
  only: inside,
  caption: line,
  captionNumber: inside,
  table: (node, context) => visitTable(node, node, context, 'col'),
  tableRow: inside,
  tableCell: inside,
  dataTable(node, context) {
    for (const table of bodyOf(node)) visitTable(table, node, context, node.headers ?? 'col');
  },
  chart(node, context) {
    const table = childrenOf(node).find((child) => is(child, 'table'));
    if (node.summary) context.item({ kind: 'alternative', text: fold(node.summary) }, node);
    // Every edition prints the unit of the chart with each figure.
    if (table) visitTable(withUnits(table, node.unit), node, context, 'both');
    context.visit((bodyOf(node) as ReportNode[]).filter((child) => child !== table));
  },
  figure(node, context) {
    if (!node.decorative && node.alt?.trim()) context.item({ kind: 'alternative', text: fold(node.alt) }, node);
    context.passage([...caption(node), ...(node.credit ? [node.credit] : [])], node, true);
    captionLine(node, context);
    context.visit(bodyOf(node) as ReportNode[]);
  },
  keyFigures: titled,
  keyFigure(node, context) {
    const said = node.say ? { either: { [fold(node.value)]: fold(node.say) } } : undefined;
    context.passage([node.value, ...linePieces(childrenOf(node)), ...(node.change ? [node.change] : [])], node, true, said);
    inside(node, context);
  },
  pullQuote(node, context) {
    inside(node, context);
    context.passage(
      [node.by, node.role, node.org].filter((part) => part !== undefined),
      node,
      true,
    );
  },
  steps: titled,
  step(node, context) {
    context.passage([...caption(node), ...(node.value ? [node.value] : [])], node, true);
    captionLine(node, context);
    context.visit(bodyOf(node) as ReportNode[]);
  },
  cards: titled,
  card(node, context) {
    if (node.href && !node.href.startsWith('#')) context.item({ kind: 'link', text: fold(caption(node).join(' ')), href: node.href }, node);
    if (node.src && node.alt?.trim()) context.item({ kind: 'alternative', text: fold(node.alt) }, node);
    titled(node, context);
  },
  callout(node, context) {
    const { words, meta } = context.report;
    // A format may have words of its own in a language that core has none in.
    const named = node.kind !== undefined && node.kind !== 'note' && sameLanguage(words.lang, meta.lang);
    if (named) context.passage([words[node.kind!]], node);
    titled(node, context);
  },
};
