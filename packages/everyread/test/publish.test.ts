import { build, EveryreadError, memoryAssets, type Narration, type Renderer, type Report } from '@everyread/core';
import { createRegistry, publish, type EditionChoices } from 'everyread';
import { describe, expect, it } from 'vitest';
import { goodReport, pixel } from './terminal.js';

function format(name: string, more: Partial<Renderer> = {}): Renderer {
  return {
    name,
    title: name,
    audience: 'Tests.',
    extension: name,
    mediaType: 'text/plain',
    editions: ['screen-reader', 'large-print'],
    options: {},
    async *render(report, options, context) {
      yield {
        path: `${context.slug}.${name}`,
        mediaType: 'text/plain',
        body: new TextEncoder().encode(JSON.stringify({ edition: report.edition, options })),
      };
    },
    ...more,
  };
}

const formats = [format('a'), format('b', { editions: ['braille'] }), format('talk', { extension: 'zip', editions: ['audio'] })];
const registry = (): ReturnType<typeof createRegistry> => {
  const made = createRegistry();
  for (const each of formats) made.add(each);
  return made;
};
const names = async (to: EditionChoices | undefined, more: object = {}): Promise<string[]> =>
  (await publish({ text: goodReport }, { ...(to ? { to } : {}), registry: registry(), ...more })).files.map((file) => file.path);

