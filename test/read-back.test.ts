import { checkFile, readBack, readers } from '@everyread/check';
import {
  makeEdition,
  memoryAssets,
  prepare,
  renderToBytes,
  type Assets,
  type EditionName,
  type PreparedReport,
  type Renderer,
} from '@everyread/core';
import { createRegistry } from 'everyread';
import fc from 'fast-check';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { compareOptions } from '../packages/everyread/src/build/read-back-options.js';
import { quietNarration } from './quiet-narration.js';
import { damages, recordDamages, type Damage } from './read-back/damages.js';
import { hum } from './read-back/humming.js';
import { kinds, spoilAtRandom } from './read-back/random-damage.js';
import {
  figuresMarkdown,
  galleryMarkdown,
  picturesOf,
  read,
  sampleMarkdown,
  sampleWords,
  summaryMarkdown,
  wideTableMarkdown,
} from './read-back/samples.js';

const renderers = (await createRegistry().list()).filter((renderer) => renderer.extension in readers);
const editions = renderers.flatMap((renderer) => renderer.editions.map((edition) => [renderer.name, edition, renderer] as const));

async function make(
  renderer: Renderer,
  edition: EditionName,
  markdown: string,
  assets: Assets,
  options: object = {},
): Promise<{ report: PreparedReport; body: Uint8Array }> {
  const report = prepare(read(markdown), makeEdition(edition), { format: renderer.name });
  const sounds = renderer.narration === 'required';
  if (!sounds && edition !== 'read-aloud')
    return { report, body: await renderToBytes(renderer, report, options, { assets, message: () => undefined }) };
  const spoken = prepare(read(markdown), makeEdition(edition), { format: renderer.name, sentences: true });
  const narration = sounds ? await hum(spoken) : quietNarration(spoken);
  return { report, body: await renderToBytes(renderer, spoken, options, { assets, narration, message: () => undefined }) };
}

const check = async (renderer: Renderer, report: PreparedReport, body: Uint8Array) => {
  const made = await compareOptions(renderer.name, {}, report);
  const found = await checkFile({ path: `edition.${renderer.extension}`, body }, report, made);
  return {
    ...found,
    ids: found.messages.map((message) => message.ruleId),
    texts: found.messages.map((message) => `${message.ruleId}: ${message.reason}`),
  };
};

const shared = fileURLToPath(new URL('../../shared/reports/impact-report-2023/', import.meta.url));

describe('read back, every edition holds what the report says', () => {
  it.each(editions)('%s, %s: one of everything', async (_, edition, renderer) => {
    const { report, body } = await make(renderer, edition, galleryMarkdown, picturesOf(galleryMarkdown));
    const { read: wasRead, texts } = await check(renderer, report, body);
    expect(wasRead).toBe(true);
    expect(texts).toEqual([]);
  });

  it.each(editions)('%s, %s: figures, signs and units', async (_, edition, renderer) => {
    const { report, body } = await make(renderer, edition, figuresMarkdown, picturesOf(figuresMarkdown));
    expect((await check(renderer, report, body)).texts).toEqual([]);
  });

  // The odd documents of the conformance run: deep and long, notes and wide tables, letters of other scripts, next to nothing.
  const odd = fileURLToPath(new URL('conformance/documents/', import.meta.url));
  it.each(
    readdirSync(odd).flatMap((file) =>
      editions
        .filter(([, edition, renderer]) => renderer.narration !== 'required' && edition !== 'read-aloud')
        .map(([name, edition, renderer]) => [file, name, edition, renderer] as const),
    ),
  )('%s as %s, %s', async (file, _, edition, renderer) => {
    const { report, body } = await make(renderer, edition, readFileSync(`${odd}${file}`, 'utf8'), memoryAssets({}));
    expect((await check(renderer, report, body)).texts).toEqual([]);
  });

  it('pdf as PDF/UA-2, and without print pages', async () => {
    const pdf = renderers.find((renderer) => renderer.name === 'pdf')!;
    for (const [options, leftOut] of [
      [{ standard: 'ua-2' }, []],
      [{ printPages: false }, ['page' as const]],
    ] as const) {
      const { report, body } = await make(pdf, 'screen-reader', galleryMarkdown, picturesOf(galleryMarkdown), options);
      const { messages } = await checkFile({ path: 'gallery.pdf', body }, report, { leftOut });
      expect(messages.map((message) => `${message.ruleId}: ${message.reason}`)).toEqual([]);
    }
  });

  it.skipIf(!existsSync(shared)).each(editions.filter(([, , renderer]) => renderer.narration !== 'required'))(
    '%s, %s: the real report (skipped where it is not beside the repository)',
    async (_, edition, renderer) => {
      const pictures = Object.fromEntries(
        readdirSync(`${shared}images`).map((name) => [`images/${name}`, new Uint8Array(readFileSync(`${shared}images/${name}`))]),
      );
      const { report, body } = await make(renderer, edition, readFileSync(`${shared}report.md`, 'utf8'), memoryAssets(pictures));
      expect((await check(renderer, report, body)).texts).toEqual([]);
    },
  );
});

