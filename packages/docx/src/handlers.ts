import type { HandlerTable } from '@everyread/core';
import type { Out, Scope } from './scope.js';
import { abbreviation } from './nodes/abbreviation.js';
import { blockquote } from './nodes/blockquote.js';
import { breakNode } from './nodes/break.js';
import { callout } from './nodes/callout.js';
import { caption } from './nodes/caption.js';
import { card } from './nodes/card.js';
import { cards } from './nodes/cards.js';
import { chart } from './nodes/chart.js';
import { code } from './nodes/code.js';
import { contents } from './nodes/contents.js';
import { crossReference } from './nodes/cross-reference.js';
import { dataTable } from './nodes/data-table.js';
import { deleteNode } from './nodes/delete.js';
import { div } from './nodes/div.js';
import { emphasis } from './nodes/emphasis.js';
import { figure } from './nodes/figure.js';
import { footnoteDefinition } from './nodes/footnote-definition.js';
import { footnoteReference } from './nodes/footnote-reference.js';
import { heading } from './nodes/heading.js';
import { image } from './nodes/image.js';
import { inlineCode } from './nodes/inline-code.js';
import { keyFigure } from './nodes/key-figure.js';
import { keyFigures } from './nodes/key-figures.js';
import { link } from './nodes/link.js';
import { list } from './nodes/list.js';
import { listItem } from './nodes/list-item.js';
import { pageBreak } from './nodes/page-break.js';
import { paragraphNode } from './nodes/paragraph.js';
import { pronunciation } from './nodes/pronunciation.js';
import { pullQuote } from './nodes/pull-quote.js';
import { section } from './nodes/section.js';
import { span } from './nodes/span.js';
import { step } from './nodes/step.js';
import { steps } from './nodes/steps.js';
import { strong } from './nodes/strong.js';
import { table } from './nodes/table.js';
import { text } from './nodes/text.js';
import { thematicBreak } from './nodes/thematic-break.js';
import { flow, line } from './flow.js';

/** Nodes that say nothing of their own: what is in them is printed as it stands. */
const transparentLine = (node: { children: Parameters<typeof line>[0] }, scope: Scope): Out => line(node.children, scope);
const transparentFlow = (node: { children: Parameters<typeof flow>[0] }, scope: Scope): Out => flow(node.children, scope);

/** One handler for each node; a caller may put its own in place of any. */
export const handlers: HandlerTable<Scope, Out> = {
  paragraph: paragraphNode,
  heading,
  text,
  emphasis,
  strong,
  delete: deleteNode,
  link,
  image,
  list,
  listItem,
  blockquote,
  thematicBreak,
  break: breakNode,
  inlineCode,
  code,
  table,
  // Rows and cells are laid out by their table.
  tableRow: () => [],
  tableCell: transparentLine,
  footnoteReference,
  footnoteDefinition,
  caption,
  captionNumber: transparentLine,
  section,
  keyFigures,
  keyFigure,
  pullQuote,
  figure,
  chart,
  steps,
  step,
  cards,
  card,
  callout,
  pageBreak,
  crossReference,
  dataTable,
  span,
  div,
  abbreviation,
  pronunciation,
  // Passes have taken these two out of a prepared report.
  summary: transparentFlow,
  only: transparentFlow,
  contents,
  sentence: transparentLine,
};
