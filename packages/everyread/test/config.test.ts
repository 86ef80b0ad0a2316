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

  it('says which key it does not know or cannot use, at which place, and which is near', async () => {
    const inTypeScript = (text: string): string => `// Our house style.\nexport default {\n  out: 'dist',\n  ${text},\n};\n`;
    const faults: readonly [text: string, message: string, hint: string][] = [
      ['ruels: {}', ':4:3 has a key that Everyread does not know: ruels', 'Did you mean rules?'],
      ['narration: { rat: 2 }', ':4:16, narration.rat is not known', 'Did you mean rate?'],
      ['narration: { rate: 20 }', ':4:16, narration.rate must be from 0.5 to 2, not 20', ''],
      ['narration: { rate: "quick" }', ':4:16, narration.rate must be a number, not "quick"', ''],
      ["narration: {\n    announce: { 'headngs': false } }", ':5:17, narration.announce.headngs is not known', 'Did you mean headings?'],
      ['narration: { engine: { engine: "robot" } }', ', narration.engine.engine must be one of flite, ', ''],
      ['meta: { theme: { primry: "#112233" } }', ':4:20, meta.theme.primry is not known', 'Did you mean primary?'],
      ['meta: { titel: "x" }', ':4:11, meta.titel is not known', 'Did you mean title?'],
      ['editions: ["docx", { format: "pdf", editon: "large-print" }]', ':4:39, editions.1.editon is not known', 'Did you mean edition?'],
      ['editions: [{ edition: "large-print" }]', ', editions.0.format is missing', ''],
      ['renderers: [3]', ':4:3, renderers must be a list of renderers', ''],
    ];
    for (const [text, message, hint] of faults) {
      await expect(load('everyread.config.ts', inTypeScript(text)), text).rejects.toMatchObject({
        code: 'misuse',
        message: expect.stringContaining(message),
        hint: expect.stringContaining(hint),
      });
    }
    const whole = `narration: { rate: 0.95, announce: { links: true }, pauses: { cell: 0 }, bitrateKbps: 64, threads: 2 }, meta: { theme: { primary: '#14506e' } }, editions: ['docx', { format: 'brf', edition: 'summary' }]`;
    expect(await load('everyread.config.ts', inTypeScript(whole))).toMatchObject({ narration: { rate: 0.95 } });
  });

  it('says where it is no TypeScript, JavaScript or JSON, or where it fails', async () => {
    const broken = 'export default {\n  meta: { title: "x" ,\n  out: "y"\n};\n';
    const faults: readonly [name: string, text: string, message: string][] = [
      ['everyread.config.ts', broken, "everyread.config.ts:4:2 can't be read: Unexpected token"],
      ['everyread.config.json', '{\n  "out": \n}', "everyread.config.json:3:1 can't be read: "],
      ['everyread.config.ts', 'const out: string = "y";\nthrow new Error("broken on purpose");', ":2 can't be read: broken on purpose"],
      ['everyread.config.mjs', 'const out = "y";\nthrow new Error("broken on purpose");', ":2 can't be read: broken on purpose"],
    ];
    for (const [name, text, message] of faults)
      await expect(load(name, text), text).rejects.toMatchObject({ code: 'misuse', message: expect.stringContaining(message) });
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
