// The pixels of a drawing as films keep them.

/** RGBA, 4 bytes a pixel, row by row; opaque. */
export interface Pixels {
  pixels: Uint8ClampedArray;
  width: number;
  height: number;
}

/** What red, green and blue weigh in the brightness of BT.709. */
const [RED, GREEN, BLUE] = [0.2126, 0.7152, 0.0722];
/** Steps of brightness and of colour, which do not fill a byte. */
const [LUMA, CHROMA] = [219 / 255, 224 / 255];

/** How `planesOf` means its numbers. */
export const COLOURS = {
  primaries: 'bt709',
  transfer: 'bt709',
  matrix: 'bt709',
  fullRange: false,
} as const;

/** The next even number: a film has no other sizes. */
const even = (size: number) => 2 * Math.ceil(size / 2);

/**
 * A brightness for each pixel and two differences of colour for each four (I420, BT.709, 16 to 235 and 240), in even numbers of
 * columns and rows: where one is missing, the last is there twice.
 */
export function planesOf({ pixels, width, height }: Pixels): {
  data: Uint8Array<ArrayBuffer>;
  width: number;
  height: number;
} {
  const [columns, rows] = [even(width), even(height)];
  const luma = columns * rows;
  const data = new Uint8Array((luma * 3) / 2);
  let blues = luma;
  let reds = luma + luma / 4;
  for (let top = 0; top < rows; top += 2)
    for (let left = 0; left < columns; left += 2) {
      let [red, green, blue] = [0, 0, 0];
      for (let k = 0; k < 4; k++) {
        const x = left + (k & 1);
        const y = top + (k >> 1);
        const at = 4 * (Math.min(y, height - 1) * width + Math.min(x, width - 1));
        const r = pixels[at];
        const g = pixels[at + 1];
        const b = pixels[at + 2];
        data[y * columns + x] = 16.5 + LUMA * (RED * r + GREEN * g + BLUE * b);
        red += r;
        green += g;
        blue += b;
      }
      const grey = RED * red + GREEN * green + BLUE * blue;
      // A byte leaves out what is behind the point: a half more rounds.
      data[blues++] = 128.5 + (CHROMA * (blue - grey)) / (8 * (1 - BLUE));
      data[reds++] = 128.5 + (CHROMA * (red - grey)) / (8 * (1 - RED));
    }
  return { data, width: columns, height: rows };
}
