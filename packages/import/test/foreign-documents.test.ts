import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { EveryreadError, is, toText, walk, type Report, type ReportNode } from '@everyread/core';
import { importDocx, importHtml, type ImportResult } from '@everyread/import';
import mammoth from 'mammoth';
import { afterAll, describe, expect, it } from 'vitest';
import { htmlWords, missingWords, pandocWords, wordsOf } from './foreign-words.js';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** Documents that other programs made: those of mammoth's own tests, and any folder that EVERYREAD_DOCUMENTS names. */
const folders = [join(root, 'node_modules/mammoth/test/test-data'), ...(process.env['EVERYREAD_DOCUMENTS']?.split(':') ?? [])];
const documents = folders
  .filter((folder) => existsSync(folder))
  .flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)))
  .filter((path) => /\.docx$/i.test(path))
  .sort();

/** Rules that say that words were left out, and which. */
const losses = ['import-not-kept', 'import-hidden', 'import-contents', 'import-external', 'import-changed', 'import-math'];

const has = (command: string): boolean => {
  try {
    execFileSync(command, ['--version'], { stdio: 'ignore', timeout: 20_000 });
    return true;
  } catch {
    return false;
  }
};
const withPandoc = has('pandoc');
if (!withPandoc) console.info('skipped: pandoc is not here to read the same documents and to write some');

/**
 * Words that another reader sees and the import holds not, and that no message about a loss names. A contents list that is said to be
 * left out says each heading once more, and its page.
 */
function lost(words: readonly string[], { report, messages }: ImportResult): string[] {
  const named = new Set(wordsOf(messages.flatMap(({ ruleId, reason }) => (losses.includes(String(ruleId)) ? [reason] : [])).join(' ')));
  const twice: string[] = [];
  const hasContents = messages.some(({ ruleId }) => ruleId === 'import-contents');
  if (hasContents) walk(report.root.children as ReportNode[], (node) => void (is(node, 'heading') && twice.push(...wordsOf(toText(node)))));
  return missingWords(words, report).filter((word) => {
    const at = twice.indexOf(word);
    if (at >= 0) twice.splice(at, 1);
    return !named.has(word) && at < 0 && !(hasContents && /^(?:\d{1,4}|[ivxl]+)$/.test(word));
  });
}

/** The tree that pandoc reads; nothing where it cannot read the document, as those of ISO's strict form. */
function readWithPandoc(path: string, format: string): string | undefined {
  try {
    return execFileSync('pandoc', ['-f', format, '-t', 'json', path], {
      encoding: 'utf8',
      timeout: 60_000,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  } catch {
    return undefined;
  }
}

const read = (path: string): ImportResult | undefined => {
  try {
    return importDocx(new Uint8Array(readFileSync(path)), { path });
  } catch (error) {
    // A document that is refused says so.
    if (error instanceof EveryreadError && error.hint !== undefined) return undefined;
    throw error;
  }
};

describe('Word documents that other programs made', () => {
  it('are there to be read', () => {
    expect(documents.length).toBeGreaterThan(15);
  });

  it.each(documents.map((path) => [path.split('/').at(-1)!, path]))('%s: every word that mammoth sees is there', async (_, path) => {
    const result = read(path);
    if (result === undefined) return;
    const { value } = await mammoth.convertToHtml({ buffer: readFileSync(path) });
    expect(lost(htmlWords(value), result)).toEqual([]);
  });

  it.skipIf(!withPandoc).each(documents.map((path) => [path.split('/').at(-1)!, path]))(
    '%s: every word that pandoc sees is there',
    (_, path) => {
      const result = read(path);
      if (result === undefined) return;
      const json = readWithPandoc(path, 'docx');
      if (json !== undefined) expect(lost(pandocWords(json, 'docx'), result)).toEqual([]);
    },
  );
});

describe.skipIf(!withPandoc)('documents that pandoc writes', () => {
  const folder = mkdtempSync(join(tmpdir(), 'everyread-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const source = [
    '---\ntitle: Our year\nauthor: Ann Lee\nlang: en-GB\n---\n',
    '# Aims\n\nWe *listen*, and **act**[^1]; ~~never~~ H~2~O and 10^3^.\n\n[^1]: See the [strategy](https://example.org/).\n',
    '## Means {#means}\n\n1. First\n\n    More of it.\n\n2. Second\n    - inner\n\n> Quoted words.\n>\n> And more.\n',
    '| Event | People |\n|:--|--:|\n| Launch | 198 |\n| Cuppa | 12 |\n\n: Who came\n',
    'Term\n:   What it means.\n\n```\ncode here\n```\n\n| lines\n|   of verse\n\n$x^2 + y_1$ and [Means](#means).\n',
  ].join('\n');
  writeFileSync(join(folder, 'in.md'), source);
  it.each([
    ['docx', (bytes: Uint8Array) => importDocx(bytes)],
    ['html', (bytes: Uint8Array) => importHtml(bytes)],
  ])('as %s: every word is there', (format, importFile) => {
    const path = join(folder, `out.${format}`);
    execFileSync('pandoc', ['-s', '-o', path, join(folder, 'in.md')], { timeout: 60_000, stdio: 'ignore' });
    const json = readWithPandoc(path, format)!;
    expect(missingWords(pandocWords(json, format), importFile(new Uint8Array(readFileSync(path))).report)).toEqual([]);
  });
});

describe('the comparison itself', () => {
  const report = (...paragraphs: string[]): Report => ({
    meta: { title: 'Our year', lang: 'en' },
    root: { type: 'root', children: paragraphs.map((value) => ({ type: 'paragraph', children: [{ type: 'text', value }] })) },
  });
  it('notices a word that is missing, and one of two', () => {
    const words = htmlWords('<h1>Our year</h1><p>One <b>word</b> and 1,204 people.</p><p>One more.</p>');
    expect(missingWords(words, report('One word and 1,204 people.', 'One more.'))).toEqual([]);
    expect(missingWords(words, report('One word and 1,204 people.'))).toEqual(['one', 'more']);
    expect(missingWords(words, report('One word and 1,24 people.', 'One more.'))).toEqual(['204']);
  });
  it('notices every paragraph that is taken out of an import', () => {
    const path = documents.find((each) => each.endsWith('test-data/tables.docx'))!;
    const whole = importDocx(new Uint8Array(readFileSync(path))).report;
    const words =
      missingWords([], whole).length === 0
        ? htmlWords(JSON.stringify(whole.root).replace(/"(?:type|value|align|children|headers)":/g, ' '))
        : [];
    expect(words.length).toBeGreaterThan(4);
    for (let index = 0; index < whole.root.children.length; index += 1) {
      const cut = { ...whole, root: { ...whole.root, children: whole.root.children.filter((_, at) => at !== index) } };
      const before = missingWords(words, whole).length;
      expect(missingWords(words, cut).length).toBeGreaterThan(before);
    }
  });
});
