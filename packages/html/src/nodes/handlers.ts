import type { FragmentHandlers } from '../fragments/context.js';
import { abbreviation } from './abbreviation.js';
import { blockquote } from './blockquote.js';
import { breakNode } from './break.js';
import { callout } from './callout.js';
import { caption } from './caption.js';
import { captionNumber } from './caption-number.js';
import { card } from './card.js';
import { cards } from './cards.js';
import { chart } from './chart.js';
import { code } from './code.js';
import { contents } from './contents.js';
import { crossReference } from './cross-reference.js';
import { dataTable } from './data-table.js';
import { deleteNode } from './delete.js';
import { div } from './div.js';
import { emphasis } from './emphasis.js';
import { figure } from './figure.js';
import { footnoteDefinition } from './footnote-definition.js';
import { footnoteReference } from './footnote-reference.js';
import { heading } from './heading.js';
import { image } from './image.js';
import { inlineCode } from './inline-code.js';
import { keyFigure } from './key-figure.js';
import { keyFigures } from './key-figures.js';
import { link } from './link.js';
import { listItem } from './list-item.js';
import { list } from './list.js';
import { only } from './only.js';
import { pageBreak } from './page-break.js';
import { paragraph } from './paragraph.js';
import { pronunciation } from './pronunciation.js';
import { pullQuote } from './pull-quote.js';
import { section } from './section.js';
import { sentence } from './sentence.js';
import { span } from './span.js';
import { step } from './step.js';
import { steps } from './steps.js';
import { strong } from './strong.js';
import { summary } from './summary.js';
import { tableCell } from './table-cell.js';
import { tableRow } from './table-row.js';
import { table } from './table.js';
import { text } from './text.js';
import { thematicBreak } from './thematic-break.js';

/** Our handlers, one for each node. */
export const handlers: FragmentHandlers = {
  abbreviation,
  blockquote,
  break: breakNode,
  callout,
  caption,
  captionNumber,
  card,
  cards,
  chart,
  code,
  contents,
  crossReference,
  dataTable,
  delete: deleteNode,
  div,
  emphasis,
  figure,
  footnoteDefinition,
  footnoteReference,
  heading,
  image,
  inlineCode,
  keyFigure,
  keyFigures,
  link,
  listItem,
  list,
  only,
  pageBreak,
  paragraph,
  pronunciation,
  pullQuote,
  section,
  sentence,
  span,
  step,
  steps,
  strong,
  summary,
  tableCell,
  tableRow,
  table,
  text,
  thematicBreak,
};
