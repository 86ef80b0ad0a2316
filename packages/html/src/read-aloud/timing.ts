import type { Narration } from '@everyread/core';

/** The id of the clip that speaks title, subtitle and publisher: see @everyread/audio. */
export const titleId = 'report-title';

/** What the player's script knows of the sound; times in milliseconds. */
export interface Timing {
  /** For each sound: how long it is, and its sentences as `[id, begin, end]` in the order of the text. */
  sounds: { ms: number; clips: [id: string, beginMs: number, endMs: number][] }[];
  totalMs: number;
}

/** Lays out the clips of a narration by sound file. A clip that lasts no time has nothing to mark. */
export function timingOf(narration: Narration): Timing {
  const sounds = narration.files.map((file): Timing['sounds'][number] => ({ ms: Math.round(file.durationMs), clips: [] }));
  for (const clip of narration.clips) {
    const [beginMs, endMs] = [Math.round(clip.beginMs), Math.round(clip.endMs)];
    if (endMs > beginMs) sounds[clip.file]?.clips.push([clip.id, beginMs, endMs]);
  }
  return { sounds, totalMs: sounds.reduce((sum, sound) => sum + sound.ms, 0) };
}