describe('every edition says whom to ask for another format', () => {
  const asks = (contact: string, lang = 'en-GB'): string =>
    `---\ntitle: Our year\nlang: ${lang}\npublisher: A charity\n${contact === '' ? '' : `contact: ${JSON.stringify(contact)}\n`}---\n\n# First\n\nWe ran 21 sessions.\n`;
  const sentence = 'Ring 020 7946 0018, or write to hello@example.org.';
  const none = memoryAssets({});

  it.each(editions)('%s, %s', async (name, edition, renderer) => {
    const ways = [asks('hello@example.org'), asks('020 7946 0018'), asks('https://example.org/ask'), asks(sentence)];
    // There are no German words of ours: those before the address are English ones, and say so. The test's voice speaks English.
    if (renderer.narration !== 'required') ways.push(asks('hello@example.org', 'de'));
    for (const markdown of ways) {
      const { report, body } = await make(renderer, edition, markdown, none);
      expect((await check(renderer, report, body)).texts).toEqual([]);
    }
    const { report } = await make(renderer, edition, asks(sentence), none);
    const { body } = await make(renderer, edition, asks(''), none);
    if (name !== 'mp3') expect((await check(renderer, report, body)).ids).toContain('read-back-contact');
  });
});

describe('every edition says of a box what kind it is', () => {
  const box = (kind: (nth: number) => string): string =>
    ['[Book us]', '', '[Please note]'].map((title, nth) => `:::callout${title}${kind(nth)}\nThirty people fit in.\n:::\n`).join('\n');
  const report = (boxes: string): string => `---\ntitle: Our year\nlang: en-GB\n---\n\n# First\n\n${boxes}`;
  const kinds = ['tip', 'warning', 'important'];

  it.each(editions.filter(([name]) => name !== 'mp3'))('%s, %s', async (_, edition, renderer) => {
    const told = await make(renderer, edition, report(box((nth) => `{kind=${kinds[nth]}}`)), memoryAssets({}));
    expect((await check(renderer, told.report, told.body)).texts).toEqual([]);
    const untold = await make(renderer, edition, report(box(() => '')), memoryAssets({}));
    expect((await check(renderer, told.report, untold.body)).ids.filter((id) => id === 'read-back-text').length).toBeGreaterThanOrEqual(3);
  });
});

describe('a damaged file is noticed', () => {
  for (const renderer of renderers) {
    const good = make(renderer, renderer.editions[0], sampleMarkdown, picturesOf(sampleMarkdown));
    good.catch(() => undefined);

    it(`${renderer.name}: the good file passes`, async () => {
      const { report, body } = await good;
      expect((await check(renderer, report, body)).texts).toEqual([]);
    });

    it.each((damages[renderer.name] ?? []).map((damage) => [damage.name, damage] as const))(`${renderer.name}: %s`, async (_, damage) => {
      const { report, body } = await good;
      expect((await check(renderer, report, damage.spoil(body))).ids).toContain(damage.rule);
    });

    it(`${renderer.name}: at least five ways`, () => {
      expect((damages[renderer.name] ?? []).length).toBeGreaterThanOrEqual(5);
    });
  }
});

describe('a damaged table that stands as records is noticed', () => {
  for (const renderer of renderers.filter(({ name }) => name === 'mobi' || name === 'azw3')) {
    const good = make(renderer, 'screen-reader', wideTableMarkdown, memoryAssets({}));
    good.catch(() => undefined);

    it(`${renderer.name}: the good file passes, without a table`, async () => {
      const { report, body } = await good;
      expect((await check(renderer, report, body)).texts).toEqual([]);
      const outline = (await readBack({ path: `edition.${renderer.extension}`, body }))!;
      for (const half of [outline, ...(outline.versions ?? [])])
        expect(half.items.filter((item) => item.kind === 'table')).toMatchObject([{ asRecords: true }]);
    });

    it.each(recordDamages.map((damage) => [damage.name, damage] as const))(`${renderer.name}: %s`, async (_, damage) => {
      const { report, body } = await good;
      expect((await check(renderer, report, damage.spoil(body))).ids).toContain(damage.rule);
    });
  }
});

