import { defaultAnnouncements, defaultPauses, planSpeech } from '@everyread/audio';
import type { Narration, PreparedReport } from '@everyread/core';

/**
 * A narration as the plan of speech has it, with every clip a second long, and a number in place of sound: for tests of what holds
 * sound, not of sound.
 *
 * @param report - prepared with `sentences: true`
 */
export function quietNarration(report: PreparedReport): Narration {
  const files = planSpeech(report, { announce: defaultAnnouncements, pauses: defaultPauses, say: {}, lexicon: [] });
  return {
    narrator: 'Nobody',
    lang: report.meta.lang,
    files: files.map((file, index) => ({
      path: `${String(index + 1).padStart(2, '0')}.mp3`,
      mediaType: 'audio/mpeg' as const,
      durationMs: file.units.length * 1000,
      byteLength: String(file.units.length * 1000).length,
      ...(file.sectionId === undefined ? {} : { sectionId: file.sectionId }),
      body: async function* () {
        yield new TextEncoder().encode(String(file.units.length * 1000));
        await Promise.resolve();
      },
    })),
    clips: files.flatMap((file, index) =>
      file.units.map((unit, at) => ({ id: unit.id, file: index, beginMs: at * 1000, endMs: at * 1000 + 1000 })),
    ),
  };
}

/** What a checker of sound would read from such a file. */
export const quietSound = (bytes: Uint8Array): { durationMs: number; constant: true } => ({
  durationMs: Number(new TextDecoder().decode(bytes)),
  constant: true,
});
