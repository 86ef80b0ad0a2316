import { symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { filesIn, folderWith, goodReport, pixel, run, wordsConfig } from './terminal.js';

const withBody = (body: string): string => `---\ntitle: T\nlang: en\n---\n\n# H\n\n${body}\n`;
const figure = (src: string): string => withBody(`:::figure[A picture]{src="${src}" alt="Somebody."}\n:::`);

/** A picture of one pixel that carries a note, as long as is wanted. */
function pictureOf(bytes: number): Uint8Array {
  const note = Buffer.alloc(bytes - pixel.length);
  note.writeUInt32BE(note.length - 12, 0);
  note.write('prVt', 4, 'latin1');
  note.writeUInt32BE(crc32(note.subarray(4, -4)), note.length - 4);
  return Buffer.concat([pixel.subarray(0, -12), note, pixel.subarray(-12)]);
}

/** The document, the rule that must stop it, and the place that must be named. */
const cases: Readonly<Record<string, [text: string | Uint8Array, rule: string, place: string]>> = {
  'a picture without text alternative': [withBody('![](a.png)'), 'missing-alt', '8:1'],
  'a report without language': ['---\ntitle: T\n---\n\n# H\n\nText.\n', 'doc-lang', '1:1'],
  'a report in a language that does not exist': ['---\ntitle: T\nlang: british english\n---\n\n# H\n\nText.\n', 'doc-lang', '3:7'],
  'a wrong language under its other name': ['---\nlanguage: british english\ntitle: T\n---\n\n# H\n\nText.\n', 'doc-lang', '2:11'],
  'a language with nothing behind its name': ['---\ntitle: T\nlang:\n---\n\n# H\n\nText.\n', 'doc-lang', '3:6'],
  'an empty title': ['---\nlang: en\ntitle: ""\n---\n\n# One\n\n# Two\n\nText.\n', 'doc-title', '3:8'],
  'a report without title': ['---\nlang: en\n---\n\n# One\n\n# Two\n\nText.\n', 'doc-title', '1:1'],
  'a dead internal link': [withBody('[there](#nowhere)'), 'link-dead', '8:1'],
  'a link to #': [withBody('[there](#)'), 'link-dead', '8:1'],
  'raw HTML': [withBody('<div onclick="x()">Text</div>'), 'raw-html', '8:1'],
  'an unknown directive': [withBody(':::sttas[Numbers]\nText.\n:::'), 'unknown-directive', '8:1'],
  'an unknown attribute': [withBody(':::figure[A]{src=a.png atl="x"}\n:::'), 'unknown-attribute', '8:'],
  'a javascript: link': [withBody('[there](javascript:alert(1))'), 'link-scheme', '8:1'],
  'a data: link': [withBody('[there](data:text/html,x)'), 'link-scheme', '8:1'],
  'a file: link': [withBody('[there](file:///etc/passwd)'), 'link-scheme', '8:1'],
  'front matter that is not YAML': ['---\ntitle: "T\nlang: [en\n---\n\n# H\n\nText.\n', 'front-matter', ''],
  'a date that is none': ['---\ntitle: T\nlang: en\ndate: maybe\n---\n\n# H\n\nText.\n', 'front-matter-value', '4:7'],
  'an empty file': ['', 'empty-document', '1:1'],
  'a file of blanks': [' \n\n\t\n', 'empty-document', '1:1'],
  'a control character': [withBody('Some\u0007thing.'), 'text-control', '8:5'],
  'bytes that are no text': [new Uint8Array([0x50, 0xff, 0xfe, 0x00, 0x80]), 'not-utf8', '1:2'],
  'a letter of another encoding far down': [
    new Uint8Array(Buffer.concat([Buffer.from(withBody('£1, a café,\r\nthe caf'), 'utf8'), Buffer.from([0xe9, 0x2e, 0x0a])])),
    'not-utf8',
    '10:1',
  ],
  'half of a letter at the end': [new Uint8Array(Buffer.from(withBody('– €'), 'utf8').subarray(0, -2)), 'not-utf8', '8:3'],
  'a picture that is not there': [figure('images/none.png'), 'image-missing', '8:1'],
  'a picture that is text': [figure('text.png'), 'image-type', '8:1'],
  'a picture that is cut off': [figure('cut.png'), 'image-corrupt', '8:1'],
  'a picture with a changed byte': [figure('changed.png'), 'image-corrupt', '8:1'],
  'a picture that is a folder': [figure('sub'), 'image-', '8:1'],
  'a picture outside the folder': [figure('../secret.png'), 'image-outside', '8:1'],
  'a picture by its absolute path': [figure('/etc/passwd'), 'image-outside', '8:1'],
  'a picture by a Windows path': [figure('C:\\\\secret.png'), 'image-outside', '8:1'],
  'a picture with the way out encoded': [figure('%2e%2e/secret.png'), 'image-outside', '8:1'],
  'a picture from the network': [figure('https://example.org/a.png'), 'image-outside', '8:1'],
  'a picture on another machine': [figure('//example.org/a.png'), 'image-outside', '8:1'],
  'a picture by file:': [figure('file:///etc/passwd'), 'image-outside', '8:1'],
  'a picture through a link that leads out': [figure('link.png'), 'image-outside', '8:1'],
  'a logo that is not there': ['---\ntitle: T\nlang: en\ntheme:\n  logo: none.svg\n---\n\n# H\n\nText.\n', 'image-missing', '5:9'],
  'a typeface that is a picture': ['---\ntitle: T\nlang: en\ntheme:\n  font: good.png\n---\n\n# H\n\nText.\n', 'image-type', '5:9'],
};

describe('bad input gets a message and no half-written file', () => {
  for (const [name, [text, rule, place]] of Object.entries(cases)) {
    it(name, async () => {
      const folder = await folderWith({
        'p/report.md': text,
        'p/everyread.config.mjs': wordsConfig,
        'p/good.png': pixel,
        'p/text.png': 'not a picture',
        'p/cut.png': pixel.subarray(0, 50),
        'p/changed.png': pixel.with(-20, pixel.at(-20)! ^ 1),
        'p/sub/a.png': pixel,
        'secret.png': pixel,
      });
      await symlink(join(folder, 'secret.png'), join(folder, 'p/link.png'));
      const before = await filesIn(folder);
      const result = await run(folder, ['build', 'p/report.md', '--out', 'p/dist']);
      expect(result.err).toMatch(new RegExp(`^p/report\\.md:${place}.* error ${rule}`, 'm'));
      expect(result.err).toMatch(/To mend it: \S/);
      expect(result.err).not.toMatch(/\n\s+at .*:\d+:\d+/);
      expect(result).toMatchObject({ code: 1, out: '' });
      expect(await filesIn(folder)).toEqual(before);
    });
  }

  it('a file whose front matter can’t be read is not blamed for what may stand in it', async () => {
    const folder = await folderWith({ 'report.md': '---\ntitle: "T\nlang: en\n---\n\n# H\n\nText.\n', 'empty.md': '' });
    expect((await run(folder, ['check', 'report.md'])).err.match(/error \S+/g)).toEqual(['error front-matter']);
    expect((await run(folder, ['check', 'empty.md'])).err.match(/error \S+/g)).toEqual(['error empty-document']);
  });

  it('a line of 50 MB, and blocks nested too deep, are refused at once and blamed for nothing else', async () => {
    const front = '---\ntitle: T\nlang: en\n---\n\n# H\n\n';
    const folder = await folderWith({ 'line.md': front + 'word '.repeat(10_000_000), 'deep.md': `${front}${'> '.repeat(3000)}x\n` });
    expect((await run(folder, ['check', 'line.md'])).err.match(/error \S+/g)).toEqual(['error too-large']);
    expect((await run(folder, ['build', 'deep.md'])).err.match(/error \S+/g)).toEqual(['error nested-too-deep']);
  }, 20_000);

  it('editions that do not exist, in a check as in a build', async () => {
    const folder = await folderWith({ 'report.md': '---\ntitle: T\nlang: en\neditions: [html, pfd]\n---\n\n# H\n\nText.\n' });
    for (const command of ['check', 'build']) {
      const said = await run(folder, [command, 'report.md']);
      expect(said).toMatchObject({ code: 2, err: expect.stringContaining('There is no format named pfd') });
      expect(said.err).toContain('Did you mean pdf?');
    }
  });

  it('a picture that is too large', async () => {
    const folder = await folderWith({
      'report.md': figure('big.png'),
      'everyread.config.json': '{ "maxAssetBytes": 60 }',
      'big.png': pixel,
    });
    expect(await run(folder, ['check', 'report.md'])).toMatchObject({
      code: 1,
      err: expect.stringContaining('error image-too-large The file big.png has 0.0 MB'),
    });
  });

  it('a heavy picture, or many that are heavy together, is a warning with its size', async () => {
    const folder = await folderWith({
      'report.md': withBody('![One.](heavy.png)\n\n![Again.](heavy.png)\n\n![Light.](light.png)'),
      'many.md': withBody(Array.from({ length: 9 }, (_, n) => `![Number ${n}.](${n}.png)`).join('\n\n')),
      'heavy.png': pictureOf(3_200_000),
      'light.png': pictureOf(2_900_000),
      ...Object.fromEntries(Array.from({ length: 9 }, (_, n) => [`${n}.png`, pictureOf(2_500_000 + n)])),
    });
    const one = await run(folder, ['check', 'report.md']);
    expect(one.code).toBe(0);
    expect(one.err.match(/image-heavy.*/g)).toEqual(['image-heavy The picture heavy.png has 3.2 MB']);
    expect(one.err).toMatch(/^report\.md:8:1 warning image-heavy/m);
    const many = await run(folder, ['check', 'many.md']);
    expect(many.err.match(/image-heavy.*/g)).toEqual(['image-heavy The 9 pictures that are not heavy alone have 22.5 MB together']);
  });

  it('a good picture passes, also with a blank in its name', async () => {
    const folder = await folderWith({ 'report.md': withBody('![Somebody.](good%20one.png "A picture")'), 'good one.png': pixel });
    expect((await run(folder, ['check', 'report.md'])).code).toBe(0);
  });

  it('a file of 100,000 headings is read in bounded time', async () => {
    const folder = await folderWith({ 'everyread.config.mjs': wordsConfig });
    await writeFile(
      join(folder, 'report.md'),
      `---\ntitle: T\nlang: en\n---\n\n${Array.from({ length: 100_000 }, (_, n) => `# Heading ${n}\n`).join('\n')}`,
    );
    // Time of this process only: the machine may be busy with other things.
    const begin = process.cpuUsage();
    const result = await run(folder, ['check', 'report.md', '--quiet', '--json']);
    expect(result.code).toBe(0);
    expect(process.cpuUsage(begin).user / 1e6).toBeLessThan(60);
  });
});

describe('bad JSON', () => {
  const json = (root: unknown, meta: object = { title: 'T', lang: 'en' }): string => JSON.stringify({ meta, root }, null, 2);
  const paragraph = (value: string): object => ({
    type: 'root',
    children: [
      { type: 'heading', depth: 1, children: [{ type: 'text', value: 'H' }] },
      { type: 'paragraph', children: [{ type: 'text', value }] },
    ],
  });
  const faults: Readonly<Record<string, [text: string, rule: string, words: string]>> = {
    'JSON that is cut off': ['{ "meta": {', 'json-syntax', 'is not JSON'],
    'a report without title': [json(paragraph('x'), { lang: 'en' }), 'json-report', 'meta/title is missing'],
    'a node that does not exist': [json({ type: 'root', children: [{ type: 'paragrph', children: [] }] }), 'json-report', 'paragrph'],
    'a field that does not exist': [
      json({ type: 'root', children: [{ type: 'paragraph', childs: [], children: [] }] }),
      'json-report',
      'childs is not known',
    ],
    'a key of the prototype': [
      '{ "meta": { "title": "T", "lang": "en", "__proto__": { "x": 1 } }, "root": { "type": "root", "children": [] } }',
      'json-report',
      'is not known',
    ],
    'half of a character': [json(paragraph('a\ud800b')), 'json-character', 'U+D800'],
    'a control character': [json(paragraph('a\u0001b')), 'json-character', 'U+0001'],
    'a list instead of a report': ['[]', 'json-report', 'must be'],
  };
  for (const [name, [text, rule, words]] of Object.entries(faults)) {
    it(name, async () => {
      const folder = await folderWith({ 'report.json': text, 'everyread.config.mjs': wordsConfig });
      const result = await run(folder, ['build', 'report.json']);
      expect(result.err).toMatch(new RegExp(`^report\\.json:\\d+:\\d+ error ${rule} .*${words.replace('+', '\\+')}`, 'm'));
      expect(result).toMatchObject({ code: 1, out: '' });
      expect(await filesIn(folder)).toEqual(['everyread.config.mjs', 'report.json']);
    });
  }

  it('a colour that is too weak, at its own line for every edition, or in the configuration', async () => {
    const body = '# H\n\nText.\n\n# I\n\nText.\n';
    const folder = await folderWith({ 'report.md': `---\ntitle: T\nlang: en\ntheme:\n  primary: "#cccccc"\n---\n\n${body}` });
    const { err } = await run(folder, ['build', 'report.md', '--to', 'docx:large-print,html,epub']);
    expect(err.match(/^.*warning contrast/gm)).toEqual(Array(2).fill('report.md:5:12 warning contrast'));
    const configured = await folderWith({
      'report.md': `---\ntitle: T\nlang: en\ntheme:\n  primary: "#111111"\n---\n\n${body}`,
      'everyread.config.json': JSON.stringify({ meta: { theme: { primary: '#cccccc' } } }),
    });
    const said = (await run(configured, ['check', 'report.md'])).err;
    expect(said).toMatch(/^report\.md warning contrast/m);
    expect(said).toContain('The configuration gives it, as meta.theme.primary.');
  });

  it('a language that does not exist, at its own line', async () => {
    const folder = await folderWith({ 'report.json': json(paragraph('x'), { title: 'T', lang: 'en-x' }) });
    expect((await run(folder, ['check', 'report.json'])).err).toMatch(/^report\.json:4:\d+ error doc-lang /m);
  });

  it('nodes nested a hundred thousand levels deep', async () => {
    const depth = 100_000;
    const text = `{"meta":{"title":"T","lang":"en"},"root":{"type":"root","children":[${'{"type":"blockquote","children":['.repeat(depth)}${']}'.repeat(depth)}]}}`;
    const folder = await folderWith({ 'report.json': text });
    const result = await run(folder, ['check', 'report.json']);
    expect(result.code).toBe(1);
    expect(result.err).toContain('error json-');
  });

  it('gives the same edition as the Markdown that it came from', async () => {
    const { readMarkdown } = await import('@everyread/markdown');
    const { report } = readMarkdown(goodReport, { path: 'report.md' });
    const folder = await folderWith({
      'report.md': goodReport,
      'report.json': JSON.stringify(report),
      'everyread.config.mjs': wordsConfig,
    });
    const [markdown, fromJson] = await Promise.all(
      ['report.md', 'report.json'].map((name) => run(folder, ['build', name, '--to', 'words', '--out', '-'])),
    );
    expect(fromJson!.out).toBe(markdown!.out);
    expect(fromJson!.code).toBe(0);
  });
});
