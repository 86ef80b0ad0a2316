/** A picture as Word takes it. */
export interface Picture {
  type: 'png' | 'jpg' | 'gif';
  data: Uint8Array;
  /** Natural size in points. */
  widthPt: number;
  heightPt: number;
}
