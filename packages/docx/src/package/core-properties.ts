import type { Meta } from '@everyread/core';
import { cleanLine } from '../clean-text.js';

const escape = (text: string): string => cleanLine(text).replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

/** The properties of the document (ECMA-376 part 2, 11): title, who made it, and its language, which `docx` has no option for. */
export function coreProperties(meta: Meta, now: Date): string {
  const time = now.toISOString().replace(/\.\d{3}Z$/, 'Z');
  const creator = meta.author ?? meta.publisher;
  const part = (name: string, value: string | undefined): string => (value ? `<${name}>${escape(value)}</${name}>` : '');
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:dcmitype="http://purl.org/dc/dcmitype/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
    part('dc:title', meta.title) +
    part('dc:subject', meta.subtitle) +
    part('dc:creator', creator) +
    part('dc:description', meta.description) +
    part('dc:identifier', meta.identifier) +
    part('dc:language', meta.lang) +
    part('cp:lastModifiedBy', creator) +
    `<dcterms:created xsi:type="dcterms:W3CDTF">${time}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${time}</dcterms:modified>` +
    '</cp:coreProperties>'
  );
}
