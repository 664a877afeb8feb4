// The home page's picture: a car that the reader moves, halved three times by dropping pixels and by dealing them out.
import { vehiclePicture } from '../figures/kit/vehicle.ts';

/** Pixels a side of the picture. */
export const SIDE = 32;
/** Length of the car, px. */
export const LENGTH = 8;
/** Halvings shown: after three of them one position stands for 8 x 8 pixels. */
export const HALVINGS = [1, 2, 3] as const;
/** Where the car stands before anybody has moved it: no pixel of the last strided map lies on it. */
export const START: Place = { x: 13, y: 12 };
/** The least distance of the car's middle from the border, px: all of it stays in view. */
const MARGIN = 5;

/** The middle of the car, px from the upper left corner; whole numbers, so that the car is moved and never redrawn. */
export interface Place {
  x: number;
  y: number;
}

/** RGB, 8 bits a channel, row by row. */
export interface Raster {
  width: number;
  height: number;
  pixels: Uint8ClampedArray<ArrayBuffer>;
}

export type Way = 'strided' | 'spd';
export const WAYS: readonly Way[] = ['strided', 'spd'];

/** One of the six maps. */
export interface Halved {
  way: Way;
  /** Halvings. */
  times: number;
  /** For space-to-depth all sub-maps side by side, 2^times in a row. */
  raster: Raster;
  /** Positions of one sub-map along a side. */
  side: number;
  /** Pixels of the picture that the map still holds. */
  kept: number;
  /** The largest difference that the car makes to a number of the map, grey levels of 255. */
  shows: number;
  /** The sub-map in which it shows so, as [column, row] of the mosaic; the strided map is the one at [0, 0]. */
  best: [column: number, row: number];
}

/** Whole pixels, and near enough to the middle that the car stays in the picture. */
export function clampPlace({ x, y }: Place): Place {
  const inside = (v: number) => Math.min(SIDE - MARGIN, Math.max(MARGIN, Math.round(v)));
  return { x: inside(x), y: inside(y) };
}

/** The road with the car at a place, or without it. */
export function road(place?: Place): Raster {
  const dx = place ? place.x - SIDE / 2 : 0;
  const down = place ? place.y - place.x : 0;
  const length = place ? LENGTH : 0;
  const { pixels } = vehiclePicture({ side: SIDE, length, offset: dx, down });
  return { width: SIDE, height: SIDE, pixels: Uint8ClampedArray.from(pixels) };
}

let empty: Raster | undefined;

/** The six maps of the picture with the car at `place`: strided after 1, 2, 3 halvings, then space-to-depth. */
export function halvedCar(place: Place): { picture: Raster; maps: Halved[] } {
  empty ??= road();
  const picture = road(place);
  const change = differences(picture, empty);
  const maps = WAYS.flatMap((way) =>
    HALVINGS.map((times): Halved => {
      const step = 2 ** times;
      const side = SIDE / step;
      const seen = strongest(change, step, way === 'strided' ? 1 : step);
      const raster = way === 'strided' ? sample(picture, step) : mosaic(picture, step);
      return { way, times, raster, side, kept: raster.width * raster.height, ...seen };
    }),
  );
  return { picture, maps };
}

/** Per pixel the largest change over the three colours. */
function differences(a: Raster, b: Raster): Uint8Array {
  return Uint8Array.from({ length: a.width * a.height }, (_, i) =>
    Math.max(...[0, 1, 2].map((c) => Math.abs(a.pixels[3 * i + c] - b.pixels[3 * i + c]))),
  );
}

/** The largest change among the sub-maps whose offsets are below `offsets`, and where it is. */
function strongest(
  change: Uint8Array,
  step: number,
  offsets: number,
): Pick<Halved, 'shows' | 'best'> {
  let shows = 0;
  let best: Halved['best'] = [0, 0];
  change.forEach((value, i) => {
    const [column, row] = [(i % SIDE) % step, Math.floor(i / SIDE) % step];
    if (column >= offsets || row >= offsets || value <= shows) return;
    shows = value;
    best = [column, row];
  });
  return { shows, best };
}

/** Every `step`-th pixel of every `step`-th row. */
function sample(picture: Raster, step: number): Raster {
  return gather(picture, SIDE / step, (v) => v * step);
}

/** All sub-maps of block size `step` side by side: the one that begins at pixel (x, y) is tile (x, y). */
export function mosaic(picture: Raster, step: number): Raster {
  const side = SIDE / step;
  return gather(picture, SIDE, (v) => (v % side) * step + Math.floor(v / side));
}

function gather(picture: Raster, side: number, from: (v: number) => number): Raster {
  const pixels = new Uint8ClampedArray(side * side * 3);
  for (let y = 0; y < side; y++)
    for (let x = 0; x < side; x++) {
      const at = (from(y) * picture.width + from(x)) * 3;
      pixels.set(picture.pixels.subarray(at, at + 3), (y * side + x) * 3);
    }
  return { width: side, height: side, pixels };
}
