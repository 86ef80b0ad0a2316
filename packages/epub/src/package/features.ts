import type { Meta } from '@everyread/core';

/** What was found in the book while it was made; the metadata says this and nothing else. */
export interface BookFacts {
  /** Pictures that tell something: each with a text alternative, or not. */
  images: number;
  imagesWithoutAlt: number;
  charts: number;
  longDescriptions: number;
  tables: number;
  pageBreaks: number;
  narrated: boolean;
  /** Whether all of the text is narrated. */
  fullyNarrated: boolean;
}

/** Discovery metadata (EPUB Accessibility 1.1, 2.2), in the vocabulary of schema.org. */
export interface AccessibilityMetadata {
  accessMode: string[];
  accessModeSufficient: string[];
  accessibilityFeature: string[];
  accessibilityHazard: string[];
}

/** The exact words that a conformance claim has (EPUB Accessibility 1.1, 3.3.1). */
export const conformanceClaim = 'EPUB Accessibility 1.1 - WCAG 2.2 Level AA';

/** Derives the metadata from what the book holds. */
export function accessibilityOf(facts: BookFacts, meta: Meta): AccessibilityMetadata {
  const visual = facts.images + facts.charts > 0;
  const textSuffices = facts.imagesWithoutAlt === 0;
  const features = ['structuralNavigation', 'tableOfContents', 'readingOrder', 'displayTransformability', 'ARIA'];
  if (visual && textSuffices) features.push('alternativeText');
  if (facts.longDescriptions + facts.charts > 0) features.push('longDescription');
  if (facts.pageBreaks > 0) features.push('pageBreakMarkers', 'pageNavigation');
  if (facts.narrated) features.push('synchronizedAudioText');
  return {
    accessMode: ['textual', ...(visual ? ['visual'] : []), ...(facts.narrated ? ['auditory'] : [])],
    accessModeSufficient: [
      ...(textSuffices ? ['textual'] : []),
      ...(visual ? ['textual,visual'] : []),
      ...(facts.fullyNarrated && textSuffices ? ['auditory'] : []),
    ],
    accessibilityFeature: features,
    accessibilityHazard: hazardsOf(meta.accessibility?.hazards),
  };
}

const hazards = { flashing: 'noFlashingHazard', motionSimulation: 'noMotionSimulationHazard', sound: 'noSoundHazard' } as const;

/** A report has still pictures and speech only, so `none` unless its author says otherwise. */
function hazardsOf(given: readonly string[] | undefined): string[] {
  const named = (given ?? []).filter((hazard) => hazard in hazards);
  if (named.length === 0) return ['none'];
  return Object.entries(hazards).map(([hazard, absence]) => (named.includes(hazard) ? hazard : absence));
}
