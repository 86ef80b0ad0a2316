export { readMarkdown } from './read.js';
export type { ReadOptions, ReadResult } from './read-with.js';
export { printMarkdown } from './print.js';
export { syntaxDocument, syntaxNames, syntaxOf } from './syntax-document.js';
export { markdownRules } from './rules.js';
