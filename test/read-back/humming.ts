import { localWorkers, narrate, type SpeechEngine } from '@everyread/audio';
import { createContext, type Narration, type PreparedReport } from '@everyread/core';

/** A voice that hums as long as a sentence would take: real sound files without the time of a real voice. */
const engine: SpeechEngine = {
  id: 'hum',
  fingerprint: 'hum 1',
  voices: () => Promise.resolve([{ id: 'hum', title: 'Hum', lang: 'en-GB', charactersPerSecond: 60 }]),
  synthesise({ text }) {
    const pcm = new Float32Array(Math.round(((text.length + 20) / 60) * 16_000));
    for (let at = 0; at < pcm.length; at += 1) pcm[at] = 0.2 * Math.sin((at * 2 * Math.PI * (200 + (text.length % 50) * 4)) / 16_000);
    return Promise.resolve({ pcm, sampleRate: 16_000 });
  },
};

/** @param report - prepared with `sentences: true` */
export const hum = (report: PreparedReport): Promise<Narration> =>
  narrate(report, { workers: localWorkers(engine) }, createContext(report, report.edition, { message: () => undefined }));
