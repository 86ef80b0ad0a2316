import { directionOf, escapeXml, type PreparedReport } from '@everyread/core';
import { joinBytes, utf8 } from '../bytes/byte-writer.js';
import { contentsId, type Part } from '../text/content.js';
import { speakSigns } from '../text/element.js';
import { Printer } from '../text/printer.js';
import { base32 } from './base32.js';
import { AidCounter, blocksOf, kf8Dialect } from './dialect.js';
import { kf8Style } from './style.js';

/** A piece of a file, put into its skeleton. */
export interface Fragment {
  /** Where it is put, counted through all files put together. */
  insertAt: number;
  /** The element that it is put into. */
  selector: string;
  file: number;
  /** Where it begins among the fragments of its file, and its bytes. */
  start: number;
  length: number;
}

/** The frame of a file. */
export interface Skeleton {
  fragments: number;
  start: number;
  length: number;
}

/** A place: the fragment and the bytes from its beginning; `at` is counted through all files put together. */
export interface Kf8Place {
  fragment: number;
  offset: number;
  at: number;
}

/** The text of a KF8 book. */
export interface Kf8Text {
  /** The files, then the style sheet. */
  flows: Uint8Array[];
  skeletons: Skeleton[];
  fragments: Fragment[];
  places: Map<string, Kf8Place>;
  contents?: Kf8Place;
  start: Kf8Place;
}

/** Fragments of about this size are what Kindles open at once. */
const fragmentBytes = 8000;

/** Prints each part as a file, cut into fragments, and resolves the links. */
export function printKf8(report: PreparedReport, parts: readonly Part[], mediaTypeOf: (picture: number) => string): Kf8Text {
  const aids = new AidCounter();
  const printed = parts.map((part) => printPart(report, part, aids, mediaTypeOf));
  const text: Kf8Text = { flows: [], skeletons: [], fragments: [], places: new Map(), start: { fragment: 0, offset: 0, at: 0 } };
  let at = 0;
  printed.forEach(({ printer, cuts, head, tail, aid }, file) => {
    const bodyAt = at + head.length;
    const skeleton = head.length + tail.length;
    text.skeletons.push({ fragments: cuts.length, start: at, length: skeleton });
    let begin = 0;
    const firstFragment = text.fragments.length;
    for (const end of cuts) {
      text.fragments.push({ insertAt: bodyAt + begin, selector: `P-//*[@aid='${aid}']`, file, start: begin, length: end - begin });
      begin = end;
    }
    for (const [id, inside] of printer.places) {
      if (!text.places.has(id)) text.places.set(id, placeIn(text, firstFragment, bodyAt + inside));
    }
    const part = parts[file]!;
    if (part.kind === 'contents') text.contents = text.places.get(contentsId)!;
    if (part.kind === 'chapter' && text.start.at === 0) text.start = { fragment: firstFragment, offset: 0, at: bodyAt };
    at += skeleton + begin;
  });
  const files = printed.map(({ printer, head, tail }) => {
    for (const { at: linkAt, id } of printer.waiting) printer.out.setBytes(linkAt, utf8(addressOf(text.places.get(id) ?? text.start)));
    return joinBytes([head, tail, printer.out.finish()]);
  });
  text.flows = [joinBytes(files), utf8(kf8Style(directionOf(report.meta.lang)))];
  return text;
}

function placeIn(text: Kf8Text, firstFragment: number, at: number): Kf8Place {
  let fragment = firstFragment;
  while (fragment + 1 < text.fragments.length && text.fragments[fragment + 1]!.insertAt <= at) fragment += 1;
  return { fragment, offset: at - text.fragments[fragment]!.insertAt, at };
}

const addressOf = (place: Kf8Place): string => `kindle:pos:fid:${base32(place.fragment, 4)}:off:${base32(place.offset, 10)}`;

interface PrintedPart {
  printer: Printer;
  /** Where each fragment ends. */
  cuts: number[];
  head: Uint8Array;
  tail: Uint8Array;
  aid: string;
}

function printPart(report: PreparedReport, part: Part, aids: AidCounter, mediaTypeOf: (picture: number) => string): PrintedPart {
  const { lang } = report.meta;
  const aid = aids.fresh();
  const head = utf8(
    `<?xml version="1.0" encoding="UTF-8"?><!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml" lang="${escapeXml(lang)}" xml:lang="${escapeXml(lang)}" dir="${directionOf(lang)}"><head><title>${escapeXml(part.title)}</title><link rel="stylesheet" type="text/css" href="kindle:flow:0001?mime=text/css"/></head><body aid="${aid}">`,
  );
  const printer = new Printer(kf8Dialect(aids, mediaTypeOf));
  const cuts: number[] = [];
  let begin = 0;
  for (const block of blocksOf(speakSigns(part.content))) {
    if (printer.out.length - begin >= fragmentBytes) {
      begin = printer.out.length;
      cuts.push(begin);
    }
    printer.content([block]);
  }
  cuts.push(printer.out.length);
  return { printer, cuts, head, tail: utf8('</body></html>'), aid };
}
