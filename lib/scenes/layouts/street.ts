import { chance, integer, range } from '../../random/index.ts';
import { TURN } from '../arithmetic.ts';
import { rectangle } from '../geometry.ts';
import { along, strip, through } from '../path.ts';
import { halfWidth, paintRoads, type Road } from '../roads.ts';
import { addRoof } from '../roofs.ts';
import { addTree } from '../trees.ts';
import { box, makeFrame, reachOf, roughen, type World } from '../world.ts';
import type { Layout } from './layout.ts';
import { grove, housing, litter, plant } from './plots.ts';

/** A residential street with houses on both sides, perhaps with a side street. */
export const street: Layout = {
  focus: 4.5,
  reach: 0.55,
  paint(world: World): void {
    const { canvas, next, metre: m, grounds } = world;
    canvas.fill(rectangle(0, 0, 128, 128), grounds.lawn);
    const reach = reachOf(world);
    const angle = range(next, 0, TURN);
    const x = 64 + range(next, -22, 22);
    const y = 64 + range(next, -22, 22);
    const path = through(x, y, angle, 0, 2.4 * reach * m);
    const middle = path.length / 2;
    const crossing = chance(next, 0.6);
    const wide = range(next, 3, 3.5);
    const main: Road = {
      path,
      lanes: [1, 1],
      laneWidth: wide,
      median: 0,
      parking: [chance(next, 0.65), chance(next, 0.55)],
      pavement: range(next, 1.6, 2.8),
      queue: 0.15,
    };
    const roads: Road[] = [main];
    const f = makeFrame(x, y, angle, m);
    const right = halfWidth(main, 0) + main.pavement;
    const left = halfWidth(main, 1) + main.pavement;
    let gapHalf = 0;
    if (crossing) {
      const side: Road = {
        path: through(x, y, angle + TURN / 4, 0, 2.4 * reach * m),
        lanes: [1, 1],
        laneWidth: range(next, 2.8, 3.4),
        median: 0,
        parking: [chance(next, 0.4), false],
        pavement: main.pavement,
        queue: 0.1,
      };
      gapHalf = halfWidth(side, 0) + side.pavement;
      const a = (halfWidth(side, 0) + 1) * m;
      const b = (halfWidth(main, 0) + 1) * m;
      main.gap = [middle - a, middle + a];
      side.gap = [side.path.length / 2 - b, side.path.length / 2 + b];
      roads.push(side);
    }
    const depth = range(next, 24, 34);
    for (const [from, to] of crossing
      ? ([
          [-reach, -gapHalf],
          [gapHalf, reach],
        ] as const)
      : ([[-reach, reach]] as const)) {
      // from the crossing outwards, so that no plot reaches over it
      housing(world, f, from, to, right, right + depth);
      housing(world, f, from, to, -left, -left - depth);
      housing(world, f, from, to, right + 2 * depth, right + depth);
      housing(world, f, from, to, -left - 2 * depth, -left - depth);
    }
    paintRoads(world, roads);
    if (chance(next, 0.5)) {
      const step = range(next, 9, 18) * m;
      const side = chance(next, 0.5) ? right - 0.9 : -left + 0.9;
      for (let s = range(next, 0, step); s < path.length; s += step) {
        const p = along(path, s, side * m);
        addTree(world, p[0], p[1], range(next, 1.3, 2.4));
      }
    }
  },
};

