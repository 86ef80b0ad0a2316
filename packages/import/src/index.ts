export { importDocx } from './docx/import-docx.js';
export { importHtml } from './html/import-html.js';
export type { ImportOptions, ImportResult } from './importing.js';
export { importRules } from './rules.js';
