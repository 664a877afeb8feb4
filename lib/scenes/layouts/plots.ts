import { chance, choose, integer, range, weighted } from '../../random/index.ts';
import { clamp, TURN } from '../arithmetic.ts';
import type { Material } from '../canvas.ts';
import { addRoof } from '../roofs.ts';
import { addTree } from '../trees.ts';
import { box, type Frame, point, type World } from '../world.ts';

/** Scatters trees over a rectangle of the frame, about `density` on 100 square metres. */
export function plant(
  world: World,
  f: Frame,
  u0: number,
  v0: number,
  u1: number,
  v1: number,
  density: number,
  small = 1.2,
  large = 3.6,
): void {
  const { next } = world;
  const count = Math.min(60, ((u1 - u0) * (v1 - v0) * density) / 100);
  let u = 0;
  let v = 0;
  for (let i = 0; i < count; i++) {
    // Trees stand in groups more often than alone.
    const beside = i > 0 && chance(next, 0.55);
    u = beside ? clamp(u + range(next, -4, 4), u0, u1) : range(next, u0, u1);
    v = beside ? clamp(v + range(next, -4, 4), v0, v1) : range(next, v0, v1);
    const [x, y] = point(f, u, v);
    addTree(world, x, y, range(next, small, large));
  }
}

/** A dense group of large crowns. */
export function grove(world: World, f: Frame, u: number, v: number, radius: number): void {
  const { next } = world;
  const count = Math.min(26, Math.ceil((radius * radius) / 9));
  for (let i = 0; i < count; i++) {
    const [x, y] = point(
      f,
      u + range(next, -radius, radius),
      v + range(next, -radius, radius) * 0.7,
    );
    addTree(world, x, y, range(next, 2.4, 4.4));
  }
}

/** Plain ground with what lies about on it: patches, paths, joints. */
export function litter(
  world: World,
  f: Frame,
  u0: number,
  v0: number,
  u1: number,
  v1: number,
  ground: Material,
): void {
  const { canvas, next } = world;
  canvas.fill(box(f, u0, v0, u1, v1), ground);
  const count = Math.min(40, integer(next, 3, 9) + ((u1 - u0) * (v1 - v0)) / 300);
  for (let i = 0; i < count; i++) {
    const u = range(next, u0, u1);
    const v = range(next, v0, v1);
    const [r, g, b] = ground.colour;
    const light = range(next, -38, 34);
    canvas.fill(
      box(f, u, v, Math.min(u1, u + range(next, 0.5, 5)), Math.min(v1, v + range(next, 0.5, 4))),
      [r + light, g + light, b + light],
      range(next, 0.2, 0.7),
    );
  }
}

/** A row of plots with houses along a road at v0, reaching to v1 (either may be the greater). */
export function housing(
  world: World,
  f: Frame,
  from: number,
  to: number,
  v0: number,
  v1: number,
): void {
  const { canvas, next, grounds } = world;
  const out = v1 > v0 ? 1 : -1;
  const depth = Math.abs(v1 - v0);
  const hedge = choose(next, [
    [70, 84, 56],
    [92, 98, 70],
    [150, 144, 134],
  ] as const);
  const style = weighted(next, [
    ['gable', 5],
    ['hip', 3],
    ['flat', 1],
  ] as const);
  for (let u = from; u < to; ) {
    const width = range(next, 14, 22);
    const light = range(next, -12, 12);
    const lawn = grounds.lawn;
    canvas.fill(box(f, u, v0, u + width, v1), {
      ...lawn,
      colour: [lawn.colour[0] + light, lawn.colour[1] + light * 0.9, lawn.colour[2] + light * 0.7],
    });
    const house = range(next, 9, 13);
    const deep = range(next, 7.5, 10);
    const setback = range(next, 4, 8);
    const middle = u + width / 2 + range(next, -1.5, 1.5);
    // the drive beside the house, often with a car
    const drive = u + (chance(next, 0.5) ? 0.6 : width - 3.6);
    const paved = chance(next, 0.5) ? grounds.pavement : grounds.gravel;
    canvas.fill(box(f, drive, v0, drive + 3, v0 + out * (setback + deep * 0.6)), paved);
    if (chance(next, 0.5)) {
      const [x, y] = point(f, drive + 1.5, v0 + out * range(next, 3, setback + 1));
      const turn = chance(next, 0.5) ? TURN / 4 : -TURN / 4;
      world.candidates.push({
        name: 'car',
        x,
        y,
        angle: f.angle + turn,
        moving: false,
        weight: 0.9,
      });
    }
    // a terrace behind it, a path before it
    const behind = v0 + out * (setback + deep);
    canvas.fill(box(f, middle - 3.5, behind - out, middle + 2.5, behind + out * 3), paved);
    canvas.fill(box(f, middle - 0.5, v0, middle + 0.5, v0 + out * setback), grounds.pavement);
    const turn = chance(next, 0.75) ? 0 : TURN / 4;
    addRoof(
      world,
      f,
      middle,
      v0 + out * (setback + deep / 2),
      turn ? deep : house,
      turn ? house : deep,
      turn,
      style,
    );
    if (chance(next, 0.35)) {
      addRoof(world, f, middle + range(next, -3, 3), behind - out * 0.5, 5.5, 6, TURN / 4, style);
    }
    if (chance(next, 0.4) && depth > setback + deep + 9) {
      addRoof(
        world,
        f,
        u + range(next, 3, width - 3),
        v1 - out * 3.5,
        3.4,
        2.6,
        0,
        chance(next, 0.5) ? 'flat' : 'gable',
      );
    }
    if (chance(next, 0.14)) {
      // a pool
      canvas.fill(
        box(f, middle - 3, behind + out * 5, middle + 3, behind + out * 8.5),
        [196, 192, 182],
      );
      canvas.fill(
        box(f, middle - 2.5, behind + out * 5.4, middle + 2.5, behind + out * 8.1),
        [110, 160, 172],
      );
    }
    canvas.fill(box(f, u - 0.45, v0 + out * 1.5, u + 0.45, v1), hedge, 0.85);
    canvas.fill(box(f, u, v1 - out * 0.9, u + width, v1), hedge, 0.85);
    const [a, b] = out > 0 ? [behind + 3, v1] : [v1, behind - 3];
    plant(world, f, u + 1, a, u + width - 1, b, range(next, 0, 1.6), 0.8, 3.2);
    plant(
      world,
      f,
      u + 1,
      Math.min(v0, v0 + out * setback),
      u + width - 1,
      Math.max(v0, v0 + out * setback),
      0.7,
      0.6,
      1.6,
    );
    u += width;
  }
}
