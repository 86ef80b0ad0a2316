import { sniffMediaType } from '@everyread/core';

const endings: Readonly<Record<string, string>> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/gif': 'gif',
  'image/webp': 'webp',
  'image/svg+xml': 'svg',
};

/** The pictures that come out of a document, each once. */
export class PictureFiles {
  readonly files = new Map<string, Uint8Array>();
  readonly #byKey = new Map<string, string>();
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /**
   * Keeps a picture under a name of our own: names in a foreign file are not to be trusted.
   *
   * @param key - what is the same for the same picture
   * @returns the path, or nothing where no edition can show it
   */
  keep(key: string, bytes: Uint8Array | undefined): string | undefined {
    const known = this.#byKey.get(key);
    if (known !== undefined) return known;
    const mediaType = bytes && sniffMediaType(bytes);
    const ending = mediaType && endings[mediaType];
    if (bytes === undefined || ending === undefined) return undefined;
    const path = `${this.#folder}/picture-${this.#byKey.size + 1}.${ending}`;
    this.#byKey.set(key, path);
    this.files.set(path, bytes);
    return path;
  }
}
