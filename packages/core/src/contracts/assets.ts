/** What a file is, as its bytes say; never what its name says. */
export type AssetMediaType = 'image/png' | 'image/jpeg' | 'image/gif' | 'image/webp' | 'image/svg+xml' | 'font/ttf' | 'font/otf';

/** A file that the report uses. */
export interface Asset {
  /** The path as the report writes it. */
  path: string;
  mediaType: AssetMediaType;
  body: Uint8Array;
  /** Size in CSS pixels, for pictures whose header tells it. */
  width?: number;
  height?: number;
}

/**
 * Opens the files of a report. A resolver is rooted at the document's folder: it refuses `..`, absolute
 * paths, links that lead out, addresses and files that are too large.
 */
export interface Assets {
  /**
   * @param path - relative to the document's folder
   * @returns the file, the same object each time
   * @throws {EveryreadError} code `asset`, with the reason and what to do
   */
  load(path: string): Promise<Asset>;
}
