import { check202 } from './check-202.js';
import { check3 } from './check-3.js';
import type { Checked, DaisyFinding, SoundFacts } from './finding.js';

/** How a talking book is checked. */
export interface DaisyCheckOptions {
  /** Reads a sound file, such as `readMp3` of @everyread/audio. Without it lengths of sound are not checked. */
  sound?: (bytes: Uint8Array) => SoundFacts;
}

/**
 * Checks a talking book with the rules of its standard: DAISY 2.02, or DAISY 3 (Z39.86-2005).
 *
 * @param files - the book's files by name, such as `unzip()` of @everyread/zip gives them
 * @returns what is wrong; empty for a good book
 */
export function checkDaisy(files: ReadonlyMap<string, Uint8Array>, options: DaisyCheckOptions = {}): DaisyFinding[] {
  const findings: DaisyFinding[] = [];
  const book = inOneFolder(files);
  const entry = entryOf(book);
  const checked: Checked = {
    entry: entry ?? '',
    files: book,
    ...(options.sound ? { sound: options.sound } : {}),
    say: (rule, file, message) => findings.push({ rule, file, message }),
  };
  if (entry === undefined) checked.say('no-book', '', 'there is neither ncc.html nor a package file (.opf): this is no DAISY book');
  else if (/\.opf$/i.test(entry)) check3(checked);
  else check202(checked);
  return findings;
}

/** Which standard a book follows, by the file that it begins with. */
export function daisyKind(files: ReadonlyMap<string, Uint8Array>): '2.02' | '3' | undefined {
  const entry = entryOf(inOneFolder(files));
  return entry === undefined ? undefined : /\.opf$/i.test(entry) ? '3' : '2.02';
}

/** A DAISY 2.02 book begins with its NCC; a DAISY 3 book with the one package file, whatever its name. An EPUB is neither. */
function entryOf(files: ReadonlyMap<string, Uint8Array>): string | undefined {
  const names = [...files.keys()];
  const packages = names.filter((name) => /^[^/]+\.opf$/i.test(name));
  return names.find((name) => /^ncc\.html$/i.test(name)) ?? (packages.length === 1 && !files.has('mimetype') ? packages[0] : undefined);
}

/** Many books come in an archive that holds one folder. */
function inOneFolder(files: ReadonlyMap<string, Uint8Array>): ReadonlyMap<string, Uint8Array> {
  const folder = /^[^/]+\//.exec([...files.keys()][0] ?? '')?.[0];
  if (folder === undefined || ![...files.keys()].every((name) => name.startsWith(folder))) return files;
  return new Map([...files].map(([name, body]) => [name.slice(folder.length), body]));
}
