import { describe, expect, it } from 'vitest';
import { espeakEngine, type EspeakModule } from '../src/index.js';

/** A machine that behaves as eSpeak does: its sound depends on its memory, which every sentence changes. */
function machine(spoken: string[]): EspeakModule {
  const HEAPU8 = new Uint8Array(16);
  return {
    HEAPU8,
    eSpeakNGWorker: class {
      samplerate = 22050;
      list_voices = (): { name: string; identifier: string; languages: { priority: number; name: string }[] }[] => [
        { name: 'Welsh', identifier: 'cel/cy', languages: [{ priority: 5, name: 'cy' }] },
        { name: 'English (Received Pronunciation)', identifier: 'gmw/en-GB-x-rp', languages: [{ priority: 5, name: 'en-gb-x-rp' }] },
        { name: 'female', identifier: '!v/f1', languages: [{ priority: 5, name: 'variant' }] },
      ];
      set_voice = (id: string): void => void (HEAPU8[1] = id.length);
      set_rate = (wordsPerMinute: number): void => void (HEAPU8[2] = wordsPerMinute);
      synthesize = (ssml: string, chunk: (samples: Int16Array, events: readonly unknown[]) => boolean): void => {
        spoken.push(ssml);
        HEAPU8[0] = HEAPU8[0]! + 1;
        chunk(new Int16Array(ssml.length).fill(HEAPU8[0]! * 100 + HEAPU8[1]! + HEAPU8[2]!), []);
      };
    },
  };
}

describe('eSpeak NG', () => {
  it('says the same whatever it said before', async () => {
    const engine = espeakEngine(() => Promise.resolve(machine([])));
    const first = await engine.synthesise({ text: 'Bore da', voice: 'cy', rate: 1 });
    await engine.synthesise({ text: 'Something', voice: 'cy', rate: 1 });
    expect(await engine.synthesise({ text: 'Bore da', voice: 'cy', rate: 1 })).toEqual(first);
  });

  it('speaks with the voice and at the speed that are asked for, whatever came before', async () => {
    const engine = espeakEngine(() => Promise.resolve(machine([])));
    const ask = async (voice: string, rate: number): Promise<number> =>
      (await engine.synthesise({ text: 'x', voice, rate })).pcm[0]! * 32768;
    const [welsh, english] = [200 + 2, 200 + 10];
    expect(await ask('cy', 1)).toBe(welsh + 160);
    expect(await ask('en-gb-x-rp', 1)).toBe(english + 160);
    expect(await ask('en-gb-x-rp', 1.5)).toBe(english + 240);
    expect(await ask('en-gb-x-rp', 1.5)).toBe(english + 240);
    expect(await ask('cy', 1)).toBe(welsh + 160);
  });

  it('gets text and no markup', async () => {
    const spoken: string[] = [];
    const engine = espeakEngine(() => Promise.resolve(machine(spoken)));
    await engine.synthesise({ text: '<break/> a & b [[x]]', voice: 'cy', rate: 1 });
    expect(spoken.at(-1)).toBe('&lt;break/&gt; a &amp; b  x ');
  });

  it('names languages by their tags, British English first', async () => {
    const voices = await espeakEngine(() => Promise.resolve(machine([]))).voices();
    expect(voices.map((voice) => `${voice.id} ${voice.lang}`)).toEqual(['en-gb-x-rp en-GB', 'cy cy']);
  });

  it('says what to install', async () => {
    await expect(espeakEngine(() => Promise.reject(Object.assign(new Error('gone')))).voices()).rejects.toThrow('gone');
  });
});
