import GithubSlugger from 'github-slugger';
import { contactId } from '../contact.js';
import { walk } from '../map.js';
import { toText } from '../text.js';
import type { Note } from '../report.js';
import type { ReportNode, Root } from '../types.js';

const anchored = new Set([
  'heading',
  'pageBreak',
  'keyFigures',
  'pullQuote',
  'figure',
  'chart',
  'steps',
  'step',
  'cards',
  'card',
  'callout',
  'dataTable',
  'div',
]);

/**
 * Names every place that a link may lead to. Headings get the slug that GitHub gives them, so that links
 * written for it work; other blocks keep the name that the author gave, or get one from their type.
 * Works on the given tree, which must be a copy.
 *
 * @param notes - the notes, which share the names of the report: a heading “Note 1” must not take the name of the first note
 */
export function assignIds(root: Root, notes: readonly Note[] = []): void {
  const nodes = [...(root.children as ReportNode[]), ...notes.map((note) => note.definition)];
  // The title of the report and whom to ask are spoken under these names.
  const taken = new Set<string>(['report-title', contactId]);
  const again: (ReportNode & { id?: string })[] = [];
  const places: ReportNode[] = [];
  walk(nodes, (node: ReportNode & { id?: string }) => {
    if (anchored.has(node.type)) places.push(node);
    if (typeof node.id !== 'string' || node.id === '') return;
    if (taken.has(node.id)) again.push(node);
    else taken.add(node.id);
  });
  const slugger = new GithubSlugger();
  const counts = new Map<string, number>();
  // Where to look on: ten thousand blocks of one name would else try all numbers before theirs, each of them.
  const next = new Map<string, number>();
  const fresh = (wanted: string): string => {
    let id = wanted;
    let n = next.get(wanted) ?? 2;
    // `s1`, `s2` … are the names of sentences.
    for (; taken.has(id) || /^s\d+$/.test(id); n += 1) id = `${wanted}-${n}`;
    next.set(wanted, n);
    taken.add(id);
    return id;
  };
  // A name given twice is an error that the audit tells; where somebody builds all the same, the first keeps it.
  for (const node of again) node.id = fresh(node.id!);
  const counted = (prefix: string): string => {
    const n = (counts.get(prefix) ?? 0) + 1;
    counts.set(prefix, n);
    return fresh(`${prefix}-${n}`);
  };
  for (const node of places) {
    switch (node.type) {
      case 'heading':
        // A slug is taken from the slugger even where the author gave a name, so that later ones count as on GitHub.
        node.id = slugged(node.id, slugger.slug(toText(node)) || 'section', fresh);
        break;
      case 'pageBreak':
        node.id ||= fresh(`page-${node.label.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`);
        break;
      default:
        if (!('id' in node && node.id)) Object.assign(node, { id: counted(kebab(node.type)) });
    }
  }
}

function slugged(given: string | undefined, slug: string, fresh: (id: string) => string): string {
  return given !== undefined && given !== '' ? given : fresh(slug);
}

function kebab(type: string): string {
  return type.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
