// What the chapters say in words about their figures, held against the figures' own models. Numbers in the text are computed
// by the page (<Trace>, <ShiftTrace>, <Reads>, <Rebuilt>, ...); these are the sentences around them.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { intersectionOverUnion as iou } from '#lib/detection/index.ts';
import { answers, assignments } from '#lib/figures/anchors/model.ts';
import { modelOf as disguiseOf } from '#lib/figures/disguise/model.ts';
import { modelOf as footprintOf, meanOf } from '#lib/figures/footprint/model.ts';
import { modelOf as microscopeOf } from '#lib/figures/microscope/model.ts';
import { carsFound, cars as carsOf, modelOf as nmsOf } from '#lib/figures/nms/model.ts';
import { modelOf as readsOf } from '#lib/figures/reads/model.ts';
import {
  type Params as RebuildParams,
  modelOf as rebuildOf,
  rebuiltFrom,
  pictureOf as smallCar,
} from '#lib/figures/rebuild/model.ts';
import { modelOf as shiftOf } from '#lib/figures/shift/model.ts';
import { SCALES } from '#lib/figures/small-objects/model.ts';
import { type Downsampling, downsamplings, wiringCosts } from '#lib/spd/index.ts';

describe('why small things vanish', () => {
  const traces = (offset = 4, paint = 'red') =>
    new Map(
      microscopeOf({ length: 8, offset, paint, scene: 0 } as Parameters<
        typeof microscopeOf
      >[0]).rows.map(({ method, trace }) => [method, trace]),
    );
  const [here, moved, dark] = [traces(), traces(0), traces(4, 'dark')];
  const at = (method: Downsampling, level: number, of = here) => of.get(method)![level];

  it('the strided sample shows the car at full strength, then not at all; four pixels further up, well', () => {
    expect(at('strided', 1)).toBe(at('strided', 0));
    expect(at('strided', 3)).toBe(0);
    expect(at('strided', 3, moved)).toBeGreaterThan(0.7 * at('strided', 0));
  });

  it('the average dilutes, and never drops the car', () => {
    for (const level of [2, 3, 4, 5]) {
      expect(at('average', level)).toBeLessThan(at('average', level - 1));
      expect(Math.round(at('average', level))).toBeGreaterThan(0);
    }
    for (const level of [4, 5])
      expect(at('average', level - 1) / at('average', level)).toBeCloseTo(4, 0);
  });

  it('blur-pool depends less on luck, the strided 3x3 nearly as much as the bare sample', () => {
    const luck = (method: Downsampling) => Math.abs(at(method, 3) - at(method, 3, moved));
    expect(luck('blur')).toBeLessThan(luck('fitted'));
    expect(luck('fitted')).toBeLessThan(luck('strided'));
    expect(luck('fitted')).toBeGreaterThan(0.8 * luck('strided'));
  });

  it('max-pool seems to win with the red car, and loses the dark one in two halvings', () => {
    for (const method of downsamplings.filter((name) => !['max', 'spd'].includes(name)))
      expect(at('max', 4)).toBeGreaterThan(at(method, 4));
    expect(at('max', 2, dark)).toBeLessThan(0.2 * at('max', 0, dark));
    expect(at('max', 3, dark)).toBeLessThan(10);
  });

  it('the bet on the dark car says what max-pooling left of both before, and asks for what it leaves then', () => {
    const bet = readFileSync('content/chapters/why-small-things-vanish.mdx', 'utf8').match(
      /id="vanish-dark"[\s\S]*?question="([^"]*)"[\s\S]*?answer: (\d+)/,
    )!;
    const said = [...`${bet[1]} ${bet[2]}`.matchAll(/\d+/g)].map(Number);
    const shown = [at('max', 1), at('max', 2), at('max', 1, dark), at('max', 2, dark)];
    expect(said).toEqual(shown.map(Math.round));
  });

  it('after a single halving every way still shows a car', () => {
    for (const method of downsamplings) expect(at(method, 1)).toBeGreaterThan(0.3 * at(method, 0));
  });

  it('space-to-depth shows it after five halvings as in the picture, in 2 x 2 positions of 3,072 channels', () => {
    expect(at('spd', 5)).toBe(at('spd', 0));
    const { rows } = microscopeOf({ length: 8, offset: 4, paint: 'red', scene: 0 });
    const numbers = (method: Downsampling) => {
      const { sides, channels } = rows.find((row) => row.method === method)!;
      return [0, 1, 2, 3, 4, 5].map((n) => sides[n] ** 2 * channels[n]);
    };
    expect(numbers('average')).toEqual([12288, 3072, 768, 192, 48, 12]);
    const spd = rows.find((row) => row.method === 'spd')!;
    expect([spd.sides[5], spd.channels[5]]).toEqual([2, 3072]);
  });
});

