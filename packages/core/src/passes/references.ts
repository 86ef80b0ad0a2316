import type { VFileMessage } from 'vfile-message';
import { build } from '../build.js';
import { documentRules } from '../audit/rules.js';
import { ruleMessage } from '../contracts/rule.js';
import { captionTitle } from '../caption-number.js';
import { numberingOf } from './caption-numbers.js';
import { captionOf, is } from '../guards.js';
import { mapNodes, walk } from '../map.js';
import type { PrintPage, ReferenceTarget } from '../report.js';
import { toText } from '../text.js';
import type { CrossReference, Link, ReportNode, Root } from '../types.js';
import { fill, type Words } from '../words/words.js';

const pageWord = /^(?:p\.|pp\.|page|pages|tudalen|seite|strona|página|pagina|leathanach)\s*\d+$/i;

/** Links to a place in the report become cross-references, which each edition words so that it is true there. */
export function linkReferences(root: Root): Root {
  const children = mapNodes(root.children, (node) => {
    // “page 24” is true in the print edition alone, however the author wrote the reference.
    if (is(node, 'crossReference') && node.show === undefined && pageWord.test(toText(node))) return { ...node, show: 'page' };
    if (!is(node, 'link') || !/^#./.test(node.url)) return node;
    return {
      ...build.crossReference({ target: decodeTarget(node), show: pageWord.test(toText(node)) ? 'page' : 'text' }, node.children),
      position: node.position,
    };
  });
  return { ...root, children };
}

function decodeTarget(link: Link): string {
  const raw = link.url.slice(1);
  try {
    return decodeURIComponent(raw);
  } catch {
    return raw;
  }
}

/** Where links lead from and to. */
export interface Targets {
  /** Every place a link may lead to, with what a cross-reference can say of it. */
  targets: Map<string, ReferenceTarget>;
  /** The print pages in order. */
  pages: PrintPage[];
  /** The cross-references in order. */
  references: CrossReference[];
}

/** Finds the places that links lead to, and the links. */
export function collectTargets(root: Root, words: Words): Targets {
  const targets = new Map<string, ReferenceTarget>();
  const pages: PrintPage[] = [];
  const references: CrossReference[] = [];
  let printPage: string | undefined;
  walk(root.children as ReportNode[], (node) => {
    if (is(node, 'crossReference')) references.push(node);
    if (is(node, 'pageBreak')) {
      printPage = node.label;
      pages.push({ id: node.id ?? '', label: node.label });
    }
    const { id } = node as { id?: unknown };
    if (typeof id !== 'string' || is(node, 'section') || is(node, 'footnoteReference') || is(node, 'sentence')) return;
    const title = is(node, 'heading') ? toText(node) : is(node, 'pageBreak') ? fill(words.page, { n: node.label }) : captionText(node);
    const { number, typed } = numberingOf(node);
    targets.set(id, {
      id,
      ...(title ? { title } : {}),
      ...(number ? { number } : {}),
      ...(typed ? { typed: true } : {}),
      ...(printPage === undefined ? {} : { printPage }),
    });
  });
  return { targets, pages, references };
}

function captionText(node: ReportNode): string {
  const caption = captionOf(node);
  return caption ? captionTitle(caption) : '';
}

/** Says which cross-references lead nowhere. */
export function checkReferences({ references, targets }: Targets, message: (message: VFileMessage) => void): void {
  for (const node of references) {
    if (targets.has(node.target)) continue;
    const near = nearest(node.target, [...targets.keys()]);
    message(
      ruleMessage(documentRules['link-dead'], {
        node,
        source: 'core',
        reason: `The link “${toText(node)}” leads to #${node.target}, which is not in the report`,
        ...(near === undefined ? {} : { note: `Did you mean #${near}?` }),
      }),
    );
  }
}

/** The name that differs least, if any is close: for “did you mean”. */
export function nearest(word: string, names: readonly string[]): string | undefined {
  // Comparing takes the time of both lengths multiplied; no name that somebody mistyped is so long.
  if (word.length > 200) return undefined;
  let best: string | undefined;
  let least = Math.max(2, Math.floor(word.length / 3)) + 1;
  for (const name of names.slice(0, 2000)) {
    if (Math.abs(name.length - word.length) >= least) continue;
    const distance = editDistance(word.toLowerCase(), name.toLowerCase());
    if (distance < least) {
      least = distance;
      best = name;
    }
  }
  return best;
}

function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      next[j] = Math.min(next[j - 1]! + 1, row[j]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1));
    }
    row = next;
  }
  return row[b.length]!;
}
