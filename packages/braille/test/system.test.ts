import { describe, expect, it } from 'vitest';
import { brailleCodeFor, packagedTranslator, tableFilesFor, type Translator } from '../src/index.js';
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

it('says what to install when a library is missing', async () => {
  await expect(systemTranslator({ library: '/no/such/liblouis.so' })).rejects.toThrow(/liblouis/);
});
