import { EveryreadError } from '@everyread/core';
import { unzip } from '@everyread/zip';
import { child, elements, find, rawText, readXml, type Element } from '../markup.js';

/** One file that the package document lists. */
export interface ManifestItem {
  readonly path: string;
  readonly mediaType: string;
  readonly properties: readonly string[];
  readonly overlay: string | undefined;
}

/** A publication as its package document describes it (EPUB 3.3, 5). */
export interface EpubParts {
  readonly title: string;
  readonly lang: string | undefined;
  readonly items: ReadonlyMap<string, ManifestItem>;
  /** Paths in reading order. */
  readonly spine: readonly string[];
  readonly navPath: string | undefined;
  readonly paths: ReadonlySet<string>;
  /** @throws {EveryreadError} code `document`, when the part is missing or not well formed */
  xml(path: string): Element;
}

/** @throws {EveryreadError} code `document`, when the container or the package document is missing or damaged */
export function openEpub(bytes: Uint8Array): EpubParts {
  const files = unzip(bytes);
  const xml = (path: string): Element => {
    const file = files.get(path);
    if (!file) throw new EveryreadError('document', `The archive has no ${path}`);
    return readXml(new TextDecoder('utf-8', { fatal: true }).decode(file), path);
  };
  const [first] = files.keys();
  if (first !== 'mimetype' || new TextDecoder().decode(files.get('mimetype')) !== 'application/epub+zip') {
    throw new EveryreadError('document', 'The archive does not begin with the mimetype of an EPUB');
  }
  const root = [...find(xml('META-INF/container.xml'), (each) => each.name === 'rootfile')][0]?.attributes['full-path'];
  if (root === undefined) throw new EveryreadError('document', 'META-INF/container.xml names no package document');
  const opf = xml(root);
  const metadata = child(opf, 'metadata');
  const items = new Map<string, ManifestItem>();
  for (const item of elements(child(opf, 'manifest'), 'item')) {
    items.set(item.attributes['id'] ?? '', {
      path: resolvePath(root, item.attributes['href'] ?? ''),
      mediaType: item.attributes['media-type'] ?? '',
      properties: (item.attributes['properties'] ?? '').split(/\s+/).filter(Boolean),
      overlay: item.attributes['media-overlay'],
    });
  }
  const lang = rawText(child(metadata, 'dc:language')).trim();
  return {
    title: rawText(child(metadata, 'dc:title')).trim(),
    lang: lang || undefined,
    items,
    spine: elements(child(opf, 'spine'), 'itemref').flatMap((ref) => items.get(ref.attributes['idref'] ?? '')?.path ?? []),
    navPath: [...items.values()].find((item) => item.properties.includes('nav'))?.path,
    paths: new Set(files.keys()),
    xml,
  };
}

/** A path in the archive from a link in one of its files. */
export function resolvePath(from: string, href: string): string {
  const parts = from.split('/').slice(0, -1);
  for (const part of href.split('#')[0]!.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(decodePart(part));
  }
  return href.split('#')[0] === '' ? from : parts.join('/');
}

function decodePart(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
