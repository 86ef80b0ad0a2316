import { el, xmlFile } from '../xml.js';

/** META-INF/container.xml (EPUB OCF 4.2.6.3.1). */
export function makeContainer(): Uint8Array {
  return xmlFile(
    el(
      'container',
      { version: '1.0', xmlns: 'urn:oasis:names:tc:opendocument:xmlns:container' },
      el('rootfiles', {}, el('rootfile', { 'full-path': 'EPUB/package.opf', 'media-type': 'application/oebps-package+xml' })),
    ),
  );
}
