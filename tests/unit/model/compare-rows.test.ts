import { describe, expect, it } from 'vitest';
import { compareNets } from '#lib/model/index.ts';
import { graphOf } from './rows.ts';

/** The pairs of layers, `-` for none, and what became of the steps down. */
function laid(strided: string[], spd: string[]) {
  const { slots, steps } = compareNets(graphOf(strided), graphOf(spd));
  return {
    slots: slots.map((slot) => `${slot.strided ?? '-'}:${slot.spd ?? '-'}`).join(' '),
    steps: steps.map(({ fate, same, slots: at }) => `${fate}${same ? ', same' : ''} ${at}`),
  };
}

const stem = '[-1, 1, Conv, [8, 3, 1]]';
const packing = '[-1, 1, space_to_depth, [1]]';

describe('two nets row by row', () => {
  it('of equal rows are paired in order, and nothing changes', () => {
    const rows = [stem, '[-1, 1, Conv, [8, 1, 1]]', '[-1, 1, C3, [8]]'];
    expect(laid(rows, rows)).toEqual({ slots: '0:0 1:1 2:2', steps: [] });
  });

  it.each(['nn.MaxPool2d, [2]', 'nn.AvgPool2d, [2]', 'BlurPool, [3]'])(
    '%s stands beside space-to-depth, which replaces it',
    (pool) => {
      const pooled = [stem, `[-1, 1, ${pool}]`, '[-1, 1, Conv, [8, 3, 1]]'];
      const packed = [stem, packing, '[-1, 1, Conv, [8, 3, 1]]'];
      expect(laid(pooled, packed)).toEqual({ slots: '0:0 1:1 2:2', steps: ['replaced 1'] });
    },
  );

  it('a max-pool does not stand beside another kind of pool', () => {
    const [max, mean] = ['[-1, 1, nn.MaxPool2d, [2]]', '[-1, 1, nn.AvgPool2d, [2]]'];
    expect(laid([stem, max], [stem, mean])).toEqual({
      slots: '0:0 1:- -:1',
      steps: ['removed 1', 'stays 2'],
    });
  });

  it('a space-to-depth does not stand beside a pool of the other net', () => {
    const pool = '[-1, 1, nn.MaxPool2d, [2]]';
    expect(laid([stem, packing], [stem, pool]).slots).toBe('0:0 1:- -:1');
  });

  it('a layer of the one net that the other lacks stands alone, at its place', () => {
    const more = [stem, '[-1, 1, C3, [8]]', '[-1, 1, Conv, [8, 1, 1]]'];
    const less = [stem, '[-1, 1, Conv, [8, 1, 1]]'];
    expect(laid(more, less)).toEqual({ slots: '0:0 1:- 2:1', steps: [] });
    expect(laid(less, more)).toEqual({ slots: '0:0 -:1 1:2', steps: [] });
  });

  it('a convolution prefers its like: the same kernel', () => {
    const wide = '[-1, 1, Conv, [8, 3, 1]]';
    const narrow = '[-1, 1, Conv, [8, 1, 1]]';
    expect(laid([stem, narrow], [stem, wide, narrow]).slots).toBe('0:0 -:1 1:2');
    expect(laid([stem, narrow, wide], [stem, wide]).slots).toBe('0:0 1:- 2:1');
  });

  it('a stride gives way to the space-to-depth before or behind its counterpart', () => {
    const strided = [stem, '[-1, 1, Conv, [16, 3, 2]]'];
    const narrow = '[-1, 1, Conv, [16, 3, 1]]';
    expect(laid(strided, [stem, packing, narrow]).steps).toEqual(['replaced 1,2']);
    expect(laid(strided, [stem, narrow, packing]).steps).toEqual(['replaced 1,2']);
  });

  it('one space-to-depth replaces one step only; a step without is removed', () => {
    const twice = [stem, '[-1, 1, Conv, [16, 3, 2]]', '[-1, 1, Conv, [16, 3, 2]]'];
    const once = [stem, '[-1, 1, Conv, [16, 3, 1]]', packing, '[-1, 1, Conv, [16, 3, 1]]'];
    expect(laid(twice, once)).toEqual({
      slots: '0:0 1:1 -:2 2:3',
      steps: ['replaced 1,2', 'removed 3'],
    });
  });

  it('a space-to-depth that replaces nothing is added; a stride that is still one stays', () => {
    const strided = [stem, '[-1, 1, Conv, [16, 3, 2]]'];
    expect(laid(strided, [stem, packing, '[-1, 1, Conv, [16, 3, 2]]']).steps).toEqual([
      'added 1',
      'stays 2',
    ]);
  });

  it('a 6x6 convolution of stride 2 is what Focus computes; no other window is', () => {
    const focus = ['[-1, 1, Focus, [8, 3]]'];
    const first = (window: string) => laid([`[-1, 1, Conv, [${window}]]`], focus).steps;
    expect(first('8, 6, 2, 2')).toEqual(['replaced, same 0']);
    expect(first('16, 6, 2, 2')).toEqual(['replaced 0']);
    expect(first('8, 3, 2, 1')).toEqual(['replaced 0']);
    expect(first('8, 6, 2, 1')).toEqual(['replaced 0']);
    expect(first('8, 6, 4, 2')).toEqual(['replaced 0']);
  });
});
