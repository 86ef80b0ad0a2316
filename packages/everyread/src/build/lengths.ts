import type { MadeEdition } from './build-editions.js';

/** How long an edition is, as far as its bytes tell: pages of a PDF, milliseconds of sound. */
export async function lengthOf(
  made: MadeEdition,
  read: (path: string) => Promise<Uint8Array>,
): Promise<{ pages?: number; durationMs?: number }> {
  const [main] = made.files;
  if (!main) return {};
  switch (main.mediaType) {
    case 'application/pdf': {
      const pages = countPages(await read(main.path));
      return pages > 0 ? { pages } : {};
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

/** Counts the page objects (ISO 32000-1, 7.7.3.3); `/Pages` is the tree, not a page. */
function countPages(pdf: Uint8Array): number {
  const text = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).toString('latin1');
  return text.match(/\/Type\s*\/Page(?![A-Za-z])/g)?.length ?? 0;
}
