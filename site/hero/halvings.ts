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
