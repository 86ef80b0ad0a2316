export { daisy202Renderer } from './render-202.js';
export { daisy3Renderer } from './render-3.js';
export * from './options.js';
export { daisyRules, groupOfRule, type DaisyRule } from './messages.js';
export { checkDaisy, daisyKind, type DaisyCheckOptions } from './check/check.js';
export type { DaisyFinding, SoundFacts } from './check/finding.js';
