import { chance, range, weighted } from '../../random/index.ts';
import { TURN } from '../arithmetic.ts';
import type { ClassName } from '../classes.ts';
import { rectangle } from '../geometry.ts';
import { through } from '../path.ts';
import { paintRoads } from '../roads.ts';
import { addRoof } from '../roofs.ts';
import { addTree } from '../trees.ts';
import { box, type Frame, makeFrame, point, reachOf, roughen, type World } from '../world.ts';
import type { Layout } from './layout.ts';
import { litter, plant } from './plots.ts';

interface Bays {
  name: ClassName;
  /** metres */
  width: number;
  depth: number;
  full: number;
  metres?: number;
}

/** One row of bays from u0 to u1, opening towards `out` (1 or -1) of v. */
export function bayRow(
  world: World,
  f: Frame,
  u0: number,
  u1: number,
  v: number,
  out: 1 | -1,
  bays: Bays,
): void {
  const { canvas, next, grounds } = world;
  const end = v + out * bays.depth;
  for (let u = u0; u <= u1 + 0.01; u += bays.width) {
    canvas.fill(box(f, u - 0.09, v, u + 0.09, end), grounds.marking, 0.72);
    if (u + bays.width > u1 + 0.01 || !chance(next, bays.full)) continue;
    const [x, y] = point(
      f,
      u + bays.width / 2 + range(next, -0.12, 0.12),
      (v + end) / 2 + range(next, -0.25, 0.25),
    );
    const turn = chance(next, 0.7) ? -out * (TURN / 4) : out * (TURN / 4);
    world.candidates.push({
      name: bays.name,
      x,
      y,
      angle: f.angle + turn + range(next, -0.04, 0.04),
      moving: false,
      weight: 1,
      metres: bays.metres,
    });
  }
}

/** Rows of bays with aisles between, islands with trees, a shop, a road beside it. */
export const carPark: Layout = {
  focus: 4.5,
  reach: 0.62,
  paint(world: World): void {
    const { canvas, next, metre: m, grounds } = world;
    const reach = reachOf(world);
    const angle = range(next, 0, TURN);
    const f = makeFrame(64 + range(next, -20, 20), 64 + range(next, -20, 20), angle, m);
    canvas.fill(rectangle(0, 0, 128, 128), grounds.lawn);
    roughen(world, 0.9);
    const halfLength = Math.min(reach, range(next, 18, 60));
    const rows = Math.ceil(range(next, 1, 2 + reach / 22));
    const aisle = range(next, 5.6, 7);
    const module = 10 + aisle;
    const top = (-rows * module) / 2;
    const bottom = -top;
    canvas.fill(box(f, -halfLength - 7, top - 1, halfLength + 7, bottom + 1), [194, 190, 182]);
    canvas.fill(
      box(f, -halfLength - 6.6, top - 0.6, halfLength + 6.6, bottom + 0.6),
      grounds.asphalt,
    );
    for (let i = 0; i < 7; i++) {
      const u = range(next, -halfLength, halfLength);
      const v = range(next, top, bottom - 4);
      canvas.fill(
        box(f, u, v, u + range(next, 3, 14), v + range(next, 1, 4)),
        grounds.worn,
        range(next, 0.2, 0.8),
      );
    }
    const full = range(next, 0.25, 0.92);
    const islands = chance(next, 0.6);
    for (let r = 0; r < rows; r++) {
      const v = top + r * module;
      const large = chance(next, 0.1);
      const bays: Bays = large
        ? { name: 'truck', width: 3.8, depth: 7.5, full: full * 0.8, metres: 6.8 }
        : { name: 'car', width: range(next, 2.45, 2.75), depth: 5, full };
      bayRow(world, f, -halfLength, halfLength, v, 1, bays);
      bayRow(world, f, -halfLength, halfLength, v + module, -1, bays);
      // cars in the aisle
      for (let u = -halfLength + range(next, 0, 20); u < halfLength; u += range(next, 14, 50)) {
        const [x, y] = point(f, u, v + 5 + aisle / 2 + range(next, -0.8, 0.8));
        const turn = chance(next, 0.5) ? 0 : TURN / 2;
        world.candidates.push({
          name: chance(next, 0.85) ? 'car' : 'truck',
          x,
          y,
          angle: angle + turn + range(next, -0.2, 0.2),
          moving: true,
          weight: 1.1,
          metres: undefined,
        });
      }
      if (r > 0 && islands) {
        canvas.fill(box(f, -halfLength, v - 0.8, halfLength, v + 0.8), [192, 188, 180]);
        canvas.fill(box(f, -halfLength + 0.3, v - 0.5, halfLength - 0.3, v + 0.5), grounds.lawn);
        const step = range(next, 7, 14);
        for (let u = -halfLength + 2; u < halfLength; u += step) {
          addTree(world, ...point(f, u, v), range(next, 0.9, 1.7));
        }
      }
    }
    const above = chance(next, 0.6);
    if (above) {
      const depth = range(next, 18, 34);
      const length = range(next, 0.7, 1.3) * 2 * halfLength;
      canvas.fill(
        box(f, -halfLength - 8, top - depth - 8, halfLength + 8, top - 1),
        grounds.pavement,
      );
      addRoof(world, f, range(next, -6, 6), top - 5 - depth / 2, length, depth, 0, 'flat');
    } else {
      plant(world, f, -reach, -reach, reach, top - 4, 0.5);
    }
    const kind = weighted(next, [
      ['road', 5],
      ['park', 3],
      ['yard', 2],
    ] as const);
    if (kind === 'road') {
      const [x, y] = point(f, 0, bottom + range(next, 9, 14));
      paintRoads(world, [
        {
          path: through(x, y, angle, 0, 2.6 * reach * m),
          lanes: [1, 1],
          laneWidth: 3.3,
          median: 0,
          parking: [false, false],
          pavement: 2,
          queue: 0.3,
        },
      ]);
      plant(world, f, -reach, bottom + 2, reach, bottom + 5, 1.5, 0.8, 1.8);
    } else if (kind === 'park') {
      plant(world, f, -reach, bottom + 3, reach, reach, 0.9);
    } else {
      litter(world, f, -reach, bottom + 3, reach, reach, grounds.worn);
    }
    plant(world, f, -reach, top, -halfLength - 9, bottom, 0.8);
    plant(world, f, halfLength + 9, top, reach, bottom, 0.8);
  },
};
