import type { DomElement, DomParent } from './dom.js';
import { attribute, childElements, descendants, hasClass, isElement, textOf, words } from './dom.js';

/** The notes of a page, and what they make superfluous. */
export interface FoundNotes {
  /** The element that holds a note → its identifier. */
  notes: Map<DomElement, string>;
  /** The link that is the mark of a note → the note's identifier. */
  marks: Map<DomElement, string>;
  superfluous: Set<DomElement>;
}

const markClasses = ['footnote-ref', 'noteref', 'note-ref', 'footnote-reference', 'sdfootnoteanc', 'sdendnoteanc'];
const markText = /^[[(]?(?:\d{1,4}|[ivxl]{1,6}|[a-z]|[*†‡§]{1,3})[\])]?$/i;

/**
 * Finds the notes of a page. A mark says that it is one by its role (DPUB-ARIA 1.1, doc-noteref), by a class that a known program
 * writes, or by being a number that leads to a text which leads back to it.
 */
export function findNotes(root: DomParent): FoundNotes {
  const all = descendants(root);
  const byName = new Map<string, DomElement>();
  for (const each of all) {
    for (const name of [attribute(each, 'id'), each.tagName === 'a' ? attribute(each, 'name') : undefined])
      if (name && !byName.has(name)) byName.set(name, each);
  }
  const targetOf = (link: DomElement): DomElement | undefined => {
    const href = attribute(link, 'href')?.trim() ?? '';
    // Word writes the name of the file before the mark.
    const at = href.indexOf('#');
    if (at < 0 || (at > 0 && !/#_(?:ftn|edn)/.test(href))) return undefined;
    const name = href.slice(at + 1);
    return byName.get(name) ?? byName.get(safeDecode(name));
  };
  const found: FoundNotes = { notes: new Map(), marks: new Map(), superfluous: new Set() };
  const links = all.filter((each) => each.tagName === 'a' && targetOf(each) !== undefined);
  const near = new Map<DomElement, DomElement>();
  const linksIn = new Map<DomElement, DomElement[]>();
  for (const link of links) {
    let each: unknown = link.parentNode;
    for (let up = 0; up < 6 && isElement(each); up += 1, each = each.parentNode) {
      const known = linksIn.get(each);
      if (known) known.push(link);
      else linksIn.set(each, [link]);
    }
  }
  for (const link of links) {
    if (isInside(link, (each) => found.notes.has(each)) && near.has(targetOf(link)!)) continue;
    const holder = holderOf(targetOf(link)!);
    if (holder === undefined || isInside(link, (each) => each === holder)) continue;
    const said =
      words(link, 'role').includes('doc-noteref') ||
      words(link, 'epub:type').includes('noteref') ||
      markClasses.some((name) => hasClass(link, name));
    if (!said && !(markText.test(textOf(link)) && (linksIn.get(holder) ?? []).some((back) => isNear(targetOf(back)!, link)))) continue;
    const identifier = found.notes.get(holder) ?? attribute(holder, 'data-name') ?? String(found.notes.size + 1);
    found.notes.set(holder, identifier);
    found.marks.set(link, identifier);
    for (const each of [link, link.parentNode, ...descendants(link)]) if (isElement(each)) near.set(each, link);
  }
  // Notes of a page of our own that no mark leads to.
  for (const each of all) {
    const name = each.tagName === 'li' ? attribute(each, 'data-name') : undefined;
    if (name !== undefined && !found.notes.has(each) && isElement(each.parentNode) && hasClass(each.parentNode, 'notes-list'))
      found.notes.set(each, name);
  }
  for (const link of links) {
    if (!isInside(link, (each) => found.notes.has(each)) || found.marks.has(link)) continue;
    if (words(link, 'role').includes('doc-backlink') || near.has(targetOf(link)!)) found.superfluous.add(link);
  }
  const before = new Map<DomElement, DomElement>();
  for (const each of [root, ...all]) {
    let last: DomElement | undefined;
    for (const child of childElements(each)) {
      if (last) before.set(child, last);
      last = child;
    }
  }
  for (const holder of found.notes.keys()) leaveOutFrame(holder, before, found);
  return found;
}

function safeDecode(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

function isInside(element: DomElement, fits: (each: DomElement) => boolean): boolean {
  for (let each: unknown = element; isElement(each); each = each.parentNode) if (fits(each)) return true;
  return false;
}

function isNear(target: DomElement, link: DomElement): boolean {
  return target === link || target === link.parentNode || target.parentNode === link;
}

const holders = new Set(['p', 'li', 'div', 'aside', 'dd', 'section', 'td']);

/** The block that holds a note, from the place that its mark leads to. */
function holderOf(target: DomElement): DomElement | undefined {
  let each: unknown = target;
  while (isElement(each) && !holders.has(each.tagName)) each = each.parentNode;
  if (!isElement(each)) return undefined;
  const parent = each.parentNode;
  if (!isElement(parent) || parent.tagName === 'body') return each;
  const name = attribute(parent, 'id') ?? '';
  const isNote = /^(?:sd)?(?:foot|end)note\d+$|^(?:ftn|edn)\d+$/i.test(name) || words(parent, 'role').includes('doc-footnote');
  const alone =
    parent.tagName === 'div' && parent.attrs.length === 0 && childElements(parent).filter((child) => textOf(child) !== '').length === 1;
  return isNote || alone || (parent.tagName === 'li' && childElements(parent)[0] === each) ? parent : each;
}

/** The line and the heading above a list of notes: each edition makes its own. */
function leaveOutFrame(holder: DomElement, previous: ReadonlyMap<DomElement, DomElement>, found: FoundNotes): void {
  for (let each: unknown = holder; isElement(each) && each.tagName !== 'body' && each.tagName !== 'main'; each = each.parentNode) {
    const before = previous.get(each);
    if (before?.tagName === 'hr') found.superfluous.add(before);
    const frame =
      words(each, 'role').some((role) => role === 'doc-endnotes' || role === 'doc-footnotes') ||
      words(each, 'epub:type').some((type) => /^(?:foot|end|rear)notes$/.test(type)) ||
      hasClass(each, 'footnotes');
    if (!frame) continue;
    for (const child of childElements(each)) if (/^(?:h[1-6]|hr)$/.test(child.tagName)) found.superfluous.add(child);
    return;
  }
}
