// Files of a reader, looked at before they are read: what they are, and how large a picture is.
export {
  type FileKind,
  fileKind,
  isPicture,
  OTHER_PICTURES,
  PICTURES,
  type PictureKind,
  sniff,
} from './kind.ts';
export type { Picture } from './picture.ts';
export { type PictureSize, pictureSize } from './picture-size.ts';
