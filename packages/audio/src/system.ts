/**
 * Voices of the machine: those of macOS and Windows, the espeak-ng program of Linux, and neural voices in a folder.
 * An entry of its own, because it uses Node.
 */
export { systemEngine } from './system/system-engine.js';
export { sherpaEngine, type SherpaFolder } from './system/sherpa.js';
