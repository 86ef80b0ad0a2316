import { paragraph } from './nodes/paragraph.js';
import { heading } from './nodes/heading.js';
import { text } from './nodes/text.js';
import { emphasis } from './nodes/emphasis.js';
import { strong } from './nodes/strong.js';
import { deleteNode } from './nodes/delete.js';
import { link } from './nodes/link.js';
import { image } from './nodes/image.js';
import { list } from './nodes/list.js';
import { listItem } from './nodes/list-item.js';
import { blockquote } from './nodes/blockquote.js';
import { thematicBreak } from './nodes/thematic-break.js';
import { breakNode } from './nodes/break.js';
import { inlineCode } from './nodes/inline-code.js';
import { code } from './nodes/code.js';
import { table } from './nodes/table.js';
import { tableRow } from './nodes/table-row.js';
import { tableCell } from './nodes/table-cell.js';
import { footnoteReference } from './nodes/footnote-reference.js';
import { footnoteDefinition } from './nodes/footnote-definition.js';
import { caption } from './nodes/caption.js';
import { captionNumber } from './nodes/caption-number.js';
import { section } from './nodes/section.js';
import { keyFigures } from './nodes/key-figures.js';
import { keyFigure } from './nodes/key-figure.js';
import { pullQuote } from './nodes/pull-quote.js';
import { figure } from './nodes/figure.js';
import { chart } from './nodes/chart.js';
import { steps } from './nodes/steps.js';
import { step } from './nodes/step.js';
import { cards } from './nodes/cards.js';
import { card } from './nodes/card.js';
import { callout } from './nodes/callout.js';
import { pageBreak } from './nodes/page-break.js';
import { crossReference } from './nodes/cross-reference.js';
import { dataTable } from './nodes/data-table.js';
import { span } from './nodes/span.js';
import { div } from './nodes/div.js';
import { abbreviation } from './nodes/abbreviation.js';
import { pronunciation } from './nodes/pronunciation.js';
import { summary } from './nodes/summary.js';
import { only } from './nodes/only.js';
import { contents } from './nodes/contents.js';
import { sentence } from './nodes/sentence.js';

/**
 * The node table: every node that a report may hold. Types, builders, guards, the JSON Schema,
 * the Markdown reader and printer, and docs/syntax.md all come from here.
 */
export const nodeTable = {
  paragraph,
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
  tableRow,
  tableCell,
  footnoteReference,
  footnoteDefinition,
  caption,
  captionNumber,
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
  summary,
  only,
  contents,
  sentence,
} as const;

/** The table with one type for all entries, for code that walks it. */
export type NodeTable = typeof nodeTable;
