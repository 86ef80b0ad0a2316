import {
  integratedLoudness,
  joinSpoken,
  localWorkers,
  sayText,
  speakClip,
  applyGain,
  writeWav,
  type SpeechEngine,
  type Voice,
} from '@everyread/audio';
import { EveryreadError } from '@everyread/core';
import { extname } from 'node:path';

const sampleRate = 22050;
const targetLufs = -18;

/** What a voice says where nothing else is asked for: its name, and figures as reports have them. */
function sampleText(voice: Voice): string {
  if (/^en\b/.test(voice.lang))
    return `This is how I read your report. In 2023, 502 people came to our training, and £1,179.50 was given for it. Thank you for listening.`;
  const name = new Intl.DisplayNames([voice.lang], { type: 'language' }).of(voice.lang) ?? voice.lang;
  return `${name}. 1, 2, 3, 4, 5.`;
}

/**
 * Speaks a few words, so that people can hear a voice before they choose it.
 *
 * @param path - where it will be written: `.wav` or `.mp3`
 * @throws {EveryreadError} `misuse` for another ending; `engine` when the voice fails
 */
export async function makeSample(engine: SpeechEngine, voice: Voice, path: string, text = sampleText(voice)): Promise<Uint8Array> {
  const ending = extname(path).toLowerCase();
  if (ending !== '.wav' && ending !== '.mp3')
    throw new EveryreadError('misuse', `A sample is a .wav or an .mp3 file, and ${path} is neither`, { hint: 'Write --sample sample.mp3' });
  const spoken = joinSpoken(sayText(text, { lang: voice.lang }));
  if (!/[\p{L}\p{N}]/u.test(spoken))
    throw new EveryreadError('misuse', 'The text holds nothing to say', { hint: 'Write words after --text.' });
  const { samples, energies } = await speakClip(
    engine,
    { text: spoken, voice: voice.id, rate: 1, sampleRate },
    new AbortController().signal,
  );
  const loudness = integratedLoudness(energies, sampleRate);
  const gainDb = Number.isFinite(loudness) ? targetLufs - loudness : 0;
  if (ending === '.wav')
    return writeWav(
      Int16Array.from(applyGain(samples, gainDb, sampleRate), (value) => Math.round(value * 32767)),
      sampleRate,
    );
  const file = await localWorkers(engine).openFile({ bitrateKbps: 48, sampleRate });
  return Buffer.concat([await file.write(samples, gainDb, sampleRate / 2), await file.finish()]);
}
