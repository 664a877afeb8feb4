import { integer, type Random, range } from '../random/index.ts';
import { clamp, cosine, sine, TURN } from './arithmetic.ts';
import type { Colour } from './canvas.ts';
import { distance, type Polygon, type Slab } from './geometry.ts';
import type { Tree, World } from './world.ts';

const LEAVES: readonly Colour[] = [
  [62, 80, 50],
  [54, 70, 46],
  [74, 90, 56],
  [84, 96, 60],
  [66, 76, 54],
];

/** Whether a tree's crown leaves what stands on that ground in view. */
export function clearOf({ x, y, radius }: Tree, ground: Slab): boolean {
  return distance(ground, x, y) > 1.08 * radius + 0.4;
}

/** A tree with a crown of the given radius in metres. */
export function addTree(world: World, x: number, y: number, radius: number): void {
  const { next, trees, metre } = world;
  const r = radius * metre;
  if (x < -r || y < -r || x > 128 + r || y > 128 + r || trees.length > 130) return;
  const leaf = LEAVES[integer(next, 0, LEAVES.length - 1)];
  const light = range(next, -8, 10);
  trees.push({
    x,
    y,
    radius: r,
    colour: [leaf[0] + light, leaf[1] + light, leaf[2] + light * 0.7],
  });
}

function round(x: number, y: number, radius: number, wobble: number, next: Random): Polygon {
  const polygon: Polygon = [];
  for (let i = 0; i < 11; i++) {
    const r = radius * (1 + range(next, -wobble, wobble));
    polygon.push(x + r * cosine((TURN * i) / 11), y + r * sine((TURN * i) / 11));
  }
  return polygon;
}

/** The shadow of a crown: its shape, moved by the sun. */
export function shadeTree(world: World, { x, y, radius }: Tree, next: Random): void {
  const height = (1.1 * radius) / world.metre;
  const [dx, dy] = world.sun;
  world.canvas.shade(round(x + dx * height * 0.5, y + dy * height * 0.5, radius, 0.1, next), 0.5);
  world.canvas.shade(round(x + dx * height, y + dy * height, radius * 0.92, 0.14, next), 0.47);
}

/** A clumpy crown: balls of leaves, lit from the sun's side, darker where they are deeper. */
export function paintTree(world: World, tree: Tree, next: Random): void {
  const { canvas, sun } = world;
  const { x, y, radius: r, colour } = tree;
  const count = 5 + Math.min(4, Math.floor(r / 4));
  const balls = new Float64Array(count * 4);
  for (let i = 0; i < count; i++) {
    const angle = TURN * ((i + next() * 0.7) / count);
    const away = i === 0 ? 0.1 * r : range(next, 0.38, 0.58) * r;
    const size = i === 0 ? 0.62 * r : range(next, 0.36, 0.52) * r;
    balls[4 * i] = x + away * cosine(angle);
    balls[4 * i + 1] = y + away * sine(angle);
    balls[4 * i + 2] = size;
    balls[4 * i + 3] = (r - away) * 0.7;
  }
  const sunLength = Math.sqrt(sun[0] * sun[0] + sun[1] * sun[1]) || 1;
  const sx = -sun[0] / sunLength;
  const sy = -sun[1] / sunLength;
  const { x0, y0, x1, y1 } = canvas.region(x - 1.1 * r, y - 1.1 * r, x + 1.1 * r, y + 1.1 * r);
  const { size, scale, rgb, textures } = canvas;
  for (let py = y0; py < y1; py++) {
    for (let px = x0; px < x1; px++) {
      const wx = (px + 0.5) / scale;
      const wy = (py + 0.5) / scale;
      let cover = 0;
      let top = -1;
      let light = 0;
      for (let k = 0; k < balls.length; k += 4) {
        const dx = wx - balls[k];
        const dy = wy - balls[k + 1];
        const br = balls[k + 2];
        const square = dx * dx + dy * dy;
        if (square > (br + 1) * (br + 1)) continue;
        const d = Math.sqrt(square);
        const c = (br - d) * scale + 0.5;
        if (c > cover) cover = c;
        const h = Math.sqrt(Math.max(0, br * br - square)) + balls[k + 3];
        if (d < br && h > top) {
          top = h;
          light = (dx * sx + dy * sy) / br;
        }
      }
      if (cover <= 0) continue;
      if (cover > 1) cover = 1;
      const i = py * size + px;
      const depth = clamp(top / (1.1 * r), 0.25, 1);
      const shine =
        0.62 + 0.42 * depth + 0.3 * light + 0.2 * textures.grain[i] + 0.08 * textures.mottle[i];
      const o = 3 * i;
      rgb[o] += (colour[0] * shine - rgb[o]) * cover;
      rgb[o + 1] += (colour[1] * shine - rgb[o + 1]) * cover;
      rgb[o + 2] += (colour[2] * (0.12 + 0.88 * shine) - rgb[o + 2]) * cover;
    }
  }
}
