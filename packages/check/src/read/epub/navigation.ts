import type { Collector } from '../../outline/collector.js';
import { namesHeading } from '../../outline/contents.js';
import { fold } from '../../outline/fold.js';
import type { HeadingItem } from '../../outline/outline.js';
import { find, rawText, type Element } from '../markup.js';
import { says } from '../html/roles.js';
import type { PageFacts } from '../html/walk.js';
import type { EpubParts } from './container.js';
import { checkLink } from './read-epub.js';

/** The contents that a reading system shows: each entry is a heading of the book, in order, and each link arrives. */
export function readNavigation(
  parts: EpubParts,
  headings: readonly HeadingItem[],
  pages: ReadonlyMap<string, PageFacts>,
  collector: Collector,
): void {
  if (parts.navPath === undefined) {
    collector.fault('read-back-structure', 'The book has no navigation document');
    return;
  }
  const navigation = parts.xml(parts.navPath);
  const navs = [...find(navigation, (each) => each.name === 'nav')];
  const toc = navs.find((each) => says(each, 'doc-toc', 'toc'));
  if (!toc) {
    collector.fault('read-back-structure', 'The navigation document has no contents');
    return;
  }
  const anchors = navs.flatMap((nav) => [...find(nav, (each) => each.name === 'a')]);
  for (const anchor of anchors) {
    checkLink(parts.navPath, { href: anchor.attributes['href'] ?? '', text: fold(rawText(anchor)) }, parts, pages, collector);
  }
  compareEntries(entriesOf(toc), headings, collector);
}

const entriesOf = (nav: Element): string[] => [...find(nav, (each) => each.name === 'a')].map((anchor) => fold(rawText(anchor)));

/** Every heading down to the third level is listed, in order; entries that are no headings (the cover) may stand between. */
function compareEntries(entries: readonly string[], headings: readonly HeadingItem[], collector: Collector): void {
  let at = 0;
  for (const heading of headings.filter((each) => each.level >= 1 && each.level <= 3)) {
    const found = entries.findIndex((entry, index) => index >= at && namesHeading(entry, heading.text));
    if (found < 0) collector.fault('read-back-heading', `The contents of the book lack “${heading.text}”, or have it in another place`);
    else at = found + 1;
  }
}
