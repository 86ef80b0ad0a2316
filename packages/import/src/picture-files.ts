import { pictureEndings, sniffMediaType } from '@everyread/core';
import { cleanPath } from './clean-path.js';

/** The pictures that come out of a document, each once. */
export class PictureFiles {
  readonly files = new Map<string, Uint8Array>();
  readonly #byKey = new Map<string, string>();
  readonly #taken = new Set<string>();
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /**
   * Keeps a picture under a name of our own: names in a foreign file are not to be trusted.
   *
   * @param key - what is the same for the same picture
   * @param wanted - the path that a file of our own keeps: used where it stays in the folder of the report and is that of a picture
   * @returns the path, or nothing where no edition can show it
   */
  keep(key: string, bytes: Uint8Array | undefined, wanted?: string): string | undefined {
    // The same bytes may stand in a report under several names.
    const own = `${key} ${wanted ?? ''}`;
    const known = this.#byKey.get(own);
    if (known !== undefined) return known;
    const mediaType = bytes && sniffMediaType(bytes);
    const ending = mediaType && pictureEndings[mediaType];
    if (bytes === undefined || ending === undefined) return undefined;
    // A picture that was pasted twice is one.
    const twin = wanted === undefined ? [...this.files].find(([, body]) => isSame(body, bytes))?.[0] : undefined;
    if (twin !== undefined) {
      this.#byKey.set(own, twin);
      return twin;
    }
    const kept = wanted === undefined ? undefined : ownPath(wanted, ending);
    const path = kept !== undefined && !this.#taken.has(kept.toLowerCase()) ? kept : this.#freePath(ending);
    this.#taken.add(path.toLowerCase());
    this.#byKey.set(own, path);
    this.files.set(path, bytes);
    return path;
  }

  #freePath(ending: string): string {
    let number = this.files.size + 1;
    while (this.#taken.has(`${this.#folder}/picture-${number}.${ending}`.toLowerCase())) number += 1;
    return `${this.#folder}/picture-${number}.${ending}`;
  }
}

function isSame(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, index) => byte === other[index]);
}

/** A path that a file keeps, where it is safe; a drawing that became pixels has the ending of pixels. */
function ownPath(wanted: string, ending: string): string | undefined {
  const path = cleanPath(wanted);
  const dot = path?.lastIndexOf('.') ?? -1;
  if (path === undefined || dot <= path.lastIndexOf('/') + 1) return undefined;
  const same =
    path
      .slice(dot + 1)
      .toLowerCase()
      .replace('jpeg', 'jpg') === ending;
  return same ? path : `${path.slice(0, dot)}.${ending}`;
}
