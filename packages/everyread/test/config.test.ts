import { join } from 'node:path';
import { loadConfig } from 'everyread';
import { describe, expect, it } from 'vitest';
import { folderWith } from './terminal.js';

const load = async (name: string, text: string): Promise<unknown> => (await loadConfig([await folderWith({ [name]: text })])).config;

describe('configuration', () => {
  it('is read from TypeScript, JavaScript and JSON, on Node 20 too', async () => {
    const typed = `interface Wish { to: string }\nconst wish: Wish = { to: 'x' } as const satisfies Wish;\nexport default { out: wish.to, typeSizePt: 20 };\n`;
    expect(await load('everyread.config.ts', typed)).toEqual({ out: 'x', typeSizePt: 20 });
    expect(await load('everyread.config.mts', typed)).toEqual({ out: 'x', typeSizePt: 20 });
    expect(await load('everyread.config.mjs', `export default { out: 'y' };`)).toEqual({ out: 'y' });
    expect(await load('everyread.config.json', `\ufeff{ "out": "z" }`)).toEqual({ out: 'z' });
    expect(await load('other.json', '{')).toEqual({});
  });

  it('is looked for beside the document first', async () => {
    const near = await folderWith({ 'everyread.config.json': '{ "out": "near" }' });
    const far = await folderWith({ 'everyread.config.json': '{ "out": "far" }', 'other.json': '{ "out": "other" }' });
    expect((await loadConfig([near, far])).config.out).toBe('near');
    expect((await loadConfig([near, far], join(far, 'other.json'))).config.out).toBe('other');
    expect(await loadConfig([await folderWith({})])).toEqual({ config: {} });
  });

  it('says what is wrong with it', async () => {
    const faults: readonly [name: string, text: string, words: string][] = [
      ['everyread.config.json', '{ "out": ', "can't be read"],
      ['everyread.config.json', '[]', 'holds no object'],
      ['everyread.config.json', '{ "rule": {} }', 'does not know: rule'],
      ['everyread.config.json', '{ "rules": { "missing-alt": "none" } }', 'rules must be rule ids with'],
      ['everyread.config.json', '{ "suppress": { "missing-alt": "" } }', 'suppress must be rule ids, each with a written reason'],
      ['everyread.config.json', '{ "limits": { "sentenceWord": 25 } }', 'limits must be numbers above 0 for sentenceWords, '],
      ['everyread.config.json', '{ "limits": { "sentenceWords": 0 } }', 'limits must be numbers above 0'],
      ['everyread.config.json', '{ "typeSizePt": "20" }', 'typeSizePt must be a number'],
      ['everyread.config.ts', 'export default { out: ', "can't be read"],
      ['everyread.config.mjs', 'throw new Error("broken on purpose")', 'broken on purpose'],
      ['everyread.config.mjs', 'export const x = 1;', 'holds no object'],
    ];
    for (const [name, text, words] of faults) {
      await expect(load(name, text), text).rejects.toMatchObject({
        code: 'misuse',
        message: expect.stringContaining(words),
        hint: expect.stringMatching(/\S/),
      });
    }
    await expect(loadConfig([], '/nowhere/x.json')).rejects.toThrow('was not found');
  });
});
