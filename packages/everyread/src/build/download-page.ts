import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { EveryreadError, wordsFor, type Asset, type Assets, type EditionName, type NeedKey, type Report } from '@everyread/core';
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
  const cover = meta.cover ? await smallPicture(meta.cover, input.assets) : undefined;
  const { title, subtitle, lang, publisher, author, date, description, contact, rights, theme, linkedEditions } = meta;
  return {
    title,
    lang,
    ...defined({ subtitle, publisher, author, date, description, contact, rights, theme, linkedEditions }),
    ...(logo ? { logoUrl: dataUrl(logo) } : {}),
    ...(cover
      ? { coverUrl: dataUrl(cover), ...defined({ coverAlt: meta.coverAlt, coverWidth: cover.width, coverHeight: cover.height }) }
      : {}),
    editions,
    conformanceHref: 'conformance.html',
    everything: describeFile(input.archive, 'ZIP'),
    ...(accessibility ? { epubAccessibility: accessibility } : {}),
  };
}

/** A page that many open on the way to a file must stay small: a cover of more than a megabyte is left to the editions. */
const coverLimitBytes = 1_000_000;

async function smallPicture(path: string, assets: Assets): Promise<Asset | undefined> {
  try {
    const asset = await assets.load(path);
    return asset.mediaType.startsWith('image/') && asset.body.length <= coverLimitBytes ? asset : undefined;
  } catch (error) {
    // The editions have said it already.
    if (error instanceof EveryreadError) return undefined;
    throw error;
  }
}

function dataUrl(asset: Asset): string {
  return `data:${asset.mediaType};base64,${Buffer.from(asset.body).toString('base64')}`;
}

async function describeEdition(made: MadeEdition, lang: string, read: (path: string) => Promise<Uint8Array>): Promise<DownloadEdition> {
  const { renderer, edition } = made.job;
  const words = wordsFor(lang);
  const kinds = [
    edition.name === 'read-aloud' ? words.screen.readAloudTitle : '',
    edition.content === 'summary' ? words.summary.toLocaleLowerCase(words.lang) : '',
  ].filter(Boolean);
  const file = made.files[0]!;
  const format = renderer.extension === 'zip' ? renderer.name.replace('-', ' ') : renderer.extension.split('.').at(-1)!;
  const { formats } = words.screen;
  const [special, own] = [formats[`${renderer.name}:${edition.name}`], formats[renderer.name]];
  // The page adds the format in brackets: “Braille (BRF)” needs it once.
  const title = special?.title ?? own?.title ?? renderer.title.replace(new RegExp(` \\(${format}\\)$`, 'i'), '');
  return {
    ...describeFile(file, format),
    title: [title, ...kinds].join(', '),
    audience: special?.audience ?? own?.audience ?? renderer.audiences?.[edition.name as EditionName] ?? renderer.audience,
    lang,
    content: edition.content,
    need: needOf(file.mediaType, edition.name),
    ...(await lengthOf(made, read)),
  };
}

/** The way of reading that a file serves. */
function needOf(mediaType: string, edition: string): NeedKey {
  if (edition === 'large-print') return 'largePrint';
  if (edition === 'read-aloud' || /^audio\/|daisy|^application\/zip$/.test(mediaType)) return 'listen';
  if (/brf|pef|braille|ebrl/.test(mediaType) || edition === 'braille') return 'touch';
  if (/epub|mobi/.test(mediaType)) return 'book';
  return /pdf|html|word|^text\/plain$/.test(mediaType) ? 'read' : 'other';
}

function describeFile(file: StagedFile, format: string): DownloadFile {
  // The page makes an address of the name, and shows it as it is.
  return { href: file.path, mediaType: file.mediaType, format: format.toUpperCase(), bytes: file.bytes, sha256: file.sha256 };
}

function defined<T extends object>(values: T): Partial<T> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Partial<T>;
}
