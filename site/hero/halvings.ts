// The opening picture: one generated scene, halved again and again, once by a bare stride and once by space-to-depth.
import { generateScene, type Scene } from '#lib/scenes/index.ts';

/** RGB, row by row. */
export interface Raster {
  width: number;
  height: number;
  pixels: Uint8Array;
}

/** How often YOLOv5 halves its picture. */
export const HALVINGS = 5;

export const scene: Scene = generateScene({ seed: 14 });

/** Builds a square picture whose pixel (x, y) is the scene's pixel `from(x, y)`. */
function gather(side: number, from: (x: number, y: number) => [number, number]): Raster {
  const pixels = new Uint8Array(side * side * 3);
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      const [sx, sy] = from(x, y);
      const source = (sy * scene.width + sx) * 3;
      pixels.set(scene.pixels.subarray(source, source + 3), (y * side + x) * 3);
    }
  }
  return { width: side, height: side, pixels };
}

/** Every second pixel of every second row, `times` times in a row. */
export function strided(times: number): Raster {
  const step = 2 ** times;
  return gather(scene.width / step, (x, y) => [x * step, y * step]);
}

/** Space-to-depth `times` times in a row, its 4^times sub-maps laid side by side. */
export function subMaps(times: number): Raster {
  const step = 2 ** times;
  const side = scene.width / step;
  const place = (i: number) => (i % side) * step + Math.floor(i / side);
  return gather(scene.width, (x, y) => [place(x), place(y)]);
}

/** Each pixel as a square of `times` x `times` pixels. */
function enlarged(raster: Raster, times: number): Raster {
  const [width, height] = [raster.width * times, raster.height * times];
  const pixels = new Uint8Array(width * height * 3);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const source = (Math.floor(y / times) * raster.width + Math.floor(x / times)) * 3;
      pixels.set(raster.pixels.subarray(source, source + 3), (y * width + x) * 3);
    }
  return { width, height, pixels };
}

/** The picture that a link to the site shows, 1200 x 630: the scene and its four sub-maps, in the colours of their phases. */
export function linkPicture(): Raster {
  const [width, height, side, gap, frame] = [1200, 630, 512, 58, 8];
  const top = (height - side) / 2;
  const pixels = new Uint8Array(width * height * 3);
  const fill = (left: number, up: number, w: number, h: number, colour: readonly number[]) => {
    for (let y = up; y < up + h; y++)
      for (let x = left; x < left + w; x++) pixels.set(colour, (y * width + x) * 3);
  };
  const put = (raster: Raster, left: number, up: number) => {
    for (let y = 0; y < raster.height; y++) {
      const row = raster.pixels.subarray(y * raster.width * 3, (y + 1) * raster.width * 3);
      pixels.set(row, ((up + y) * width + left) * 3);
    }
  };
  fill(0, 0, width, height, PAPER);
  put(enlarged(strided(0), side / scene.width), gap, top);
  put(enlarged(subMaps(1), side / scene.width), width - gap - side, top);
  // Each phase a quarter of the right picture, framed in its colour.
  const [quarter, inner] = [side / 2, side / 2 - frame];
  PHASES.forEach((colour, phase) => {
    const left = width - gap - side + (phase >> 1) * quarter;
    const up = top + (phase & 1) * quarter;
    fill(left, up, quarter, frame, colour);
    fill(left, up + inner, quarter, frame, colour);
    fill(left, up, frame, quarter, colour);
    fill(left + inner, up, frame, quarter, colour);
  });
  return { width, height, pixels };
}

const PAPER = [251, 250, 246];
/** A, B, C, D as in site/styles/tokens.css. */
const PHASES = [
  [0, 114, 178],
  [230, 159, 0],
  [0, 158, 115],
  [204, 121, 167],
];
