/** A picture as bytes: RGB uint8, HWC, row by row. */
export interface Picture {
  width: number;
  height: number;
  /** RGB uint8 [height, width, 3] */
  pixels: Uint8Array | Uint8ClampedArray;
}

/** Why a picture could not be read, as a key of the words and what fills its sentence. */
export class PictureError extends Error {
  override name = 'PictureError';
  readonly code: 'not-a-picture' | 'too-large' | 'broken';
  readonly file: string;

  constructor(code: PictureError['code'], file: string) {
    super(`${file}: ${code}`);
    this.code = code;
    this.file = file;
  }
}
