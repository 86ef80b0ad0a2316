import type { MadeEdition } from './build-editions.js';

/** How long an edition is: pages on paper, pages of Braille, or milliseconds of sound. */
export interface Length {
  pages?: number;
  braillePages?: number;
  durationMs?: number;
}

/** How long an edition is, as far as its bytes tell. */
export async function lengthOf(made: MadeEdition, read: (path: string) => Promise<Uint8Array>): Promise<Length> {
  const [main] = made.files;
  if (!main) return {};
  switch (main.mediaType) {
    case 'application/pdf': {
      const pages = await countPdfPages(await read(main.path));
      return pages > 0 ? { pages } : {};
    }
    case 'application/x-brf': {
      // A form feed ends each page; the last may go without.
      const pages = new TextDecoder('latin1')
        .decode(await read(main.path))
        .split('\f')
        .filter((page) => page.trim() !== '').length;
      return pages > 0 ? { braillePages: pages } : {};
    }
    case 'application/x-pef+xml': {
      const pages = new TextDecoder().decode(await read(main.path)).match(/<page[\s>/]/g)?.length ?? 0;
      return pages > 0 ? { braillePages: pages } : {};
    }
    case 'audio/mpeg': {
      const { readMp3 } = await import('@everyread/audio');
      return { durationMs: readMp3(await read(main.path)).durationMs };
    }
    case 'application/epub+zip':
    case 'application/zip': {
      const [{ readMp3 }, { unzip }] = await Promise.all([import('@everyread/audio'), import('@everyread/zip')]);
      const sounds = [...unzip(await read(main.path))].filter(([path]) => path.toLowerCase().endsWith('.mp3'));
      return sounds.length > 0 ? { durationMs: sounds.reduce((sum, [, body]) => sum + readMp3(body).durationMs, 0) } : {};
    }
    case 'text/html': {
      const sounds = [
        ...Buffer.from(await read(main.path))
          .toString('latin1')
          .matchAll(/<template class="sound" data-ms="(\d+)">/g),
      ];
      return sounds.length > 0 ? { durationMs: sounds.reduce((sum, [, ms]) => sum + Number(ms), 0) } : {};
    }
    default:
      return {};
  }
}

/** Counts the page objects (ISO 32000-1, 7.7.3.3), those in object streams too (7.5.7); `/Pages` is the tree, not a page. */
export async function countPdfPages(pdf: Uint8Array): Promise<number> {
  const { inflateSync } = await import('node:zlib');
  const bytes = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength);
  const text = bytes.toString('latin1');
  let pages = pageObjects(text);
  for (const match of text.matchAll(/\/Type\s*\/ObjStm[^]*?stream\r?\n/g)) {
    const begin = match.index + match[0].length;
    try {
      pages += pageObjects(inflateSync(bytes.subarray(begin, text.indexOf('endstream', begin))).toString('latin1'));
    } catch {
      // Not compressed in the common way: the length stays unsaid.
      return 0;
    }
  }
  return pages;
}

function pageObjects(text: string): number {
  return text.match(/\/Type\s*\/Page(?![A-Za-z])/g)?.length ?? 0;
}
