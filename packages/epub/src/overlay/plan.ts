import { ruleMessage, type Context, type Narration } from '@everyread/core';
import { epubRules } from '../messages.js';
import type { OverlayPar } from './smil.js';

/** A document of the book with the ids in it, in reading order. */
export interface IdsOfDocument {
  href: string;
  ids: readonly { id: string; pageBreak: boolean }[];
}

/** The overlays of a book. */
export interface OverlayPlan {
  /** Document → its pars. */
  pars: Map<string, OverlayPar[]>;
  /** Narration file number → path in the book. */
  audioHrefs: string[];
  totalMs: number;
  /** Clips that no document has a place for. */
  lost: number;
}

/** Lays the clips of a narration over the documents, in the order of the text (EPUBCheck MED-015). */
export function planOverlays(narration: Narration, documents: readonly IdsOfDocument[], context: Pick<Context, 'message'>): OverlayPlan {
  const clips = new Map(narration.clips.filter((clip) => Math.round(clip.endMs) > Math.round(clip.beginMs)).map((clip) => [clip.id, clip]));
  const audioHrefs = narration.files.map((_, index) => `audio/${String(index + 1).padStart(3, '0')}.mp3`);
  const pars = new Map<string, OverlayPar[]>();
  let totalMs = 0;
  for (const document of documents) {
    const list: OverlayPar[] = [];
    for (const { id, pageBreak } of document.ids) {
      const clip = clips.get(id);
      if (clip === undefined) continue;
      clips.delete(id);
      list.push({ id, audioHref: `../${audioHrefs[clip.file]!}`, beginMs: clip.beginMs, endMs: clip.endMs, pageBreak });
      totalMs += Math.round(clip.endMs) - Math.round(clip.beginMs);
    }
    if (list.length > 0) pars.set(document.href, list);
  }
  if (clips.size > 0) {
    const some = [...clips.keys()].slice(0, 5).join(', ');
    context.message(
      ruleMessage(epubRules['epub-clip-lost'], {
        source: 'epub',
        reason: `${clips.size} pieces of the narration have no place in the book: ${some}`,
      }),
    );
  }
  return { pars, audioHrefs, totalMs, lost: clips.size };
}
