import type { Config } from 'everyread';
import { plainTextRenderer } from './plain-text.js';

const config: Config = { renderers: [plainTextRenderer], editions: ['text'] };
export default config;
