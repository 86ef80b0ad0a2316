import { ruleMessage, type Clip, type Context, type Narration } from '@everyread/core';
import { epubRules } from '../messages.js';
import type { TextGroup, TextPlaces } from './places.js';
import type { OverlayItem } from './smil.js';

/** A document of the book with the places in it, in reading order. */
export interface PlacesOfDocument {
  href: string;
  places: TextPlaces;
}

/** The overlays of a book. */
export interface OverlayPlan {
  /** Document → what is heard in it. */
  items: Map<string, OverlayItem[]>;
  /** Narration file number → path in the book. */
  audioHrefs: string[];
  /** The paths that a document plays. */
  used: Set<string>;
  totalMs: number;
  /** Clips that no document has a place for. */
  lost: number;
}

/** Lays the clips of a narration over the documents, in the order of the text (EPUBCheck MED-015). */
export function planOverlays(narration: Narration, documents: readonly PlacesOfDocument[], context: Pick<Context, 'message'>): OverlayPlan {
  const clips = new Map(narration.clips.filter((clip) => Math.round(clip.endMs) > Math.round(clip.beginMs)).map((clip) => [clip.id, clip]));
  const audioHrefs = narration.files.map((_, index) => `audio/${String(index + 1).padStart(3, '0')}.mp3`);
  const plan: OverlayPlan = { items: new Map(), audioHrefs, used: new Set(), totalMs: 0, lost: 0 };
  const take = (id: string): Clip | undefined => {
    const clip = clips.get(id);
    if (clip === undefined) return undefined;
    clips.delete(id);
    plan.used.add(audioHrefs[clip.file]!);
    plan.totalMs += Math.round(clip.endMs) - Math.round(clip.beginMs);
    return clip;
  };
  const lay = (places: TextPlaces): OverlayItem[] =>
    places.flatMap((place): OverlayItem[] => {
      if ('places' in place) return group(place, lay(place.places));
      const clip = take(place.clip ?? place.id);
      if (clip === undefined) return [];
      const { beginMs, endMs } = clip;
      return [{ id: place.id, audioHref: `../${audioHrefs[clip.file]!}`, beginMs, endMs, pageBreak: place.pageBreak }];
    });
  for (const { href, places } of documents) {
    const items = lay(places);
    if (items.length > 0) plan.items.set(href, items);
  }
  plan.lost = clips.size;
  if (clips.size > 0) {
    const some = [...clips.keys()].slice(0, 5).join(', ');
    context.message(
      ruleMessage(epubRules['epub-clip-lost'], {
        source: 'epub',
        reason: `${clips.size} pieces of the narration have no place in the book: ${some}`,
      }),
    );
  }
  return plan;
}

/** A group in which nothing is heard is none. */
function group({ id, type }: TextGroup, items: OverlayItem[]): OverlayItem[] {
  return items.length === 0 ? [] : [{ id, type, items }];
}
