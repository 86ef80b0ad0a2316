import type { HandlerTable, ReportNode } from '@everyread/core';
import type { Planner } from '../plan/planner.js';
import { sayAbbreviation } from './abbreviation.js';
import { sayBlockquote } from './blockquote.js';
import { sayBreak } from './break.js';
import { sayCallout } from './callout.js';
import { sayCaption, sayCaptionNumber } from './caption.js';
import { sayCard } from './card.js';
import { sayCards } from './cards.js';
import { sayChart } from './chart.js';
import { sayCode } from './code.js';
import { sayContents } from './contents.js';
import { sayCrossReference } from './cross-reference.js';
import { sayDataTable } from './data-table.js';
import { sayDelete } from './delete.js';
import { sayDiv } from './div.js';
import { sayEmphasis } from './emphasis.js';
import { sayFigure } from './figure.js';
import { sayFootnoteDefinition } from './footnote-definition.js';
import { sayFootnoteReference } from './footnote-reference.js';
import { sayHeading } from './heading.js';
import { sayImage } from './image.js';
import { sayInlineCode } from './inline-code.js';
import { sayKeyFigure } from './key-figure.js';
import { sayKeyFigures } from './key-figures.js';
import { sayLink } from './link.js';
import { sayList } from './list.js';
import { sayListItem } from './list-item.js';
import { sayOnly } from './only.js';
import { sayPageBreak } from './page-break.js';
import { sayParagraph } from './paragraph.js';
import { sayPronunciation } from './pronunciation.js';
import { sayPullQuote } from './pull-quote.js';
import { saySection } from './section.js';
import { saySentence } from './sentence.js';
import { saySpan } from './span.js';
import { sayStep } from './step.js';
import { saySteps } from './steps.js';
import { sayStrong } from './strong.js';
import { saySummary } from './summary.js';
import { sayTable } from './table.js';
import { sayTableCell } from './table-cell.js';
import { sayTableRow } from './table-row.js';
import { sayText } from './text.js';
import { sayThematicBreak } from './thematic-break.js';

/** What is said for each node: a node without an entry is a compile error. */
export const sayNode: HandlerTable<Planner, void> = {
  abbreviation: sayAbbreviation,
  blockquote: sayBlockquote,
  break: sayBreak,
  callout: sayCallout,
  caption: sayCaption,
  captionNumber: sayCaptionNumber,
  card: sayCard,
  cards: sayCards,
  chart: sayChart,
  code: sayCode,
  contents: sayContents,
  crossReference: sayCrossReference,
  dataTable: sayDataTable,
  delete: sayDelete,
  div: sayDiv,
  emphasis: sayEmphasis,
  figure: sayFigure,
  footnoteDefinition: sayFootnoteDefinition,
  footnoteReference: sayFootnoteReference,
  heading: sayHeading,
  image: sayImage,
  inlineCode: sayInlineCode,
  keyFigure: sayKeyFigure,
  keyFigures: sayKeyFigures,
  link: sayLink,
  list: sayList,
  listItem: sayListItem,
  only: sayOnly,
  pageBreak: sayPageBreak,
  paragraph: sayParagraph,
  pronunciation: sayPronunciation,
  pullQuote: sayPullQuote,
  section: saySection,
  sentence: saySentence,
  span: saySpan,
  step: sayStep,
  steps: saySteps,
  strong: sayStrong,
  summary: saySummary,
  table: sayTable,
  tableCell: sayTableCell,
  tableRow: sayTableRow,
  text: sayText,
  thematicBreak: sayThematicBreak,
};

/** Says one node. */
export function visitNode(node: ReportNode, planner: Planner): void {
  (sayNode[node.type] as (node: ReportNode, planner: Planner) => void)(node, planner);
}
