// The home page's picture: a car that the reader moves, halved three times by dropping pixels and by dealing them out.

import { subMap, tiles, toMap, toPicture } from '../figures/kit/picture.ts';
import { CAR, vehiclePicture } from '../figures/kit/vehicle.ts';
import type { Picture } from '../files/index.ts';

/** Pixels a side of the picture. */
export const SIDE = 32;
/** Halvings shown: after three of them one position stands for 8 x 8 pixels. */
export const HALVINGS = [1, 2, 3] as const;
/** Where the car stands before anybody has moved it: no pixel of the last strided map lies on it. */
export const START: CarPosition = { x: 13, y: 12 };
/** The least distance of the car's middle from the border, px: all of it stays in view. */
const MARGIN = 5;

/** The middle of the car, px from the upper left corner; whole numbers, so that the car is moved and never redrawn. */
export interface CarPosition {
  x: number;
  y: number;
}

export type Way = 'strided' | 'spd';
export const WAYS: readonly Way[] = ['strided', 'spd'];

/** One of the six maps. */
export interface Halved {
  way: Way;
  /** Halvings. */
  times: number;
  /** For space-to-depth all sub-maps side by side, 2^times in a row. */
  raster: Picture;
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
export function clampPlace({ x, y }: CarPosition): CarPosition {
  const inside = (v: number) => Math.min(SIDE - MARGIN, Math.max(MARGIN, Math.round(v)));
  return { x: inside(x), y: inside(y) };
}

/** The road with the car at a place, or without it. */
export function road(place?: CarPosition): Picture {
  const offset = place ? place.x - SIDE / 2 : 0;
  const down = place ? place.y - place.x : 0;
  return vehiclePicture({ side: SIDE, length: place ? CAR : 0, offset, down });
}

let empty: Picture | undefined;

/** The six maps of the picture with the car at `place`: strided after 1, 2, 3 halvings, then space-to-depth. */
export function halvedCar(place: CarPosition): { picture: Picture; maps: Halved[] } {
  empty ??= road();
  const picture = road(place);
  const change = differences(picture, empty);
  const pixels = toMap(picture);
  const maps = WAYS.flatMap((way) =>
    HALVINGS.map((times): Halved => {
      const step = 2 ** times;
      const side = SIDE / step;
      const seen = strongest(change, step, way === 'strided' ? 1 : step);
      const raster = toPicture(
        way === 'strided' ? subMap(pixels, step, 0, 0) : tiles(pixels, step),
      );
      return { way, times, raster, side, kept: raster.width * raster.height, ...seen };
    }),
  );
  return { picture, maps };
}

/** Per pixel the largest change over the three colours. */
function differences(a: Picture, b: Picture): Uint8Array {
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
