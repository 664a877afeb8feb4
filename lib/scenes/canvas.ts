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

  /** @param size samples a side */
  constructor(size: number, textures: Textures) {
    this.size = size;
    this.scale = size / 128;
    this.rgb = new Float32Array(size * size * 3);
    this.shadow = new Float32Array(size * size);
    this.cells = new Float32Array((size + 2) * size);
    this.textures = textures;
  }

  /** Paints the polygon; `alpha` is its opacity. */
  fill(polygon: Polygon, paint: Colour | Material, alpha = 1): void {
    const region = this.cover(polygon);
    if (!region) return;
    const plain = !('colour' in paint);
    const [r, g, b] = plain ? paint : paint.colour;
    const { size, rgb, cells } = this;
    const { mottle, patch, grain } = this.textures;
    const a = plain ? 0 : paint.mottle;
    const e = plain ? 0 : paint.grain;
    const second = plain ? undefined : paint.second;
    const dr = second ? second[0] - r : 0;
    const dg = second ? second[1] - g : 0;
    const db = second ? second[2] - b : 0;
    const width = region.x1 - region.x0;
    for (let y = region.y0, c = 0; y < region.y1; y++) {
      let i = y * size + region.x0;
      for (let x = 0; x < width; x++, i++, c++) {
        const cover = cells[c] * alpha;
        if (cover === 0) continue;
        let red = r;
        let green = g;
        let blue = b;
        if (!plain) {
          const light = a * mottle[i] + e * grain[i];
          let mix = 0.5 + 0.7 * patch[i];
          mix = mix < 0 ? 0 : mix > 1 ? 1 : mix;
          red += light + dr * mix;
          green += light + dg * mix;
          blue += light * 0.9 + db * mix;
        }
        const o = 3 * i;
        rgb[o] += (red - rgb[o]) * cover;
        rgb[o + 1] += (green - rgb[o + 1]) * cover;
        rgb[o + 2] += (blue - rgb[o + 2]) * cover;
      }
    }
  }

  /** Adds to the shadows, which do not get darker where they overlap. */
  shade(polygon: Polygon, strength: number): void {
    const region = this.cover(polygon);
    if (!region) return;
    const { size, shadow, cells } = this;
    const width = region.x1 - region.x0;
    for (let y = region.y0, c = 0; y < region.y1; y++) {
      let i = y * size + region.x0;
      for (let x = 0; x < width; x++, i++, c++) {
        const s = cells[c] * strength;
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

  /** Writes the covered part of each sample of the polygon's region to `cells`, row by row. */
  private cover(polygon: Polygon): Region | undefined {
    const { scale, cells } = this;
    let left = Infinity;
    let top = Infinity;
    let right = -Infinity;
    let bottom = -Infinity;
    const n = polygon.length;
    for (let i = 0; i < n; i += 2) {
      const x = polygon[i];
      const y = polygon[i + 1];
      if (x < left) left = x;
      if (x > right) right = x;
      if (y < top) top = y;
      if (y > bottom) bottom = y;
    }
    const region = this.region(left, top, right, bottom);
    const width = region.x1 - region.x0;
    const height = region.y1 - region.y0;
    if (width <= 0 || height <= 0) return undefined;
    cells.fill(0, 0, width * height);
    for (let i = 0; i < n; i += 2) {
      const j = i + 2 === n ? 0 : i + 2;
      this.edge(
        polygon[i] * scale - region.x0,
        polygon[i + 1] * scale - region.y0,
        polygon[j] * scale - region.x0,
        polygon[j + 1] * scale - region.y0,
        width,
        height,
      );
    }
    for (let y = 0, c = 0; y < height; y++) {
      let sum = 0;
      for (let x = 0; x < width; x++, c++) {
        sum += cells[c];
        const s = sum < 0 ? -sum : sum;
        cells[c] = s < 1e-5 ? 0 : s > 1 ? 1 : s;
      }
    }
    return region;
  }

  private edge(ax: number, ay: number, bx: number, by: number, width: number, height: number): void {
    if (ay === by) return;
    const { cells } = this;
    const sign = ay < by ? 1 : -1;
    const x0 = sign > 0 ? ax : bx;
    const y0 = sign > 0 ? ay : by;
    const x1 = sign > 0 ? bx : ax;
    const y1 = sign > 0 ? by : ay;
    const slope = (x1 - x0) / (y1 - y0);
    const first = Math.max(0, Math.floor(y0));
    const last = Math.min(height, Math.ceil(y1));
    for (let y = first; y < last; y++) {
      const from = y0 > y ? y0 : y;
      const to = y1 < y + 1 ? y1 : y + 1;
      const drop = (to - from) * sign;
      if (drop === 0) continue;
      let p = x0 + (from - y0) * slope;
      let q = x0 + (to - y0) * slope;
      if (p > q) {
        const held = p;
        p = q;
        q = held;
      }
      if (p >= width) continue;
      if (p < 0) p = 0;
      if (q < 0) q = 0;
      if (q > width) q = width;
      const row = y * width;
      const start = Math.floor(p);
      const end = Math.ceil(q);
      if (end <= start + 1) {
        // Within one cell: the part to the right of the edge's middle is covered here, the rest from the next on.
        const middle = (p + q) / 2 - start;
        cells[row + start] += drop * (1 - middle);
        if (start + 1 < width) cells[row + start + 1] += drop * middle;
        continue;
      }
      const per = drop / (q - p);
      let before = 0;
      for (let x = start; x < end && x < width; x++) {
        const l = x < p ? p : x;
        const r = x + 1 > q ? q : x + 1;
        // Covered by the edge's part in this cell, plus by what it has dropped in the cells to the left.
        const here = per * (r - l) * (x + 1 - (l + r) / 2) + per * (l - p);
        cells[row + x] += here - before;
        before = here;
      }
      if (end < width) cells[row + end] += drop - before;
    }
  }
}
