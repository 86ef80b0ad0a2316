import { directionOf, escapeXml, type PreparedReport } from '@everyread/core';
import { utf8 } from '../bytes/byte-writer.js';
import { contentsId, type Part } from '../text/content.js';
import { Printer } from '../text/printer.js';
import { adaptForMobi6, mobi6Dialect } from './dialect.js';

/** The text of a MOBI 6 book: one HTML file. */
export interface Mobi6Text {
  bytes: Uint8Array;
  places: ReadonlyMap<string, number>;
  /** Where reading begins. */
  startAt: number;
}

/** Prints the parts one after another, then writes the byte position of each place into the links that wait for it. */
export function printMobi6(report: PreparedReport, parts: readonly Part[]): Mobi6Text {
  const printer = new Printer(mobi6Dialect);
  const { lang, title } = report.meta;
  const startId = '_start';
  // Programs such as KindleUnpack take it that a book begins with these twelve bytes: the language stands on the body.
  printer.raw(`<html><head><title>${escapeXml(title)}</title><guide>`);
  if (parts.some((part) => part.kind === 'contents')) {
    printer
      .raw(`<reference type="toc" title="${escapeXml(report.words.contents)}" `)
      .link(contentsId)
      .raw(' />');
  }
  printer
    .raw(`<reference type="text" title="${escapeXml(title)}" `)
    .link(startId)
    .raw(` /></guide></head><body lang="${escapeXml(lang)}">`);
  // Unasked, old Kindles stretch lines to the margin on both sides, which makes words hard to follow; their readers can't choose.
  const align = directionOf(lang) === 'rtl' ? 'right' : 'left';
  const first = parts.find((part) => part.kind === 'chapter') ?? parts[0];
  for (const [index, part] of parts.entries()) {
    if (index > 0) printer.raw('<mbp:pagebreak/>');
    if (part === first) printer.places.set(startId, printer.out.length);
    printer.raw(`<div align="${align}">`).content(adaptForMobi6(part.content)).raw('</div>');
  }
  printer.raw('</body></html>');
  for (const { at, id } of printer.waiting) {
    printer.out.setBytes(at, utf8(String(printer.places.get(id) ?? printer.places.get(startId) ?? 0).padStart(10, '0')));
  }
  return { bytes: printer.out.finish(), places: printer.places, startAt: printer.places.get(startId) ?? 0 };
}
