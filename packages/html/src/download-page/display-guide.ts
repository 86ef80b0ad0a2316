import { fill, type Words } from '@everyread/core';
import type { EpubAccessibility } from './types.js';

/** One heading of the Display Guide with its sentences. */
export interface GuideEntry {
  title: string;
  statements: string[];
}

/**
 * Says the accessibility metadata of an EPUB in the words of the Accessibility Metadata Display Guide 2.0
 * (https://www.w3.org/community/reports/publishingcg/CG-FINAL-epub-a11y-display-guidelines-20250422/), under its headings and in its order.
 */
export function displayGuide(metadata: EpubAccessibility, words: Words): GuideEntry[] {
  const { screen } = words;
  const { guide } = screen;
  const has = (feature: string): boolean => metadata.features.includes(feature);
  const textSuffices = metadata.accessModesSufficient.includes('textual') || metadata.accessModes.every((mode) => mode === 'textual');
  const entries: GuideEntry[] = [
    {
      title: screen.waysOfReading,
      statements: [
        has('displayTransformability') ? guide.appearanceModifiable : guide.appearanceNot,
        textSuffices ? guide.readable : guide.readableNot,
        ...(has('alternativeText') ? [guide.alternatives] : []),
        ...(has('synchronizedAudioText') ? [guide.audioSynchronised] : []),
      ],
    },
    { title: screen.conformance, statements: conformance(metadata, words) },
    {
      title: screen.navigation,
      statements: [
        ...(has('tableOfContents') ? [guide.contents] : []),
        ...(has('index') ? [guide.index] : []),
        ...(has('structuralNavigation') ? [guide.headings] : []),
        ...(has('pageNavigation') ? [guide.pages] : []),
      ],
    },
    {
      title: screen.richContent,
      statements: [...(has('longDescription') ? [guide.longDescriptions] : []), ...(has('MathML') ? [guide.math] : [])],
    },
    { title: screen.hazards, statements: hazards(metadata, words) },
    { title: screen.accessibilitySummary, statements: [metadata.summary ?? guide.noSummary] },
    {
      title: screen.additional,
      statements: [
        ...(has('pageBreakMarkers') ? [guide.pageMarkers] : []),
        ...(has('ARIA') ? [guide.aria] : []),
        ...(has('ttsMarkup') ? [guide.ttsMarkup] : []),
        ...(has('highContrastDisplay') ? [guide.highContrast] : []),
        ...(has('largePrint') ? [guide.largePrint] : []),
      ],
    },
  ];
  if (entries[2]!.statements.length === 0) entries[2]!.statements.push(guide.noNavigation);
  return entries.filter((entry) => entry.statements.length > 0);
}

/** Claimed only where a certifier stands for it. */
function conformance(metadata: EpubAccessibility, words: Words): string[] {
  const { guide } = words.screen;
  if (!metadata.conformsTo) return [guide.noConformance];
  return [
    fill(guide.passAA, { standard: metadata.conformsTo }),
    ...(metadata.certifiedBy ? [fill(guide.certifier, { name: metadata.certifiedBy })] : []),
  ];
}

function hazards(metadata: EpubAccessibility, words: Words): string[] {
  const { guide } = words.screen;
  const said: string[] = [];
  if (metadata.hazards.includes('flashing')) said.push(guide.flashing);
  if (metadata.hazards.includes('motionSimulation')) said.push(guide.motion);
  if (metadata.hazards.includes('sound')) said.push(guide.sound);
  if (said.length > 0) return said;
  const none =
    metadata.hazards.includes('none') ||
    ['noFlashingHazard', 'noMotionSimulationHazard', 'noSoundHazard'].every((hazard) => metadata.hazards.includes(hazard));
  return [none ? guide.hazardNone : guide.hazardUnknown];
}
