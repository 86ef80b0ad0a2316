import { addressBeside, fill } from '@everyread/core';
import type { LinkTarget } from '../text/run.js';
import { emphasised, type Content, type Pen } from '../pen.js';

/** Where a link leads and what it is called. */
export interface LinkSpec {
  /** A web address, or … */
  url?: string;
  /** … a place in the report. */
  target?: string;
  /** Its words. */
  text: string;
  title?: string | undefined;
  /** Of its words, where they stand on a colour. Default: that of links. */
  colour?: string;
}

/**
 * Writes a link: its words in the link colour, underlined (bold in large print), and for readers on paper its address or page.
 * What is added for paper is an artifact: programs have the link itself.
 */
export function writeLinked(pen: Pen, spec: LinkSpec, content: readonly Content[] | (() => void)): void {
  const { line, world } = pen;
  if (line === undefined) return;
  if (line.link) {
    // No link stands inside another.
    pen.within({}, content);
    return;
  }
  const { sheet, options, words } = world;
  const colour = spec.colour ?? sheet.palette.link;
  const element = line.element.child('Link');
  const link: LinkTarget = {
    element,
    contents: describe(spec, pen),
    ...(spec.url === undefined ? {} : { url: spec.url }),
    ...(spec.target === undefined ? {} : { target: spec.target }),
    // A line through the tails of letters hinders those who read large print (UKAAF G003).
    ...(sheet.largePrint ? {} : { underline: colour }),
  };
  if (!sheet.largePrint) element.attribute('Layout', 'TextDecorationType', '/Underline');
  const style = {
    ...line.style,
    colour,
    style: sheet.largePrint ? emphasised(line.style.style, 'bold', true) : line.style.style,
  };
  pen.within({ element, link, style }, content);
  if (!options.addresses) return;
  const plain = { leaf: undefined, link: undefined, note: undefined };
  if (spec.url !== undefined) {
    const address = addressBeside(spec.url, spec.text);
    if (address !== undefined) pen.text(` (${shownAddress(address)})`, plain);
  } else if (spec.target !== undefined && !/\d/.test(spec.text)) {
    const { target } = spec;
    pen.text(() => (content instanceof Function ? '' : ` (${fill(words.page, { n: world.pageOf(target) ?? 88 })})`), plain);
  }
}

/** What the annotation says: words, kind and target (PDF/UA-1 7.18.5, WCAG 2.4.4). */
function describe(spec: LinkSpec, pen: Pen): string {
  const { words } = pen.world;
  const text = spec.title ? `${spec.text} (${spec.title})` : spec.text;
  if (spec.url === undefined) return text;
  if (/^mailto:/i.test(spec.url)) return fill(words.linkMail, { text, address: shownAddress(spec.url) });
  if (/^tel:/i.test(spec.url)) return fill(words.linkPhone, { text, address: shownAddress(spec.url) });
  // An address for its own words would be heard twice: the site's name is what it is called (WCAG 2.4.9).
  const called = sameAddress(spec.text, shownAddress(spec.url)) ? siteOf(spec.url) : text;
  return fill(words.linkWeb, { text: called, address: spec.url });
}

/** The address as people write it. */
function shownAddress(url: string): string {
  return url
    .replace(/^mailto:([^?]*).*$/is, '$1')
    .replace(/^tel:/i, '')
    .replace(/^https?:\/\//i, '')
    .replace(/^www\./i, '')
    .replace(/\/$/, '');
}

/** The name of the site that an address leads to. */
function siteOf(url: string): string {
  return shownAddress(url).replace(/[/?#].*$/, '');
}

function sameAddress(text: string, address: string): boolean {
  const bare = (value: string): string => shownAddress(value.trim()).toLowerCase();
  return bare(text) === bare(address);
}
