/** A picture as Word takes it. */
export interface Picture {
  /** The file that it came from, relative to the document; absent for what we drew. */
  path?: string;
  type: 'png' | 'jpg' | 'gif';
  data: Uint8Array;
  /** Natural size in points. */
  widthPt: number;
  heightPt: number;
}