/** A wide town road: lanes both ways, a planted median, parked cars, large trees; often a junction of two of them. */
export const boulevard: Layout = {
  focus: 4.5,
  reach: 0.55,
  paint(world: World): void {
    const { canvas, next, metre: m, grounds } = world;
    const reach = reachOf(world);
    const angle = range(next, 0, TURN);
    const x = 64 + range(next, -25, 25);
    const y = 64 + range(next, -25, 25);
    const f = makeFrame(x, y, angle, m);
    const park = chance(next, 0.5);
    canvas.fill(rectangle(0, 0, 128, 128), park ? grounds.lawn : grounds.pavement);
    roughen(world, 0.8);
    const lanes = integer(next, 2, 3);
    const path = through(x, y, angle, 0, 2.4 * reach * m);
    const main: Road = {
      path,
      lanes: [lanes, chance(next, 0.85) ? lanes : lanes - 1],
      laneWidth: range(next, 3.1, 3.5),
      median: chance(next, 0.6) ? range(next, 1.6, 4.5) : 0,
      parking: [chance(next, 0.6), chance(next, 0.6)],
      pavement: range(next, 2.5, 5),
      queue: 0.45,
    };
    const roads: Road[] = [main];
    let gapHalf = 0;
    if (chance(next, 0.5)) {
      const sideLanes = integer(next, 1, 2);
      const side: Road = {
        path: through(x, y, angle + TURN / 4, 0, 2.4 * reach * m),
        lanes: [sideLanes, sideLanes],
        laneWidth: main.laneWidth,
        median: 0,
        parking: [chance(next, 0.5), chance(next, 0.3)],
        pavement: main.pavement,
        queue: 0.5,
      };
      gapHalf = halfWidth(side, 0) + side.pavement;
      const a = (halfWidth(side, 0) + 1.5) * m;
      const b = (halfWidth(main, 0) + 1.5) * m;
      main.gap = [path.length / 2 - a, path.length / 2 + a];
      side.gap = [side.path.length / 2 - b, side.path.length / 2 + b];
      roads.push(side);
    }
    for (const sign of [1, -1] as const) {
      const edge = (halfWidth(main, sign > 0 ? 0 : 1) + main.pavement) * sign;
      for (const [from, to] of gapHalf > 0
        ? ([
            [-reach, -gapHalf],
            [gapHalf, reach],
          ] as const)
        : ([[-reach, reach]] as const)) {
        const kind = next();
        const far = sign * reach;
        const lo = Math.min(edge, far);
        const hi = Math.max(edge, far);
        if (kind < 0.4) {
          // a park with groves and a path
          canvas.fill(box(f, from, lo, to, hi), grounds.lawn);
          const v = edge + sign * range(next, 8, 18);
          canvas.fill(
            strip(
              through(x, y, angle, range(next, -0.004, 0.004), 2.4 * reach * m),
              v * m,
              (v + 2) * m,
            ),
            grounds.gravel,
            0.9,
          );
          for (let i = 0; i < 4; i++)
            grove(
              world,
              f,
              range(next, from, to),
              edge + sign * range(next, 5, 26),
              range(next, 5, 12),
            );
          plant(world, f, from, lo, to, hi, 0.3);
        } else {
          litter(world, f, from, lo, to, hi, chance(next, 0.5) ? grounds.pavement : grounds.worn);
          const depth = range(next, 11, 17);
          const setback = range(next, 3, 10);
          for (let u = from + range(next, 1, 8); u < to - 12; ) {
            const length = range(next, 16, 38);
            if (u + length < to) {
              const style = kind < 0.7 ? 'flat' : chance(next, 0.7) ? 'gable' : 'hip';
              addRoof(
                world,
                f,
                u + length / 2,
                edge + sign * (setback + depth / 2),
                length,
                depth,
                0,
                style,
              );
              canvas.fill(
                box(
                  f,
                  u,
                  edge + sign * (setback + depth),
                  u + length,
                  edge + sign * (setback + depth + 14),
                ),
                grounds.lawn,
              );
              plant(
                world,
                f,
                u,
                edge + sign * (setback + depth + 7) - 6,
                u + length,
                edge + sign * (setback + depth + 7) + 6,
                1.2,
              );
            }
            u += length + range(next, 0, 14);
          }
          if (chance(next, 0.6)) {
            for (let u = from + range(next, 2, 6); u < to; u += range(next, 8, 20)) {
              canvas.fill(box(f, u, edge, u + range(next, 3, 7), edge + sign * 1.6), grounds.lawn);
            }
          }
        }
      }
    }
    paintRoads(world, roads);
    const step = range(next, 8, 15) * m;
    for (const sign of [1, -1] as const) {
      if (chance(next, 0.3)) continue;
      const offset = sign * (halfWidth(main, sign > 0 ? 0 : 1) + main.pavement * 0.6);
      for (let s = range(next, 0, step); s < path.length; s += step * range(next, 0.8, 1.3)) {
        if (main.gap && s > main.gap[0] - 2 * m && s < main.gap[1] + 2 * m) continue;
        const p = along(path, s, offset * m);
        addTree(world, p[0], p[1], range(next, 1.3, 2.8));
      }
    }
  },
};
