import { EveryreadError } from '@everyread/core';
import { unzip, ZipError } from '@everyread/zip';
import { find, readXml } from '../read/markup.js';
import { PdfFile } from '../read/pdf/file.js';
import { readTag } from '../read/sound/id3.js';
import { mp3DurationMs } from '../read/sound/mp3-frames.js';

/** How long a file is, in what its format is measured in. */
export interface FileLength {
  readonly pages?: number;
  readonly braillePages?: number;
  readonly durationMs?: number;
}

/** How long a file is; empty where its format has no length, or where it is damaged, which reading the edition back tells. */
export function lengthOf(path: string, body: Uint8Array): FileLength {
  try {
    return defined(measure(path, body));
  } catch (error) {
    if (error instanceof EveryreadError || error instanceof ZipError) return {};
    throw error;
  }
}

type Measured = { readonly [K in keyof FileLength]: FileLength[K] | undefined };

function measure(path: string, body: Uint8Array): Measured {
  switch (/\.([^./]+)$/.exec(path)?.[1]?.toLowerCase()) {
    case 'pdf': {
      const file = new PdfFile(body);
      const root = file.dictionary(file.trailer.get('Root'));
      return { pages: root && file.pages(root).length };
    }
    case 'brf':
      // A form feed ends each page; the last may go without.
      return { braillePages: latin(body).replace(/\f$/, '').split('\f').length };
    case 'pef': {
      const pef = readXml(new TextDecoder().decode(body), 'The PEF');
      return { braillePages: [...find(pef, ({ name }) => name === 'page')].length };
    }
    case 'mp3':
      return { durationMs: durationOf(body) };
    case 'epub':
    case 'zip':
      return { durationMs: sum([...unzip(body, { only: (name) => /\.mp3$/i.test(name) }).values()].map(durationOf)) };
    case 'html':
      return { durationMs: sum(soundsIn(latin(body)).map(durationOf)) };
    default:
      return {};
  }
}

const latin = (body: Uint8Array): string => new TextDecoder('latin1').decode(body);

const durationOf = (body: Uint8Array): number | undefined => mp3DurationMs(body, readTag(body).length);

/** `undefined` for no sound at all, and where one can't be measured. */
function sum(durations: readonly (number | undefined)[]): number | undefined {
  let all = 0;
  for (const each of durations) {
    if (each === undefined) return undefined;
    all += each;
  }
  return durations.length > 0 ? all : undefined;
}

/** The sound of a page that reads itself aloud lies in templates, as base64. */
function soundsIn(page: string): Uint8Array[] {
  const sounds: Uint8Array[] = [];
  const begins = '<template class="sound"';
  for (let at = page.indexOf(begins); at >= 0; at = page.indexOf(begins, at + 1)) {
    const text = page.slice(page.indexOf('>', at) + 1, page.indexOf('</template>', at));
    if (/[^A-Za-z0-9+/=]/.test(text)) throw new EveryreadError('document', 'A sound of the page is no base64');
    sounds.push(Uint8Array.from(atob(text), (character) => character.charCodeAt(0)));
  }
  return sounds;
}

function defined(length: Measured): FileLength {
  return Object.fromEntries(Object.entries(length).filter(([, value]) => value !== undefined)) as FileLength;
}
