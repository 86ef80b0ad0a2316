export * from './outline/outline.js';
export { fold } from './outline/fold.js';
export { Collector } from './outline/collector.js';
export { outlineOf, type ModelContext } from './model/outline-of.js';
export * from './compare/compare.js';
export type { BrailleEngine } from './compare/braille-words.js';
export * from './read/read-back.js';
export * from './check-file.js';
export * from './messages.js';
