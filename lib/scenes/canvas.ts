import { clamp } from './arithmetic.ts';
import type { Polygon } from './geometry.ts';
import type { Textures } from './texture.ts';

/** Red, green, blue in grey levels 0..255. */
export type Colour = readonly [number, number, number];

/** A ground: a colour with mottling and grain (grey levels), mixed with a second colour in patches. */
export interface Material {
  colour: Colour;
  mottle: number;
  grain: number;
  second?: Colour;
}

interface Region {
  x0: number;
  y0: number;
  x1: number;
  y1: number;
}

/**
 * A square picture of float samples, painted by exact area coverage of polygons given in world units (0..128).
 * Coverage: every edge adds its signed area to the cells it crosses; the running sum along a row is the covered part
 * of each cell.
 */
export class Canvas {
  readonly size: number;
  readonly scale: number;
  readonly rgb: Float32Array;
  readonly shadow: Float32Array;
  readonly textures: Textures;
  private readonly cells: Float32Array;
  private readonly from: Int32Array;
  private readonly to: Int32Array;
  private top = 0;
  private bottom = 0;

  /** @param size samples a side */
  constructor(size: number, textures: Textures) {
    this.size = size;
    this.scale = size / 128;
    this.rgb = new Float32Array(size * size * 3);
    this.shadow = new Float32Array(size * size);
    this.cells = new Float32Array(size * size);
    this.from = new Int32Array(size);
    this.to = new Int32Array(size);
    this.textures = textures;
  }

  /** Paints the polygon; `alpha` is its opacity. */
  fill(polygon: Polygon, paint: Colour | Material, alpha = 1): void {
    if (!this.cover(polygon)) return;
    if ('colour' in paint) this.fillTextured(paint, alpha);
    else this.fillPlain(paint, alpha);
  }

  private fillPlain([r, g, b]: Colour, alpha: number): void {
    const { size, rgb, cells, from, to } = this;
    for (let y = this.top; y < this.bottom; y++) {
      for (let i = y * size + from[y], end = y * size + to[y]; i < end; i++) {
        const cover = cells[i] * alpha;
        cells[i] = 0;
        if (cover === 0) continue;
        const o = 3 * i;
        rgb[o] += (r - rgb[o]) * cover;
        rgb[o + 1] += (g - rgb[o + 1]) * cover;
        rgb[o + 2] += (b - rgb[o + 2]) * cover;
      }
    }
  }

  private fillTextured({ colour, second, mottle: m, grain: e }: Material, alpha: number): void {
    const { size, rgb, cells, from, to } = this;
    const { mottle, patch, grain } = this.textures;
    const [r, g, b] = colour;
    const dr = second ? second[0] - r : 0;
    const dg = second ? second[1] - g : 0;
    const db = second ? second[2] - b : 0;
    for (let y = this.top; y < this.bottom; y++) {
      for (let i = y * size + from[y], end = y * size + to[y]; i < end; i++) {
        const cover = cells[i] * alpha;
        cells[i] = 0;
        if (cover === 0) continue;
        const light = m * mottle[i] + e * grain[i];
        const mix = patch[i];
        const o = 3 * i;
        rgb[o] += (r + light + dr * mix - rgb[o]) * cover;
        rgb[o + 1] += (g + light + dg * mix - rgb[o + 1]) * cover;
        rgb[o + 2] += (b + light * 0.9 + db * mix - rgb[o + 2]) * cover;
      }
    }
  }

  /** Adds to the shadows, which do not get darker where they overlap. */
  shade(polygon: Polygon, strength: number): void {
    if (!this.cover(polygon)) return;
    const { size, shadow, cells, from, to } = this;
    for (let y = this.top; y < this.bottom; y++) {
      for (let i = y * size + from[y], end = y * size + to[y]; i < end; i++) {
        const s = cells[i] * strength;
        cells[i] = 0;
        if (s > shadow[i]) shadow[i] = s;
      }
    }
  }

  /** Darkens the picture by the shadows, a little less in blue: a shadow is lit by the sky. */
  applyShadows(): void {
    const { shadow, rgb } = this;
    for (let i = 0, o = 0; i < shadow.length; i++, o += 3) {
      const s = shadow[i];
      if (s === 0) continue;
      rgb[o] *= 1 - s;
      rgb[o + 1] *= 1 - s * 0.97;
      rgb[o + 2] *= 1 - s * 0.88;
    }
  }

