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
  const checked: Checked = {
    files,
    ...(options.sound ? { sound: options.sound } : {}),
    say: (rule, file, message) => findings.push({ rule, file, message }),
  };
  const kind = daisyKind(files);
  if (kind === '2.02') check202(checked);
  else if (kind === '3') check3(checked);
  else checked.say('no-book', '', 'there is neither ncc.html nor package.opf: this is no DAISY book');
  return findings;
}

/** Which standard a book follows, by the file that it begins with. */
export function daisyKind(files: ReadonlyMap<string, Uint8Array>): '2.02' | '3' | undefined {
  return files.has('ncc.html') ? '2.02' : files.has('package.opf') ? '3' : undefined;
}
