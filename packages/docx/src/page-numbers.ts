import { childrenOf } from '@everyread/core';
import type { Node } from 'unist';
import type { EstimatedPageNumbers, PageNumberEstimator } from 'docx';
import { flattenContentsEnd } from './contents-end.js';
import { withMeasuredHyphens, type MeasuredHyphen } from './measured-hyphens.js';

/** Characters of text up to which pages are laid out: about a hundred pages, some ten seconds on a slow machine. */
export const paginationBudget = 180_000;

/** Characters that the typeface lacks, up to which their widths may be guessed: so few move no page. */
const strangeCharacters = 300;
const unknownWidth = /character whose width/i;

/** Page numbers of a document and what was learnt on the way. */
export interface Pagination {
  estimator: PageNumberEstimator;
  /** The last estimate; absent before the document was written. */
  result(): EstimatedPageNumbers | undefined;
}

/** The layout is loaded for a document that is laid out: it is the larger half of the library. */
export const layoutModule = (): Promise<typeof import('docx/layout')> => import('docx/layout');

/**
 * Lays the pages out as Word does. A number that rests on a guess is dropped: blank is honest, wrong is not (bar 4).
 *
 * @param strange - how many characters of the text the typeface lacks
 * @param hyphen - what a hyphen that ends no line is measured as
 * @param numbered - whether a heading may stand in a numbered list: only then is the document read once more for those numbers
 */
export async function paginate(strange: number, hyphen: MeasuredHyphen, numbered: boolean): Promise<Pagination> {
  const { estimatePageNumbersWith } = await layoutModule();
  const estimate = estimatePageNumbersWith({ guess: true });
  let last: EstimatedPageNumbers | undefined;
  const estimator: PageNumberEstimator = Object.assign(
    (...parameters: Parameters<PageNumberEstimator>): EstimatedPageNumbers => {
      flattenContentsEnd(parameters[0]);
      const found = withMeasuredHyphens(parameters[0], hyphen, () => estimate(...parameters));
      last = honest(found, strange <= strangeCharacters);
      return last;
    },
    estimate.listNumbers !== undefined && numbered ? { listNumbers: estimate.listNumbers } : {},
  );
  return { estimator, result: () => last };
}

/** Leaves every number blank, and every field clean, so that Word does not ask whether to update them. */
export function noPageNumbers(): Pagination {
  const none: EstimatedPageNumbers = { bookmarks: new Map() };
  const estimator: PageNumberEstimator = (body) => {
    flattenContentsEnd(body);
    return none;
  };
  return { estimator, result: () => none };
}

function honest(estimate: EstimatedPageNumbers, fewStrange: boolean): EstimatedPageNumbers {
  const guess = (estimate.guesses ?? []).find(({ reason }) => !(fewStrange && unknownWidth.test(reason)));
  if (guess === undefined) return estimate;
  const before = new Map([...estimate.bookmarks].filter(([, page]) => Number(page) < guess.page));
  return { bookmarks: before };
}

/** Whether a heading stands in a list. */
export function hasListedHeading(nodes: readonly Node[], inList = false): boolean {
  return nodes.some((node) => (inList && node.type === 'heading') || hasListedHeading(childrenOf(node), inList || node.type === 'list'));
}

/** How many characters of a passage the typeface lacks. */
export function countStrange(nodes: readonly Node[], has: (codePoint: number) => boolean): number {
  let strange = 0;
  for (const node of nodes) {
    if ('value' in node && typeof node.value === 'string')
      for (const character of node.value) if (character > ' ' && !has(character.codePointAt(0)!)) strange += 1;
    strange += countStrange(childrenOf(node), has);
  }
  return strange;
}

/** Whether a passage has at most so many characters; stops counting as soon as it has more. */
export function isWithin(nodes: readonly Node[], budget: number): boolean {
  return count(nodes, budget) >= 0;
}

/** What is left of the budget, or less than nothing. */
function count(nodes: readonly Node[], budget: number): number {
  let left = budget;
  for (const node of nodes) {
    if ('value' in node && typeof node.value === 'string') left -= node.value.length;
    left = count(childrenOf(node), left);
    if (left < 0) return left;
  }
  return left;
}
