import { EveryreadError } from '@everyread/core';
import { unzip } from '@everyread/zip';
import { Collector } from '../../outline/collector.js';
import { namesHeading } from '../../outline/contents.js';
import { fold } from '../../outline/fold.js';
import { itemsOf, type Outline } from '../../outline/outline.js';
import { langOf } from '../html/roles.js';
import { walkMarkup } from '../html/walk.js';
import { child, elements, find, rawText, readXml, type Element } from '../markup.js';
import { mp3DurationMs } from '../sound/mp3-frames.js';
import { readTag } from '../sound/id3.js';
import { asHtml } from './as-html.js';
import { readSmil, type Clip } from './smil.js';

/** One entry of a book's contents: a heading or a print page, and the place that it leads to. */
interface Entry {
  readonly kind: 'heading' | 'page';
  readonly text: string;
  readonly level: number;
  readonly place: string;
}

/** A talking book, whichever of the two standards it follows. */
interface Book {
  readonly format: string;
  readonly title: string;
  readonly lang: string | undefined;
  /** Paths of the SMIL files in the order of the reading. */
  readonly smils: readonly string[];
  readonly textPath: string;
  readonly entries: readonly Entry[];
  /** Whether it holds text without sound. */
  readonly silent: boolean;
}

/** Reads DAISY 2.02 or DAISY 3: its words, its contents, and its sound clip by clip. */
export function readDaisy(bytes: Uint8Array): Outline {
  const files = unzip(bytes);
  const xml = (path: string): Element => {
    const file = files.get(path);
    if (!file) throw new EveryreadError('document', `The book has no ${path}`);
    return readXml(new TextDecoder('utf-8', { fatal: true }).decode(file), path);
  };
  const book = files.has('ncc.html') ? open202(xml) : files.has('package.opf') ? open3(xml) : undefined;
  if (!book) throw new EveryreadError('document', 'The archive holds neither ncc.html nor package.opf: it is no DAISY book');
  const collector = new Collector(() => book.lang);
  const text = xml(book.textPath);
  const body = child(text, 'body') ?? child(text, 'book');
  if (!body) throw new EveryreadError('document', `${book.textPath} has no body`);
  const facts = walkMarkup(
    asHtml({ ...body, attributes: { ...(langOf(text) ? { lang: langOf(text)! } : {}), ...body.attributes } }),
    collector,
  );
  for (const link of facts.innerLinks)
    if (!facts.ids.has(link.href.slice(1)))
      collector.fault('read-back-link', `The link “${link.text}” leads to ${link.href}, which is not in the book`);
  collector.endText();
  const clips = book.smils.flatMap((path) => readSmil(path, xml(path), book.silent, collector));
  checkClips(clips, body, book, files, collector);
  checkEntries(book.entries, clips, collector);
  return collector.outline({
    format: book.format,
    ...(book.title ? { title: fold(book.title) } : {}),
    ...(book.lang ? { lang: book.lang } : {}),
  });
}

const meta = (head: Element | undefined, name: string): string | undefined =>
  elements(head, 'meta').find((each) => each.attributes['name']?.toLowerCase() === name)?.attributes['content'];

/** DAISY 2.02: the navigation control centre lists everything (2.1). */
function open202(xml: (path: string) => Element): Book {
  const ncc = xml('ncc.html');
  const entries: Entry[] = [];
  for (const each of elements(child(ncc, 'body'))) {
    const href = [...find(each, (element) => element.name === 'a')][0]?.attributes['href'] ?? '';
    const level = /^h([1-6])$/.exec(each.name)?.[1];
    const entry = { text: fold(rawText(each)), place: href };
    if (level !== undefined) entries.push({ ...entry, kind: 'heading', level: each.attributes['class'] === 'title' ? 0 : Number(level) });
    else if (/^page-/.test(each.attributes['class'] ?? '')) entries.push({ ...entry, kind: 'page', level: 0 });
  }
  const smils = [...find(xml('master.smil'), (each) => each.name === 'ref')].map((each) => (each.attributes['src'] ?? '').split('#')[0]!);
  const head = child(ncc, 'head');
  const first = smils[0] === undefined ? undefined : [...find(xml(smils[0]), (each) => each.name === 'text')][0];
  return {
    format: 'daisy-2.02',
    title: meta(head, 'dc:title') ?? '',
    lang: meta(head, 'dc:language'),
    smils,
    textPath: (first?.attributes['src'] ?? '').split('#')[0]!,
    entries,
    silent: false,
  };
}

