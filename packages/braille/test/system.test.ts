import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readMarkdown } from '@everyread/markdown';
import { describe, expect, it } from 'vitest';
import {
  brailleCodeFor,
  evaluateLouisBuild,
  louisTranslator,
  packagedTranslator,
  tableFilesFor,
  toBrf,
  type BrfOptions,
  type TableSource,
  type Translator,
} from '../src/index.js';
import { systemTranslator } from '../src/system-liblouis.js';

const system: Translator | undefined = await systemTranslator().catch(() => undefined);
if (system === undefined) console.warn('skipped: the system’s liblouis or koffi is missing');

describe.skipIf(system === undefined)('the system’s liblouis', () => {
  it('writes the same cells as the embedded engine with its corrections', async () => {
    const files = tableFilesFor(brailleCodeFor('en')!, 2);
    const theirs = await system!.open(files);
    const ours = await (await packagedTranslator()).open(files);
    for (const text of ['The people of Newham’s town', 'pithead', 'We trained 502 people.', 'coproduction@ucl.ac.uk', '£1,179,818.54']) {
      const answer = theirs.translate([{ text }]);
      expect(answer.cells).toBe(ours.translate([{ text }]).cells);
      expect(answer.source).toHaveLength(answer.cells.length);
    }
    expect(theirs.translate([{ text: 'so ' }, { text: 'never', emphasis: 'bold' }]).cells).toBe(
      ours.translate([{ text: 'so ' }, { text: 'never', emphasis: 'bold' }]).cells,
    );
    expect(theirs.backTranslate('⠏')).toBe('people');
    expect(theirs.knows('£')).toBe(true);
    expect(theirs.knows('中')).toBe(false);
    expect(system!.info.version).toMatch(/^3\./);
  });

  it('names a table that it has not', async () => {
    await expect(system!.open(['no-such.ctb'])).rejects.toThrow(/can't use the table no-such\.ctb/);
  });
});

describe('every back end writes the same report', () => {
  const root = new URL('../../../', import.meta.url);
  const files = ['examples/impact-report/report.md', '../shared/reports/impact-report-2023/report.md'].map((name) =>
    fileURLToPath(new URL(name, root)),
  );
  const read = (path: string) => readMarkdown(readFileSync(path, 'utf8'), { path }).report;
  const write = (path: string, options: BrfOptions): Promise<Uint8Array> => toBrf(read(path), { ...options, message: () => undefined });

  // No exceptions are left in these documents; docs/translation.md lists the words in which the releases differ.
  it.skipIf(system === undefined).each(files.filter((path) => existsSync(path)))('embedded and system: %s, both grades', async (path) => {
    for (const grade of [1, 2] as const) {
      const theirs = await write(path, { grade, translator: system! });
      expect(theirs.length).toBeGreaterThan(10_000);
      expect(Buffer.from(await write(path, { grade })).equals(Buffer.from(theirs))).toBe(true);
    }
  });

  it('embedded and a build that the caller passes, with 16-bit characters', async () => {
    const engine = createRequire(import.meta.url).resolve('liblouis-build/build-no-tables-utf16.js');
    const tables: TableSource = { load: (name) => readFileSync(join(dirname(engine), 'tables', name)) };
    const translator = await louisTranslator({ createModule: evaluateLouisBuild(readFileSync(engine, 'utf8')), tables });
    expect(Buffer.from(await write(files[0]!, { translator })).equals(Buffer.from(await write(files[0]!, {})))).toBe(true);
  });

  it('three jobs at once with different tables in one engine are the three jobs one after the other', async () => {
    const translator = await packagedTranslator();
    const jobs: BrfOptions[] = [{ grade: 1 }, { grade: 2 }, { tables: { 'en-GB': ['en-us-g2.ctb'] } }];
    const alone: Uint8Array[] = [];
    for (const job of jobs) alone.push(await write(files[0]!, { ...job, translator }));
    const together = await Promise.all(jobs.map((job) => write(files[0]!, { ...job, translator })));
    together.forEach((bytes, at) => expect(Buffer.from(bytes).equals(Buffer.from(alone[at]!))).toBe(true));
    expect(new Set(alone.map((bytes) => Buffer.from(bytes).toString('latin1'))).size).toBe(3);
  });
});

it('says what to install when a library is missing', async () => {
  await expect(systemTranslator({ library: '/no/such/liblouis.so' })).rejects.toThrow(/liblouis/);
});
