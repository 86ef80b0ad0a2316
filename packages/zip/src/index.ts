export * from './error.js';
export * from './path.js';
export * from './entry.js';
export * from './write.js';
export * from './stream.js';
export * from './read.js';
export * from './crc.js';
