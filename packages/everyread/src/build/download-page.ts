import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { wordsFor, type Assets, type EditionName, type Report } from '@everyread/core';
import type { DownloadEdition, DownloadFile, DownloadPage } from '@everyread/html';
import type { StagedFile } from '../output/output-folder.js';
import type { Built, MadeEdition } from './build-editions.js';
import { epubAccessibility } from './epub-facts.js';
import { lengthOf } from './lengths.js';

/** What the download page is made of. */
export interface PageInput {
  report: Report;
  built: Built;
  archive: StagedFile;
  assets: Assets;
  /** The output folder, which holds the editions already. */
  folder: string;
}

/** The page that offers every edition. */
export async function makePage(input: PageInput): Promise<Uint8Array> {
  const { renderDownloadPage } = await import('@everyread/html');
  const page = await renderDownloadPage(await describePage(input));
  return typeof page === 'string' ? new TextEncoder().encode(page) : page;
}

/** Everything that the page says, measured on the files that were written. */
export async function describePage(input: PageInput): Promise<DownloadPage> {
  const { meta } = input.report;
  const read = (path: string): Promise<Uint8Array> => readFile(join(input.folder, ...path.split('/')));
  const editions: DownloadEdition[] = [];
  for (const made of input.built.made) editions.push(await describeEdition(made, meta.lang, read));
  const epub = input.built.made.find((made) => made.job.renderer.name === 'epub')?.files[0];
  const accessibility = epub ? epubAccessibility(await read(epub.path)) : undefined;
  const logo = meta.theme?.logo ? await input.assets.load(meta.theme.logo) : undefined;
  const { title, subtitle, lang, publisher, author, date, description, contact, theme, linkedEditions } = meta;
  return {
    title,
    lang,
    ...defined({ subtitle, publisher, author, date, description, contact, theme, linkedEditions }),
    ...(logo ? { logoUrl: `data:${logo.mediaType};base64,${Buffer.from(logo.body).toString('base64')}` } : {}),
    editions,
    conformanceHref: 'conformance.html',
    everything: describeFile(input.archive, 'ZIP'),
    ...(accessibility ? { epubAccessibility: accessibility } : {}),
  };
}

async function describeEdition(made: MadeEdition, lang: string, read: (path: string) => Promise<Uint8Array>): Promise<DownloadEdition> {
  const { renderer, edition } = made.job;
  const words = wordsFor(lang);
  const kinds = [
    edition.name === 'large-print' ? words.largePrint : '',
    edition.name === 'read-aloud' ? words.screen.readAloudTitle : '',
    edition.content === 'summary' ? words.summary : '',
  ].filter(Boolean);
  const file = made.files[0]!;
  const format = renderer.extension === 'zip' ? renderer.name.replace('-', ' ') : renderer.extension.split('.').at(-1)!;
  // The page adds the format in brackets: “Braille (BRF)” needs it once.
  const title = renderer.title.replace(new RegExp(` \\(${format}\\)$`, 'i'), '');
  return {
    ...describeFile(file, format),
    title: [title, ...kinds].join(', '),
    audience: renderer.audiences?.[edition.name as EditionName] ?? renderer.audience,
    lang,
    content: edition.content,
    ...(await lengthOf(made, read)),
  };
}

function describeFile(file: StagedFile, format: string): DownloadFile {
  const href = file.path.split('/').map(encodeURIComponent).join('/');
  return { href, mediaType: file.mediaType, format: format.toUpperCase(), bytes: file.bytes, sha256: file.sha256 };
}

function defined<T extends object>(values: T): Partial<T> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Partial<T>;
}
