import { Collector } from '../../outline/collector.js';
import { fold } from '../../outline/fold.js';
import { elements, find, isElement, rawText, type Element } from '../markup.js';
import { alternativeOf } from './alternative.js';
import { blocks, isHidden, langOf, says, silent } from './roles.js';
import { readRecords } from './records.js';
import { readTable } from './table.js';

/** A link to a place in the same publication. */
export interface InnerLink {
  readonly href: string;
  readonly text: string;
}

/** What a page of markup tells besides its outline. */
export interface PageFacts {
  readonly ids: ReadonlySet<string>;
  readonly innerLinks: readonly InnerLink[];
  /** Names of notes that have a mark, and of marks that have a way back. */
  readonly backLinks: readonly InnerLink[];
}

/** The headings of DAISY stand below its title, so that there may be seven. */
const heading = /^h[1-7]$/;

/** The words of an element without notes, marks and page numbers. */
export function plainWords(element: Element): string {
  if (silent.has(element.name) || isHidden(element) || says(element, 'doc-noteref') || says(element, 'doc-pagebreak')) return '';
  return element.children
    .map((child) =>
      isElement(child) ? (child.name === 'br' || blocks.has(child.name) ? ` ${plainWords(child)} ` : plainWords(child)) : child,
    )
    .join('');
}

/**
 * Walks through a page of HTML, XHTML or DTBook-like markup and fills an outline with what a screen reader would say.
 *
 * @param body - the element to walk through
 * @param collector - where the outline grows
 */
export function walkMarkup(body: Element, collector: Collector): PageFacts {
  const ids = new Set<string>();
  const named = new Map<string, Element>();
  for (const element of find(body, (each) => 'id' in each.attributes)) {
    const id = element.attributes['id']!;
    if (ids.has(id)) collector.fault('read-back-structure', `The name “${id}” is given twice`);
    ids.add(id);
    named.set(id, element);
  }
  // HTML before version 5, and MOBI, name places so.
  for (const element of find(body, (each) => each.name === 'a' && 'name' in each.attributes)) ids.add(element.attributes['name']!);
  const walker = new Walker(collector, named);
  walker.visit(body, langOf(body));
  return { ids, innerLinks: walker.innerLinks, backLinks: walker.backLinks };
}

class Walker {
  readonly innerLinks: InnerLink[] = [];
  readonly backLinks: InnerLink[] = [];

  constructor(
    readonly collector: Collector,
    readonly named: ReadonlyMap<string, Element>,
  ) {}

  visit(element: Element, outerLang: string | undefined): void {
    const { collector } = this;
    const lang = langOf(element) ?? outerLang;
    const { lang: plain, 'xml:lang': inXml } = element.attributes;
    // The two must say the same (HTML, 3.2.6.2): which of them counts differs between readers.
    if (plain !== undefined && inXml !== undefined && plain.toLowerCase() !== inXml.toLowerCase())
      collector.fault('read-back-part-lang', `An element says that its language is ${inXml}, and that it is ${plain}`);
    if (silent.has(element.name) || isHidden(element)) return;
    if (says(element, 'doc-noteref')) return this.noteMark(element);
    if (says(element, 'doc-backlink')) return this.backLink(element);
    if (says(element, 'doc-pagebreak')) return this.page(element);
    if (element.name === 'nav') return this.navigation(element);
    if (
      says(element, 'doc-footnote') ||
      says(element, 'doc-endnote') ||
      (element.name === 'li' && /^(?:fn|note|user-content-fn)-?\d+$/.test(element.attributes['id'] ?? ''))
    )
      return this.note(element);
    const picture = alternativeOf(element, this.named);
    if (picture !== undefined) {
      if (picture !== null) collector.add({ kind: 'alternative', text: fold(picture) });
      if (element.name === 'img' || element.name === 'svg') return;
    }
    if (element.name === 'br') return collector.words(' ');
    // A seventh level has no element of its own (WAI-ARIA 1.2, aria-level).
    const level = heading.test(element.name) ? (element.attributes['aria-level'] ?? element.name.slice(1)) : undefined;
    const breaks = blocks.has(element.name);
    if (breaks) collector.endText();
    if (element.name === 'table' && element.attributes['role'] !== 'presentation') readTable(element, collector);
    const records = elements(element, 'dl');
    if (records.length > 0) readRecords(records, collector);
    if (element.name === 'a') this.link(element);
    for (const child of element.children) {
      if (isElement(child)) this.visit(child, lang);
      else collector.words(child, lang);
    }
    if (level) collector.endHeading(Number(level) - 1);
    else if (breaks) collector.endText();
  }

  link(element: Element): void {
    const href = element.attributes['href'];
    if (href === undefined) return;
    const text = fold(plainWords(element));
    if (/^[a-z][a-z0-9+.-]*:/i.test(href)) this.collector.add({ kind: 'link', text, href });
    else this.innerLinks.push({ href, text });
    const names =
      text !== '' ||
      Boolean(element.attributes['aria-label']) ||
      [...find(element, (each) => each.name === 'img' || each.name === 'svg')].length > 0;
    if (!names) this.collector.fault('read-back-link', `A link to ${href} has no words`);
  }

  noteMark(element: Element): void {
    const anchor = element.name === 'a' ? element : [...find(element, (each) => each.name === 'a')][0];
    const number = /\d+/.exec(rawText(element))?.[0] ?? '';
    this.collector.add({ kind: 'noteMark', number });
    if (anchor?.attributes['href']) this.innerLinks.push({ href: anchor.attributes['href'], text: `note ${number}` });
    else this.collector.fault('read-back-note', `The mark of note ${number} leads nowhere`);
  }

  backLink(element: Element): void {
    const href = element.attributes['href'] ?? [...find(element, (each) => each.name === 'a')][0]?.attributes['href'];
    if (href === undefined) return;
    this.backLinks.push({ href, text: fold(rawText(element)) });
    this.innerLinks.push({ href, text: fold(rawText(element)) });
  }

  page(element: Element): void {
    const label = element.attributes['aria-label'] ?? element.attributes['title'] ?? rawText(element);
    this.collector.add({ kind: 'page', label: fold(label) });
  }

  /** Contents and other lists of places: their words are headings said again, so only their links are looked at. */
  navigation(element: Element): void {
    this.collector.endText();
    for (const anchor of find(element, (each) => each.name === 'a' && 'href' in each.attributes)) {
      const href = anchor.attributes['href']!;
      if (!/^[a-z][a-z0-9+.-]*:/i.test(href)) this.innerLinks.push({ href, text: fold(rawText(anchor)) });
    }
  }

  note(element: Element): void {
    const { collector } = this;
    collector.endText();
    const number = /(\d+)$/.exec(element.attributes['id'] ?? '')?.[1] ?? /\d+/.exec(rawText(element))?.[0] ?? '';
    const inner = new Walker(new Collector(collector.baseLang), this.named);
    for (const child of element.children) {
      if (isElement(child)) inner.visit(child, langOf(element));
      else inner.collector.words(child);
    }
    inner.collector.endText();
    const text = inner.collector.items.flatMap((item) => (item.kind === 'text' || item.kind === 'heading' ? [item.text] : [])).join(' ');
    collector.add({ kind: 'note', number, text: fold(text) });
    for (const item of inner.collector.items) if (item.kind !== 'text' && item.kind !== 'heading') collector.add(item);
    this.innerLinks.push(...inner.innerLinks);
    this.backLinks.push(...inner.backLinks);
    collector.faults.push(...inner.collector.faults);
  }
}
