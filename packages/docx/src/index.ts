export { docx, toDocx, type ToDocxOptions } from './render.js';
export { docxOptionSchema, type DocxOptions } from './options.js';
export { docxRules } from './messages.js';
export { drawingAsPng, drawingsAsPng } from './picture/drawings-as-png.js';
export { rasterise } from './picture/rasterise.js';
