import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { unzip } from '@everyread/zip';
import { describe, expect, it } from 'vitest';
import { filesIn, folderWith, pixel, run } from './terminal.js';

const payload = 'payload_that_must_not_run()';
const bytes = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'latin1'));
const joined = (...parts: Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts));
const svg = (inside: string, head = ''): Uint8Array =>
  bytes(`${head}<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/>${inside}</svg>`);

/** Files that are two things at once, and the rule that refuses them, where one must. */
const files: Readonly<Record<string, [name: string, body: Uint8Array, rule?: string]>> = {
  'a picture and a web page': ['a.png', joined(pixel, bytes(`<html><script>${payload}</script>`))],
  'a picture and an archive': [
    'a.png',
    joined(pixel, bytes('PK\u0003\u0004'), new Uint8Array(40), bytes('PK\u0005\u0006'), new Uint8Array(18)),
    'epub-picture-damaged',
  ],
  'a GIF and a script': ['a.gif', bytes(`GIF89a/*${'\u0000'.repeat(20)}*/=${payload};`), 'image-corrupt'],
  'a web page with the name of a picture': ['a.png', bytes(`<!doctype html><script>${payload}</script>`), 'image-type'],
  'a PDF with the name of a picture': ['a.jpg', bytes('%PDF-1.7\n%\u00e2\u00e3\n1 0 obj<<>>endobj'), 'image-type'],
  'a picture with the name of another kind': ['a.jpg', pixel],
  'a drawing and a script': ['a.svg', svg(`<script>${payload}</script>`), 'epub-picture-active'],
  'a drawing that acts when it is shown': ['a.svg', svg(`<animate onbegin="${payload}"/>`), 'epub-picture-active'],
  'a drawing and a web page': [
    'a.svg',
    svg(`<foreignObject><img xmlns="http://www.w3.org/1999/xhtml" src="x" onerror="${payload}"/></foreignObject>`),
    'epub-picture-active',
  ],
  'a drawing that opens a file': ['a.svg', svg('&x;', '<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>'), 'image-type'],
};

/** The text of every page, drawing and package document in what was made. */
async function pagesIn(folder: string): Promise<string[]> {
  const decode = (body: Uint8Array): string => new TextDecoder().decode(body);
  const pages: string[] = [];
  for (const path of (await filesIn(folder)).filter((each) => each.startsWith('dist'))) {
    const body = await readFile(join(folder, path));
    if (path.endsWith('.html')) pages.push(decode(body));
    if (!path.endsWith('.epub')) continue;
    for (const [name, entry] of unzip(body)) if (/\.(?:xhtml|svg|opf|ncx)$/.test(name)) pages.push(decode(entry));
  }
  return pages;
}

describe('a file that is two things at once is a picture in every edition, or refused', () => {
  for (const [title, [name, body, rule]] of Object.entries(files)) {
    it(title, async () => {
      const folder = await folderWith({ 'report.md': `---\ntitle: T\nlang: en\n---\n\n# H\n\n![Somebody.](${name})\n`, [name]: body });
      const { code, err } = await run(folder, ['build', 'report.md', '--to', 'docx,pdf,html,epub,mobi,brf']);
      expect(code).toBe(rule === undefined ? 0 : 1);
      expect(err.match(/error [a-z]+-[a-z-]+/g) ?? []).toEqual(rule === undefined ? [] : [`error ${rule}`]);
      const pages = await pagesIn(folder);
      expect(pages.length > 0).toBe(!rule?.startsWith('image-'));
      for (const page of pages) expect(page).not.toContain(payload);
      // What a page carries is named by its bytes, never by its name, and never as something that acts.
      for (const [, type] of pages.join('').matchAll(/data:(\w+\/[\w+-]+)/g)) expect(type).toMatch(/^(?:image|font)\//);
    });
  }
});
