import type { Collector } from '../../outline/collector.js';
import { find, type Element } from '../markup.js';

/** One piece of sound and the words that it says; of a book without sound the words alone. */
export interface Clip {
  /** Name of the `par`, as links lead to it: `s0001.smil#par-s1`. */
  readonly place: string;
  /** Where the words are: `content.html#s1`. */
  readonly text: string;
  /** Absent in a book without sound. */
  readonly sound?: string;
  readonly beginMs: number;
  readonly endMs: number;
}

/**
 * Reads one SMIL file: a clip for each `par`, in order.
 *
 * @param silent - whether the book says that it holds text without sound
 */
export function readSmil(path: string, smil: Element, silent: boolean, collector: Collector): Clip[] {
  const clips: Clip[] = [];
  for (const par of find(smil, (each) => each.name === 'par')) {
    const text = [...find(par, (each) => each.name === 'text')][0]?.attributes;
    const sounds = [...find(par, (each) => each.name === 'audio')].map((each) => each.attributes);
    const place = `${path}#${par.attributes['id'] ?? text?.['id'] ?? ''}`;
    if (!text) {
      collector.fault('read-back-structure', `${place} names no words`);
      continue;
    }
    if (sounds.length === 0 && silent) clips.push({ place, text: text['src'] ?? '', beginMs: 0, endMs: 0 });
    else if (sounds.length === 0) collector.fault('read-back-structure', `${place} has no sound`);
    for (const sound of sounds) {
      const beginMs = milliseconds(sound['clip-begin'] ?? sound['clipBegin']);
      const endMs = milliseconds(sound['clip-end'] ?? sound['clipEnd']);
      if (!(endMs > beginMs)) collector.fault('read-back-structure', `The clip of ${place} ends before it begins`);
      clips.push({ place, text: text['src'] ?? '', sound: sound['src'] ?? '', beginMs, endMs });
    }
  }
  return clips;
}

/** `npt=1.5s`, `0:00:01.500`, `1500ms` or `1.5s` (SMIL 1.0, Z39.86-2005). */
function milliseconds(value = ''): number {
  const clock = value.replace(/^npt=/, '').trim();
  const parts = /^(?:(\d+):)?(\d+):(\d+(?:\.\d+)?)$/.exec(clock);
  if (parts) return (Number(parts[1] ?? 0) * 3600 + Number(parts[2]) * 60 + Number(parts[3])) * 1000;
  const amount = /^(\d+(?:\.\d+)?)(ms|s)?$/.exec(clock);
  return amount ? Number(amount[1]) * (amount[2] === 'ms' ? 1 : 1000) : NaN;
}