/** DAISY 3: the package names the files, the NCX the places (Z39.86-2005, 3 and 8). */
function open3(xml: (path: string) => Element): Book {
  const opf = xml('package.opf');
  const items = new Map([...find(opf, (each) => each.name === 'item')].map((each) => [each.attributes['id'], each.attributes]));
  const path = (type: string): string => [...items.values()].find((each) => each['media-type'] === type)?.['href'] ?? '';
  const ncx = xml(path('application/x-dtbncx+xml'));
  const entries: Entry[] = [];
  const visit = (parent: Element, level: number): void => {
    for (const each of elements(parent)) {
      if (each.name !== 'navPoint' && each.name !== 'pageTarget') continue;
      const text = fold(rawText(child(child(each, 'navLabel'), 'text')));
      const place = child(each, 'content')?.attributes['src'] ?? '';
      entries.push({ kind: each.name === 'pageTarget' ? 'page' : 'heading', text, level, place });
      visit(each, level + 1);
    }
  };
  for (const list of elements(ncx)) if (list.name === 'navMap' || list.name === 'pageList') visit(list, 1);
  const named = (name: string): string => rawText([...find(opf, (each) => each.name === name)][0]).trim();
  return {
    format: 'daisy-3',
    title: named('dc:Title'),
    lang: named('dc:Language') || undefined,
    smils: [...find(opf, (each) => each.name === 'itemref')].flatMap((each) => items.get(each.attributes['idref'])?.['href'] ?? []),
    textPath: path('application/x-dtbook+xml'),
    entries,
    // Z39.86-2005, dtb:multimediaType: text and navigation, no sound.
    silent: [...find(opf, (each) => each.attributes['name'] === 'dtb:multimediaType')].some(
      (each) => each.attributes['content'] === 'textNCX',
    ),
  };
}

/** Each sentence is said, in the order of the words; each clip lies in its sound, one after the other. */
function checkClips(clips: readonly Clip[], body: Element, book: Book, files: ReadonlyMap<string, Uint8Array>, collector: Collector): void {
  const order = new Map<string, number>();
  for (const element of find(body, (each) => 'id' in each.attributes))
    order.set(`${book.textPath}#${element.attributes['id']}`, order.size);
  const ends = new Map<string, number>();
  let last = -1;
  for (const clip of clips) {
    const place = order.get(clip.text);
    if (place === undefined) collector.fault('read-back-structure', `${clip.place} says words that are not in the book (${clip.text})`);
    else if (place < last) collector.fault('read-back-text', `${clip.text} is said in another place than it stands`);
    last = Math.max(last, place ?? -1);
    if (clip.sound === undefined) continue;
    if (clip.beginMs < (ends.get(clip.sound) ?? 0) - 1)
      collector.fault('read-back-structure', `The clip of ${clip.place} begins before the one before it ends`);
    ends.set(clip.sound, clip.endMs);
  }
  for (const [path, endMs] of ends) {
    const sound = files.get(path);
    const durationMs = sound && mp3DurationMs(sound, readTag(sound).length);
    if (durationMs === undefined) collector.fault('read-back-structure', `The sound ${path} is missing or is no MP3`);
    else if (endMs > durationMs + 60) collector.fault('read-back-structure', `The clips of ${path} go on after its sound ends`);
    else if (durationMs - endMs > 5000) collector.fault('read-back-structure', `${path} holds sound that no clip names`);
  }
  const said = new Set(clips.map((clip) => clip.text));
  // Without sound a player shows a line as a whole, with every sentence in it.
  if (book.silent)
    for (const line of find(body, (each) => said.has(`${book.textPath}#${each.attributes['id']}`)))
      for (const part of find(line, (each) => 'id' in each.attributes)) said.add(`${book.textPath}#${part.attributes['id']}`);
  for (const sentence of find(body, (each) => each.name === 'sent' || each.attributes['class'] === 'sentence')) {
    if (!said.has(`${book.textPath}#${sentence.attributes['id']}`) && rawText(sentence).trim() !== '')
      collector.fault('read-back-text', `“${fold(rawText(sentence))}” is not said`);
  }
}

/** The contents are the headings and the print pages of the text, in order, and each leads to a clip. */
function checkEntries(entries: readonly Entry[], clips: readonly Clip[], collector: Collector): void {
  const places = new Set(clips.map((clip) => clip.place));
  for (const entry of entries)
    if (!places.has(entry.place))
      collector.fault('read-back-link', `The entry “${entry.text}” of the contents leads to ${entry.place}, which is not in the book`);
  const outline = { format: '', items: collector.items, faults: [] };
  const headings = entries.filter((entry) => entry.kind === 'heading' && entry.level > 0);
  let at = 0;
  for (const heading of itemsOf(outline, 'heading').filter((each) => each.level > 0)) {
    const found = headings.findIndex((entry, index) => index >= at && namesHeading(entry.text, heading.text));
    if (found < 0) collector.fault('read-back-heading', `The contents of the book lack “${heading.text}”, or have it in another place`);
    else at = found + 1;
    if (found >= 0 && headings[found]!.level !== heading.level)
      collector.fault(
        'read-back-heading',
        `“${heading.text}” has level ${headings[found]!.level} in the contents of the book, not ${heading.level}`,
      );
  }
  const labels = entries.filter((entry) => entry.kind === 'page').map((entry) => entry.text);
  const pages = itemsOf(outline, 'page').map((page) => page.label);
  if (labels.join(' ') !== pages.join(' '))
    collector.fault('read-back-page', `The contents list the print pages ${labels.join(', ')}, the text has ${pages.join(', ')}`);
}
