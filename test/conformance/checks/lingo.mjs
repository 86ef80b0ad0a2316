import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  contentsDepth,
  headingDifferences,
  headingsIn,
  modelAlternatives,
  modelHeadings,
  modelTitle,
  plain,
  bookProofs,
} from '../kit/kindle-book.mjs';

const flat = (entries = []) => entries.flatMap((entry) => [entry, ...flat(entry.children)]);

/** What lingo-reader makes of one half of a book, as its own reader is given it. */
function readBook(book) {
  const chapters = new Map(book.getSpine().map(({ id }) => [id, book.loadChapter(id)?.html ?? '']));
  const html = [...chapters.values()].join('\n');
  /** The heading at a place, or the next one; `undefined` where the address leads nowhere, `null` where it can't be judged. */
  const landing = (href) => {
    const place = book.resolveHref(href);
    const chapter = place && chapters.get(place.id);
    if (chapter === undefined) return undefined;
    // lingo-reader 0.4.6 counts letters where KF8 counts bytes, as foliate-js does.
    if (/[^\0-\x7f]/.test(chapter)) return null;
    const name = /\[(?:id|aid|name)="([^"]*)"\]/.exec(place.selector)?.[1];
    // An address without a name in it is the beginning of its chapter.
    const at = name === undefined ? 0 : chapter.search(new RegExp(`<[^>]*(?:id|name)="${name.replace(/\W/g, '.')}"`));
    return at < 0 ? undefined : (headingsIn(chapter.slice(at))[0]?.text ?? '');
  };
  return {
    html,
    contents: flat(book.getToc()).map(({ label, href }) => ({ label: plain(label), landing: landing(href) })),
    links: [...html.matchAll(/<a\b[^>]*\shref="((?:kindle:|filepos:)[^"]*)"[^>]*>([\s\S]*?)<\/a>/g)].map(([, href, label]) => ({
      label: plain(label),
      landing: landing(href),
    })),
    metadata: book.getMetadata(),
  };
}

/** What a half lacks of what the model says, one line each. */
function* differences(back, report, alternatives, kf8) {
  yield* headingDifferences(headingsIn(back.html), report);
  const alts = [...back.html.matchAll(/<img\b[^>]*>/g)].map(([tag]) => plain(/ alt="([^"]*)"/.exec(tag)?.[1] ?? 'no alt at all'));
  if (alts.join('\n') !== alternatives.map(plain).join('\n'))
    yield `alternatives are ${JSON.stringify(alts)}, not ${JSON.stringify(alternatives)}`;
  const listed = modelHeadings(report, contentsDepth).map((heading) => plain(heading.text));
  // Of the older half lingo-reader 0.4.6 gives no contents, whoever made the book, and finds no place in its last chapter.
  if (kf8 && listed.length > 0) {
    if (back.contents.map(({ label }) => label).join('\n') !== listed.join('\n'))
      yield `the contents are ${back.contents.map(({ label }) => label).join(' | ')}, not ${listed.join(' | ')}`;
    for (const { label, landing } of back.contents)
      if (landing !== null && (landing === undefined || plain(landing) !== label))
        yield `the entry “${label}” leads to ${landing === undefined ? 'nothing' : `“${landing}”`}`;
  }
  if (kf8) for (const { label, landing } of back.links) if (landing === undefined) yield `the link “${label}” leads nowhere`;
  const { title, language, author } = back.metadata;
  if (title !== modelTitle(report)) yield `the title is “${title}”`;
  if (language !== report.meta.lang) yield `the language is ${language}, not ${report.meta.lang}`;
  if (report.meta.author !== undefined && ![report.meta.author].flat().every((name) => author.includes(name)))
    yield `the author is ${author}`;
}

/**
 * Both halves of a Kindle book in lingo-reader's parser, a reader's library of its own for Node and the browser: headings, alternatives,
 * contents and links with where they land, title, author, language. Not the cover: lingo-reader 0.4.6 finds none that is the first picture.
 *
 * @type {import('../kit/contract.d.ts').Check}
 */
export const check = {
  name: 'lingo',
  formats: ['mobi', 'azw3'],
  tools: [{ module: '@lingo-reader/mobi-parser' }, { command: 'mobitool', apt: 'libmobi-tools' }],
  async run(files, kit) {
    const { initKf8File, initMobiFile } = await import('@lingo-reader/mobi-parser');
    const findings = [];
    await kit.each(files, async (file) => {
      const folder = kit.tempDir('lingo');
      const path = join(folder, `book.${file.format}`);
      copyFileSync(file.path, path);
      const split = file.format === 'mobi' ? await kit.runTool('mobitool', ['-t', path]) : undefined;
      if (split && split.code !== 0) return findings.push({ file, message: `mobitool -t: ${split.stderr || split.stdout}` });
      const halves = [[split ? 'book-split.azw3' : 'book.azw3', initKf8File], ...(split ? [['book-split.mobi', initMobiFile]] : [])];
      const report = await kit.prepared(file);
      const alternatives = await modelAlternatives(report, kit);
      for (const [name, open] of halves) {
        let back;
        try {
          back = readBook(await open(join(folder, name), join(folder, `${name}-pictures`)));
        } catch (error) {
          findings.push({ file, message: `${name}: ${String(error.message ?? error).split('\n')[0]}` });
          continue;
        }
        for (const message of differences(back, report, alternatives, open === initKf8File))
          findings.push({ file, message: `${name}: ${message}` });
      }
    });
    return findings;
  },
  proofs: bookProofs({ cut: 'azw3', part: 1 / 8, wrongLanguage: 'mobi' }),
};
