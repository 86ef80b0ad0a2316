import { readClock } from '../book/clock.js';
import type { Checked } from './finding.js';
import { all, readXml, XmlError, type XmlElement } from './xml.js';

/** Reads a file of the book; what is missing or damaged is told and gives nothing. */
export function open(checked: Checked, file: string): XmlElement | undefined {
  const bytes = checked.files.get(file);
  if (bytes === undefined) {
    checked.say('file-missing', file, `${file} is not in the book`);
    return undefined;
  }
  try {
    return readXml(bytes);
  } catch (error) {
    checked.say('not-well-formed', file, error instanceof XmlError ? error.message : 'is not UTF-8');
    return undefined;
  }
}

/** Names that stand twice in a file, and all names. */
export function idsOf(checked: Checked, file: string, root: XmlElement): Set<string> {
  const ids = new Set<string>();
  for (const element of all(root)) {
    const { id } = element.attributes;
    if (id === undefined) continue;
    if (ids.has(id)) checked.say('id-twice', file, `the id ${id} stands twice`);
    ids.add(id);
  }
  return ids;
}

/** Splits `s0001.smil#par-1`. */
export function splitHref(href: string): [string, string] {
  const at = href.indexOf('#');
  return at < 0 ? [href, ''] : [href.slice(0, at), decodeURIComponent(href.slice(at + 1))];
}

/** A clip as a SMIL file gives it. */
export interface ReadClip {
  src: string;
  beginMs: number;
  endMs: number;
}

const soundFacts = new WeakMap<Uint8Array, { durationMs: number; constant: boolean }>();

/** Checks the clips of one SMIL file: in their sound, in order, without gaps. Returns their length. */
export function checkClips(checked: Checked, file: string, clips: readonly ReadClip[]): number {
  let sum = 0;
  let previous: ReadClip | undefined;
  for (const clip of clips) {
    if (!(clip.beginMs >= 0 && clip.endMs > clip.beginMs))
      checked.say('clip-times', file, `a clip of ${clip.src} runs from ${clip.beginMs} to ${clip.endMs} ms`);
    else sum += clip.endMs - clip.beginMs;
    if (previous?.src === clip.src && previous.endMs !== clip.beginMs)
      checked.say('clip-gap', file, `a clip of ${clip.src} begins at ${clip.beginMs} ms, the one before it ends at ${previous.endMs} ms`);
    previous = clip;
    const bytes = checked.files.get(clip.src);
    if (bytes === undefined) checked.say('file-missing', file, `the sound file ${clip.src} is not in the book`);
    else if (checked.sound) {
      const facts = soundFacts.get(bytes) ?? checked.sound(bytes);
      if (!soundFacts.has(bytes) && !facts.constant) checked.say('mp3-vbr', clip.src, 'the bit rate varies');
      soundFacts.set(bytes, facts);
      if (clip.endMs > facts.durationMs + 1)
        checked.say('clip-past-end', file, `a clip ends at ${clip.endMs} ms, but ${clip.src} is ${Math.floor(facts.durationMs)} ms long`);
    }
  }
  return sum;
}

/** Checks that the text of one SMIL file is played in the order in which it stands. */
export function checkOrder(checked: Checked, file: string, ids: readonly string[], places: ReadonlyMap<string, number>): void {
  let last = -1;
  for (const id of ids) {
    const place = places.get(id);
    if (place === undefined) continue;
    if (place < last) checked.say('text-order', file, `the text ${id} is played after what it stands before`);
    last = Math.max(last, place);
  }
}

/** The places of all names in a file. */
export const placesOf = (root: XmlElement): Map<string, number> =>
  new Map(all(root).flatMap((element, index) => (element.attributes['id'] === undefined ? [] : [[element.attributes['id'], index]])));

/** Pictures and style sheets that a text asks for must be in the book. */
export function checkAssets(checked: Checked, file: string, root: XmlElement): void {
  for (const { name, attributes } of all(root)) {
    const wanted = name === 'img' ? attributes['src'] : name === 'link' ? attributes['href'] : undefined;
    if (wanted !== undefined && !checked.files.has(splitHref(wanted)[0])) checked.say('file-missing', file, `${wanted} is not in the book`);
  }
}

/** Whether two times agree within half a second, as the standards allow for rounding. */
export const agrees = (printed: string | undefined, ms: number): boolean =>
  printed !== undefined && Math.abs(readClock(printed) - ms) <= 500;
