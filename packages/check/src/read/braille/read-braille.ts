import { EveryreadError } from '@everyread/core';
import { fold } from '../../outline/fold.js';
import type { Fault, Outline } from '../../outline/outline.js';
import { child, elements, find, rawText, readXml } from '../markup.js';
import { cellsOf } from './cells.js';
import { brailleText } from './pages.js';

/** Rows that a page holds where the file does not end its pages. */
const rowsOfPage = 25;

/** Some ten thousand pages of Braille. */
const maxBytes = 20_000_000;

/** Reads Braille ASCII (BRF): it has neither a title nor a language, and no structure besides its pages. */
export function readBrf(bytes: Uint8Array): Outline {
  if (bytes.length > maxBytes)
    throw new EveryreadError(
      'document',
      `The file has more than ${maxBytes} bytes, some ten thousand pages: more is not read back, so that nothing in it was compared`,
    );
  const text = new TextDecoder('utf-8').decode(bytes);
  const pages = text.split('\f').map((page) =>
    page
      .replace(/(?:\r\n|\n|\r)$/, '')
      .split(/\r\n|\n|\r/)
      .map((line, index) => {
        const cells = cellsOf(line);
        if (cells === undefined)
          throw new EveryreadError('document', `Line ${index + 1} of a page holds characters that are no Braille ASCII`);
        return cells;
      }),
  );
  const whole = pages.length > 1 ? pages : chunks(pages[0] ?? []);
  return { format: 'brf', items: [], faults: [], braille: brailleText(whole) };
}

function chunks(rows: readonly string[]): string[][] {
  const pages: string[][] = [];
  for (let at = 0; at < rows.length; at += rowsOfPage) pages.push(rows.slice(at, at + rowsOfPage));
  return pages;
}

/** Reads PEF 2008-1. A row that is wider than its page, or a page with too many rows, can't be embossed. */
export function readPef(bytes: Uint8Array): Outline {
  const pef = readXml(new TextDecoder('utf-8', { fatal: true }).decode(bytes), 'The PEF');
  const meta = child(child(pef, 'head'), 'meta');
  const title = fold(rawText(child(meta, 'dc:title')));
  const lang = rawText(child(meta, 'dc:language')).trim();
  const faults: Fault[] = [];
  const pages: string[][] = [];
  for (const volume of find(pef, (each) => each.name === 'volume')) {
    const [cols, most] = [Number(volume.attributes['cols']), Number(volume.attributes['rows'])];
    for (const page of find(volume, (each) => each.name === 'page')) {
      const rows = elements(page, 'row').map((row) => rawText(row));
      const number = pages.length + 1;
      if (rows.length > most) faults.push({ rule: 'read-back-structure', reason: `Page ${number} has ${rows.length} rows, not ${most}` });
      for (const row of rows) {
        if ([...row].length > cols)
          faults.push({ rule: 'read-back-structure', reason: `A row of page ${number} has ${[...row].length} cells, not ${cols}` });
        if (/[^\u2800-\u283f]/.test(row))
          faults.push({ rule: 'read-back-structure', reason: `A row of page ${number} holds what is no cell of six dots` });
      }
      pages.push(rows);
    }
  }
  return { format: 'pef', items: [], faults, braille: brailleText(pages), ...(title ? { title } : {}), ...(lang ? { lang } : {}) };
}
