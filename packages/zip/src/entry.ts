/** A file to be put in an archive. */
export interface ZipEntry {
  /** Relative, forward slashes, such as `EPUB/package.opf`. */
  readonly path: string;
  readonly body: Uint8Array;
  /** Put in as it is, uncompressed. Default: for `mimetype` and for formats that are compressed already. */
  readonly store?: boolean;
}

/** A file for a streamed archive: its body may come in pieces. */
export interface ZipStreamEntry extends Omit<ZipEntry, 'body'> {
  readonly body: Uint8Array | AsyncIterable<Uint8Array>;
}

/** What holds for the whole archive. */
export interface ZipOptions {
  /** The date that every entry bears, read in UTC. ZIP knows 1980 to 2107 in steps of two seconds. */
  readonly date: Date;
}

const compressed = /\.(?:png|jpe?g|gif|webp|mp3|m4a|mp4|ogg|opus|woff2?|zip|epub|ebrl|docx|azw3|gz)$/i;

/** Whether an entry is put in uncompressed. */
export function isStored(entry: { readonly path: string; readonly store?: boolean }): boolean {
  // EPUB OCF 4.2.2: `mimetype` must not be compressed.
  return entry.store ?? (entry.path === 'mimetype' || compressed.test(entry.path));
}
