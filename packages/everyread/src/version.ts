import { createRequire } from 'node:module';

/** The version of Everyread, from its package.json, which stands beside both `src` and `dist`. */
export const version: string = (createRequire(import.meta.url)('../package.json') as { version: string }).version;
