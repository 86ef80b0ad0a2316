import type { OutlineEntry } from '@everyread/core';
import type { Element } from './structure.js';
import type { PdfKitDocument, PdfRef } from './pdfkit.js';
import { pdfNumber, pdfString, Raw } from './pdf-string.js';

/** Where a place is. */
export interface Place {
  /** Index of the page. */
  page: number;
  /** From the top of the page. */
  y: number;
}

/** What destinations are made of. */
export interface Destinations {
  pages: readonly PdfRef[];
  heightPt: number;
  place(name: string): Place | undefined;
  /** The element, in PDF/UA-2, whose destinations are places in the structure (ISO 14289-2 8.8). */
  element(name: string): Element | undefined;
}

/** An explicit destination (ISO 32000-1 12.3.2.2) in a page or an element: the place at the top of the window. */
function destination(at: PdfRef, place: Place, to: Destinations): string {
  return `[${at}/XYZ 0 ${pdfNumber(to.heightPt - place.y)} null]`;
}

/** The action that leads to a place. */
export function goTo(document: PdfKitDocument, name: string, to: Destinations, ua2: boolean): string | undefined {
  const place = to.place(name);
  if (place === undefined) return undefined;
  const element = ua2 ? to.element(name) : undefined;
  const structure = element ? `/SD${destination(element.ref(document), place, to)}` : '';
  return `<</S/GoTo/D${destination(to.pages[place.page]!, place, to)}${structure}>>`;
}

/** The names of all places, for links from outside (ISO 32000-1 12.3.2.3); in the order of their bytes. */
export function namedDestinations(document: PdfKitDocument, names: Iterable<string>, to: Destinations, ua2: boolean): Raw {
  const entries: [string, string][] = [];
  for (const name of names) {
    const place = to.place(name);
    if (place === undefined || !/^[\x20-\x7e]+$/.test(name)) continue;
    const element = ua2 ? to.element(name) : undefined;
    const structure = element ? `/SD${destination(element.ref(document), place, to)}` : '';
    entries.push([name, `<</D${destination(to.pages[place.page]!, place, to)}${structure}>>`]);
  }
  entries.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return new Raw(`<</Names[${entries.map(([name, value]) => `${pdfString(name)} ${value}`).join('\n')}]>>`);
}

/** Bookmarks: the headings, nested as they are (WCAG 2.4.5). */
export function writeBookmarks(
  document: PdfKitDocument,
  entries: readonly OutlineEntry[],
  to: Destinations,
  ua2: boolean,
): PdfRef | undefined {
  if (entries.length === 0) return undefined;
  const root = document.ref({});
  const write = (list: readonly OutlineEntry[], parent: PdfRef, depth: number): { first: PdfRef; last: PdfRef; count: number } => {
    const refs = list.map(() => document.ref({}));
    let count = refs.length;
    list.forEach((entry, index) => {
      const ref = refs[index]!;
      let text = `<</Title${pdfString(entry.text)}/Parent ${parent}`;
      if (index > 0) text += `/Prev ${refs[index - 1]}`;
      if (index < refs.length - 1) text += `/Next ${refs[index + 1]}`;
      const action = goTo(document, entry.id, to, ua2);
      if (action !== undefined) text += `/A${action}`;
      if (entry.children.length > 0) {
        const inner = write(entry.children, ref, depth + 1);
        // Closed below the first level: a negative count (ISO 32000-1, table 153).
        text += `/First ${inner.first}/Last ${inner.last}/Count ${depth === 0 ? inner.count : -inner.count}`;
        if (depth === 0) count += inner.count;
      }
      ref.data = new Raw(`${text}>>`);
      ref.end();
    });
    return { first: refs[0]!, last: refs.at(-1)!, count };
  };
  const { first, last, count } = write(entries, root, 0);
  root.data = new Raw(`<</Type/Outlines/First ${first}/Last ${last}/Count ${count}>>`);
  root.end();
  return root;
}
