import type { FileKind } from '#lib/files/index.ts';

type Sentence = (file: string) => string;

const picture: Sentence = (file) => `“${file}” is a picture, not weights.`;
const unreadable =
  (format: string): Sentence =>
  (file) =>
    `“${file}” is ${format}, which browsers do not decode, or not all of them. Save it as PNG or JPEG.`;
const heic = unreadable('an HEIC picture');

/** What a file is that was taken for weights, and the way on. */
export const notWeights: Record<Exclude<FileKind, 'safetensors'>, Sentence> = {
  pickle: (file) =>
    `“${file}” is a PyTorch pickle: it can run code when it is opened, so no browser should. Turn it into safetensors first, with “python -m strideless.convert best.pt best.safetensors”.`,
  'git-lfs': (file) =>
    `“${file}” is a pointer of Git LFS: a note of where the weights lie, not the weights. Fetch them with “git lfs pull”, or download the file itself.`,
  html: (file) =>
    `“${file}” is an HTML page. Most likely the page about the file, or one with an error, was saved in its place: download the file itself.`,
  json: (file) =>
    `“${file}” is a JSON text. If it is the index of weights that lie in several files, join those into one safetensors file.`,
  onnx: (file) =>
    `“${file}” is an ONNX model, a graph with names of its own. Take the PyTorch checkpoint that it was exported from, and turn that into safetensors.`,
  gguf: (file) =>
    `“${file}” is a GGUF file. Language models are kept so; the networks here come as safetensors files.`,
  hdf5: (file) =>
    `“${file}” is an HDF5 file, as Keras writes it. The names and layouts of its tensors are not PyTorch’s: train or export the network with PyTorch, and save its state dict as safetensors.`,
  tflite: (file) =>
    `“${file}” is a TensorFlow Lite model, a graph with names of its own. Take the PyTorch checkpoint that it was made from, and turn that into safetensors.`,
  numpy: (file) =>
    `“${file}” is a NumPy file. Save the arrays under PyTorch’s names as safetensors, with “safetensors.numpy.save_file”.`,
  archive: (file) => `“${file}” is an archive. Unpack it, and give the safetensors file in it.`,
  pdf: (file) => `“${file}” is a PDF document, not weights.`,
  empty: (file) => `“${file}” is empty: its download was broken off before the first byte.`,
  unknown: (file) => `“${file}” is not a safetensors file.`,
  png: picture,
  jpeg: picture,
  gif: picture,
  webp: picture,
  bmp: picture,
  avif: picture,
  heic: picture,
  'jpeg-xl': picture,
  'jpeg-2000': picture,
  tiff: picture,
  svg: picture,
  icon: picture,
};

/** What a file is that was taken for a picture, and the way on. */
export function notPicture(file: string, kind: FileKind): string {
  switch (kind) {
    case 'heic':
      return heic(file);
    case 'jpeg-xl':
      return unreadable('a JPEG XL picture')(file);
    case 'jpeg-2000':
      return unreadable('a JPEG 2000 picture')(file);
    case 'tiff':
      return unreadable('a TIFF picture')(file);
    case 'icon':
      return unreadable('an icon')(file);
    case 'svg':
      return `“${file}” is a drawing (SVG) without pixels of its own. Save it as PNG.`;
    case 'empty':
      return `“${file}” is empty.`;
    case 'safetensors':
      return `“${file}” is a safetensors file, not a picture.`;
    case 'html':
      return `“${file}” is an HTML page. Save the picture itself, not the page that shows it.`;
    default:
      return `“${file}” is not a picture that can be read here. PNG, JPEG, WebP, AVIF, GIF and BMP are.`;
  }
}

/** Faults of reading that no format has a part in. */
export const unread = {
  gone: (file: string) =>
    `“${file}” can no longer be read: it was changed, moved or deleted since it was given. Give it once more.`,
  failed: (file: string) => `“${file}” could not be read.`,
};

/** Faults of pictures, and what is said while they are read. */
export const pictures = {
  gone: unread.gone,
  tooLarge: (file: string) => `“${file}” is too large: 40 MB at most.`,
  tooMany: (file: string, width: number, height: number) =>
    `“${file}” is too large: it has ${width.toLocaleString('en')} × ${height.toLocaleString('en')} pixels, and a browser takes 64 million of them at most. Make it smaller first.`,
  broken: (file: string) =>
    `“${file}” could not be read: the file is damaged or not what its name says.`,
  noAvif: (file: string) =>
    `“${file}” could not be read: it is damaged, or this browser does not know AVIF. Save it as PNG or JPEG.`,
  decodingAll: (done: number, all: number) =>
    all === 1 ? 'Reading the picture…' : `Reading picture ${done + 1} of ${all}…`,
};
