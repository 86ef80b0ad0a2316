import { Collector } from '../../outline/collector.js';
import { fold } from '../../outline/fold.js';
import { itemsOf, type Outline } from '../../outline/outline.js';
import { child, find } from '../markup.js';
import { langOf } from '../html/roles.js';
import { safeDecode } from '../html/read-html.js';
import { walkMarkup, type InnerLink, type PageFacts } from '../html/walk.js';
import { openEpub, resolvePath, type EpubParts } from './container.js';
import { readNavigation } from './navigation.js';

/** Reads an EPUB 3 as a reading system does: along the spine, then its navigation. */
export const readEpub = (bytes: Uint8Array): Outline => readPublication(bytes, 'epub');

/** Reads a publication that is packed as EPUBs are: EPUB itself, and eBraille. */
export function readPublication(bytes: Uint8Array, format: string): Outline {
  const parts = openEpub(bytes);
  const collector = new Collector(() => parts.lang);
  const pages = new Map<string, PageFacts>();
  for (const path of parts.spine) {
    if (path === parts.navPath) continue;
    const html = parts.xml(path);
    const lang = langOf(html);
    if (lang === undefined) collector.fault('read-back-lang', `${path} names no language`);
    const body = child(html, 'body');
    if (!body) {
      collector.fault('read-back-structure', `${path} has no body`);
      continue;
    }
    collector.endText();
    pages.set(path, walkMarkup({ ...body, attributes: { ...(lang ? { lang } : {}), ...body.attributes } }, collector));
    checkPictures(path, parts, collector);
    collector.endText();
  }
  for (const [path, facts] of pages) for (const link of facts.innerLinks) checkLink(path, link, parts, pages, collector);
  readNavigation(parts, itemsOf({ format: 'epub', items: collector.items, faults: [] }, 'heading'), pages, collector);
  for (const item of parts.items.values())
    if (!parts.paths.has(item.path)) collector.fault('read-back-structure', `${item.path} is listed but not in the archive`);
  return collector.outline({
    format,
    ...(parts.title ? { title: fold(parts.title) } : {}),
    ...(parts.lang ? { lang: parts.lang } : {}),
  });
}

/** Whether a link inside the publication leads to a place that is there. */
export function checkLink(
  from: string,
  link: InnerLink,
  parts: EpubParts,
  pages: ReadonlyMap<string, PageFacts>,
  collector: Collector,
): void {
  const path = resolvePath(from, link.href);
  const fragment = link.href.includes('#') ? safeDecode(link.href.slice(link.href.indexOf('#') + 1)) : '';
  const page = pages.get(path);
  const ok = page ? fragment === '' || page.ids.has(fragment) : parts.paths.has(path) && (path === parts.navPath || fragment === '');
  if (!ok) collector.fault('read-back-link', `The link “${link.text}” in ${from} leads to ${link.href}, which is not in the book`);
}

function checkPictures(path: string, parts: EpubParts, collector: Collector): void {
  for (const image of find(parts.xml(path), (each) => each.name === 'img' || each.name === 'image')) {
    const source = image.attributes['src'] ?? image.attributes['xlink:href'] ?? image.attributes['href'] ?? '';
    if (source.startsWith('data:')) continue;
    if (/^[a-z][a-z0-9+.-]*:/i.test(source) || !parts.paths.has(resolvePath(path, source)))
      collector.fault('read-back-structure', `The picture ${source} of ${path} is not in the book`);
  }
}