describe('a name of a column that is a sentence', () => {
  const name = 'How many people told us in the autumn, when we asked them once more, that they had been helped';
  const rows = `| Age | ${name} | A friend | Newsletter |\n| --- | --- | --- | --- |\n| Under twenty | 2,104 | 34 | 5 |\n| Over twenty | 9 | 8 | 7 |\n`;

  it.each(editions.filter(([name]) => name !== 'mp3'))('%s, %s: may stand in each record', async (_, edition, renderer) => {
    const { report, body } = await make(renderer, edition, `---\ntitle: A\nlang: en-GB\n---\n\n# B\n\n${rows}`, memoryAssets({}));
    expect((await check(renderer, report, body)).texts).toEqual([]);
  });
});

describe('a damaged file of another edition of a format is noticed', () => {
  const others = renderers.flatMap((renderer) =>
    [...renderer.editions.slice(1), ...(['html', 'docx', 'epub', 'brf'].includes(renderer.name) ? ['summary' as const] : [])]
      .filter((edition, index, all) => all.indexOf(edition) === index)
      .map((edition) => [renderer.name, edition, renderer] as const),
  );

  it.each(others)(
    '%s, %s: the good file passes, and at least five damages of the format are seen, none of them missed',
    async (name, edition, renderer) => {
      const markdown = edition === 'summary' ? summaryMarkdown : sampleMarkdown;
      const { report, body } = await make(renderer, edition, markdown, picturesOf(markdown));
      expect((await check(renderer, report, body)).texts).toEqual([]);
      const missed: string[] = [];
      let seen = 0;
      for (const damage of damages[name] ?? []) {
        const spoiled = spoil(damage, body);
        if (!spoiled) continue;
        if ((await check(renderer, report, spoiled)).ids.length > 0) seen += 1;
        else missed.push(damage.name);
      }
      expect(missed).toEqual([]);
      expect(seen).toBeGreaterThanOrEqual(5);
    },
  );
});

describe('one place spoiled at random, in any format, is noticed', () => {
  const texts = editions.filter(([name]) => name !== 'mp3');

  it.each(kinds)('%s', async (kind) => {
    const missed = new Set<string>();
    const spoiledIn = new Map<string, number>();
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...texts), fc.nat({ max: 9999 }), async ([name, edition, renderer], pick) => {
        const { report, body } = await goodFile(renderer, edition);
        const spoiled = spoilAtRandom(name, kind, body, sampleWords, pick);
        if (!spoiled) return;
        spoiledIn.set(name, (spoiledIn.get(name) ?? 0) + 1);
        if ((await check(renderer, report, spoiled.body)).ids.length === 0) missed.add(`${name}, ${edition}: ${spoiled.told}`);
      }),
      { seed: 20240322, numRuns: 60 },
    );
    expect([...missed]).toEqual([]);
    // Braille has no mark of a heading, a link or a language that could be another, but in eBraille: its damages with names spoil those.
    expect(spoiledIn.size).toBeGreaterThanOrEqual(kind === 'figure' ? 10 : 7);
  });
});

describe('a figure in Braille that lost its sign is noticed, in each code', () => {
  const text = 'It was −4 °C. We gave £5 and €20 to 35% of them, (3 %), or +29% more; not 12-14.';
  const brf = renderers.find(({ name }) => name === 'brf')!;

  it.each(['en-GB', 'cy', 'de', 'fr', 'es', 'it', 'ga', 'pl'])('%s', async (lang) => {
    const markdown = `---\ntitle: A\nlang: ${lang}\n---\n\n# B\n\n`;
    const { report, body } = await make(brf, 'braille', `${markdown}${text}\n`, memoryAssets({}));
    expect((await check(brf, report, body)).texts).toEqual([]);
    // Each sign that the code has is missed by the report which still has it.
    for (const [from, to] of [
      ['35%', '35'],
      ['(3 %)', '(3)'],
      ['+29%', '29%'],
      ['−4', '4'],
      ['£5', '5'],
    ] as const) {
      const other = await make(brf, 'braille', `${markdown}${text.replace(from, to)}\n`, memoryAssets({}));
      const { texts } = await check(brf, report, other.body);
      expect(texts, from).toEqual([expect.stringContaining('read-back-text')]);
    }
  });
});

const made = new Map<string, ReturnType<typeof make>>();

/** The good file of an edition, made once. */
function goodFile(renderer: Renderer, edition: EditionName): ReturnType<typeof make> {
  const name = `${renderer.name} ${edition}`;
  const file = made.get(name) ?? make(renderer, edition, sampleMarkdown, picturesOf(sampleMarkdown));
  made.set(name, file);
  return file;
}

/** A damage that finds nothing to spoil in this edition, such as the columns of a table that stands as a list, is none. */
function spoil(damage: Damage, body: Uint8Array): Uint8Array | undefined {
  try {
    return damage.spoil(body);
  } catch {
    return undefined;
  }
}

it('leaves formats alone that it can’t read', async () => {
  expect(await readBack({ path: 'a.unknown', body: new Uint8Array() })).toBeUndefined();
});
