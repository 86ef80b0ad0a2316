export { renderDownloadPage } from './download-page/render.js';
export { renderPlainPage, type PlainPage } from './page/plain-page.js';
export { displayGuide, type GuideEntry } from './download-page/display-guide.js';
export { html, html as htmlRenderer, toHtml } from './render.js';
export { htmlOptionSchema, type HtmlOptions } from './options.js';
export { htmlRules } from './messages.js';
export type { DownloadEdition, DownloadFile, DownloadPage, EpubAccessibility } from './download-page/types.js';
export { captionTables } from './books/captions.js';
export { readyForRecords, recordRules, tableWidthsEm } from './books/record-tables.js';
export { cellsOf, lineOf, rowsOfTable, tableRoomEm, type TableRows } from './books/table-room.js';
export { unmarkEmptyHeadings, untitledLabels } from './books/untitled.js';
export { collectImages } from './collect-images.js';
export { contactContent } from './fragments/contact.js';
export { makeFragments } from './fragments/make.js';
export { planFragments, idsIn } from './fragments/plan.js';
export { toXhtml } from './fragments/xhtml.js';
export { h, textNode, wordsOf } from './fragments/element.js';
export { drawingToHast, paletteClasses } from './fragments/drawing.js';
export { ownWordsWithName, wordsLanguage, type OtherLanguage } from './fragments/own-words.js';
export { safeAddress } from './fragments/safe-address.js';
export { handlers } from './nodes/handlers.js';
export { tableOf, type TableStyle } from './nodes/table.js';
export { contentsNav } from './nodes/contents.js';
export type {
  CellPlace,
  ChartOptions,
  Fragment,
  FragmentContext,
  FragmentHandlers,
  FragmentOptions,
  FragmentPlan,
  Handle,
  HandlerResult,
  ImageReference,
} from './fragments/context.js';
