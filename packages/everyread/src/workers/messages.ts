import type { Mp3Settings, SpeakJob, Voice } from '@everyread/audio';

/** What a thread is asked to do. */
export type ToWorker =
  | { id: number; do: 'voices' }
  | { id: number; do: 'speak'; job: SpeakJob }
  | { id: number; do: 'open'; file: number; settings: Mp3Settings }
  | { id: number; do: 'write'; file: number; samples: Int16Array; gainDb: number; silence: number }
  | { id: number; do: 'finish'; file: number };

/** What it answers. */
export type FromWorker =
  | {
      id: number;
      ok: true;
      samples?: Int16Array;
      energies?: Float32Array;
      bytes?: Uint8Array;
      voices?: readonly Voice[];
      fingerprint?: string;
    }
  | { id: number; ok: false; code: string; message: string; hint?: string };
