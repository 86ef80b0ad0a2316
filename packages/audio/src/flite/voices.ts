import type { Voice } from '../engine.js';

/** The voices inside flite. Gains and speeds were measured over a report of 6,700 words. */
export const fliteVoices: readonly Voice[] = [
  { id: 'awb', title: 'AWB, a Scottish voice of flite', lang: 'en-GB', gainDb: 3.5, charactersPerSecond: 15.5 },
  { id: 'slt', title: 'SLT, an American voice of flite', lang: 'en-US', gainDb: -1.5, charactersPerSecond: 15.5 },
  { id: 'rms', title: 'RMS, an American voice of flite', lang: 'en-US', gainDb: 4, charactersPerSecond: 15.5 },
  { id: 'kal16', title: 'KAL, an American voice of flite, quick and mechanical', lang: 'en-US' },
];
