import { copyFileSync, readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { contentsDepth, headingDifferences, modelAlternatives, modelHeadings, modelTitle, bookProofs } from '../kit/kindle-book.mjs';

/** foliate-js 1.0.1 counts letters where KF8 counts bytes, and so misses places that stand behind letters beyond ASCII. */
const byLetters = /this\.mobi\.decode\(fragRaw\)\.slice\((\w+)\)/g;

/** Opens a book in the page with foliate-js and tells what its reader would be given. */
async function readBook(base64) {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  const book = await new window.foliate.MOBI({ unzlib: (data) => data }).open(new File([bytes], 'book'));
  const documents = [];
  // One after the other: foliate-js keeps what it has read of the text, and two readings at once would mix it up.
  for (const section of book.sections) documents.push(await section.createDocument?.());
  const text = (element) => element.textContent.replace(/\s+/g, ' ').trim();
  const headings = 'h1,h2,h3,h4,h5,h6';
  /** The heading at a place, or the next one; null where the address leads nowhere. */
  const landing = async (href) => {
    const place = await book.resolveHref(href);
    const within = place && documents[place.index];
    const element = within && place.anchor(within);
    if (!element) return null;
    const at = element.closest(headings) ?? element.querySelector(headings);
    const follows = (each) => element.compareDocumentPosition(each) & Node.DOCUMENT_POSITION_FOLLOWING;
    const next = at ?? [...within.querySelectorAll(headings)].find(follows);
    return next ? text(next) : '';
  };
  const entries = async (items = [], level = 1) => {
    const listed = [];
    for (const { label, href, subitems } of items)
      listed.push(
        { label: label.replace(/\s+/g, ' ').trim(), level, landing: await landing(href) },
        ...(await entries(subitems, level + 1)),
      );
    return listed;
  };
  const shown = documents.filter(Boolean);
  const links = [];
  for (const link of shown.flatMap((each) => [...each.querySelectorAll('a[filepos],a[href^="kindle:"]')])) {
    const position = link.getAttribute('filepos');
    links.push({ label: text(link), landing: await landing(position === null ? link.getAttribute('href') : `filepos:${position}`) });
  }
  const cover = await book.getCover();
  return {
    headings: shown.flatMap((each) =>
      [...each.querySelectorAll(headings)].map((heading) => ({ level: Number(heading.localName[1]), text: text(heading) })),
    ),
    alternatives: shown.flatMap((each) =>
      [...each.querySelectorAll('img')].map((picture) => (picture.getAttribute('alt') ?? 'no alt at all').replace(/\s+/g, ' ').trim()),
    ),
    contents: await entries(book.toc),
    links,
    metadata: book.metadata,
    cover: cover ? await createImageBitmap(cover).then(({ width, height }) => width * height) : 0,
  };
}

/** What foliate-js makes of one half of a book against what the model says, one line each. */
function* differences(back, report, alternatives) {
  const { title, language, author } = back.metadata;
  const { meta } = report;
  yield* headingDifferences(back.headings, report);
  const alts = alternatives.map((each) => each.replace(/\s+/g, ' ').trim());
  if (back.alternatives.join('\n') !== alts.join('\n'))
    yield `alternatives are ${JSON.stringify(back.alternatives)}, not ${JSON.stringify(alts)}`;
  const listed = modelHeadings(report, contentsDepth).map((heading) => heading.text);
  const contents = listed.length > 0 ? back.contents : [];
  const labels = contents.map(({ label }) => label);
  if (labels.join('\n') !== listed.join('\n')) yield `the contents are ${labels.join(' | ')}, not ${listed.join(' | ')}`;
  for (const { label, landing } of contents)
    if (landing !== label) yield `the entry “${label}” leads to ${landing === null ? 'nothing' : `“${landing}”`}`;
  for (const { label, landing } of back.links) if (landing === null) yield `the link “${label}” leads nowhere`;
  if (String(language) !== meta.lang) yield `the language is ${language}, not ${meta.lang}`;
  if (title !== modelTitle(report)) yield `the title is “${title}”`;
  if (meta.author !== undefined && ![meta.author].flat().every((name) => (author ?? []).includes(name))) yield `the author is ${author}`;
  if (meta.cover !== undefined && back.cover === 0) yield 'no cover is found';
}

/**
 * Both halves of a Kindle book in foliate-js, the reader of Foliate and of web readers, in Chromium: headings, alternatives, contents
 * and where they land, every link, title, author, language, cover.
 *
 * @type {import('../kit/contract.d.ts').Check}
 */
export const check = {
  name: 'foliate',
  formats: ['mobi', 'azw3'],
  tools: [
    { module: 'foliate-js' },
    { module: 'playwright-core' },
    { command: 'chromium', apt: 'chromium' },
    { command: 'mobitool', apt: 'libmobi-tools' },
  ],
  async run(files, kit) {
    const source = readFileSync(createRequire(import.meta.url).resolve('foliate-js/mobi.js'), 'utf8');
    if (!byLetters.test(source)) throw new Error('foliate-js counts by bytes now: the mend of the check can go');
    const script = `(() => { ${source.replace(/^export /gm, '').replaceAll(byLetters, 'this.mobi.decode(fragRaw.slice($1))')}\nwindow.foliate = { MOBI }; })();`;
    const findings = [];
    await kit.each(files, async (file) => {
      const say = (message) => findings.push({ file, message });
      const folder = kit.tempDir('foliate');
      const book = `book.${file.format}`;
      copyFileSync(file.path, join(folder, book));
      // A reader that knows KF8 leaves the older half of a book aside: that half is looked at alone.
      const split = file.format === 'mobi' ? await kit.runTool('mobitool', ['-t', join(folder, book)]) : undefined;
      if (split && split.code !== 0) return say(`mobitool -t: ${split.stderr || split.stdout}`);
      const halves = readdirSync(folder).filter((name) => name.startsWith('book-split.'));
      const report = await kit.prepared(file);
      const alternatives = await modelAlternatives(report, kit);
      for (const name of [book, ...halves]) {
        const back = await kit.page(async (page) => {
          page.on('console', (message) => say(`${name}: ${message.text()}`));
          await page.addScriptTag({ content: script });
          return page.evaluate(readBook, readFileSync(join(folder, name)).toString('base64')).catch((error) => error.message);
        });
        if (typeof back === 'string') say(`${name}: ${back.split('\n')[0]}`);
        else for (const message of differences(back, report, alternatives)) say(`${name}: ${message}`);
      }
    });
    return findings;
  },
  proofs: bookProofs({ cut: 'azw3', part: 1 / 8, wrongLanguage: 'mobi' }),
};
