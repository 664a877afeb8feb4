export type { Picture } from '#lib/files/index.ts';

/** A part of a picture, in shares of its width and height. */
export interface Frame {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export const WHOLE: Frame = { x: 0, y: 0, width: 1, height: 1 };

/** What a file chooser offers; what a file is, its bytes tell. AVIF is taken where the browser can. */
export const ACCEPT = 'image/png,image/jpeg,image/webp,image/avif,image/gif,image/bmp';
