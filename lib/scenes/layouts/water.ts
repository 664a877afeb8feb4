import { chance, integer, range } from '../../random/index.ts';
import { cosine, sine, TURN } from '../arithmetic.ts';
import { distance, type Polygon, place, rectangle, slab } from '../geometry.ts';
import { through } from '../path.ts';
import { paintRoads } from '../roads.ts';
import { addRoof } from '../roofs.ts';
import { box, type Frame, makeFrame, point, reachOf, type World } from '../world.ts';
import { bayRow } from './carPark.ts';
import type { Layout } from './layout.ts';
import { grove, plant } from './plots.ts';

/** Long soft waves across the wind. */
function waves(world: World, f: Frame): void {
  const { canvas, next } = world;
  const reach = reachOf(world);
  for (let i = 0; i < 46; i++) {
    const u = range(next, -reach, reach);
    const v = range(next, -reach, reach);
    const light = chance(next, 0.5);
    canvas.fill(
      box(f, u, v, u + range(next, 4, 26), v + range(next, 0.6, 2.4)),
      light ? [120, 138, 142] : [40, 56, 62],
      range(next, 0.04, 0.14),
    );
  }
}

function sailing(
  world: World,
  count: number,
  u0: number,
  v0: number,
  u1: number,
  v1: number,
  f: Frame,
): void {
  const { next } = world;
  const course = range(next, 0, TURN);
  for (let i = 0; i < count; i++) {
    const [x, y] = point(f, range(next, u0, u1), range(next, v0, v1));
    const moving = chance(next, 0.6);
    // boats at anchor all point into the wind
    const angle = moving ? range(next, 0, TURN) : course + range(next, -0.25, 0.25);
    world.candidates.push({ name: 'boat', x, y, angle, moving, weight: 1.2 });
  }
}

/** A marina: quay, pontoons with boats in their berths, boats under way, cars on the quay. */
export const harbour: Layout = {
  focus: 8,
  reach: 0.8,
  paint(world: World): void {
    const { canvas, next, metre: m, grounds } = world;
    const reach = reachOf(world);
    const angle = range(next, 0, TURN);
    const f = makeFrame(64, 64, angle, m);
    canvas.fill(rectangle(0, 0, 128, 128), grounds.water);
    waves(world, makeFrame(64, 64, range(next, 0, TURN), m));
    const shore = range(next, -0.55, 0.1) * reach;
    const pier = range(next, 0.35, 0.8) * reach;
    const berth = range(next, 6.5, 11);
    const step = 2 * berth + range(next, 9, 16);
    const wood = chance(next, 0.5);
    const boards = wood
      ? { ...grounds.soil, colour: [150, 138, 120] as const, second: undefined }
      : grounds.concrete;
    for (let u = -reach + range(next, 0, step); u < reach; u += step) {
      canvas.shade(
        box(
          f,
          u - 1.1 + (world.sun[0] / m) * 0.6,
          shore,
          u + 1.1 + (world.sun[0] / m) * 0.6,
          shore + pier,
        ),
        0.35,
      );
      canvas.fill(box(f, u - 1, shore, u + 1, shore + pier), boards);
      const width = berth * range(next, 0.42, 0.55);
      const full = range(next, 0.35, 0.9);
      for (let v = shore + 4; v < shore + pier - width; v += width) {
        for (const sign of [-1, 1]) {
          canvas.fill(
            box(f, u + sign * 0.9, v - 0.15, u + sign * (0.9 + berth * 0.55), v + 0.15),
            boards,
            0.9,
          );
          if (!chance(next, full)) continue;
          const length = berth * range(next, 0.6, 0.96);
          const [x, y] = point(f, u + sign * (1.5 + length / 2), v + width / 2);
          const turn = sign > 0 === chance(next, 0.75) ? 0 : TURN / 2;
          world.candidates.push({
            name: 'boat',
            x,
            y,
            angle: angle + turn + range(next, -0.06, 0.06),
            moving: false,
            weight: 1,
            metres: length,
          });
        }
      }
    }
    sailing(world, 7, -reach, shore + 10, reach, reach, f);
    // the quay and what lies behind it
    canvas.shade(box(f, -reach, shore - 1, reach, shore + 1.4), 0.4);
    canvas.fill(box(f, -reach, -reach, reach, shore), grounds.pavement);
    canvas.fill(box(f, -reach, shore - 0.9, reach, shore), [202, 199, 191]);
    canvas.fill(box(f, -reach, shore - 21, reach, shore - 6), grounds.asphalt);
    if (chance(next, 0.7)) {
      bayRow(world, f, -reach, reach, shore - 6.5, -1, {
        name: 'car',
        width: 2.6,
        depth: 5,
        full: range(next, 0.2, 0.8),
      });
    }
    if (chance(next, 0.6)) {
      canvas.fill(box(f, -reach, -reach, reach, shore - 24), grounds.lawn);
      plant(world, f, -reach, shore - 34, reach, shore - 24, 1.4);
    }
    for (let u = -reach + range(next, 0, 20); u < reach; u += range(next, 26, 60)) {
      addRoof(
        world,
        f,
        u,
        shore - 33,
        range(next, 14, 24),
        range(next, 10, 14),
        0,
        chance(next, 0.5) ? 'gable' : 'flat',
      );
    }
  },
};

