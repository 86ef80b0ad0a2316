import type { BrailleHandlers } from '../composer.js';
import { code, contents, div, footnoteDefinition, only, summary, thematicBreak } from './block.js';
import { callout } from './callout.js';
import { card, cards } from './cards.js';
import { emphasis, strong } from './emphasis.js';
import { heading, section } from './heading.js';
import {
  abbreviation,
  breakNode,
  caption,
  captionNumber,
  deleteNode,
  footnoteReference,
  inlineCode,
  pageBreak,
  pronunciation,
  sentence,
  span,
} from './inline.js';
import { keyFigure, keyFigures } from './key-figures.js';
import { crossReference, link } from './link.js';
import { list, listItem } from './list.js';
import { paragraph } from './paragraph.js';
import { chart, figure, image } from './picture.js';
import { blockquote, pullQuote } from './quotation.js';
import { step, steps } from './steps.js';
import { dataTable, table, tableCell, tableRow } from './table.js';
import { text } from './text.js';

/** One handler for each node of a report. */
export const brailleHandlers: BrailleHandlers = {
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
  list,
  listItem,
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
  table,
  tableCell,
  tableRow,
  text,
  thematicBreak,
};
