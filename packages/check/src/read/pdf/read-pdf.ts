import { Collector } from '../../outline/collector.js';
import { namesHeading } from '../../outline/contents.js';
import { excerpt, fold } from '../../outline/fold.js';
import { itemsOf, type Outline } from '../../outline/outline.js';
import { find, rawText, readXml } from '../markup.js';
import { readContent, type PageContent } from './content.js';
import { Destinations } from './destinations.js';
import { PdfFile } from './file.js';
import { isArray, type Dictionary, type Value } from './syntax.js';
import { notesIn, PdfWalk, type PdfWorld } from './walk.js';

/**
 * Reads a tagged PDF as a screen reader does: along the structure tree, with the words that the pages draw for each of its
 * elements. Spaces between words must be in the file (ISO 32000-1, 14.8.2.5). What no element holds is a fault.
 */
export function readPdf(bytes: Uint8Array): Outline {
  const file = new PdfFile(bytes);
  const root = file.dictionary(file.trailer.get('Root'));
  const lang = file.text(root?.get('Lang'));
  const collector = new Collector(() => lang);
  const title = titleOf(file, root);
  // H1 is the title; after H6 there is no element (ISO 32000-1, 14.8.4.3.2).
  const head = { format: 'pdf', pagesAsText: true, ...(title ? { title: fold(title) } : {}), ...(lang ? { lang } : {}) };
  const tree = file.dictionary(root?.get('StructTreeRoot'));
  if (!root || !tree) {
    collector.fault('read-back-structure', 'The PDF has no structure: screen readers guess at its order, its headings and its tables');
    return collector.outline(head);
  }
  if (file.resolve(file.dictionary(root.get('MarkInfo'))?.get('Marked')) !== true)
    collector.fault('read-back-structure', 'The PDF does not say that it is tagged (MarkInfo)');
  if (file.resolve(file.dictionary(root.get('ViewerPreferences'))?.get('DisplayDocTitle')) !== true)
    collector.fault('read-back-title', 'The window shows the name of the file, not the title (DisplayDocTitle)');
  const pages = file.pages(root);
  const world = makeWorld(file, root, tree, pages);
  new PdfWalk(world, collector).inside(tree, { page: undefined, lang, depth: 0 });
  collector.endText();
  checkPages(pages, world, collector);
  checkBookmarks(file, root, world, collector);
  return collector.outline(head);
}

type Page = ReturnType<PdfFile['pages']>[number];

function makeWorld(file: PdfFile, root: Dictionary, tree: Dictionary, pages: readonly Page[]): PdfWorld {
  const byId = new Map(pages.flatMap((page) => (page.id === undefined ? [] : [[page.id, page.dictionary] as const])));
  const contents = new Map<number, PageContent>();
  const roles = file.dictionary(tree.get('RoleMap'));
  const role = (name: string): string => {
    let found = name;
    for (let steps = 0; steps < 10; steps += 1) {
      const next = file.name(roles?.get(found));
      if (next === undefined || next === found) break;
      found = next;
    }
    return found;
  };
  return {
    file,
    destinations: new Destinations(file, root, pages),
    role,
    met: new Set(),
    notes: notesIn(tree.get('K'), file, role),
    content(id) {
      const known = contents.get(id);
      const page = byId.get(id);
      if (known || !page) return known;
      const content = readContent(pageBytes(file, page.get('Contents')), file.dictionary(page.get('Resources')), file);
      contents.set(id, content);
      return content;
    },
  };
}

/** The streams of a page as one: a sequence may begin in one and end in the next (7.7.3.3). */
function pageBytes(file: PdfFile, value: Value | undefined): Uint8Array {
  const found = file.resolve(value);
  const parts = (isArray(found) ? found : [value]).map((each) => file.data(each) ?? new Uint8Array());
  const out = new Uint8Array(parts.reduce((sum, part) => sum + part.length + 1, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
    out[at++] = 10;
  }
  return out;
}

function titleOf(file: PdfFile, root: Dictionary | undefined): string | undefined {
  const info = file.text(file.dictionary(file.trailer.get('Info'))?.get('Title'));
  const packet = root && file.data(root.get('Metadata'));
  if (!packet) return info;
  const xmp = readXml(
    new TextDecoder()
      .decode(packet)
      .replace(/<\?xpacket[^>]*\?>/g, '')
      .trim(),
    'The metadata',
  );
  const named = [...find(xmp, (each) => each.name === 'dc:title')][0];
  // Readers show the title of the metadata, older ones that of the information dictionary.
  return named ? rawText([...find(named, (each) => each.name === 'rdf:li')][0]) : info;
}

/** What a page draws must be in the tree, or be said to be no content (PDF/UA-1, 7.1). */
function checkPages(pages: readonly Page[], world: PdfWorld, collector: Collector): void {
  for (const [index, { id }] of pages.entries()) {
    const content = id === undefined ? undefined : world.content(id);
    if (!content) continue;
    const where = `page ${index + 1} of the file`;
    if (content.loose.length > 0)
      collector.fault('read-back-structure', `“${excerpt(content.loose.join(' '))}” on ${where} stands outside the structure`);
    for (const name of content.mute)
      collector.fault('read-back-text', `The typeface ${name} on ${where} has characters without letters, which no screen reader can say`);
    for (const [mcid, words] of content.words) {
      const text = words.map((each) => each.text).join('');
      if (text.trim() !== '' && !world.met.has(`${id}:${mcid}`))
        collector.fault('read-back-structure', `“${excerpt(text)}” on ${where} is in no element of the structure`);
    }
  }
}

/** The bookmarks: each is a heading, in order, and arrives. */
function checkBookmarks(file: PdfFile, root: Dictionary, world: PdfWorld, collector: Collector): void {
  const headings = itemsOf({ format: 'pdf', items: collector.items, faults: [] }, 'heading');
  const entries: string[] = [];
  const seen = new Set<Dictionary>();
  const visit = (value: Value | undefined): void => {
    for (let item = file.dictionary(value); item && !seen.has(item); item = file.dictionary(item.get('Next'))) {
      seen.add(item);
      const title = fold(file.text(item.get('Title')) ?? '');
      entries.push(title);
      if (!world.destinations.of(item)?.arrives) collector.fault('read-back-link', `The bookmark “${title}” leads nowhere`);
      visit(item.get('First'));
    }
  };
  visit(file.dictionary(root.get('Outlines'))?.get('First'));
  let at = 0;
  for (const heading of headings.filter((each) => each.level >= 1)) {
    const found = entries.findIndex((entry, index) => index >= at && namesHeading(entry, heading.text));
    if (found < 0) collector.fault('read-back-heading', `The bookmarks lack “${heading.text}”, or have it in another place`);
    else at = found + 1;
  }
}
