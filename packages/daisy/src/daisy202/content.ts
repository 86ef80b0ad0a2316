import type { Book } from '../book/book.js';
import { el, printXml } from '../book/element.js';
import { toXhtml, xhtmlDoctype, xhtmlPage } from './xhtml.js';

/** The text of a DAISY 2.02 book (XHTML 1.0). */
export function contentPage(book: Book): string {
  const { meta } = book.report;
  const parts = [book.frontmatter, book.bodymatter, ...(book.rearmatter ? [book.rearmatter] : [])].map((part) => toXhtml(part));
  const page = xhtmlPage(meta.title, meta.lang, [el('link', { rel: 'stylesheet', type: 'text/css', href: 'book.css' })], parts);
  return `${xhtmlDoctype}${printXml(page)}\n`;
}
