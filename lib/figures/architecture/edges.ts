import { type Point, path, polygon, polyline } from '../kit/path.ts';
import type { Layout, Spot } from './layout.ts';
import type { Model } from './model.ts';
import type { Drawn } from './scene.ts';

/** A line from one slot to another; -1 is the picture. */
interface Edge {
  from: number;
  to: number;
  strided: boolean;
  spd: boolean;
}

/** A line with its arrow head, ready to draw. */
export interface Wire extends Edge {
  path: string;
  head: string;
  opacity: number;
}

export function wires(model: Model, where: Layout, drawn: readonly Drawn[]): Wire[] {
  const picture: Spot = { ...where.picture, column: 'main' };
  const spot = (slot: number) => (slot < 0 ? picture : drawn[slot].place);
  return edges(model).map((edge) => {
    const u = drawn[edge.to].u;
    return {
      ...edge,
      ...route(spot(edge.from), spot(edge.to)),
      opacity: edge.strided && edge.spd ? 1 : edge.strided ? 1 - u : u,
    };
  });
}

/** The lines of both nets; those that both have come once. */
function edges({ slots, strided, spd }: Model): Edge[] {
  const found = new Map<string, Edge>();
  for (const [side, layers] of [
    ['strided', strided],
    ['spd', spd],
  ] as const) {
    const slotOf = new Map(
      slots.flatMap((slot, i) => (slot[side] === undefined ? [] : [[slot[side], i]])),
    );
    slotOf.set(-1, -1);
    layers.forEach((layer, index) => {
      for (const source of layer.from) {
        const [from, to] = [slotOf.get(source) ?? -1, slotOf.get(index) ?? 0];
        const edge = found.get(`${from} ${to}`) ?? { from, to, strided: false, spd: false };
        found.set(`${from} ${to}`, { ...edge, [side]: true });
      }
    });
  }
  return [...found.values()];
}

const HEAD = 4;

/** Straight within a column, by the side of a residual block, else out to the right and in from the left. */
function route(a: Spot, b: Spot): { path: string; head: string } {
  const down = b.y > a.y;
  if (a.column === b.column) {
    const sign = down ? 1 : -1;
    const end = b.y - (sign * b.height) / 2;
    return line(
      polyline([
        [a.x, a.y + (sign * a.height) / 2],
        [a.x, end - sign * HEAD],
      ]),
      b.x,
      end,
      0,
      sign,
    );
  }
  if (b.column === 'shortcut') {
    const y = a.y + a.height / 4;
    const end = b.y - b.height / 2;
    return line(
      polyline([
        [a.x + a.width / 2, y],
        [b.x, y],
        [b.x, end - HEAD],
      ]),
      b.x,
      end,
      0,
      1,
    );
  }
  if (a.column === 'shortcut') {
    const y = b.y - b.height / 4;
    const end = b.x + b.width / 2;
    return line(
      polyline([
        [a.x, a.y + a.height / 2],
        [a.x, y],
        [end + HEAD, y],
      ]),
      end,
      y,
      -1,
      0,
    );
  }
  const [x0, x1] = [a.x + a.width / 2, b.x - b.width / 2];
  // The bend lies in the gap before the target.
  const bend = Math.max(x0, x1 - 24);
  const middle = (bend + x1) / 2;
  const y = a.y + (b.column === 'head' && b.y !== a.y ? a.height / 4 : 0);
  return line(
    path((pen) => {
      pen.moveTo(x0, y);
      if (y === b.y) return pen.lineTo(x1 - HEAD, y);
      if (bend > x0) pen.lineTo(bend, y);
      pen.bezierCurveTo(middle, y, middle, b.y, x1 - HEAD, b.y);
    }),
    x1,
    b.y,
    1,
    0,
  );
}

/** A path, and a triangle with its tip at (x, y) that points along (dx, dy). */
function line(
  wire: string,
  x: number,
  y: number,
  dx: number,
  dy: number,
): { path: string; head: string } {
  const point = (along: number, across: number): Point => [
    x - dx * along - dy * across,
    y - dy * along + dx * across,
  ];
  return { path: wire, head: polygon([point(0, 0), point(6, 3.2), point(6, -3.2)]) };
}
