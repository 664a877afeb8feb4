import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CASES, checkFiles } from '#commands/bench/cases.ts';
import { alternate, median } from '#commands/bench/statistics.ts';
import { table } from '#commands/report.ts';

describe('the bench', () => {
  it('takes the middle', () => {
    expect(median([3, 1, 2])).toBe(2);
    expect(median([4, 1, 3, 2])).toBe(2.5);
    expect(median([])).toBeNaN();
  });

  it('goes by turns, and throws the warm-up away', async () => {
    const turns: string[] = [];
    const side = (name: string) => async () => turns.push(name);
    const patience = { rounds: 3, milliseconds: 1e6 };
    const warmUp = { passes: 2, milliseconds: 0, most: 1e6 };
    const { a, b } = await alternate(side('a'), side('b'), patience, warmUp);
    expect(turns.join('')).toBe('ababababab');
    expect([a, b]).toEqual([
      [5, 7, 9],
      [6, 8, 10],
    ]);
  });

  it('warms up by time and by passes, but not for ever', async () => {
    const warmed = async (warmUp: { passes: number; milliseconds: number; most: number }) => {
      let passes = 0;
      const side = async () => ++passes;
      await alternate(side, side, { rounds: 3, milliseconds: -1 }, warmUp);
      return passes / 2 - 3;
    };
    expect(await warmed({ passes: 7, milliseconds: -1, most: 1e6 })).toBe(7);
    expect(await warmed({ passes: 7, milliseconds: -1, most: -1 })).toBe(1);
    expect(await warmed({ passes: 1, milliseconds: 5, most: 1e6 })).toBeGreaterThan(1);
  });

  it('stops after three rounds when time is up', async () => {
    const { a } = await alternate(
      async () => 1,
      async () => 2,
      { rounds: 99, milliseconds: -1 },
      { passes: 1, milliseconds: 0, most: 0 },
    );
    expect(a.length).toBe(3);
  });

  it('sets what is missing as nothing', () => {
    expect(
      table([
        { name: 'a', milliseconds: 1.234 },
        { name: 'b', milliseconds: null },
      ]),
    ).toBe('name  milliseconds\na             1.23\nb');
  });

  it('says how the networks are made where they are not', () => {
    const missing = [{ ...CASES[0], name: 'yolov5q' }];
    expect(() => checkFiles(missing)).toThrow(/yolov5q-128\.onnx[\s\S]*python -m strideless\.onnx/);
  });

  it('times the networks that PyTorch writes', () => {
    const script = readFileSync('training/strideless/onnx.py', 'utf8');
    for (const { name, size, form } of CASES) {
      expect(script).toContain(`("${name}", ${size}, ${form === 'literal' ? 'True' : 'False'})`);
    }
    expect(script.match(/^ {4}\("/gm)).toHaveLength(CASES.length);
  });
});
