/** One file of the book as the manifest names it. */
export interface ManifestItem {
  id: string;
  /** Relative to the package document. */
  href: string;
  mediaType: string;
  properties?: readonly ('nav' | 'cover-image' | 'svg' | 'mathml' | 'scripted')[];
  /** The id of the overlay that reads it aloud. */
  mediaOverlay?: string;
  /** Its place in the reading order; only documents have one. */
  spine?: true;
}
