// SVG for programs that know less than a browser: Inkscape, Office, rsvg-convert, PDF readers.
import { unzlibSync, zlibSync } from 'fflate';
import { base64 } from '../files/base64.ts';
import { pngFile } from '../png/index.ts';

/** A picture has about so many pixels for each px of the layout: then smoothing no longer shows. */
const SHARPNESS = 3;
/** No wider and no higher, pixels. */
const LARGEST = 2400;

const IMAGE = /<image ([^>]*?)\/?>(?:<\/image>)?/g;
/** Where the first chunk of rows begins: behind the signature (8 bytes) and the header chunk (25). */
const ROWS = 33;

const attributeOf = (attributes: string, name: string) =>
  new RegExp(`(?:^| )${name}="([^"]*)"`).exec(attributes)?.[1];

/**
 * The same file with pictures that keep their hard pixels where `image-rendering` is not known, and addresses under
 * both of their names.
 */
export function portable(svg: string): string {
  const enlarged = svg.replaceAll(IMAGE, (_, attributes: string) => {
    const address = attributeOf(attributes, 'href') ?? '';
    const width = Number(attributeOf(attributes, 'width') ?? 0);
    const href = address.startsWith('data:image/png;base64,') ? enlarge(address, width) : address;
    const others = attributes.replace(/(?:^| )href="[^"]*"/, ' ').trim();
    return `<image ${others} href="${href}" xlink:href="${href}"/>`;
  });
  return enlarged.includes('xlink:href')
    ? enlarged.replace('<svg ', '<svg xmlns:xlink="http://www.w3.org/1999/xlink" ')
    : enlarged;
}

function bytesOf(address: string): Uint8Array {
  const text = atob(address.slice(address.indexOf(',') + 1));
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
}

/** Each pixel of a picture as a square of them. `width` is how wide it is shown, px of the layout. */
function enlarge(address: string, width: number): string {
  const file = bytesOf(address);
  const view = new DataView(file.buffer);
  const [columns, rows] = [view.getUint32(16), view.getUint32(20)];
  const wanted = Math.ceil((SHARPNESS * width) / columns);
  const times = Math.min(wanted, Math.floor(LARGEST / Math.max(columns, rows)));
  if (times < 2) return address;
  const pixels = pixelsOf(file, columns, rows);
  const stride = 3 * columns * times + 1;
  const out = new Uint8Array(stride * rows * times);
  for (let y = 0; y < rows; y++) {
    for (let x = 0; x < columns * times; x++) {
      const from = 3 * (y * columns + Math.floor(x / times));
      out.set(pixels.subarray(from, from + 3), y * times * stride + 1 + 3 * x);
    }
    // Less the row above, there is nothing in the rows that repeat it.
    for (let again = 1; again < times; again++) out[(y * times + again) * stride] = 2;
  }
  const larger = pngFile(columns * times, rows * times, zlibSync(out, { level: 9 }));
  return `data:image/png;base64,${base64(larger)}`;
}

/** RGB, row by row, of a file as lib/png writes it: one chunk of rows, under no filter, Sub or Up. */
function pixelsOf(file: Uint8Array, columns: number, rows: number): Uint8Array {
  const length = new DataView(file.buffer).getUint32(ROWS);
  const packed = unzlibSync(file.subarray(ROWS + 8, ROWS + 8 + length));
  const stride = 3 * columns;
  const pixels = new Uint8Array(stride * rows);
  for (let y = 0; y < rows; y++) {
    const filter = packed[y * (stride + 1)];
    if (filter > 2) throw new RangeError(`row ${y} of the picture has the filter ${filter}`);
    for (let i = 0; i < stride; i++) {
      const at = y * stride + i;
      const before = filter === 1 && i >= 3 ? pixels[at - 3] : 0;
      const above = filter === 2 && y > 0 ? pixels[at - stride] : 0;
      pixels[at] = packed[y * (stride + 1) + 1 + i] + before + above;
    }
  }
  return pixels;
}
