import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { chooseVoice } from '../src/index.js';
import { sherpaEngine, systemEngine } from '../src/system.js';
import { wordsToSounds } from '../src/system/kokoro-languages.js';
import { hashOf, stateOf } from '../src/system/voice-files.js';
import { readVoiceFolder } from '../src/system/voice-folder.js';
import { adaptPiperFolder } from '../src/system/piper-folder.js';
import { runProgram } from '../src/system/run.js';
import { parseEspeakVoices, parseMacVoices, parseWindowsVoices } from '../src/system/voices.js';

const folder = mkdtempSync(join(tmpdir(), 'everyread-voices-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('voices of the machine', () => {
  it('reads the lists that the systems print', () => {
    expect(parseMacVoices('Daniel              en_GB    # Hello, my name is Daniel.\nBad News            en_US    # The light.\n')).toEqual(
      [
        { id: 'Daniel', title: 'Daniel', lang: 'en-GB' },
        { id: 'Bad News', title: 'Bad News', lang: 'en-US' },
      ],
    );
    expect(parseWindowsVoices('Microsoft Hazel Desktop\ten-GB\r\n\r\n')).toEqual([
      { id: 'Microsoft Hazel Desktop', title: 'Microsoft Hazel Desktop', lang: 'en-GB' },
    ]);
    expect(
      parseEspeakVoices(
        'Pty Language       Age/Gender VoiceName          File                 Other Languages\n 5  cy              --/M      Welsh              cel/cy               \n 2  en-gb           --/M      English_(Great_Britain) gmw/en               (en 2)\n',
      ),
    ).toEqual([
      { id: 'cy', title: 'eSpeak NG, Welsh', lang: 'cy' },
      { id: 'en-gb', title: 'eSpeak NG, English (Great Britain)', lang: 'en-GB' },
    ]);
  });

  it('speaks a language as its main region does, where nobody names one', () => {
    const voices = ['fr-BE', 'fr-CH', 'fr-FR', 'en-US', 'en-GB', 'cy', 'pt', 'pt-BR'].map((lang) => ({ id: lang, title: lang, lang }));
    const chosen = (lang: string): string | undefined => chooseVoice(voices, lang, undefined)?.id;
    expect(['fr', 'fr-CA', 'fr-ch', 'en', 'en-AU', 'cy-GB', 'pt', 'x-y'].map(chosen)).toEqual([
      'fr-FR',
      'fr-FR',
      'fr-CH',
      'en-GB',
      'en-GB',
      'cy',
      'pt',
      undefined,
    ]);
  });

  it('says that a program is missing, and lives on', async () => {
    await expect(runProgram('no-such-program-of-everyread', [], 'text')).rejects.toMatchObject({
      code: 'engine',
      message: expect.stringContaining('not installed') as string,
    });
  });

  it('passes no voice that the system did not name', async () => {
    // On this machine there may be no espeak-ng at all: then that is the message.
    await expect(systemEngine('linux').synthesise({ text: 'x', voice: "'; rm -rf x", rate: 1 })).rejects.toMatchObject({
      name: 'EveryreadError',
    });
  });
});

/** The head of an ONNX model: its version, a stretch in place of the weights, and what it says of itself. */
function onnx(told: Record<string, string>): Buffer {
  const field = (number: number, body: Buffer): Buffer => Buffer.concat([Buffer.from([(number << 3) | 2, body.length]), body]);
  return Buffer.concat([
    Buffer.from([0x08, 0x08]),
    field(7, Buffer.alloc(100)),
    ...Object.entries(told).map(([key, value]) => field(14, Buffer.concat([field(1, Buffer.from(key)), field(2, Buffer.from(value))]))),
  ]);
}

