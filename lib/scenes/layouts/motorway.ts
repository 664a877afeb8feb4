import { chance, integer, range } from '../../random/index.ts';
import { TURN } from '../arithmetic.ts';
import { rectangle } from '../geometry.ts';
import { strip, through } from '../path.ts';
import { halfWidth, paintRoads, type Road } from '../roads.ts';
import { addRoof } from '../roofs.ts';
import { addTree } from '../trees.ts';
import { box, type Frame, makeFrame, reachOf, roughen, type World } from '../world.ts';
import type { Layout } from './layout.ts';
import { grove } from './plots.ts';

/** Fields side by side, each with its crop and its furrows, hedges between some. */
export function fields(world: World, f: Frame): void {
  const { canvas, next, grounds } = world;
  const reach = reachOf(world);
  canvas.fill(rectangle(0, 0, 128, 128), grounds.meadow);
  for (let u = -reach; u < reach; ) {
    const width = range(next, 26, 80);
    const kind = next();
    const ground = kind < 0.3 ? grounds.soil : kind < 0.65 ? grounds.meadow : grounds.lawn;
    const light = range(next, -14, 14);
    const [r, g, b] = ground.colour;
    const tinted = { ...ground, colour: [r + light, g + light, b + light * 0.7] as const };
    canvas.fill(box(f, u, -reach, u + width, reach), tinted);
    const step = range(next, 1.6, 6);
    const strength = range(next, 0, 0.22);
    if (strength > 0.05) {
      for (let v = -reach; v < reach; v += step) {
        canvas.fill(box(f, u, v, u + width, v + step * 0.4), [r * 0.8, g * 0.8, b * 0.8], strength);
      }
    }
    if (chance(next, 0.4)) {
      for (let v = -reach; v < reach; v += range(next, 3, 9)) {
        if (chance(next, 0.8)) addTree(world, ...corner(f, u, v), range(next, 0.8, 2.2));
      }
    }
    u += width;
  }
}

function corner(f: Frame, u: number, v: number): [number, number] {
  return [f.x + (u * f.cos - v * f.sin) * f.metre, f.y + (u * f.sin + v * f.cos) * f.metre];
}

/** A motorway or a country road in wide bends between fields. */
export const motorway: Layout = {
  focus: 4.6,
  reach: 0.6,
  paint(world: World): void {
    const { canvas, next, metre: m, grounds } = world;
    const reach = reachOf(world);
    const angle = range(next, 0, TURN);
    fields(world, makeFrame(64, 64, angle + range(next, -0.9, 0.9), m));
    roughen(world, 0.9);
    const x = 64 + range(next, -25, 25);
    const y = 64 + range(next, -25, 25);
    const curvature = chance(next, 0.5) ? range(next, -0.006, 0.006) : 0;
    const path = through(x, y, angle, curvature, 2.6 * reach * m);
    const lanes = chance(next, 0.65) ? integer(next, 2, 3) : 1;
    const road: Road = {
      path,
      lanes: [lanes, lanes],
      laneWidth: range(next, 3.3, 3.75),
      median: lanes > 1 ? range(next, 1.2, 4) : 0,
      parking: [false, false],
      pavement: 0,
      queue: chance(next, 0.35) ? 0.8 : 0.2,
    };
    const half = halfWidth(road, 0);
    const shoulder = lanes > 1 ? 2.8 : 0.6;
    canvas.fill(strip(path, -(half + shoulder + 3) * m, (half + shoulder + 3) * m), grounds.meadow);
    canvas.fill(
      strip(path, -(half + shoulder + 0.5) * m, (half + shoulder + 0.5) * m),
      grounds.gravel,
      0.7,
    );
    canvas.fill(strip(path, -(half + shoulder) * m, (half + shoulder) * m), grounds.asphalt);
    const roads = [road];
    if (chance(next, 0.35)) {
      // a service road alongside
      const offset = (half + shoulder + range(next, 8, 16)) * m;
      const side = through(x, y, angle, 0, 2.6 * reach * m);
      canvas.fill(
        strip(side, offset - 2.2 * m, offset + 2.2 * m),
        chance(next, 0.5) ? grounds.gravel : grounds.worn,
      );
    }
    paintRoads(world, roads);
    const f = makeFrame(x, y, angle, m);
    for (let i = 0; i < 4; i++) {
      if (chance(next, 0.55)) {
        const sign = chance(next, 0.5) ? 1 : -1;
        grove(
          world,
          f,
          range(next, -reach, reach),
          sign * (half + shoulder + range(next, 14, 40)),
          range(next, 4, 10),
        );
      }
    }
    if (chance(next, 0.4)) {
      const sign = chance(next, 0.5) ? 1 : -1;
      const v = sign * (half + shoulder + range(next, 22, 34));
      const u = range(next, -20, 20);
      canvas.fill(box(f, u - 14, v - 12, u + 20, v + 12), grounds.gravel, 0.8);
      addRoof(world, f, u, v, range(next, 16, 26), range(next, 9, 13), 0, 'gable');
      addRoof(world, f, u + 14, v - 4, 9, 14, 0, 'gable');
    }
  },
};
