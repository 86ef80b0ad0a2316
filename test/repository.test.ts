import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../', import.meta.url));
const skipped = new Set(['node_modules', 'dist', '.git', 'out', 'target', 'python', 'coverage', '.cache', 'tmp']);
const binary = /\.(?:png|jpe?g|gif|webp|pdf|docx|epub|mobi|azw3|zip|mp3|ttf|otf|woff2?|wasm|ico|bin|brf|ebrl|temp)$/i;

function* textFiles(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (!skipped.has(entry.name)) yield* textFiles(path);
    } else if (entry.isFile() && !skipped.has(entry.name) && !binary.test(entry.name) && statSync(path).size < 5_000_000) yield path;
  }
}

const files = [...textFiles(root)].map((path) => ({ name: relative(root, path), text: readFileSync(path, 'utf8') }));

/** Words that would tie the repository to one machine or one registry; put together here so that this file is clean. */
const ties = [
  [
    'a path of a machine',
    new RegExp(['/wo', 'rk/(?:main|shared|\\.library)|/ro', 'ot/|/ho', 'me/[a-z]|/tmp/(?!\\)|$|\\s)[a-z]+/'].join('')),
  ],
  [
    'the host of a registry',
    new RegExp(['registry\\.np', 'mjs|repo1?\\.maven|deb\\.deb', 'ian\\.org|pypi\\.o', 'rg|crates\\.i', 'o\\b'].join('')),
  ],
] as const;

describe('the repository', () => {
  it.each(ties)('does not name %s', (_, pattern) => {
    const found = files
      .filter(({ name }) => name !== 'package-lock.json')
      .flatMap(({ name, text }) =>
        text.split('\n').flatMap((line, index) => (pattern.test(line) ? [`${name}:${index + 1}: ${line.trim().slice(0, 120)}`] : [])),
      );
    expect(found).toEqual([]);
  });

  it('has locks that name no registry', () => {
    for (const name of ['package-lock.json', 'test/conformance/package-lock.json'])
      expect(readFileSync(root + name, 'utf8')).not.toContain('"resolved": "http');
  });

  const report = join(root, '../shared/reports/impact-report-2023/report.md');
  it.skipIf(!existsSync(report))('holds no sentence of the real report (skipped where that is not beside it)', () => {
    const fold = (text: string): string => text.replace(/\s+/g, ' ').toLowerCase();
    const sentences = readFileSync(report, 'utf8')
      .split(/(?<=[.!?])\s+|\n/)
      .map((each) => fold(each.replace(/^[#>*\-\s]+/, '')).trim())
      .filter((each) => each.length >= 60 && !each.startsWith('!['));
    const whole = files.map(({ name, text }) => ({ name, text: fold(text) }));
    const found = sentences.flatMap((sentence) =>
      whole.filter(({ text }) => text.includes(sentence)).map(({ name }) => `${name}: ${sentence.slice(0, 60)}`),
    );
    expect(found).toEqual([]);
  });
});
