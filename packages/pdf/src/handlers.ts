import type { HandlerTable } from '@everyread/core';
import type { Pen } from './pen.js';
import { writeParagraph } from './nodes/paragraph.js';
import { writeText } from './nodes/text.js';
import { writeEmphasis } from './nodes/emphasis.js';
import { writeStrong } from './nodes/strong.js';
import { writeDelete } from './nodes/delete.js';
import { writeLink } from './nodes/link.js';
import { writeCrossReference } from './nodes/cross-reference.js';
import { writeImage } from './nodes/image.js';
import { writeListItem } from './nodes/list-item.js';
import { writeList } from './nodes/list.js';
import { writeBlockquote } from './nodes/blockquote.js';
import { writePullQuote } from './nodes/pull-quote.js';
import { writeThematicBreak } from './nodes/thematic-break.js';
import { writeBreak } from './nodes/break.js';
import { writeInlineCode } from './nodes/inline-code.js';
import { writeCode } from './nodes/code.js';
import { writeTable } from './nodes/table.js';
import { writeTableRow } from './nodes/table-row.js';
import { writeTableCell } from './nodes/table-cell.js';
import { writeFootnoteReference } from './nodes/footnote-reference.js';
import { writeFootnoteDefinition } from './nodes/footnote-definition.js';
import { writeCaption, writeCaptionNumber } from './nodes/caption.js';
import { writeSection } from './nodes/section.js';
import { writeHeading } from './nodes/heading.js';
import { writeKeyFigures } from './nodes/key-figures.js';
import { writeKeyFigure } from './nodes/key-figure.js';
import { writeFigure } from './nodes/figure.js';
import { writeChart } from './nodes/chart.js';
import { writeSteps } from './nodes/steps.js';
import { writeStep } from './nodes/step.js';
import { writeCards } from './nodes/cards.js';
import { writeCard } from './nodes/card.js';
import { writeCallout } from './nodes/callout.js';
import { writePageBreak } from './nodes/page-break.js';
import { writeDataTable } from './nodes/data-table.js';
import { writeSpan } from './nodes/span.js';
import { writeDiv } from './nodes/div.js';
import { writeAbbreviation } from './nodes/abbreviation.js';
import { writePronunciation } from './nodes/pronunciation.js';
import { writeSummary } from './nodes/summary.js';
import { writeOnly } from './nodes/only.js';
import { writeContents } from './nodes/contents.js';
import { writeSentence } from './nodes/sentence.js';

/** One handler for each node: a node that the PDF forgot is a compile error. */
export const handlers: HandlerTable<Pen, void> = {
  paragraph: writeParagraph,
  text: writeText,
  emphasis: writeEmphasis,
  strong: writeStrong,
  delete: writeDelete,
  link: writeLink,
  crossReference: writeCrossReference,
  image: writeImage,
  listItem: writeListItem,
  list: writeList,
  blockquote: writeBlockquote,
  pullQuote: writePullQuote,
  thematicBreak: writeThematicBreak,
  break: writeBreak,
  inlineCode: writeInlineCode,
  code: writeCode,
  table: writeTable,
  tableRow: writeTableRow,
  tableCell: writeTableCell,
  footnoteReference: writeFootnoteReference,
  footnoteDefinition: writeFootnoteDefinition,
  caption: writeCaption,
  captionNumber: writeCaptionNumber,
  section: writeSection,
  heading: writeHeading,
  keyFigures: writeKeyFigures,
  keyFigure: writeKeyFigure,
  figure: writeFigure,
  chart: writeChart,
  steps: writeSteps,
  step: writeStep,
  cards: writeCards,
  card: writeCard,
  callout: writeCallout,
  pageBreak: writePageBreak,
  dataTable: writeDataTable,
  span: writeSpan,
  div: writeDiv,
  abbreviation: writeAbbreviation,
  pronunciation: writePronunciation,
  summary: writeSummary,
  only: writeOnly,
  contents: writeContents,
  sentence: writeSentence,
};
