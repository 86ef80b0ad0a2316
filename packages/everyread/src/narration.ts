import { createHash } from 'node:crypto';
import type { Narration, PreparedReport, ProgressEvent } from '@everyread/core';
import type { VFileMessage } from 'vfile-message';
import type { Narrator, NarratorOptions } from './workers/narrator.js';

/** Speaks a report once for all the editions that hold the same words. */
export interface SharedNarrator {
  narrate(prepared: PreparedReport): Promise<Narration>;
  close(): Promise<void>;
}

/** What a shared narrator needs of the run. */
export interface NarratorContext {
  signal: AbortSignal;
  progress?: (event: ProgressEvent) => void;
  message?: (message: VFileMessage) => void;
}

/**
 * Makes a narrator that starts its threads at the first narration and remembers what it spoke: MP3, both kinds of
 * talking books and read-aloud share one narration where their words are the same.
 */
export function shareNarrator(options: NarratorOptions, context: NarratorContext): SharedNarrator {
  let narrator: Promise<Narrator> | undefined;
  const spoken = new Map<string, Promise<Narration>>();
  const open = async (): Promise<Narrator> => {
    const { createNarrator } = await import('./workers/narrator.js');
    const ignore = (): void => undefined;
    return createNarrator(options, { signal: context.signal, progress: context.progress ?? ignore, message: context.message ?? ignore });
  };
  return {
    narrate(prepared) {
      const key = contentOf(prepared);
      const known = spoken.get(key);
      if (known) return known;
      narrator ??= open();
      const made = narrator.then((each) => each.narrate(prepared));
      spoken.set(key, made);
      return made;
    },
    async close() {
      const each = await narrator?.catch(() => undefined);
      await each?.close();
    },
  };
}

/** The same for two prepared reports that are spoken alike: the same nodes with the same ids. */
function contentOf(prepared: PreparedReport): string {
  const hash = createHash('sha256');
  hash.update(
    JSON.stringify([prepared.meta, prepared.root, prepared.notes], (key, value: unknown) => (key === 'position' ? undefined : value)),
  );
  return hash.digest('hex');
}
