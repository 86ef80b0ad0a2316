import type { Narration } from '@everyread/core';

/** What a page needs to read itself aloud: files, and for each id where it is spoken. */
export interface ReadAloud {
  narrator: string;
  lang: string;
  files: { src: string; durationMs: number }[];
  /** `[id, index of the file, begin, end]` in milliseconds, in reading order. */
  clips: [string, number, number, number][];
}

/**
 * The timing data of HTML read-aloud.
 *
 * @param base - folder of the sound files as seen from the page, such as `report-sections/`
 */
export function readAloud(narration: Narration, base = ''): ReadAloud {
  return {
    narrator: narration.narrator,
    lang: narration.lang,
    files: narration.files.map((file) => ({ src: `${base}${file.path}`, durationMs: Math.round(file.durationMs) })),
    clips: narration.clips.map((clip) => [clip.id, clip.file, clip.beginMs, clip.endMs]),
  };
}
