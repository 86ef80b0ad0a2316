export { pdfRenderer, toPdf, type ToPdfOptions } from './render.js';
export { pdfOptionSchema, type PdfOptions } from './options.js';
export { pdfRules } from './messages.js';
export { whyNotDrawable } from './svg/embed-svg.js';
