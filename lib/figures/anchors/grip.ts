import type { Context, Grip } from '../figure.ts';
import type { RectMark } from '../kit/marks.ts';
import { type Layout, layout, type Panel } from './layout.ts';
import { objectOf, type Params, parameters, SIDE } from './model.ts';

/** So far around the object it can be taken hold of, and so large is its handle for a finger, px of the layout. */
const MARGIN = 5;
const HANDLE = 24;
/** From the object's corner to the middle of its handle. */
const OFFSET = 14;

const clamp = (v: number, { min, max }: { min: number; max: number }) =>
  Math.min(max, Math.max(min, Math.round(v)));
const inside = ({ x, y, width, height }: RectMark, px: number, py: number) =>
  px >= x && py >= y && px <= x + width && py <= y + height;

/** Where the object is taken hold of in each panel, and its handle off its lower right corner, in the first panel alone. */
export function grips(params: Params, { panels }: Layout): { move: RectMark; size?: RectMark }[] {
  const object = objectOf(params);
  return panels.map(({ x, y, side }: Panel, i) => {
    const scale = side / SIDE;
    const within = (v: number) => Math.min(SIDE, Math.max(0, v)) * scale;
    const [left, top] = [x + within(object.x), y + within(object.y)];
    const [right, bottom] = [object.x + object.width, object.y + object.height].map(within);
    return {
      move: {
        x: left - MARGIN,
        y: top - MARGIN,
        width: x + right - left + 2 * MARGIN,
        height: y + bottom - top + 2 * MARGIN,
      },
      ...(i === 0 && {
        size: {
          x: x + right + OFFSET - HANDLE / 2,
          y: y + bottom + OFFSET - HANDLE / 2,
          width: HANDLE,
          height: HANDLE,
        },
      }),
    };
  });
}

/** The object is moved by itself, and made larger or smaller about its middle by its handle. */
export function grip(
  params: Params,
  context: Context,
  x: number,
  y: number,
): Grip<Params> | undefined {
  const where = layout(context);
  const all = grips(params, where);
  const sized = all.findIndex(({ size }) => size && inside(size, x, y));
  const moved = all.findIndex(({ move }) => inside(move, x, y));
  const panel = where.panels[Math.max(sized, moved)];
  if (!panel) return undefined;
  const scale = panel.side / SIDE;
  // The handle lies over a small object's edge: what is in the object moves it.
  const inObject = moved >= 0 && inside(grown(all[moved].move, -MARGIN), x, y);
  if (sized >= 0 && !inObject)
    return (px, py) => ({
      width: clamp(params.width + (2 * (px - x)) / scale, parameters.width),
      height: clamp(params.height + (2 * (py - y)) / scale, parameters.height),
    });
  return (px, py) => ({
    x: clamp(params.x + (px - x) / scale, parameters.x),
    y: clamp(params.y + (py - y) / scale, parameters.y),
  });
}

function grown({ x, y, width, height }: RectMark, by: number): RectMark {
  return { x: x - by, y: y - by, width: width + 2 * by, height: height + 2 * by };
}

/** The handle as it is drawn, in the middle of what takes the pointer. */
export function handle({ x, y, width, height }: RectMark): RectMark {
  const side = 9;
  return { x: x + (width - side) / 2, y: y + (height - side) / 2, width: side, height: side };
}
