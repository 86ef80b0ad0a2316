import type { Meta } from '@everyread/core';
import { escapeXml } from '../files/xml.js';

/** One document of the publication. */
export interface EbrailleDocument {
  id: string;
  href: string;
}

/** What the package document says. */
export interface EbraillePackage {
  meta: Meta;
  identifier: string;
  now: Date;
  /** Such as `UEB Grade 2`. */
  brailleSystem: string;
  complete: boolean;
  producer: string;
  summary: string;
  documents: readonly EbrailleDocument[];
  hasPages: boolean;
}

/** Braille is a script of its own: `en-GB` is `en-Brai-GB` (ISO 15924). */
export function brailleTag(lang: string): string {
  const [language, ...rest] = lang.split('-');
  return [language, 'Brai', ...rest.filter((part) => !/^[A-Za-z]{4}$/.test(part))].join('-');
}

/** The package document, with all that eBraille 1.0 requires in 5.2. */
export function packageXml(input: EbraillePackage): string {
  const { meta, now } = input;
  const day = now.toISOString().slice(0, 10);
  const property = (name: string, value: string): string => `    <meta property="${name}">${escapeXml(value)}</meta>`;
  const dc = (name: string, value: string | undefined, id = ''): string[] =>
    value === undefined || value === '' ? [] : [`    <dc:${name}${id}>${escapeXml(value)}</dc:${name}>`];
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="pub-id" xml:lang="${escapeXml(meta.lang)}">`,
    '  <metadata xmlns:dc="http://purl.org/dc/elements/1.1/">',
    ...dc('identifier', input.identifier, ' id="pub-id"'),
    ...dc('title', meta.subtitle ? `${meta.title}: ${meta.subtitle}` : meta.title),
    ...dc('language', brailleTag(meta.lang)),
    ...dc('creator', meta.author ?? meta.publisher ?? input.producer),
    ...dc('publisher', meta.publisher),
    ...dc('date', day),
    ...dc('format', 'eBraille 1.0'),
    ...dc('rights', meta.rights),
    ...dc('description', meta.description),
    property('dcterms:modified', now.toISOString().replace(/\.\d+Z$/, 'Z')),
    property('dcterms:dateCopyrighted', (meta.date ?? day).slice(0, 4)),
    property('a11y:brailleCellType', '6'),
    property('a11y:brailleSystem', input.brailleSystem),
    property('a11y:completeTranscription', String(input.complete)),
    property('a11y:tactileGraphics', 'false'),
    property('a11y:producer', input.producer),
    property('schema:accessMode', 'tactile'),
    property('schema:accessModeSufficient', 'tactile'),
    ...[
      'braille',
      'structuralNavigation',
      'tableOfContents',
      'readingOrder',
      ...(input.hasPages ? ['pageBreakMarkers', 'pageNavigation'] : []),
    ].map((feature) => property('schema:accessibilityFeature', feature)),
    property('schema:accessibilityHazard', 'none'),
    property('schema:accessibilitySummary', input.summary),
    '  </metadata>',
    '  <manifest>',
    '    <item id="nav" href="index.html" media-type="application/xhtml+xml" properties="nav"/>',
    '    <item id="style" href="ebraille/style.css" media-type="text/css"/>',
    ...input.documents.map((document) => `    <item id="${document.id}" href="${document.href}" media-type="application/xhtml+xml"/>`),
    '  </manifest>',
    '  <spine>',
    ...input.documents.map((document) => `    <itemref idref="${document.id}"/>`),
    '  </spine>',
    '</package>',
    '',
  ].join('\n');
}
