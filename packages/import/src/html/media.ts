import { build, type PhrasingContent } from '@everyread/core';
import { serializeOuter } from 'parse5';
import { cleanPath } from '../clean-path.js';
import { attribute, childElements, descendants, find, isElement, placeOf, textOf, type DomElement } from './dom.js';
import { mathText } from './math.js';
import type { Around } from './reader.js';

/** Images that say nothing on purpose: `alt=""`; one without `alt` was forgotten. */
const decorative = new WeakSet<object>();

export function isDecorative(node: object): boolean {
  return decorative.has(node);
}

/** A picture: data in the page becomes a file, a file beside the page keeps its place, and nothing is fetched. */
export function readPicture(element: DomElement, { reader }: Around): PhrasingContent[] {
  const alt = attribute(element, 'alt');
  const said = (alt ?? attribute(element, 'aria-label') ?? '').replace(/\s+/g, ' ').trim();
  const later = ['data-src', 'data-lazy-src', 'data-original', 'data-lazy', 'data-image']
    .map((name) => attribute(element, name))
    .find((address) => address !== undefined && address !== '');
  const now = attribute(element, 'src') || undefined;
  // Pages that load pictures late hold a spot of some bytes in their place.
  const isSpot = now !== undefined && /^data:/i.test(now) && now.length < 400;
  const written = ((isSpot ? later : undefined) ?? now ?? later ?? largestOf(element) ?? '').trim();
  const address = /^data:/i.test(written) ? written : written.replace(/\\/g, '/');
  const url = sourceOf(address, element, reader, reader.own ? attribute(element, 'data-file') : undefined);
  if (url === undefined) return said === '' ? [] : [build.text({ value: said })];
  const image = build.image({ url, alt: said });
  const silent = attribute(element, 'role') === 'presentation' || attribute(element, 'role') === 'none';
  if ((alt === '' || silent) && said === '' && attribute(element, 'data-alt') !== 'missing') decorative.add(image);
  return [image];
}

/** The largest picture of those to choose from (HTML Standard, 4.8.4.3.2), for a picture that names none besides. */
function largestOf(element: DomElement): string | undefined {
  const around = element.parentNode;
  const sources =
    isElement(around) && around.tagName === 'picture' ? childElements(around).filter((each) => each.tagName === 'source') : [];
  const choice = [element, ...sources]
    .flatMap((each) => [attribute(each, 'srcset'), attribute(each, 'data-srcset')])
    .find((each) => each !== undefined && each.trim() !== '');
  let largest: { url: string; size: number } | undefined;
  let url = '';
  const choose = (size: number): void => {
    if (url !== '' && size > (largest?.size ?? 0)) largest = { url, size };
    url = '';
  };
  for (const word of choice?.trim().split(/\s+/) ?? []) {
    if (url === '') {
      url = word.endsWith(',') ? word.slice(0, -1) : word;
      if (word.endsWith(',')) choose(1);
    } else {
      const comma = word.indexOf(',');
      choose(Number.parseFloat(word) || 1);
      if (comma >= 0) url = word.slice(comma + 1);
    }
  }
  choose(1);
  return largest?.url;
}

function sourceOf(address: string, element: DomElement, reader: Around['reader'], wanted: string | undefined): string | undefined {
  const say = (rule: 'import-external' | 'import-not-kept', reason: string): undefined =>
    void reader.findings.say(rule, reason, (attribute(element, 'alt') ?? '').slice(0, 60), placeOf(element));
  if (address === '') return say('import-not-kept', 'A picture names no file');
  if (/^data:/i.test(address)) {
    const path = reader.pictures.keep(address, dataOf(address), wanted);
    return path ?? say('import-not-kept', 'A picture in the page is of a kind that no edition can show');
  }
  if (/^[a-z][a-z\d+.-]*:|^\/\//i.test(address))
    return say('import-external', `A picture that lies outside the document was not fetched: ${address.slice(0, 80)}`);
  const path = cleanPath(address);
  return path ?? say('import-external', `A picture outside the folder of the page was left out: ${address.slice(0, 80)}`);
}

/** The bytes of a `data:` URL (RFC 2397). */
function dataOf(address: string): Uint8Array | undefined {
  const comma = address.indexOf(',');
  const body = address.slice(comma + 1);
  try {
    if (!/;\s*base64\s*$/i.test(address.slice(0, comma))) return new TextEncoder().encode(decodeURIComponent(body));
    const binary = atob(body.replace(/\s+/g, ''));
    const bytes = new Uint8Array(binary.length);
    for (let at = 0; at < binary.length; at += 1) bytes[at] = binary.charCodeAt(at);
    return bytes;
  } catch {
    return undefined;
  }
}

/** A drawing in the page becomes a file, without what a program could run or fetch. */
export function readSvg(element: DomElement, { reader }: Around): PhrasingContent[] {
  const title = find(element, (each) => each.tagName === 'title');
  const alt = (attribute(element, 'aria-label') ?? (title ? textOf(title) : '')).trim();
  if (attribute(element, 'aria-hidden') === 'true' && alt === '') return [];
  for (const each of [element, ...descendants(element)]) {
    each.attrs = each.attrs.filter(
      ({ name, value }) => !/^on/i.test(name) && !(/href$/i.test(name) && !value.startsWith('#')) && !/url\(\s*["']?[^#"'\s]/i.test(value),
    );
    each.childNodes = each.childNodes.filter((child) => !isElement(child) || !/^(?:script|foreignObject|style)$/i.test(child.tagName));
  }
  if (!element.attrs.some(({ name }) => name === 'xmlns'))
    element.attrs = [{ name: 'xmlns', value: 'http://www.w3.org/2000/svg' }, ...element.attrs];
  const source = serializeOuter(element);
  const url = reader.pictures.keep(source, new TextEncoder().encode(source));
  if (url === undefined) return alt === '' ? [] : [build.text({ value: alt })];
  return [build.image({ url, alt })];
}

/** A formula as text: what its author wrote for those who do not see it, else its source, else its characters. */
export function readMath(element: DomElement, { reader }: Around): PhrasingContent[] {
  const annotation = find(element, (each) => each.tagName === 'annotation');
  const text = attribute(element, 'alttext')?.trim() || (annotation ? textOf(annotation) : '') || mathText(element);
  reader.findings.say('import-math', `A formula became plain text: ${text.slice(0, 60)}`, undefined, placeOf(element));
  return text === '' ? [] : [build.text({ value: text })];
}

/** Films, sounds and frames: a report leads to them by a link. */
export function readMedia(element: DomElement, inner: PhrasingContent[], { reader }: Around): PhrasingContent[] {
  const own = attribute(element, 'src') ?? attribute(element, 'data');
  const source = childElements(element).find((each) => each.tagName === 'source');
  const address = (own ?? (source ? attribute(source, 'src') : undefined) ?? '').trim();
  const name = (attribute(element, 'title') ?? attribute(element, 'aria-label') ?? '').trim();
  const isReached = /^https?:/i.test(address);
  reader.findings.say(
    'import-not-kept',
    `${element.tagName === 'iframe' ? 'A page inside the page' : 'A film, sound or object'} was left out${isReached ? '; a link leads to it' : ''}`,
    name || address.slice(0, 80),
    placeOf(element),
  );
  // Words for browsers that show no films are nobody's words.
  const isSubstitute = (element.tagName === 'video' || element.tagName === 'audio') && !find(element, (each) => each.tagName === 'a');
  const kept = isSubstitute ? [] : inner;
  if (!isReached) return kept;
  return [...kept, build.link({ url: address }, [build.text({ value: name || address })])];
}
