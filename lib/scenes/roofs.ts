import { type Random, range, weighted } from '../random/index.ts';
import { clamp } from './arithmetic.ts';
import type { Colour } from './canvas.ts';
import { hull, type Polygon, place, shift, slab, within } from './geometry.ts';
import type { Frame, Roof, World } from './world.ts';
import { point } from './world.ts';

const TILES: readonly (readonly [Colour, number])[] = [
  [[142, 102, 86], 5],
  [[122, 92, 80], 4],
  [[110, 96, 88], 3],
  [[104, 104, 108], 4],
  [[86, 86, 90], 2],
  [[156, 122, 104], 2],
];

const FLATS: readonly (readonly [Colour, number])[] = [
  [[162, 159, 152], 5],
  [[186, 186, 182], 3],
  [[128, 128, 128], 3],
  [[202, 203, 202], 2],
  [[140, 146, 138], 1],
];

/** A building at (u, v) of the frame, length and width in metres. */
export function addRoof(
  world: World,
  f: Frame,
  u: number,
  v: number,
  length: number,
  width: number,
  turn: number,
  kind: Roof['kind'],
): Roof {
  const { next } = world;
  const [x, y] = point(f, u, v);
  const colour = weighted(next, kind === 'flat' ? FLATS : TILES);
  const light = range(next, -10, 10);
  const roof: Roof = {
    slab: slab(x, y, length * f.metre, width * f.metre, f.angle + turn),
    kind,
    colour: [colour[0] + light, colour[1] + light, colour[2] + light],
    height: kind === 'flat' ? range(next, 4, 9) : range(next, 4.5, 7),
  };
  world.roofs.push(roof);
  return roof;
}

export function shadeRoof(world: World, roof: Roof): void {
  const base = within(roof.slab, -1, -1, 1, 1);
  const [dx, dy] = world.sun;
  world.canvas.shade(hull([...base, ...shift(base, dx * roof.height, dy * roof.height)]), 0.52);
}

function lit([r, g, b]: Colour, factor: number): Colour {
  return [r * factor, g * factor, b * (0.15 + 0.85 * factor)];
}

/** The roof's planes, each as light as it faces the sun, with ridge, eaves and what stands on it. */
export function paintRoof(world: World, roof: Roof, next: Random): void {
  const { canvas, sun, metre } = world;
  const s = roof.slab;
  const length = Math.sqrt(sun[0] * sun[0] + sun[1] * sun[1]) || 1;
  /** light on a plane that leans towards (nx, ny) of the slab's frame */
  const facing = (nx: number, ny: number): number => {
    const wx = nx * s.cos - ny * s.sin;
    const wy = nx * s.sin + ny * s.cos;
    return clamp(0.93 - (0.27 * (wx * sun[0] + wy * sun[1])) / length, 0.6, 1.25);
  };
  const plane = (polygon: Polygon, light: number): void =>
    canvas.fill(polygon, { colour: lit(roof.colour, light), mottle: 6, grain: 4 });
  const at = (polygon: Polygon): Polygon => place(polygon, s.x, s.y, s.cos, s.sin);
  const l = s.halfLength;
  const w = s.halfWidth;
  if (roof.kind === 'flat') {
    plane(within(s, -1, -1, 1, 1), 1.1);
    const rim = clamp((0.7 * metre) / w, 0.02, 0.3);
    const rimU = (rim * w) / l;
    plane(within(s, rimU - 1, rim - 1, 1 - rimU, 1 - rim), 0.97);
    // air conditioning, skylights: unlabelled small boxes, as real roofs have them
    const units = Math.floor(next() * 5);
    for (let i = 0; i < units; i++) {
      const u = range(next, -0.8, 0.6);
      const v = range(next, -0.75, 0.5);
      const a = (range(next, 1, 2.6) * metre) / l;
      const b = (range(next, 1, 2.2) * metre) / w;
      const unit = within(s, u, v, Math.min(u + a, 0.92), Math.min(v + b, 0.9));
      canvas.fill(shift(unit, sun[0] * 0.9, sun[1] * 0.9), lit(roof.colour, 0.6), 0.8);
      canvas.fill(unit, lit(roof.colour, range(next, 0.75, 1.25)));
    }
    return;
  }
  const hip = roof.kind === 'hip' ? Math.min(w * 0.95, l * 0.7) : 0;
  plane(at([-l, -w, l, -w, l - hip, 0, -l + hip, 0]), facing(0, -1));
  plane(at([-l, w, l, w, l - hip, 0, -l + hip, 0]), facing(0, 1));
  if (hip > 0) {
    plane(at([l, -w, l, w, l - hip, 0]), facing(1, 0));
    plane(at([-l, -w, -l, w, -l + hip, 0]), facing(-1, 0));
  }
  const ridge = 0.18 * metre;
  canvas.fill(
    at([-l + hip, -ridge, l - hip, -ridge, l - hip, ridge, -l + hip, ridge]),
    lit(roof.colour, 1.2),
    0.6,
  );
  if (next() < 0.6) {
    const u = range(next, -0.6, 0.5);
    const v = range(next, -0.4, 0.2);
    const chimney = within(s, u, v, u + (0.9 * metre) / l, v + (0.8 * metre) / w);
    canvas.fill(shift(chimney, sun[0] * 1.2, sun[1] * 1.2), lit(roof.colour, 0.55), 0.7);
    canvas.fill(chimney, [132, 116, 106]);
  }
  if (next() < 0.35) {
    // skylights or panels on one side
    const side = next() < 0.5 ? -1 : 1;
    const panels = 1 + Math.floor(next() * 4);
    for (let i = 0; i < panels; i++) {
      const u = -0.6 + (1.2 * i) / panels;
      canvas.fill(
        within(s, u, side * 0.3, u + 0.18, side * 0.68),
        next() < 0.5 ? [66, 74, 88] : [160, 168, 174],
        0.85,
      );
    }
  }
}
