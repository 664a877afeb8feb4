import { chance, choose, range } from '../../random/index.ts';
import { TURN } from '../arithmetic.ts';
import type { Colour } from '../canvas.ts';
import type { ClassName } from '../classes.ts';
import { rectangle } from '../geometry.ts';
import { through } from '../path.ts';
import { paintRoads } from '../roads.ts';
import { addRoof } from '../roofs.ts';
import { box, makeFrame, point, reachOf, roughen, type World } from '../world.ts';
import { bayRow } from './carPark.ts';
import type { Layout } from './layout.ts';
import { litter, plant } from './plots.ts';

const CONTAINERS: readonly Colour[] = [
  [146, 80, 64],
  [84, 104, 132],
  [104, 122, 104],
  [170, 168, 160],
  [112, 110, 108],
];

/** Warehouses and a yard with lorries or buses in rows, stacks of goods, a few cars. */
export const depot: Layout = {
  focus: 8.5,
  reach: 0.9,
  paint(world: World): void {
    const { canvas, next, metre: m, grounds } = world;
    const reach = reachOf(world);
    const angle = range(next, 0, TURN);
    const f = makeFrame(64 + range(next, -15, 15), 64 + range(next, -15, 15), angle, m);
    canvas.fill(rectangle(0, 0, 128, 128), grounds.meadow);
    roughen(world, 0.9);
    const yard = chance(next, 0.5) ? grounds.asphalt : grounds.concrete;
    const half = Math.min(reach, range(next, 28, 70));
    litter(world, f, -half, -reach, half, reach, yard);
    const name: ClassName = chance(next, 0.5) ? 'truck' : 'bus';
    const length = name === 'truck' ? range(next, 6.5, 9.5) : range(next, 10, 12.5);
    const full = range(next, 0.35, 0.9);
    const gap = length + range(next, 9, 14);
    const rows = Math.max(1, Math.ceil(range(next, 0.5, reach / 26)));
    for (let r = 0; r < rows; r++) {
      const v = 2 + r * gap;
      const other = chance(next, 0.2) ? (name === 'bus' ? 'truck' : 'bus') : name;
      bayRow(world, f, -half + 4, half - 4, v, 1, {
        name: other,
        width: 3.8,
        depth: length + 1,
        full,
        metres: other === name ? length : other === 'bus' ? 10.5 : 8,
      });
      for (let u = -half + range(next, 0, 30); u < half; u += range(next, 18, 60)) {
        const [x, y] = point(f, u, v + length + 5 + range(next, -1, 2));
        const turn = chance(next, 0.5) ? 0 : TURN / 2;
        const moving = chance(next, 0.5) ? name : 'car';
        world.candidates.push({
          name: moving,
          x,
          y,
          angle: angle + turn + range(next, -0.3, 0.3),
          moving: true,
          weight: 1.2,
        });
      }
    }
    const depth = range(next, 18, 34);
    for (let u = -half + range(next, 0, 8); u < half; ) {
      const wide = range(next, 24, 50);
      if (u + wide < half + 10)
        addRoof(
          world,
          f,
          u + wide / 2,
          -10 - depth / 2,
          wide,
          depth,
          0,
          chance(next, 0.7) ? 'flat' : 'gable',
        );
      u += wide + range(next, 2, 16);
    }
    // lorries at the loading doors
    if (chance(next, 0.6)) {
      bayRow(world, f, -half + 6, half - 6, -9.5, 1, {
        name: 'truck',
        width: 4.6,
        depth: 8.5,
        full: 0.35,
        metres: 7.8,
      });
    }
    const stacks = Math.floor(next() * 5);
    const v = 2 + rows * gap + 2;
    for (let i = 0; i < stacks; i++) {
      const u = range(next, -half + 3, half - 16);
      const count = 1 + Math.floor(next() * 5);
      for (let k = 0; k < count; k++) {
        const at = v + k * 2.7;
        canvas.fill(
          box(f, u + (world.sun[0] / m) * 1.5, at, u + 6.1 + (world.sun[0] / m) * 1.5, at + 2.5),
          [60, 60, 62],
          0.5,
        );
        canvas.fill(box(f, u, at, u + 6.1, at + 2.4), choose(next, CONTAINERS));
      }
    }
    if (chance(next, 0.5)) {
      const [x, y] = point(f, 0, -depth - 22);
      paintRoads(world, [
        {
          path: through(x, y, angle, 0, 2.6 * reach * m),
          lanes: [1, 1],
          laneWidth: 3.5,
          median: 0,
          parking: [chance(next, 0.4), false],
          pavement: 1.8,
          queue: 0.3,
        },
      ]);
    }
    plant(world, f, half + 3, -reach, reach, reach, 0.8);
    plant(world, f, -reach, -reach, -half - 3, reach, 0.8);
  },
};
