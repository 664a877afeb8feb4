// A picture for each lab, computed when the site is built by what the labs themselves compute with.
import { footprintImage } from '#components/stack/pictures.ts';
import galleryFile from '#content/results/measured/gallery.json';
import { shrink } from '#lib/figures/kit/picture.ts';
import type { Picture } from '#lib/files/index.ts';
import { road, START } from '#lib/hero/index.ts';
import { generateScene } from '#lib/scenes/index.ts';
import { footprintOf, placed, type Stack, type Way } from '#lib/stack/index.ts';
import { datasetAtOnce, greyLevel } from '#lib/training/dataset.ts';
import { tasks } from '#lib/training/tasks/index.ts';
import type { LabName } from './labs.ts';

/** Pixels a side of all of them. */
export const SIDE = 128;
const GROUND = [246, 244, 236] as const;
const WHITE = [255, 255, 255] as const;

class Canvas implements Picture {
  readonly width = SIDE;
  readonly height = SIDE;
  readonly pixels = new Uint8ClampedArray(3 * SIDE * SIDE);

  constructor() {
    for (let i = 0; i < SIDE * SIDE; i++) this.pixels.set(GROUND, 3 * i);
  }

  dot(x: number, y: number, colour: ArrayLike<number>): void {
    if (x >= 0 && y >= 0 && x < SIDE && y < SIDE) this.pixels.set(colour, 3 * (y * SIDE + x));
  }

  /** A square of `own` RGB pixels a side, its upper left corner here, each pixel `times` as large. */
  paste(left: number, top: number, own: number, times: number, rgb: ArrayLike<number>): void {
    for (let y = 0; y < own * times; y++)
      for (let x = 0; x < own * times; x++) {
        const at = 3 * (Math.floor(y / times) * own + Math.floor(x / times));
        this.dot(left + x, top + y, [rgb[at], rgb[at + 1], rgb[at + 2]]);
      }
  }
}

/** The first piece of the gallery, its true boxes outlined. */
function detection(): Picture {
  const [piece] = galleryFile.pieces;
  const { pixels, objects } = generateScene({ ...piece.settings, seed: piece.seed });
  const canvas = new Canvas();
  canvas.pixels.set(pixels);
  for (const { x, y, width, height } of objects) {
    const [left, top] = [Math.round(x) - 2, Math.round(y) - 2];
    const [right, bottom] = [Math.round(x + width) + 1, Math.round(y + height) + 1];
    for (let i = left; i <= right; i++) for (const j of [top, bottom]) canvas.dot(i, j, WHITE);
    for (let j = top; j <= bottom; j++) for (const i of [left, right]) canvas.dot(i, j, WHITE);
  }
  return canvas;
}

/** Crops of the usual task. */
function training(): Picture {
  const [own, across, gap] = [16, 7, 2];
  const { noise } = tasks.digit;
  const settings = { task: 'digit', side: own, size: 11, noise, examples: 60 } as const;
  const { pixels } = datasetAtOnce(settings).seen;
  const canvas = new Canvas();
  const each = 3 * own * own;
  for (let i = 0; i < across * across; i++) {
    const crop = Array.from(pixels.subarray(i * each, (i + 1) * each), greyLevel);
    const place = (n: number) => gap + n * (own + gap);
    canvas.paste(place(i % across), place(Math.floor(i / across)), own, 1, crop);
  }
  return canvas;
}

/** The small car at four resolutions. */
function classification(): Picture {
  const picture = road(START);
  const canvas = new Canvas();
  const half = SIDE / 2;
  [32, 16, 8, 4].forEach((side, i) => {
    const [left, top] = [half * (i % 2), half * Math.floor(i / 2)];
    canvas.paste(left, top, side, half / side, shrink(picture, side));
  });
  return canvas;
}

/** How often pixels are heard through three halvings (above) and five: strided on the left, space-to-depth on the right. */
function stacks(): Picture {
  const canvas = new Canvas();
  const half = SIDE / 2;
  const ways: [way: Way, halvings: number][] = [
    ['strided', 3],
    ['spd', 3],
    ['strided', 5],
    ['spd', 5],
  ];
  ways.forEach(([way, halvings], i) => {
    const stack: Stack = Array.from({ length: halvings }, () => ({ way, width: 4 }));
    const { width, rgba } = footprintImage(footprintOf(placed(stack, { size: SIDE, channels: 3 })));
    const rgb = rgba.filter((_, at) => at % 4 !== 3);
    const times = half / width;
    canvas.paste(half * (i % 2), half * Math.floor(i / 2), width, times, rgb);
  });
  return canvas;
}

export const LAB_PICTURES: Readonly<Record<LabName, () => Picture>> = {
  lab: detection,
  train: training,
  classify: classification,
  stack: stacks,
};
