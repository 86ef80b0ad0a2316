// The set of editions that a real charity offers: the whole report as Word, PDF, large print and MP3, and its
// summary in Braille, as EPUB, DAISY and MOBI.
import type { Config } from 'everyread';

const config: Config = {
  editions: [
    'docx:screen-reader',
    'docx:large-print',
    'pdf:screen-reader',
    'pdf:large-print',
    'mp3',
    'brf:summary',
    'epub:summary',
    'daisy-2.02:summary',
    'mobi:summary',
  ],
  out: '../../dist/charity-set',
};
export default config;
