// The size of a picture, read from its header: a file of kilobytes may hold a picture of gigabytes, which is not to be
// decoded to find that out.
import type { PictureKind } from './kind.ts';

export interface PictureSize {
  /** Pixels, before a turn that the file may ask for. */
  width: number;
  height: number;
}

/** How far the headers of all but JPEG reach, bytes. */
const HEAD = 64 * 1024;

/** The size that a picture's header tells; undefined where the header is damaged or cut short. */
export async function pictureSize(file: Blob, kind: PictureKind): Promise<PictureSize | undefined> {
  if (kind === 'jpeg') return jpegSize(file);
  const view = new DataView(await file.slice(0, HEAD).arrayBuffer());
  try {
    const { width, height } = sizeIn[kind](view);
    return width > 0 && height > 0 ? { width, height } : undefined;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** A DataView throws a RangeError where it is read beyond its end. */
const sizeIn: Record<Exclude<PictureKind, 'jpeg'>, (view: DataView) => PictureSize> = {
  png: (view) => ({ width: view.getUint32(16), height: view.getUint32(20) }),
  gif: (view) => ({ width: view.getUint16(6, true), height: view.getUint16(8, true) }),
  bmp: (view) =>
    view.getUint32(14, true) === 12
      ? { width: view.getUint16(18, true), height: view.getUint16(20, true) }
      : // A negative height: the rows stand from the top down.
        { width: view.getInt32(18, true), height: Math.abs(view.getInt32(22, true)) },
  webp: (view) => {
    switch (fourLetters(view, 12)) {
      case 'VP8 ':
        return {
          width: view.getUint16(26, true) & 0x3fff,
          height: view.getUint16(28, true) & 0x3fff,
        };
      case 'VP8L': {
        const bits = view.getUint32(21, true);
        return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
      }
      default: {
        const three = (at: number) => view.getUint16(at, true) + 65_536 * view.getUint8(at + 2);
        return { width: three(24) + 1, height: three(27) + 1 };
      }
    }
  },
  avif: (view) => {
    const meta = boxIn(view, { from: 0, to: view.byteLength }, 'meta');
    const properties = meta && boxIn(view, { ...meta, from: meta.from + 4 }, 'iprp');
    const list = properties && boxIn(view, properties, 'ipco');
    // One property tells the size of the whole, others those of tiles and of thumbnails.
    const sizes = list ? boxesIn(view, list).filter(({ type }) => type === 'ispe') : [];
    return sizes
      .map(({ from }) => ({ width: view.getUint32(from + 4), height: view.getUint32(from + 8) }))
      .reduce((a, b) => (b.width * b.height > a.width * a.height ? b : a), {
        width: 0,
        height: 0,
      });
  },
};

function fourLetters(view: DataView, at: number): string {
  return String.fromCharCode(...[0, 1, 2, 3].map((i) => view.getUint8(at + i)));
}

interface Span {
  from: number;
  to: number;
}

/** The boxes of an ISO media file within a span: what they hold lies between `from` and `to`. */
function boxesIn(view: DataView, { from, to }: Span): (Span & { type: string })[] {
  const boxes = [];
  for (let at = from; at + 8 <= Math.min(to, view.byteLength); ) {
    const size = view.getUint32(at) || to - at;
    if (size < 8) break;
    boxes.push({ type: fourLetters(view, at + 4), from: at + 8, to: Math.min(at + size, to) });
    at += size;
  }
  return boxes;
}

function boxIn(view: DataView, span: Span, type: string): Span | undefined {
  return boxesIn(view, span).find((box) => box.type === type);
}

/** Markers of JPEG that stand alone, without a length. */
const isAlone = (marker: number) => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd9);
/** Start of a frame, of any process; the three others in the range hold tables. */
const isFrame = (marker: number) =>
  marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
/** More segments than any camera writes before the frame. */
const MOST_SEGMENTS = 1000;

/** The frame stands behind segments of any size, which are skipped, not read. */
async function jpegSize(file: Blob): Promise<PictureSize | undefined> {
  let at = 2;
  for (let i = 0; i < MOST_SEGMENTS; i++) {
    const view = new DataView(await file.slice(at, at + 9).arrayBuffer());
    if (view.byteLength < 4 || view.getUint8(0) !== 0xff) return undefined;
    const marker = view.getUint8(1);
    if (marker === 0xff) at += 1;
    else if (isAlone(marker)) at += 2;
    else if (isFrame(marker)) {
      if (view.byteLength < 9) return undefined;
      const [height, width] = [view.getUint16(5), view.getUint16(7)];
      return width > 0 && height > 0 ? { width, height } : undefined;
    } else at += 2 + view.getUint16(2);
  }
  return undefined;
}
