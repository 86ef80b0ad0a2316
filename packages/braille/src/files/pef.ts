import type { BrailleDocument } from '../document.js';
import { escapeXml } from './xml.js';

/** Writes PEF 2008-1: volumes, sections and pages as they are embossed, with who made them. */
export function writePef(document: BrailleDocument): Uint8Array {
  const { provenance } = document;
  const meta: [string, string | undefined][] = [
    ['dc:format', 'application/x-pef+xml'],
    ['dc:identifier', document.identifier],
    ['dc:title', document.title],
    ['dc:creator', document.author],
    ['dc:publisher', document.publisher],
    ['dc:date', document.date && /^\d{4}-\d{2}-\d{2}$/.test(document.date) ? document.date : undefined],
    ['dc:language', document.lang],
    ['dc:rights', document.rights],
    [
      'dc:description',
      `${provenance.code} grade ${provenance.grade}; profile ${provenance.profile}; ${provenance.engine} ${provenance.engineVersion}; ${provenance.tables.join(', ')}; SHA-256 ${provenance.tablesSha256}`,
    ],
  ];
  const out = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<pef version="2008-1" xmlns="http://www.daisy.org/ns/2008/pef">',
    '  <head>',
    '    <meta xmlns:dc="http://purl.org/dc/elements/1.1/">',
    ...meta.filter(([, value]) => value !== undefined).map(([name, value]) => `      <${name}>${escapeXml(value!)}</${name}>`),
    '    </meta>',
    '  </head>',
    '  <body>',
  ];
  for (const volume of document.volumes) {
    out.push(`    <volume cols="${document.cols}" rows="${document.rows}" rowgap="0" duplex="${document.duplex}">`);
    for (const section of volume.sections) {
      out.push('      <section>');
      for (const page of section.pages) {
        out.push('        <page>');
        for (const line of page.lines) {
          const cells = line.cells.replace(/\u2800+$/, '');
          out.push(cells === '' ? '          <row/>' : `          <row>${cells}</row>`);
        }
        out.push('        </page>');
      }
      out.push('      </section>');
    }
    out.push('    </volume>');
  }
  out.push('  </body>', '</pef>', '');
  return new TextEncoder().encode(out.join('\n'));
}

/** Reads the rows of a PEF file that this package wrote: pages of cells. */
export function readPefRows(bytes: Uint8Array): string[][] {
  const text = new TextDecoder().decode(bytes);
  return [...text.matchAll(/<page>([\s\S]*?)<\/page>/g)].map((page) =>
    [...page[1]!.matchAll(/<row(?:\/>|>([^<]*)<\/row>)/g)].map((row) => row[1] ?? ''),
  );
}
