import { clockValue } from '../package/opf.js';
import { bodyId } from '../text/document.js';
import { el, xmlFile, type Markup } from '../xml.js';
import type { TextGroup } from './places.js';

/** One sentence or block with its stretch of sound. */
export interface OverlayPar {
  /** Fragment in the document. */
  id: string;
  audioHref: string;
  beginMs: number;
  endMs: number;
  /** A print page: readers can skip it. */
  pageBreak: boolean;
}

/** What readers can skip or leave as a whole. */
export interface OverlaySeq {
  id: string;
  type: TextGroup['type'];
  items: readonly OverlayItem[];
}

export type OverlayItem = OverlayPar | OverlaySeq;

/** The overlay of one document (EPUB 3.3, 9.2). Hrefs are relative to the overlay. */
export function makeOverlay(documentHref: string, items: readonly OverlayItem[]): Uint8Array {
  const counts = { par: 0, seq: 0 };
  const print = (item: OverlayItem): Markup =>
    'items' in item
      ? el(
          'seq',
          { id: `seq-${(counts.seq += 1)}`, 'epub:type': item.type, 'epub:textref': `${documentHref}#${item.id}` },
          item.items.map(print),
        )
      : el(
          'par',
          { id: `par-${(counts.par += 1)}`, 'epub:type': item.pageBreak ? 'pagebreak' : undefined },
          el('text', { src: `${documentHref}#${item.id}` }),
          el('audio', { src: item.audioHref, clipBegin: clockValue(item.beginMs), clipEnd: clockValue(item.endMs) }),
        );
  return xmlFile(
    el(
      'smil',
      { xmlns: 'http://www.w3.org/ns/SMIL', 'xmlns:epub': 'http://www.idpf.org/2007/ops', version: '3.0' },
      el('body', {}, el('seq', { id: 'text', 'epub:textref': `${documentHref}#${bodyId}` }, items.map(print))),
    ),
  );
}

/** How long an overlay lasts: the sum of its clips as they are written. */
export const durationOf = (items: readonly OverlayItem[]): number =>
  items.reduce((sum, item) => sum + ('items' in item ? durationOf(item.items) : Math.round(item.endMs) - Math.round(item.beginMs)), 0);
