export { azw3Renderer, mobiRenderer, toAzw3, toMobi } from './render.js';
export type { MobiOptions } from './options.js';
export { mobiRules } from './messages.js';
export { compressPalmDoc, decompressPalmDoc } from './bytes/palm-doc.js';
