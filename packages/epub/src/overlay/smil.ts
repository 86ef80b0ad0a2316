import { clockValue } from '../package/opf.js';
import { bodyId } from '../text/document.js';
import { el, xmlFile } from '../xml.js';

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

/** The overlay of one document (EPUB 3.3, 9.2). Hrefs are relative to the overlay. */
export function makeOverlay(documentHref: string, pars: readonly OverlayPar[]): Uint8Array {
  return xmlFile(
    el(
      'smil',
      { xmlns: 'http://www.w3.org/ns/SMIL', 'xmlns:epub': 'http://www.idpf.org/2007/ops', version: '3.0' },
      el(
        'body',
        {},
        el(
          'seq',
          { id: 'text', 'epub:textref': `${documentHref}#${bodyId}` },
          pars.map((par, index) =>
            el(
              'par',
              { id: `par-${index + 1}`, 'epub:type': par.pageBreak ? 'pagebreak' : undefined },
              el('text', { src: `${documentHref}#${par.id}` }),
              el('audio', { src: par.audioHref, clipBegin: clockValue(par.beginMs), clipEnd: clockValue(par.endMs) }),
            ),
          ),
        ),
      ),
    ),
  );
}

/** How long an overlay lasts: the sum of its clips as they are written. */
export const durationOf = (pars: readonly OverlayPar[]): number =>
  pars.reduce((sum, par) => sum + Math.round(par.endMs) - Math.round(par.beginMs), 0);
