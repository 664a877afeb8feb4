// The window on its walk.
import { boxes, type Group, lines, type RectMark } from '../kit/marks.ts';
import { polyline } from '../kit/path.ts';
import { at, style } from './cells.ts';
import type { Layout } from './layout.ts';
import type { Model } from './model.ts';
import type { Walk } from './walk.ts';

/** The window where it stands, and rays to the place that it writes. */
export function drawWindow(
  group: Group,
  rays: Group,
  model: Model,
  walk: Walk,
  where: Layout,
): void {
  const { placed, block } = model;
  const { stroke, dash } = style(model);
  const opacity = walk.appeared * (1 - walk.summary);
  const top = walk.row * placed.stride - placed.before;
  const left = walk.column * placed.stride - placed.before;
  const big = { ...where.input, cell: where.input.cell * block };
  const frame = { stroke, dash, strokeWidth: 3, opacity };
  const inImage = at(big, top, left, placed.extent);
  const inMaps = at(where.maps, top, left, placed.extent);
  const data: RectMark[] = [
    { ...inImage, ...frame, fill: stroke, fillOpacity: placed.dilation > 1 ? 0 : 0.1 },
  ];
  if (placed.dilation > 1)
    for (let u = 0; u < placed.kernel; u++)
      for (let v = 0; v < placed.kernel; v++) {
        const tap = at(big, top + u * placed.dilation, left + v * placed.dilation);
        data.push({ ...tap, stroke, strokeWidth: 2.5, fill: stroke, fillOpacity: 0.16, opacity });
      }
  if (block > 1)
    data.push({ ...inMaps, ...frame, strokeWidth: 2.5, fill: stroke, fillOpacity: 0.12 });
  boxes(group, data);
  const cell = at(where.output, walk.row, walk.column);
  const from = block > 1 ? inMaps : inImage;
  // To an output below the image a ray would run through the legend.
  const paths = [
    ...(block > 1 && where.beside ? [ray(inImage, inMaps)] : []),
    ...(block > 1 || where.beside ? [ray(from, cell)] : []),
  ];
  lines(
    rays,
    paths.map((path) => ({ path, stroke, strokeWidth: 1.2, dash: '2 3', opacity: 0.45 * opacity })),
  );
}

/** Two lines from one box to another: side by side, or from above to below. */
function ray(a: RectMark, b: RectMark): string {
  const [right, bottom] = [a.x + a.width, a.y + a.height];
  return b.y > bottom && b.x < right
    ? polyline(
        [
          [a.x, bottom],
          [b.x, b.y],
        ],
        [
          [right, bottom],
          [b.x + b.width, b.y],
        ],
      )
    : polyline(
        [
          [right, a.y],
          [b.x, b.y],
        ],
        [
          [right, bottom],
          [b.x, b.y + b.height],
        ],
      );
}