/** A lake or a river with a winding shore: reeds and sand, meadow and trees; perhaps a bridge. */
export const lake: Layout = {
  focus: 7,
  reach: 0.85,
  paint(world: World): void {
    const { canvas, next, metre: m, grounds } = world;
    const reach = reachOf(world);
    const angle = range(next, 0, TURN);
    const f = makeFrame(64, 64, angle, m);
    canvas.fill(rectangle(0, 0, 128, 128), grounds.water);
    waves(world, makeFrame(64, 64, range(next, 0, TURN), m));
    const phase = range(next, 0, TURN);
    const sway = Math.min(range(next, 3, 9), 0.12 * reach);
    // boats keep off the windings of the shore
    const off = 1.45 * sway + 4;
    const shoreAt = range(next, -0.6, -0.1) * reach;
    const winding = (u: number): number =>
      sway * sine(u * 0.09 + phase) +
      sway * 0.45 * cosine(u * 0.23 + 2 * phase) +
      0.8 * sine(u * 0.8);
    const bank = (base: number, out: number): Polygon => {
      const local: number[] = [];
      for (let i = 0; i <= 48; i++) {
        const u = -reach + (2 * reach * i) / 48;
        const v = base + winding(u);
        local.push(u, v);
      }
      local.push(reach, out, -reach, out);
      return place(local, f.x, f.y, f.cos, f.sin, m);
    };
    const land = (at: number, out: number): void => {
      const inward = out < at ? 1 : -1;
      canvas.fill(bank(at + inward * 2.6, out), [92, 104, 92], 0.5);
      canvas.fill(bank(at + inward, out), chance(next, 0.5) ? grounds.sand : grounds.meadow);
      canvas.fill(bank(at - inward * range(next, 1, 4), out), grounds.lawn);
    };
    land(shoreAt, -reach * 1.3);
    const river = chance(next, 0.5);
    const far = shoreAt + Math.max(range(next, 0.45, 0.9) * reach, 2 * off + 6);
    if (river) land(far, reach * 1.3);
    sailing(
      world,
      integer(next, 5, 16),
      -reach,
      shoreAt + off,
      reach,
      river ? far - off : reach,
      f,
    );
    for (let i = 0; i < 6; i++) {
      if (chance(next, 0.6))
        grove(
          world,
          f,
          range(next, -reach, reach),
          shoreAt - sway - range(next, 6, 22),
          range(next, 4, 9),
        );
      if (river && chance(next, 0.5))
        grove(
          world,
          f,
          range(next, -reach, reach),
          far + sway + range(next, 6, 22),
          range(next, 4, 9),
        );
    }
    // jetties
    for (let i = 0; i < 3; i++) {
      if (!chance(next, 0.5)) continue;
      const u = range(next, -0.5, 0.5) * reach;
      const v = shoreAt + winding(u);
      canvas.fill(box(f, u - 0.9, v - 4, u + 0.9, v + 13), [158, 148, 132]);
      for (const sign of [-1, 1]) {
        const [x, y] = point(f, u + sign * 2.4, v + range(next, 7, 10));
        world.candidates.push({
          name: 'boat',
          x,
          y,
          angle: angle + TURN / 4,
          moving: false,
          weight: 1.1,
          metres: range(next, 4.5, 7.5),
        });
      }
    }
    if (chance(next, 0.55)) {
      const bridge = river && chance(next, 0.6);
      const [x, y] = bridge
        ? point(f, range(next, -15, 15), 0)
        : point(f, 0, shoreAt - sway - range(next, 9, 16));
      const turn = bridge ? TURN / 4 + range(next, -0.2, 0.2) : 0;
      const path = through(x, y, angle + turn, 0, 2.6 * reach * m);
      const way = slab(x, y, path.length, 12 * m, path.angle);
      world.candidates = world.candidates.filter((boat) => distance(way, boat.x, boat.y) > 8 * m);
      paintRoads(world, [
        {
          path,
          lanes: [1, 1],
          laneWidth: 3.4,
          median: 0,
          parking: [false, false],
          pavement: bridge ? 1.6 : 0.01,
          queue: 0.25,
        },
      ]);
    }
  },
};
