import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { readWithCalibre } from '../kit/calibre.mjs';
import { contentsDepth, missing, modelAlternatives, modelHeadings, modelTitle, plain } from '../kit/kindle-book.mjs';
import { openPublication } from '../kit/thorium.mjs';

const flat = (entries) => (entries ?? []).flatMap((entry) => [(entry.Title ?? '').replace(/\s+/g, ' ').trim(), ...flat(entry.Children)]);

/** What the parser inside Thorium Reader sees: title, language, contents, print pages, cover, and how the book can be read. */
async function faultsInThorium(file, report, kit) {
  const publication = await openPublication(file.path, kit);
  const { Metadata: told } = publication;
  const contents = flat(publication.TOC);
  const lost = missing(
    modelHeadings(report, contentsDepth).map((heading) => heading.text),
    contents,
  );
  const pages = (publication.PageList ?? []).map((page) => page.Title);
  const wanted = report.pages.map((page) => page.label);
  return [
    told.Title !== modelTitle(report) && `names it “${told.Title}”`,
    told.Language?.[0] !== report.meta.lang && `says that it is in ${told.Language}`,
    lost.length > 0 && `does not list ${lost.length} headings: ${lost[0]}`,
    pages.join() !== wanted.join() && `lists ${pages.length} print pages, not ${wanted.length}`,
    report.meta.cover !== undefined && publication.searchLinkByRel('cover') === undefined && 'finds no cover',
    !told.AccessModeSufficient?.some((modes) => modes.join() === 'textual') && 'does not learn that text alone is enough',
  ].filter(Boolean);
}

/** What calibre, which many readers turn books with, keeps of it: each heading, text alternative and entry of the contents. */
async function faultsInCalibre(file, report, kit) {
  const back = await readWithCalibre(file.path, kit);
  const headings = modelHeadings(report).map((heading) => heading.text);
  const alternatives = (await modelAlternatives(report, kit)).map(plain).filter((alt) => alt !== '');
  const lost = missing(headings, back.headings);
  const unsaid = missing(alternatives, back.alternatives);
  const unlisted = missing(
    modelHeadings(report, contentsDepth).map((heading) => heading.text),
    back.contents,
  );
  return [
    // With a second title calibre makes one of both.
    !back.title.startsWith(modelTitle(report)) && `names it “${back.title}”`,
    lost.length > 0 && `loses ${lost.length} of ${headings.length} headings: ${lost[0]}`,
    unsaid.length > 0 && `loses ${unsaid.length} of ${alternatives.length} alternatives: ${unsaid[0]}`,
    unlisted.length > 0 && report.outline.length > 0 && `does not list ${unlisted.length} headings: ${unlisted[0]}`,
    report.meta.cover !== undefined && !back.cover && 'finds no cover',
  ].filter(Boolean);
}

const change = (path, from, to) => (bytes) => {
  const { mimetype, ...files } = unzipSync(bytes);
  for (const name of Object.keys(files)) if (path.test(name)) files[name] = strToU8(strFromU8(files[name]).replaceAll(from, to));
  return zipSync({ mimetype: [mimetype, { level: 0 }], ...files }, { mtime: '2024-01-01' });
};
const ofExample = (file) => file.document.kind === 'example' && file.edition === 'screen-reader';

/**
 * E-books in two readers that others wrote: r2-shared-js, the parser inside Thorium Reader, and calibre, which opens the book and writes
 * it anew.
 *
 * @type {import('../kit/contract.d.ts').Check}
 */
export const check = {
  name: 'epub-readers',
  formats: ['epub'],
  tools: [{ module: 'r2-shared-js' }, { command: 'ebook-convert', apt: 'calibre' }],
  async run(files, kit) {
    const findings = [];
    await kit.each(
      files.filter((file) => file.document.kind !== 'node' && file.edition !== 'read-aloud'),
      async (file) => {
        const report = await kit.prepared(file);
        const readers = { 'r2-shared-js': faultsInThorium, calibre: faultsInCalibre };
        for (const [reader, faultsIn] of Object.entries(readers)) {
          const faults = await faultsIn(file, report, kit).catch((error) => [error.message ?? String(error)]);
          for (const fault of faults) findings.push({ file, message: `${reader} ${fault}` });
        }
      },
    );
    return findings;
  },
  proofs: [
    { name: 'the wrong language', format: 'epub', suits: ofExample, damage: change(/\.opf$/, 'en-GB', 'en-US') },
    {
      name: 'the contents name another heading',
      format: 'epub',
      suits: ofExample,
      damage: change(/nav\.xhtml$/, 'Thank you', 'Thank her'),
    },
    { name: 'a heading is a paragraph', format: 'epub', suits: ofExample, damage: change(/chapter-001\.xhtml$/, /(<\/?)h[23]\b/g, '$1p') },
    { name: 'a print page less', format: 'epub', suits: ofExample, damage: change(/nav\.xhtml$/, /<li><a [^>]*>2<\/a><\/li>/g, '') },
    { name: 'cut short', format: 'epub', suits: ofExample, damage: (bytes) => bytes.subarray(0, bytes.length / 2) },
  ],
};
