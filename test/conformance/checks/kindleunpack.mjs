import { copyFileSync, existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import {
  contentsDepth,
  contentsIn,
  headingDifferences,
  headingsIn,
  modelAlternatives,
  modelHeadings,
  modelTitle,
  plain,
  bookProofs,
} from '../kit/kindle-book.mjs';

/** Runs KindleUnpack as its own command does, for each half of a book. */
const unpack = 'import sys; from mobi.kindleunpack import unpackBook; unpackBook(sys.argv[1], sys.argv[2], None, "3", False)';

/** One half of a book as KindleUnpack wrote it: `mobi7` is one HTML file, `mobi8` a folder like that of an EPUB. */
function readHalf(folder) {
  const old = join(folder, 'book.html');
  const read = (path) => readFileSync(join(folder, path), 'utf8');
  if (existsSync(old)) return { files: new Map([['book.html', read('book.html')]]), ncx: read('toc.ncx'), opf: read('content.opf') };
  const texts = readdirSync(join(folder, 'OEBPS/Text'))
    .filter((name) => /^part\d+\.xhtml$/.test(name))
    .sort();
  const files = new Map(texts.map((name) => [name, read(`OEBPS/Text/${name}`)]));
  return { files, ncx: read('OEBPS/toc.ncx'), opf: read('OEBPS/content.opf') };
}

/** The heading at which an address lands, as far as it lands at all. */
function landing(files, href, from) {
  const [path, id] = decodeURIComponent(href).split('#');
  const text = files.get(path === '' ? from : path.split('/').at(-1));
  const at = text === undefined || id === undefined ? -1 : text.search(new RegExp(`\\sid=["']${id.replace(/[^\w-]/g, '.')}["']`));
  return at < 0 ? undefined : (headingsIn(text.slice(text.lastIndexOf('<', at)))[0]?.text ?? '');
}

/** What a half lacks of what the model says, one line each. */
function* differences(half, report, alternatives) {
  const text = [...half.files.values()].join('\n');
  yield* headingDifferences(headingsIn(text), report);
  const alts = [...text.matchAll(/<img\b[^>]*>/g)].map(([tag]) => plain(/ alt="([^"]*)"/.exec(tag)?.[1] ?? 'no alt at all'));
  if (alts.join('\n') !== alternatives.map(plain).join('\n'))
    yield `alternatives are ${JSON.stringify(alts)}, not ${JSON.stringify(alternatives)}`;
  const entries = contentsIn(half.ncx);
  // KindleUnpack writes labels as they are, without escaping what looks like markup.
  const listed = modelHeadings(report, contentsDepth).map((heading) => plain(heading.text));
  if (listed.length > 0 && entries.map((entry) => entry.text).join('\n') !== listed.join('\n'))
    yield `the contents are ${entries.map((entry) => entry.text).join(' | ')}, not ${listed.join(' | ')}`;
  if (listed.length > 0)
    for (const { text: label, href } of entries) {
      const heading = landing(half.files, href);
      if (heading === undefined || plain(heading) !== label)
        yield `the entry “${label}” leads to ${heading === undefined ? 'nothing' : `“${heading}”`}`;
    }
  const inline = new Map();
  for (const [name, body] of half.files) {
    for (const [, href, label] of body.matchAll(/<a\b[^>]*\shref="((?:#|part)[^"]*)"[^>]*>([\s\S]*?)<\/a>/g)) {
      const heading = landing(half.files, href, name);
      if (heading === undefined) yield `the link “${plain(label)}” leads nowhere`;
      else if (heading === plain(label)) inline.set(plain(heading), true);
    }
  }
  const lost = listed.filter((label) => !inline.has(label));
  if (lost.length > 0) yield `the contents page has no link to ${lost.join(' | ')}`;
  const language = /name="Content-Language-Tag" content="([^"]*)"/.exec(half.opf)?.[1];
  if (language !== report.meta.lang) yield `the language is ${language}, not ${report.meta.lang}`;
  if (!/<dc:title>/.test(half.opf) || plain(/<dc:title>([\s\S]*?)<\/dc:title>/.exec(half.opf)?.[1] ?? '') !== modelTitle(report))
    yield 'the title is another one';
  if (!/name="Text-to-Speech-Disabled" content="0"/.test(half.opf)) yield 'reading aloud is not allowed';
  if (report.meta.cover && !/<meta name="cover"/.test(half.opf)) yield 'the cover is lost';
}

/**
 * Both halves of a book as KindleUnpack takes them apart: headings with their levels, alternatives, contents, links and
 * where they land, language, title, cover.
 *
 * @type {import('../kit/contract.d.ts').Check}
 */
export const check = {
  name: 'kindleunpack',
  formats: ['mobi', 'azw3'],
  tools: [{ python: 'mobi', version: '0.4.1' }],
  async run(files, kit) {
    const findings = [];
    await kit.each(files, async (file) => {
      const folder = kit.tempDir('kindleunpack');
      copyFileSync(file.path, join(folder, 'book.mobi'));
      const result = await kit.runTool(kit.python, ['-c', unpack, join(folder, 'book.mobi'), join(folder, 'out')]);
      if (result.code !== 0) return findings.push({ file, message: result.stderr.trim().split('\n').at(-1) });
      const report = await kit.prepared(file);
      const alternatives = await modelAlternatives(report, kit);
      for (const name of file.format === 'mobi' ? ['mobi7', 'mobi8'] : ['mobi8']) {
        if (!existsSync(join(folder, 'out', name, name === 'mobi7' ? 'book.html' : 'OEBPS'))) {
          findings.push({ file, message: `${name}: KindleUnpack finds no such half` });
          continue;
        }
        for (const message of differences(readHalf(join(folder, 'out', name)), report, alternatives))
          findings.push({ file, message: `${name}: ${message}` });
      }
    });
    return findings;
  },
  proofs: bookProofs({ cut: 'mobi', part: 1 / 2, wrongLanguage: 'azw3' }),
};