describe('publish', () => {
  it('names files after the report, the edition and, for archives, the format', async () => {
    expect(await names(['a', 'b', 'talk'])).toEqual(['report.a', 'report-large-print.a', 'report.b', 'report-talk.zip']);
    expect(await names({ a: 'large-print summary', b: ['summary'] })).toEqual([
      'report-large-print.a',
      'report-summary.a',
      'report-summary.b',
    ]);
    expect(await names(['a:screen-reader', { format: 'a', edition: 'large-print', content: 'summary' }])).toEqual([
      'report.a',
      'report-large-print-summary.a',
    ]);
  });

  it('makes an edition once that is named twice', async () => {
    expect(await names(['a', 'a:large-print', 'a'])).toEqual(['report.a', 'report-large-print.a']);
    expect(await names(['a:large-print', { format: 'a', edition: 'large-print', options: { x: 1 } }])).toEqual([
      'report-large-print.a',
      'report-large-print-a.a',
    ]);
  });

  it('speaks the read-aloud edition and no other; a format named alone stays silent', async () => {
    const talking = format('page', {
      editions: ['screen-reader', 'read-aloud', 'summary'],
      narration: 'optional',
      async *render(report, _, context) {
        const sentences = JSON.stringify(report.root).includes('"sentence"');
        yield {
          path: 'x',
          mediaType: 'text/plain',
          body: new TextEncoder().encode(`${context.narration?.narrator ?? 'silent'} ${sentences}`),
        };
      },
    });
    const narrate = (): Promise<Narration> => Promise.resolve({ narrator: 'spoken', lang: 'en-GB', files: [], clips: [] });
    const made = async (options: object): Promise<string[]> => {
      const own = registry();
      own.add(talking);
      const { files } = await publish({ text: goodReport }, { registry: own, narrate, ...options });
      return files.filter((file) => file.format === 'page').map((file) => `${file.path} ${new TextDecoder().decode(file.body)}`);
    };
    expect(await made({ to: ['page'] })).toEqual(['report.page silent false']);
    expect(await made({ to: ['page:read-aloud'] })).toEqual(['report-read-aloud.page spoken true']);
    const all = { except: ['docx', 'pdf', 'html', 'epub', 'mobi', 'azw3', 'mp3', 'daisy-2.02', 'daisy-3', 'brf', 'pef', 'ebrl'] };
    expect(await made(all)).toEqual(['report.page silent false', 'report-read-aloud.page spoken true']);
  });

  it('keeps the names of one edition with three sets of options apart', async () => {
    const one = (x: number): object => ({ format: 'a', edition: 'screen-reader', options: { x } });
    expect(await names([one(1), one(2), one(3)] as EditionChoices)).toEqual(['report.a', 'report-a.a', 'report-2.a']);
  });

  it('takes editions from options, then config, then front matter', async () => {
    const text = goodReport.replace('lang: en-GB', 'lang: en-GB\neditions: [b]');
    const made = async (options: object): Promise<string[]> =>
      (await publish({ text }, { registry: registry(), ...options })).files.map((file) => file.path);
    expect(await made({})).toEqual(['report.b']);
    expect(await made({ config: { editions: ['talk'] } })).toEqual(['report-talk.zip']);
    expect(await made({ config: { editions: ['talk'] }, to: ['a:screen-reader'] })).toEqual(['report.a']);
    expect(await made({ config: { editions: ['talk:audio', 'a', 'b:summary'] }, edition: 'summary' })).toEqual([
      'report-summary.a',
      'report-summary.b',
    ]);
  });

  it('passes options and type size on', async () => {
    const { files } = await publish(
      { text: goodReport },
      { to: [{ format: 'a', edition: 'large-print', options: { x: 1 } }], options: { a: { y: 2 } }, typeSizePt: 22, registry: registry() },
    );
    expect(JSON.parse(new TextDecoder().decode(files[0]!.body))).toMatchObject({
      edition: { name: 'large-print', typeSizePt: 22 },
      options: { x: 1, y: 2 },
    });
  });

  it('takes a report, with files in memory', async () => {
    const report: Report = {
      meta: { title: 'T', lang: 'en' },
      root: {
        type: 'root',
        children: [build.heading({ depth: 1 }, [build.text({ value: 'H' })]), build.figure({ src: 'a.png', alt: 'Somebody.' }, [])],
      },
    };
    const good = await publish(report, { to: ['a:screen-reader'], registry: registry(), assets: memoryAssets({ 'a.png': pixel }) });
    expect(good).toMatchObject({ ok: true, messages: [], failures: [] });
    const without = await publish(report, { to: ['a'], registry: registry() });
    expect(without).toMatchObject({ ok: false, files: [], messages: [{ ruleId: 'image-missing' }] });
    const wrong = await publish({ ...report, root: { type: 'root', children: [{ type: 'nonsense' }] } } as unknown as Report, {
      registry: registry(),
    });
    expect(wrong).toMatchObject({ ok: false, messages: [{ ruleId: 'json-report' }] });
  });

  it('gives back the failure of one format beside the files of the others', async () => {
    const made = registry();
    made.add(
      format('bad', {
        async *render() {
          throw new TypeError('cannot read x');
        },
      }),
    );
    const result = await publish({ text: goodReport }, { to: ['bad:screen-reader', 'a:screen-reader'], registry: made });
    expect(result).toMatchObject({ ok: false, files: [{ path: 'report.a' }], failures: [{ format: 'bad', error: { code: 'engine' } }] });
  });

  it('refuses what is not a format', async () => {
    await expect(publish({ text: goodReport }, { to: ['docxx'] })).rejects.toThrow(EveryreadError);
    await expect(publish({ text: goodReport }, { to: ['b:large-print'], registry: registry() })).rejects.toThrow(
      'The format b has no edition named large-print',
    );
    await expect(publish({ text: goodReport }, { to: ['docx'], options: { docx: { pageNumberz: 'never' } } })).rejects.toMatchObject({
      code: 'misuse',
      message: 'The option docx.pageNumberz is not known',
      hint: 'Did you mean pageNumbers?',
    });
    await expect(publish({ text: goodReport }, { to: ['a b c'], registry: registry() })).rejects.toThrow('does not name an edition');
    expect(() => createRegistry([{ name: 'x' } as Renderer])).toThrow('is not a Renderer: it lacks title');
    expect(() => createRegistry([format('../x')])).toThrow('other characters');
  });

  it('stops when the signal aborts', async () => {
    const controller = new AbortController();
    controller.abort();
    await expect(publish({ text: goodReport }, { to: ['a'], registry: registry(), signal: controller.signal })).rejects.toMatchObject({
      code: 'aborted',
    });
  });

  it('refuses a rule that is suppressed without a reason', async () => {
    await expect(
      publish({ text: goodReport }, { config: { suppress: { 'head-skip': ' ' } }, registry: registry(), to: ['a'] }),
    ).rejects.toThrow('without a reason');
  });
});