describe('what is lost: one pixel to the right', () => {
  const { methods, subMaps } = shiftOf({ length: 3, halvings: 1, paint: 'red' });
  const range = ({ least, most }: { least: number; most: number }) => most - least;

  it('blur-pool is steadier than the strided sample, and never as high', () => {
    expect(range(methods.blur)).toBeLessThan(range(methods.strided) / 2);
    expect(methods.blur.most).toBeLessThan(methods.strided.most);
  });

  it('each sub-map swings as the strided sample does; only the best of the four is steady', () => {
    for (const one of subMaps) expect(range(one)).toBeGreaterThan(0.5 * range(methods.strided));
    expect(range(methods.spd)).toBeLessThan(0.5 * Math.min(...subMaps.map(range)));
  });

  it('after one pixel sub-map A and sub-map C have traded places', () => {
    const [a, c] = [subMaps[0], subMaps[1]];
    expect(a.values[0]).toBeGreaterThan(c.values[0]);
    expect(a.values[8]).toBeLessThan(c.values[8]);
    expect(c.values[8]).toBeCloseTo(a.values[0], -1);
  });
});

describe('what is lost: the footprint of a stack', () => {
  const of = (kernel: number, after = 'spd-3') =>
    footprintOf({ kernel, halvings: 5, after, maps: '' } as Parameters<typeof footprintOf>[0]);
  /** The inner part of a line, away from the border. */
  const inner = (line: readonly number[]) =>
    line.slice(Math.floor(line.length / 4), Math.ceil((3 * line.length) / 4));

  it('odd pixels have twice the paths of even ones along an axis, so phase D four times those of A, at any depth', () => {
    for (const line of of(3).strided.lines.slice(1)) {
      const all = inner(line);
      const [even, odd] = [0, 1].map((rest) => meanOf(all.filter((_, i) => i % 2 === rest)));
      expect(Math.max(even, odd) / Math.min(even, odd)).toBeCloseTo(2, 1);
    }
  });

  it('space-to-depth, the published wiring, and windows that the stride divides are flat', () => {
    const flat = (lines: readonly (readonly number[])[]) =>
      lines.slice(1).every((line) => new Set(inner(line)).size === 1);
    for (const after of ['spd-3', 'spd-1', 'published'])
      expect(flat(of(3, after).spd.lines.slice(0, 3))).toBe(true);
    for (const kernel of [2, 4, 6]) expect(flat(of(kernel).strided.lines.slice(0, 3))).toBe(true);
    expect(flat(of(3).strided.lines)).toBe(false);
  });
});

describe('what is lost: a picture that comes back in part', () => {
  it('in float16, with zeros beyond the border, the top left corner is sound and the error grows to the bottom right', () => {
    const params: RebuildParams = {
      via: 'strided',
      kernel: 3,
      channels: 4,
      draw: 2,
      scene: 0,
      filters: '',
      precision: 'float16',
      border: 'zeros',
    };
    const { missing } = rebuiltFrom(rebuildOf(params), smallCar(), params);
    /** The mean error of a square of 4 x 4 pixels on the diagonal. */
    const error = (k: number) => {
      let sum = 0;
      for (let y = 4 * k; y < 4 * k + 4; y++)
        for (let x = 4 * k; x < 4 * k + 4; x++)
          for (let c = 0; c < 3; c++) sum += missing.data[(y * 16 + x) * 3 + c];
      return sum / 48;
    };
    const errors = [0, 1, 2, 3].map(error);
    expect(errors[0]).toBeLessThan(5);
    expect(errors).toEqual(errors.toSorted((a, b) => a - b));
    expect(errors[3]).toBeGreaterThan(256);
  });

  it('the ratio of most to least paths grows with every layer, by less than four times', () => {
    const most = [1, 2, 3, 4, 5].map((halvings) => {
      const of = { kernel: 3, halvings, after: 'spd-3', maps: '' } as Parameters<
        typeof footprintOf
      >[0];
      const line = footprintOf(of).strided.lines[halvings];
      expect(Math.min(...line)).toBe(1);
      return Math.max(...line) ** 2;
    });
    expect(most).toEqual([4, 9, 25, 64, 169]);
  });
});

