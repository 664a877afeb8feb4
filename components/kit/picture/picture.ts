export type { Picture } from '#lib/files/index.ts';

/** What a file chooser offers; what a file is, its bytes tell. AVIF is taken where the browser can. */
export const ACCEPT = 'image/png,image/jpeg,image/webp,image/avif,image/gif,image/bmp';

/** The first file of a drop or a chooser, or null. */
export function firstFile(list: FileList | null | undefined): File | null {
  return list?.item(0) ?? null;
}
