import { chance, range, weighted } from '../../random/index.ts';
import { TURN } from '../arithmetic.ts';
import type { ClassName } from '../classes.ts';
import { rectangle } from '../geometry.ts';
import { strip, through } from '../path.ts';
import { addRoof } from '../roofs.ts';
import { box, type Frame, makeFrame, point, reachOf, roughen, type World } from '../world.ts';
import type { Layout } from './layout.ts';

/** Concrete slabs with dark joints, each a little lighter or darker; repairs, oil, tyre marks. */
function slabs(world: World, f: Frame, u0: number, v0: number, u1: number, v1: number): void {
  const { canvas, next, grounds } = world;
  const concrete = grounds.concrete;
  canvas.fill(box(f, u0, v0, u1, v1), concrete);
  const side = range(next, 5, 8);
  const [r, g, b] = concrete.colour;
  for (let i = 0; i < 40; i++) {
    const u = u0 + Math.floor((next() * (u1 - u0)) / side) * side;
    const v = v0 + Math.floor((next() * (v1 - v0)) / side) * side;
    const light = range(next, -16, 12);
    canvas.fill(
      box(f, u, v, Math.min(u1, u + side), Math.min(v1, v + side)),
      [r + light, g + light, b + light],
      0.7,
    );
  }
  for (let u = u0; u < u1; u += side)
    canvas.fill(box(f, u, v0, u + 0.3, v1), [112, 110, 106], 0.32);
  for (let v = v0; v < v1; v += side)
    canvas.fill(box(f, u0, v, u1, v + 0.3), [112, 110, 106], 0.32);
  for (let i = 0; i < 10; i++) {
    const u = range(next, u0, u1);
    const v = range(next, v0, v1);
    canvas.fill(
      box(f, u, v, u + range(next, 1, 9), v + range(next, 0.5, 2)),
      [96, 94, 92],
      range(next, 0.1, 0.4),
    );
  }
}

/** Stands with planes side by side, taxi lines, a terminal or hangars, service vehicles, grass. */
function paintApron(world: World, small: boolean): void {
  const { canvas, next, metre: m, grounds } = world;
  const reach = reachOf(world);
  const angle = range(next, 0, TURN);
  const f = makeFrame(64 + range(next, -12, 12), 64 + range(next, -12, 12), angle, m);
  canvas.fill(rectangle(0, 0, 128, 128), chance(next, 0.7) ? grounds.meadow : grounds.lawn);
  roughen(world, 0.7);
  const plane = small ? range(next, 7, 9) : range(next, 15, 22);
  const taxi = -plane * range(next, 1, 1.5);
  const bottom = plane * range(next, 2, 3.2);
  const asphalt = small && chance(next, 0.5);
  if (asphalt) canvas.fill(box(f, -reach, taxi - plane * 0.8, reach, bottom), grounds.asphalt);
  else slabs(world, f, -reach, taxi - plane * 0.8, reach, bottom);
  const yellow = [198, 172, 82] as const;
  const thin = plane * 0.018 + 0.12;
  canvas.fill(box(f, -reach, taxi - thin, reach, taxi + thin), yellow, 0.85);
  const stand = plane * range(next, 1.18, 1.5);
  const full = range(next, 0.5, 0.95);
  const rows = small && chance(next, 0.7) ? 2 : 1;
  const nose = chance(next, 0.6) ? 1 : -1;
  for (let row = 0; row < rows; row++) {
    const v = plane * 0.35 + row * plane * 1.5;
    for (let u = -reach + range(next, 0, stand); u < reach; u += stand) {
      const curve = through(
        ...point(f, u, (taxi + v) / 2),
        angle + TURN / 4,
        0,
        Math.max(1, (v - taxi) * m),
      );
      canvas.fill(strip(curve, -thin * m, thin * m), yellow, 0.8);
      if (!chance(next, full)) continue;
      const [x, y] = point(f, u, v + range(next, -0.05, 0.05) * plane);
      const turn = small && chance(next, 0.12) ? range(next, -1, 1) : range(next, -0.04, 0.04);
      world.candidates.push({
        name: 'plane',
        x,
        y,
        angle: angle + (nose * TURN) / 4 + turn,
        moving: false,
        weight: 2,
        metres: plane * range(next, 0.82, 1.02),
      });
    }
  }
  for (let u = -reach + range(next, 0, 60); u < reach; u += range(next, 2.2, 6) * plane) {
    const [x, y] = point(f, u, taxi);
    const turn = chance(next, 0.5) ? 0 : TURN / 2;
    world.candidates.push({
      name: 'plane',
      x,
      y,
      angle: angle + turn,
      moving: true,
      weight: 1.6,
      metres: plane,
    });
  }
  // service road with vehicles behind the stands
  const road = bottom + 5;
  canvas.fill(box(f, -reach, bottom, reach, bottom + 12), grounds.asphalt);
  canvas.fill(box(f, -reach, bottom + 0.4, reach, bottom + 0.7), grounds.marking, 0.8);
  canvas.fill(box(f, -reach, bottom + 9, reach, bottom + 9.3), grounds.marking, 0.8);
  for (let u = -reach + range(next, 0, 12); u < reach; u += range(next, 9, 36)) {
    const name = weighted<ClassName>(next, [
      ['car', 4],
      ['truck', 4],
      ['bus', 3],
    ]);
    const up = chance(next, 0.5);
    const [x, y] = point(f, u, road + (up ? 2 : -2));
    world.candidates.push({
      name,
      x,
      y,
      angle: angle + (up ? TURN / 2 : 0),
      moving: true,
      weight: 1,
    });
  }
  // and between them
  for (let i = 0; i < 5; i++) {
    const [x, y] = point(
      f,
      range(next, -reach, reach) * 0.7,
      range(next, taxi + plane * 0.3, bottom),
    );
    world.candidates.push({
      name: chance(next, 0.6) ? 'truck' : 'car',
      x,
      y,
      angle: range(next, 0, TURN),
      moving: false,
      weight: 0.8,
    });
  }
  const wide = small ? [12, 22] : [40, 90];
  for (let u = -reach + range(next, 0, 15); u < reach; ) {
    const length = range(next, wide[0], wide[1]);
    const depth = small ? range(next, 10, 16) : range(next, 20, 34);
    addRoof(
      world,
      f,
      u + length / 2,
      bottom + 15 + depth / 2,
      length,
      depth,
      0,
      small && chance(next, 0.5) ? 'gable' : 'flat',
    );
    u += length + range(next, 2, small ? 24 : 40);
  }
  // the taxiway or runway beyond a strip of grass
  const far = taxi - plane * 0.8 - range(next, 8, 20);
  if (chance(next, 0.6)) {
    const width = small ? 14 : 30;
    canvas.fill(box(f, -reach, far - width, reach, far), grounds.asphalt);
    canvas.fill(box(f, -reach, far - width + 0.8, reach, far - width + 1.3), grounds.marking, 0.7);
    canvas.fill(box(f, -reach, far - 1.3, reach, far - 0.8), grounds.marking, 0.7);
    for (let u = -reach; u < reach; u += 18)
      canvas.fill(
        box(f, u, far - width / 2 - 0.3, u + 10, far - width / 2 + 0.3),
        grounds.marking,
        0.75,
      );
  }
}

export const airport: Layout = { focus: 18, reach: 1, paint: (world) => paintApron(world, false) };

export const airfield: Layout = {
  focus: 8,
  reach: 0.85,
  paint: (world) => paintApron(world, true),
};