describe('neural voices in a folder', () => {
  it('names what is missing', async () => {
    await expect(sherpaEngine({ folder: join(folder, 'nowhere') })).rejects.toMatchObject({ code: 'engine' });
    await expect(sherpaEngine({ folder })).rejects.toThrow(/no \.onnx file/);
    writeFileSync(join(folder, 'voice.onnx'), 'a web page, not a model');
    await expect(sherpaEngine({ folder })).rejects.toThrow(/no ONNX model/);
    writeFileSync(join(folder, 'voice.onnx'), onnx({}).subarray(0, 10));
    await expect(sherpaEngine({ folder })).rejects.toThrow(/cut off/);
    writeFileSync(join(folder, 'voice.onnx'), onnx({}));
    await expect(sherpaEngine({ folder })).rejects.toThrow(/neither tokens.txt nor/);
    writeFileSync(join(folder, 'voice.onnx.json'), '{');
    await expect(sherpaEngine({ folder })).rejects.toThrow(/no JSON/);
    rmSync(join(folder, 'voice.onnx.json'));
  });

  it('reads who speaks and in which language', async () => {
    const kokoro = mkdtempSync(join(folder, 'kokoro-'));
    const told = { model_type: 'kokoro', has_espeak: '1', speaker_names: 'af_bella,bf_emma,ff_siwis,zf_xiaoxiao,jf_alpha' };
    writeFileSync(join(kokoro, 'model.onnx'), onnx({ ...told, version: '2' }));
    writeFileSync(join(kokoro, 'tokens.txt'), '');
    mkdirSync(join(kokoro, 'espeak-ng-data'));
    await expect(readVoiceFolder(kokoro, folder)).rejects.toThrow(/voices\.bin/);
    writeFileSync(join(kokoro, 'voices.bin'), '');
    const found = await readVoiceFolder(kokoro, folder);
    expect(found.kind).toBe('kokoro');
    const [american, british, french] = [
      { name: 'af_bella', number: 0, lang: 'en-US' },
      { name: 'bf_emma', number: 1, lang: 'en-GB' },
      { name: 'ff_siwis', number: 2, lang: 'fr-FR' },
    ];
    expect(found.speakers).toEqual([american, british, french]);
    // Chinese needs its file of words.
    writeFileSync(join(kokoro, 'lexicon-zh.txt'), '');
    const chinese = { name: 'zf_xiaoxiao', number: 3, lang: 'zh-CN' };
    expect((await readVoiceFolder(kokoro, folder)).speakers).toEqual([american, british, french, chinese]);
    // A model of version 0.19 knows English only, whoever speaks.
    writeFileSync(join(kokoro, 'model.onnx'), onnx(told));
    expect((await readVoiceFolder(kokoro, folder)).speakers).toEqual([american, british]);
    const piper = mkdtempSync(join(folder, 'vits-piper-en_GB-alba-medium-'));
    writeFileSync(join(piper, 'en_GB-alba-medium.onnx'), onnx({ has_espeak: '1' }));
    writeFileSync(join(piper, 'tokens.txt'), '');
    mkdirSync(join(piper, 'espeak-ng-data'));
    expect((await readVoiceFolder(piper, folder)).speakers).toEqual([{ name: 'en_GB-alba-medium', number: 0, lang: 'en-GB' }]);
    expect((await readVoiceFolder(piper, folder, 'cy')).speakers[0]!.lang).toBe('cy');
  });

  it('takes a voice with another file for another voice', async () => {
    const kokoro = mkdtempSync(join(folder, 'kokoro-'));
    writeFileSync(
      join(kokoro, 'model.onnx'),
      onnx({ model_type: 'kokoro', has_espeak: '1', version: '2', speaker_names: 'bf_emma,bm_lewis' }),
    );
    for (const name of ['tokens.txt', 'voices.bin', 'lexicon-gb-en.txt']) writeFileSync(join(kokoro, name), 'one');
    mkdirSync(join(kokoro, 'espeak-ng-data'));
    const found = await readVoiceFolder(kokoro, folder);
    const seen = { hashes: new Set([await hashOf(found)]), states: new Set([await stateOf(found)]) };
    expect(await hashOf(found)).toBe([...seen.hashes][0]);
    for (const name of ['voices.bin', 'tokens.txt', 'lexicon-gb-en.txt', 'model.onnx']) {
      writeFileSync(join(kokoro, name), 'another');
      seen.hashes.add(await hashOf(found));
      seen.states.add(await stateOf(found));
    }
    expect([seen.hashes.size, seen.states.size]).toEqual([5, 5]);
  });

  it('takes the words of Kokoro to sounds by espeak-ng, and Chinese by its files of words', () => {
    const lexicons = ['gb-en', 'us-en', 'zh'].map((name) => join('voice', `lexicon-${name}.txt`));
    // The names that the espeak-ng of sherpa-onnx 1.13 takes: `en-gb` is refused.
    expect(['en-GB', 'en-US', 'en', 'fr-FR', 'fr', 'pt-BR', 'es', 'cy'].map((lang) => wordsToSounds(lexicons, lang))).toEqual(
      ['en', 'en-us', 'en-us', 'fr', 'fr', 'pt-br', 'es', 'cy'].map((lang) => ({ lexicon: '', lang })),
    );
    expect(wordsToSounds(lexicons, 'zh-CN')).toEqual({ lexicon: `${lexicons[1]!},${lexicons[2]!}`, lang: '' });
  });

  it('brings a Piper voice into the form for sherpa-onnx', async () => {
    const { readFileSync } = await import('node:fs');
    writeFileSync(join(folder, 'voice.onnx'), 'model');
    const adapted = await adaptPiperFolder(
      join(folder, 'voice.onnx'),
      {
        audio: { sample_rate: 22050 },
        espeak: { voice: 'en-gb' },
        phoneme_id_map: { _: [0], a: [1], ɑ: [2] },
      },
      folder,
    );
    expect(readFileSync(join(adapted, 'tokens.txt'), 'utf8')).toBe('_ 0\na 1\nɑ 2\n');
    const model = readFileSync(join(adapted, 'voice.onnx'));
    expect(model.subarray(0, 5).toString()).toBe('model');
    // Field 14, a pair of key and value.
    expect(model.includes(Buffer.from([0x72, 18, 0x0a, 10]))).toBe(true);
    expect(model.includes('sample_rate')).toBe(true);
    rmSync(adapted, { recursive: true, force: true });
  });
});
