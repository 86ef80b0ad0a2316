import { narratorsOf } from '@everyread/core';
import type { Book } from '../book/book.js';
import { fullClock } from '../book/clock.js';
import { el, printXml, type Element } from '../book/element.js';

/** A file of the book for the manifest. */
export interface ManifestItem {
  id: string;
  href: string;
  mediaType: string;
}

/** The package file (OEB 1.2 as Z39.86-2005 uses it), named package.opf: some readers look for that name. */
export function packageFile(book: Book, items: readonly ManifestItem[]): string {
  const { meta } = book.report;
  const spoken = book.narration !== undefined;
  const content = [spoken && 'audio', 'text', book.images.length > 0 && 'image'].filter(Boolean).join(',');
  const xMeta = (name: string, value: string): Element => el('meta', { name, content: value });
  const root = el(
    'package',
    { xmlns: 'http://openebook.org/namespaces/oeb-package/1.0/', 'unique-identifier': 'uid' },
    el(
      'metadata',
      {},
      el(
        'dc-metadata',
        { 'xmlns:dc': 'http://purl.org/dc/elements/1.1/', 'xmlns:oebpackage': 'http://openebook.org/namespaces/oeb-package/1.0/' },
        el('dc:Title', {}, meta.title),
        el('dc:Identifier', { id: 'uid' }, book.uid),
        el('dc:Language', {}, meta.lang),
        el('dc:Format', {}, 'ANSI/NISO Z39.86-2005'),
        el('dc:Publisher', {}, meta.publisher ?? meta.author ?? 'Everyread'),
        el('dc:Date', {}, book.date),
        meta.author !== undefined && el('dc:Creator', {}, meta.author),
        meta.description !== undefined && el('dc:Description', {}, meta.description),
        meta.rights !== undefined && el('dc:Rights', {}, meta.rights),
      ),
      el(
        'x-metadata',
        {},
        xMeta('dtb:multimediaType', spoken ? 'audioFullText' : 'textNCX'),
        xMeta('dtb:multimediaContent', content),
        xMeta('dtb:totalTime', fullClock(book.totalMs)),
        spoken && xMeta('dtb:audioFormat', 'MP3'),
        spoken && narratorsOf(book.narration!).map((name) => xMeta('dtb:narrator', name)),
        xMeta('dtb:producedDate', book.date),
      ),
    ),
    el(
      'manifest',
      {},
      items.map((item) => el('item', { id: item.id, href: item.href, 'media-type': item.mediaType })),
    ),
    el(
      'spine',
      {},
      items.filter((item) => item.mediaType === 'application/smil').map((item) => el('itemref', { idref: item.id })),
    ),
  );
  return `<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE package PUBLIC "+//ISBN 0-9673008-1-9//DTD OEB 1.2 Package//EN" "http://openebook.org/dtds/oeb-1.2/oebpkg12.dtd">\n${printXml(root)}\n`;
}
