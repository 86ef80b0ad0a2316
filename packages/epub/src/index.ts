export { epubRenderer, toEpub } from './render.js';
export type { EpubOptions } from './options.js';
export { epubRules } from './messages.js';
export { conformanceClaim, type AccessibilityMetadata } from './package/features.js';