describe('space-to-depth: what the block costs', () => {
  it('nearly five times the work of the layer that it replaces, or less than half of it', () => {
    const costs = wiringCosts({ size: 320, block: 2, kernel: 3, inputs: 32, outputs: 64 });
    const [strided] = costs;
    const times = costs.map(({ macs }) => macs / strided.macs);
    expect(Math.max(...times)).toBeGreaterThan(4.8);
    expect(Math.max(...times)).toBeLessThan(5);
    expect(Math.min(...times)).toBeLessThan(0.5);
    expect(costs.findIndex(({ macs }) => macs / strided.macs > 4.8)).toBe(costs.length - 1);
  });
});

describe('how often is a pixel read', () => {
  const along = (kernel: number, stride: number, padding: string, size: number) => [
    ...readsOf({ kernel, stride, padding, size, dilation: 1, block: 1 } as Parameters<
      typeof readsOf
    >[0]).reads,
  ];

  it('padding moves the pattern, row 0 excepted', () => {
    expect(along(3, 2, '1', 8)).toEqual([1, 2, 1, 2, 1, 2, 1, 1]);
    expect(along(3, 2, '0', 9)).toEqual([1, 1, 2, 1, 2, 1, 2, 1, 1]);
  });

  it('a 6x6 window reads every inner pixel nine times, and its counts fall off at the border', () => {
    const reads = along(6, 2, '2', 10);
    expect(new Set(reads.slice(2, -2))).toEqual(new Set([3]));
    expect(reads[0]).toBeLessThan(3);
  });
});

describe('captions say nothing that a control could make untrue', () => {
  it('seven of sixteen weights are zero where a 3x3 with stride 2 becomes a 2x2', () => {
    const of = { given: 'strided', block: 2, kernel: 3, seed: 1, filters: '' } as const;
    const { weights, small } = disguiseOf(of);
    expect(small).toBe(2);
    expect(weights.length).toBe(16);
    expect(weights.filter(({ filling }) => filling).length).toBe(7);
  });

  it('an object of 3 x 2 pixels gets answers at P3 alone, in most places six', () => {
    const counts = new Map<number, number>();
    for (let x = 2; x <= 126; x++)
      for (let y = 2; y <= 126; y++) {
        const [p3, ...coarser] = assignments({ x, y, width: 3, height: 2, ratio: 4 }).map(answers);
        expect(coarser, `${x}, ${y}`).toEqual([0, 0]);
        counts.set(p3, (counts.get(p3) ?? 0) + 1);
      }
    expect(counts.get(6)).toBeGreaterThan(0.5 * 125 ** 2);
    expect(Math.min(...counts.keys())).toBeGreaterThan(0);
  });
});

describe('detectors', () => {
  const plain = { threshold: 0.6, distance: 10, perCar: 4, seed: 15 };

  it('there is a setting that loses a car, one that keeps copies, and one that finds both', () => {
    const found = (threshold: number, distance: number) => nmsOf({ ...plain, threshold, distance });
    expect(carsFound(found(0.3, 7))).toBe(1);
    expect(found(0.9, 10).rounds.length).toBeGreaterThan(2);
    expect(carsFound(nmsOf(plain))).toBe(2);
  });

  it('the figure below the bet shows what was asked, and ends as the answer says', () => {
    const page = readFileSync('content/chapters/detectors.mdx', 'utf8');
    const asked = page
      .match(/IoU of ([\d.]+)\..*threshold of ([\d.]+)\?/)!
      .slice(1)
      .map(Number);
    const drawn = page.match(/<Figure name="nms" threshold=\{([\d.]+)\} distance=\{(\d+)\} /)!;
    const [threshold, distance] = drawn.slice(1).map(Number);
    const overlap = iou(...carsOf({ ...plain, distance }));
    expect([Number(overlap.toFixed(2)), threshold]).toEqual(asked);
    const shown = nmsOf({ ...plain, threshold, distance });
    expect([shown.rounds.length, carsFound(shown)]).toEqual([1, 1]);
    // What its caption promises of a higher threshold, and of cars further apart.
    const raised = [0.35, 0.65].map((higher) => nmsOf({ ...plain, threshold: higher, distance }));
    expect(raised.map(carsFound)).toEqual([2, 2]);
    expect(raised.map(({ rounds }) => rounds.length)).toEqual([2, 3]);
    expect(carsFound(nmsOf({ ...plain, threshold, distance: distance + 3 }))).toBe(2);
  });

  it('a picture in three sizes is read 5¼ times', () => {
    expect(SCALES.reduce((sum, scale) => sum + scale ** 2, 0)).toBe(5.25);
  });
});
