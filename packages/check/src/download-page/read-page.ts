import { EveryreadError } from '@everyread/core';
import { fold } from '../outline/fold.js';
import { child, find, isElement, rawText, readHtmlMarkup, type Element } from '../read/markup.js';
import { langOf } from '../read/html/roles.js';

/** A link of the page. */
export interface PageLink {
  readonly href: string;
  readonly text: string;
  /** The language of what it leads to (`hreflang`). */
  readonly lang?: string;
}

/** A link whose words say how large the file is. */
export interface Offer extends PageLink {
  /** Such as `1.2 MB`. */
  readonly size: string;
  /** What is listed below it: language, pages, minutes. */
  readonly facts: readonly string[];
  /** The length of its sound, as the page says it to people and to programs (ISO 8601). */
  readonly duration?: { readonly text: string; readonly iso: string };
}

/** What a page that offers files says of them. */
export interface DownloadPageFacts {
  readonly title: string;
  readonly heading: string;
  readonly lang: string | undefined;
  readonly links: readonly PageLink[];
  readonly offers: readonly Offer[];
  /** Name of a file → SHA-256 in hexadecimal. */
  readonly sums: ReadonlyMap<string, string>;
  readonly ids: ReadonlySet<string>;
}

/** “Word document (DOCX, 820 kB)”; the digits may be those of any script. */
const withSize = /[(（][^()（）]*?([\p{Nd}.,٫]+ (?:B|kB|MB|GB))[)）]$/u;

/**
 * Reads a page of downloads as a browser does.
 *
 * @throws {EveryreadError} code `document`, when it is longer or nested deeper than any such page
 */
export function readDownloadPage(bytes: Uint8Array): DownloadPageFacts {
  const html = readHtmlMarkup(decode(bytes));
  const links: PageLink[] = [];
  const offers: Offer[] = [];
  const visit = (element: Element, item: Element | undefined): void => {
    const inner = element.name === 'li' ? (item ?? element) : item;
    const { href, hreflang: lang } = element.attributes;
    if (element.name === 'a' && href !== undefined) {
      const link = { href, text: words(element), ...(lang ? { lang } : {}) };
      links.push(link);
      const size = withSize.exec(link.text)?.[1];
      if (size !== undefined) offers.push({ ...link, size, ...factsOf(inner) });
    }
    for (const each of element.children) if (isElement(each)) visit(each, inner);
  };
  visit(child(html, 'body') ?? html, undefined);
  return {
    title: words(child(child(html, 'head'), 'title')),
    heading: words([...find(html, ({ name }) => name === 'h1')][0]),
    lang: langOf(html),
    links,
    offers,
    sums: sumsOf(html),
    ids: new Set([...find(html, ({ attributes }) => 'id' in attributes)].map(({ attributes }) => attributes['id']!)),
  };
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new EveryreadError('document', 'The page is not UTF-8', { cause });
  }
}

const words = (element: Element | undefined): string => fold(rawText(element));

function factsOf(item: Element | undefined): Pick<Offer, 'facts' | 'duration'> {
  if (item === undefined) return { facts: [] };
  const time = [...find(item, ({ name }) => name === 'time')][0];
  const duration = time && { text: words(time), iso: time.attributes['datetime'] ?? '' };
  return { facts: [...find(item, ({ name }) => name === 'li')].map(words), ...(duration ? { duration } : {}) };
}

/** The rows of tables that give the checksum of a file. */
function sumsOf(html: Element): Map<string, string> {
  const sums = new Map<string, string>();
  for (const row of find(html, ({ name }) => name === 'tr')) {
    const cells = [...find(row, ({ name }) => name === 'th' || name === 'td')].map(words);
    const sum = cells.find((cell) => /^[0-9a-f]{64}$/i.test(cell));
    if (sum !== undefined) sums.set(cells[0]!, sum.toLowerCase());
  }
  return sums;
}
