import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

/** The page that each package has on the registry. Its snippets are run by `npm run check:install`. */

const packages = fileURLToPath(new URL('../packages/', import.meta.url));
const names = readdirSync(packages).filter((name) => existsSync(`${packages}${name}/package.json`));

describe.each(names)('the README of %s', (name) => {
  const text = readFileSync(`${packages}${name}/README.md`, 'utf8');
  const manifest = JSON.parse(readFileSync(`${packages}${name}/package.json`, 'utf8')) as {
    name: string;
    files: string[];
    exports: object;
  };

  it('begins with what it is for whom, and then shows it', () => {
    const [title, purpose = '', ...rest] = text.split('\n\n');
    expect(title).toBe(`# ${manifest.name}`);
    expect(purpose.length).toBeGreaterThan(80);
    expect(purpose).toMatch(/\b(?:for|by|people|programs)\b/i);
    const before = rest.findIndex((block) => block.startsWith('```'));
    expect(before).toBeGreaterThanOrEqual(0);
    expect(before).toBeLessThan(3);
  });

  it('imports what is pasted from packages that exist, and in blocks that lean on no other', () => {
    const blocks = [...text.matchAll(/^```(?:js|ts)[^\n]*\n([\s\S]*?)^```$/gm)].map(([, body]) => body!);
    if (name !== 'everyread') expect(blocks.length).toBeGreaterThan(0);
    for (const block of blocks) expect(block).toMatch(/^import /);
  });

  it('links to nothing that is not in the package', () => {
    const links = [...text.replace(/^```[\s\S]*?^```$/gm, '').matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)].map(([, link]) =>
      normalize(join(dirname('README.md'), link!)),
    );
    const outside = links.filter((link) => !manifest.files.some((file) => link === file || link.startsWith(`${file}/`)));
    expect(outside).toEqual([]);
  });
});
