import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { contentsIn, headingsIn, plain } from './kindle-book.mjs';

/** What calibre finds in a book: headings and alternatives in reading order, contents, title, authors, language, cover. */
export async function readWithCalibre(path, kit) {
  const epub = join(kit.tempDir('kindle'), 'back.epub');
  const result = await kit.runTool('ebook-convert', [path, epub], { timeoutMs: 240_000 });
  if (result.code !== 0) throw new Error(`ebook-convert: ${result.stderr.trim().split('\n').at(-1)}`);
  const files = unzipSync(readFileSync(epub));
  const opfPath = Object.keys(files).find((name) => name.endsWith('.opf'));
  const opf = strFromU8(files[opfPath]);
  const hrefs = new Map(
    [...opf.matchAll(/<item [^>]*>/g)].map(([tag]) => [/ id="([^"]+)"/.exec(tag)?.[1], / href="([^"]+)"/.exec(tag)?.[1]]),
  );
  const text = [...opf.matchAll(/<itemref [^>]*idref="([^"]+)"/g)]
    .map((match) => strFromU8(files[posix.join(posix.dirname(opfPath), hrefs.get(match[1]))] ?? new Uint8Array()))
    .join('');
  const ncx = strFromU8(files[Object.keys(files).find((name) => name.endsWith('.ncx'))] ?? new Uint8Array());
  return {
    headings: headingsIn(text).map((heading) => heading.text),
    alternatives: [...text.matchAll(/<img\b[^>]* alt="([^"]*)"/g)].map(([, alt]) => plain(alt)).filter((alt) => alt !== ''),
    contents: contentsIn(ncx).map((entry) => entry.text),
    title: plain(/<dc:title\b[^>]*>([\s\S]*?)<\/dc:title>/.exec(opf)?.[1] ?? ''),
    authors: [...opf.matchAll(/<dc:creator\b[^>]*>([\s\S]*?)<\/dc:creator>/g)].map(([, name]) => plain(name)),
    language: /<dc:language>([^<]*)</.exec(opf)?.[1],
    cover: /<meta\b[^>]*name="cover"/.test(opf),
  };
}
