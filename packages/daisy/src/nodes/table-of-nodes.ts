import type { HandlerTable, ReportNode } from '@everyread/core';
import type { Builder } from '../book/build.js';
import type { Content } from '../book/element.js';
import { abbreviationElement } from './abbreviation.js';
import { blockquoteElement } from './blockquote.js';
import { breakElement } from './break.js';
import { calloutElement } from './callout.js';
import { captionElement, captionNumberElement } from './caption.js';
import { cardElement } from './card.js';
import { cardsElement } from './cards.js';
import { chartElement } from './chart.js';
import { codeElement } from './code.js';
import { contentsElement } from './contents.js';
import { crossReferenceElement } from './cross-reference.js';
import { dataTableElement } from './data-table.js';
import { deleteElement } from './delete.js';
import { divElement } from './div.js';
import { emphasisElement } from './emphasis.js';
import { figureElement } from './figure.js';
import { footnoteDefinitionElement } from './footnote-definition.js';
import { footnoteReferenceElement } from './footnote-reference.js';
import { headingElement } from './heading.js';
import { imageElement } from './image.js';
import { inlineCodeElement } from './inline-code.js';
import { keyFigureElement } from './key-figure.js';
import { keyFiguresElement } from './key-figures.js';
import { linkElement } from './link.js';
import { listElement } from './list.js';
import { listItemElement } from './list-item.js';
import { onlyElement } from './only.js';
import { pageBreakElement } from './page-break.js';
import { paragraphElement } from './paragraph.js';
import { pronunciationElement } from './pronunciation.js';
import { pullQuoteElement } from './pull-quote.js';
import { sectionElement } from './section.js';
import { sentenceElement } from './sentence.js';
import { spanElement } from './span.js';
import { stepElement } from './step.js';
import { stepsElement } from './steps.js';
import { strongElement } from './strong.js';
import { summaryElement } from './summary.js';
import { tableElement } from './table.js';
import { tableCellElement } from './table-cell.js';
import { tableRowElement } from './table-row.js';
import { textElement } from './text.js';
import { thematicBreakElement } from './thematic-break.js';

/** The book's elements for each node: a node without an entry is a compile error. */
export const elementsOf: HandlerTable<Builder, Content[]> = {
  abbreviation: abbreviationElement,
  blockquote: blockquoteElement,
  break: breakElement,
  callout: calloutElement,
  caption: captionElement,
  captionNumber: captionNumberElement,
  card: cardElement,
  cards: cardsElement,
  chart: chartElement,
  code: codeElement,
  contents: contentsElement,
  crossReference: crossReferenceElement,
  dataTable: dataTableElement,
  delete: deleteElement,
  div: divElement,
  emphasis: emphasisElement,
  figure: figureElement,
  footnoteDefinition: footnoteDefinitionElement,
  footnoteReference: footnoteReferenceElement,
  heading: headingElement,
  image: imageElement,
  inlineCode: inlineCodeElement,
  keyFigure: keyFigureElement,
  keyFigures: keyFiguresElement,
  link: linkElement,
  list: listElement,
  listItem: listItemElement,
  only: onlyElement,
  pageBreak: pageBreakElement,
  paragraph: paragraphElement,
  pronunciation: pronunciationElement,
  pullQuote: pullQuoteElement,
  section: sectionElement,
  sentence: sentenceElement,
  span: spanElement,
  step: stepElement,
  steps: stepsElement,
  strong: strongElement,
  summary: summaryElement,
  table: tableElement,
  tableCell: tableCellElement,
  tableRow: tableRowElement,
  text: textElement,
  thematicBreak: thematicBreakElement,
};

/** The elements of one node. */
export function visitNode(node: ReportNode, builder: Builder): Content[] {
  return (elementsOf[node.type] as (node: ReportNode, builder: Builder) => Content[])(node, builder);
}
