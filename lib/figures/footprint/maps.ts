// Both footprints, by colour and by number.
import { letter } from '../kit/letters.ts';
import { type Group, type Label, labels, textWidth } from '../kit/marks.ts';
import { inkOn } from '../kit/palette.ts';
import { type Raster, rasters } from '../kit/raster.ts';
import { rgbOf } from '../kit/rgb.ts';
import { cellColour } from './image.ts';
import { extremes, meanOf } from './model.ts';
import type { Scene } from './scene.ts';

/** The plane's paths by colour, relative to their mean; a pixel without a path is grey. */
function pixelsOf(plane: Float64Array): Uint8ClampedArray {
  const mean = meanOf(plane) || 1;
  const out = new Uint8ClampedArray(3 * plane.length);
  // Few counts, many pixels.
  const colours = new Map<number, number[]>();
  const colourOf = (count: number) => {
    const pixel = rgbOf(cellColour(count / mean));
    colours.set(count, pixel);
    return pixel;
  };
  plane.forEach((count, i) => {
    out.set(colours.get(count) ?? colourOf(count), 3 * i);
  });
  return out;
}

/** Both planes by colour; one fades into the next. */
export function drawMaps(group: Group, { model, level, panels, map, top }: Scene): void {
  const now = Math.floor(level);
  const { window } = model;
  rasters(
    group,
    panels.flatMap(({ side, x }) => {
      const at = (n: number, opacity: number): Raster => ({
        x,
        y: top,
        width: map,
        height: map,
        rows: window,
        columns: window,
        pixels: pixelsOf(side.planes[n]),
        opacity,
      });
      return level > now ? [at(now, 1), at(now + 1, level - now)] : [at(now, 1)];
    }),
  );
}

/** The counts themselves (of the reader's own weights each pixel's share, the mean being one), where the cells are large enough. */
export function drawNumbers(group: Group, { model, level, panels, layout, map, top }: Scene): void {
  const cell = map / model.window;
  labels(
    group,
    panels.flatMap(({ side, x }) => {
      const plane = side.planes[Math.round(level)];
      const mean = meanOf(plane) || 1;
      const said = (count: number) => (side.own ? (count / mean).toFixed(2) : String(count));
      const size = cell > 30 ? 14 : 12;
      const most = textWidth(said(extremes(plane).most), letter(layout, size));
      if (cell < 20 || most > cell - (layout === 'projector' ? 5 : 1)) return [];
      return Array.from(plane, (count, i): Label => {
        const [row, column] = [Math.floor(i / model.window), i % model.window];
        return {
          x: x + (column + 0.5) * cell,
          y: top + (row + 0.5) * cell,
          text: said(count),
          size,
          anchor: 'middle',
          fill: inkOn(cellColour(count / mean)),
        };
      });
    }),
    true,
  );
}
