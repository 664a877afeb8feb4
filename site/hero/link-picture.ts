import type { Picture } from '#lib/files/index.ts';
import { halvedCar, SIDE, START } from '#lib/hero/index.ts';

/** Each pixel as a square of `times` x `times` pixels. */
function enlarged(raster: Picture, times: number): Picture {
  const [width, height] = [raster.width * times, raster.height * times];
  const pixels = new Uint8ClampedArray(width * height * 3);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const source = (Math.floor(y / times) * raster.width + Math.floor(x / times)) * 3;
      pixels.set(raster.pixels.subarray(source, source + 3), (y * width + x) * 3);
    }
  return { width, height, pixels };
}

/** The picture that a link to the site shows, 1200 x 630: the car and its four sub-maps, in the colours of their phases. */
export function linkPicture(): Picture {
  const [width, height, side, gap, frame] = [1200, 630, 512, 58, 8];
  const top = (height - side) / 2;
  const pixels = new Uint8ClampedArray(width * height * 3);
  const fill = (left: number, up: number, w: number, h: number, colour: readonly number[]) => {
    for (let y = up; y < up + h; y++)
      for (let x = left; x < left + w; x++) pixels.set(colour, (y * width + x) * 3);
  };
  const put = (raster: Picture, left: number, up: number) => {
    for (let y = 0; y < raster.height; y++) {
      const row = raster.pixels.subarray(y * raster.width * 3, (y + 1) * raster.width * 3);
      pixels.set(row, ((up + y) * width + left) * 3);
    }
  };
  fill(0, 0, width, height, PAPER);
  const { picture, maps } = halvedCar(START);
  const dealt = maps.find(({ way, times }) => way === 'spd' && times === 1)!;
  put(enlarged(picture, side / SIDE), gap, top);
  put(enlarged(dealt.raster, side / SIDE), width - gap - side, top);
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
