import { describe, expect, it } from 'vitest';
import { layersOf, levelsDown } from '#lib/model/index.ts';
import { graphOf } from './rows.ts';

const kinds = (rows: string[]) => layersOf(graphOf(rows)).map(({ kind }) => kind);
const one = (row: string) => layersOf(graphOf([row]))[0];
const reading = (row: string) => graphOf([row]).nodes[0].readings[0];

describe('a row as a layer', () => {
  it('is what its only step is', () => {
    const rows = {
      'Conv, [8, 3, 2]': 'convolution',
      'Focus, [8, 3]': 'focus',
      'space_to_depth, [1]': 'space-to-depth',
      'nn.MaxPool2d, [2]': 'max-pool',
      'nn.AvgPool2d, [2]': 'average-pool',
      'BlurPool, [3]': 'blur-pool',
      'nn.AdaptiveAvgPool2d, [1]': 'mean',
      "nn.Upsample, [None, 2, 'nearest']": 'upsample',
      'C3, [8]': 'module',
      'SPPF, [8, 5]': 'module',
    };
    for (const [row, kind] of Object.entries(rows))
      expect(kinds([`[-1, 1, ${row}]`])).toEqual([kind]);
    expect(kinds(['[-1, 1, nn.AdaptiveAvgPool2d, [1]]', '[-1, 1, nn.Linear, [nc]]'])).toEqual([
      'mean',
      'linear',
    ]);
    expect(kinds(['[-1, 1, Conv, [8]]', '[[-1, 0], 1, Concat, [1]]'])[1]).toBe('concat');
  });

  it('keeps its repeats, window and block', () => {
    expect(one('[-1, 3, C3, [8]]')).toMatchObject({ repeats: 3, opened: [] });
    expect(one('[-1, 1, Conv, [8, 5, 2]]')).toMatchObject({
      repeats: 1,
      window: { kernel: 5, stride: 2, padding: 2 },
    });
    expect(one('[-1, 1, Focus, [8, 3]]')).toMatchObject({
      block: 2,
      window: { kernel: 3, stride: 1, padding: 1 },
    });
    expect(one('[-1, 1, nn.AvgPool2d, [4, 2]]').window).toEqual({
      kernel: 4,
      stride: 2,
      padding: 0,
    });
    expect(one('[-1, 1, nn.AdaptiveAvgPool2d, [1]]').window).toBeUndefined();
  });

  it('steps down by powers of two; the mean over all, and what reads several maps, do not', () => {
    expect(levelsDown(one('[-1, 1, Conv, [8, 3, 2]]'))).toBe(1);
    expect(levelsDown(one('[-1, 1, Conv, [8, 3, 4]]'))).toBe(2);
    expect(levelsDown(one('[-1, 1, Conv, [8, 3, 1]]'))).toBe(0);
    expect(levelsDown(one("[-1, 1, nn.Upsample, [None, 2, 'nearest']]"))).toBe(-1);
    expect(levelsDown(one('[-1, 1, nn.AdaptiveAvgPool2d, [1]]'))).toBe(0);
    const [, , joined] = layersOf(
      graphOf(['[-1, 1, Conv, [8]]', '[-1, 1, Conv, [8]]', '[[-1, 0], 1, Concat, [1]]']),
    );
    expect(levelsDown(joined)).toBe(0);
    expect(joined.from).toEqual([1, 0]);
  });

  it('counts by hand: 3x3 from 3 to 8 channels over 16 x 16, and its norm', () => {
    expect(one('[-1, 1, Conv, [8, 3, 1]]')).toMatchObject({
      parameters: 3 * 8 * 9 + 2 * 8,
      macs: 16 * 16 * 3 * 8 * 9,
    });
    expect(one('[-1, 1, BlurPool, [5]]')).toMatchObject({ parameters: 0, macs: 8 * 8 * 3 * 25 });
    const rows = ['[-1, 1, nn.AdaptiveAvgPool2d, [1]]', '[-1, 1, nn.Linear, [nc]]'];
    expect(layersOf(graphOf(rows))[1]).toMatchObject({ parameters: 3 * 5 + 5, macs: 3 * 5 });
  });
});

describe('how a window reads its map', () => {
  it.each([
    ['Conv, [8, 3, 2]', { kind: 'convolution', kernel: 3, stride: 2, padding: 1, uniform: false }],
    ['Conv, [8, 4, 2, 0]', { kind: 'convolution', kernel: 4, padding: 0, uniform: true }],
    ['space_to_depth, [1]', { kernel: 2, stride: 2, padding: 0, uniform: true, skipped: 0 }],
    ['nn.MaxPool2d, [3, 2, 1]', { kernel: 3, stride: 2, padding: 1, uniform: false, skipped: 0 }],
    ['nn.MaxPool2d, [1, 3]', { kernel: 1, stride: 3, padding: 0, skipped: 8 / 9 }],
    ['nn.AvgPool2d, [4, 2]', { kind: 'average-pool', kernel: 4, stride: 2, padding: 0 }],
    ['nn.AdaptiveAvgPool2d, [1]', { kind: 'average-pool', kernel: 16, stride: 16, padding: 0 }],
    ['BlurPool, []', { kind: 'blur-pool', kernel: 3, stride: 2, padding: 1 }],
    ['BlurPool, [5]', { kind: 'blur-pool', kernel: 5, stride: 2, padding: 2 }],
    ["nn.Upsample, [None, 2, 'nearest']", { kernel: 1, stride: 1, padding: 0, uniform: true }],
  ])('%s', (row, expected) => {
    expect(reading(`[-1, 1, ${row}]`)).toMatchObject(expected);
  });

  it('a padding of None is half the kernel, as without', () => {
    expect(reading('[-1, 1, Conv, [8, 5, 1, None]]')).toEqual(reading('[-1, 1, Conv, [8, 5, 1]]'));
    expect(reading('[-1, 1, Conv, [8, 5, 1]]').padding).toBe(2);
    expect(reading('[-1, 1, Conv, [8, 5, 1, 0]]').padding).toBe(0);
  });
});
