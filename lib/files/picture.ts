/** A picture as bytes: RGB uint8, HWC, row by row. */
export interface Picture {
  width: number;
  height: number;
  /** RGB uint8 [height, width, 3] */
  pixels: Uint8Array | Uint8ClampedArray;
}