  /** The samples from (x0, y0) to (x1, y1) in world units that lie in the picture. */
  region(x0: number, y0: number, x1: number, y1: number): Region {
    const { size, scale } = this;
    return {
      x0: Math.max(0, Math.floor(x0 * scale)),
      y0: Math.max(0, Math.floor(y0 * scale)),
      x1: Math.min(size, Math.ceil(x1 * scale)),
      y1: Math.min(size, Math.ceil(y1 * scale)),
    };
  }

  /**
   * Writes the covered part of each sample to `cells`, in row y from `from[y]` to before `to[y]`, for rows from `top`
   * to before `bottom`. Whoever reads `cells` sets them back to 0.
   */
  private cover(polygon: Polygon): boolean {
    const { scale, size, cells, from, to } = this;
    let upper = Infinity;
    let lower = -Infinity;
    let left = Infinity;
    let right = -Infinity;
    const n = polygon.length;
    for (let i = 0; i < n; i += 2) {
      const x = polygon[i];
      const y = polygon[i + 1];
      if (x < left) left = x;
      if (x > right) right = x;
      if (y < upper) upper = y;
      if (y > lower) lower = y;
    }
    const { x0, y0, x1, y1 } = this.region(left, upper, right, lower);
    if (x0 >= x1 || y0 >= y1) return false;
    this.top = y0;
    this.bottom = y1;
    from.fill(size, y0, y1);
    to.fill(0, y0, y1);
    for (let i = 0; i < n; i += 2) {
      const j = i + 2 === n ? 0 : i + 2;
      this.edge(
        polygon[i] * scale,
        polygon[i + 1] * scale,
        polygon[j] * scale,
        polygon[j + 1] * scale,
      );
    }
    for (let y = y0; y < y1; y++) {
      let sum = 0;
      for (let c = y * size + from[y], end = y * size + to[y]; c < end; c++) {
        sum += cells[c];
        const s = sum < 0 ? -sum : sum;
        cells[c] = s < 1e-5 ? 0 : Math.min(s, 1);
      }
    }
    return true;
  }

  private edge(ax: number, ay: number, bx: number, by: number): void {
    if (ay === by) return;
    const { cells, size, from, to } = this;
    const sign = ay < by ? 1 : -1;
    const x0 = sign > 0 ? ax : bx;
    const y0 = sign > 0 ? ay : by;
    const x1 = sign > 0 ? bx : ax;
    const y1 = sign > 0 ? by : ay;
    const slope = (x1 - x0) / (y1 - y0);
    const first = Math.max(0, Math.floor(y0));
    const last = Math.min(size, Math.ceil(y1));
    for (let y = first; y < last; y++) {
      const upper = Math.max(y0, y);
      const lower = Math.min(y1, y + 1);
      const drop = (lower - upper) * sign;
      if (drop === 0) continue;
      const xa = x0 + (upper - y0) * slope;
      const xb = x0 + (lower - y0) * slope;
      const p = clamp(Math.min(xa, xb), 0, size);
      const q = clamp(Math.max(xa, xb), 0, size);
      const start = Math.floor(p);
      const end = Math.ceil(q);
      if (start < from[y]) from[y] = start;
      // The cell after the edge takes what is left of its drop.
      const after = end < size ? end + 1 : size;
      if (after > to[y]) to[y] = after;
      if (start >= size) continue;
      const row = y * size;
      if (end <= start + 1) {
        // Within one cell: the part to the right of the edge's middle is covered here, the rest from the next on.
        const middle = (p + q) / 2 - start;
        cells[row + start] += drop * (1 - middle);
        if (start + 1 < size) cells[row + start + 1] += drop * middle;
        continue;
      }
      const per = drop / (q - p);
      let before = 0;
      for (let x = start; x < end; x++) {
        const l = Math.max(x, p);
        const r = Math.min(x + 1, q);
        // Covered by the edge's part in this cell, plus by what it has dropped in the cells to the left.
        const here = per * (r - l) * (x + 1 - (l + r) / 2) + per * (l - p);
        cells[row + x] += here - before;
        before = here;
      }
      if (end < size) cells[row + end] += drop - before;
    }
  }
}
