export type { Picture } from '#lib/detector/input.ts';

/** Kinds of files that are decoded. */
export const ACCEPTED = ['image/png', 'image/jpeg', 'image/webp'];

/** What a file chooser offers. */
export const ACCEPT = ACCEPTED.join(',');

/** The first file of a drop or a chooser, or null. */
export function firstFile(list: FileList | null | undefined): File | null {
  return list?.item(0) ?? null;
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
