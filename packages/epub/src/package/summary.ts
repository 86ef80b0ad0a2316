import type { Words } from '@everyread/core';
import type { BookFacts } from './features.js';

/** The accessibility summary in sentences (EPUB Accessibility 1.1, 2.2.6): only what is so. */
export function summarise(facts: BookFacts, { book }: Words): string {
  const pictures = facts.images + facts.charts;
  return [
    book.structure,
    pictures === 0 ? book.noPictures : facts.imagesWithoutAlt === 0 && facts.images > 0 ? book.alternatives : undefined,
    facts.charts > 0 ? book.charts : undefined,
    facts.pageBreaks > 0 ? book.printPages : undefined,
    facts.narrated ? book.narrated : undefined,
  ]
    .filter((sentence) => sentence !== undefined)
    .join(' ');
}
