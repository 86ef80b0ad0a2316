export { readMarkdown, type ReadOptions, type ReadResult } from './read.js';
export { printMarkdown } from './print.js';
export { syntaxDocument, syntaxNames, syntaxOf } from './syntax-document.js';
export { markdownRules } from './rules.js';
