import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compile } from '#lib/engine/compile.ts';
import { syntheticWeights } from '#lib/engine/index.ts';
import { arrange } from '#lib/engine/wasm/arena.ts';
import { type RowKernelName, rowKernels } from '#lib/engine/wasm/row-kernels.ts';
import { buildGraph } from '#lib/model/index.ts';
import { catalogue } from '../model/architectures.ts';

const silu = (x: number) => x / (1 + Math.exp(-x));
/** What each kernel does to x, with y from the other map, or gain and shift of the channel. */
const EXPECTED: Record<
  RowKernelName,
  (x: number, y: number, gain: number, shift: number) => number
> = {
  copy: (x) => x,
  relu: (x) => Math.max(0, x),
  silu,
  siluAdd: (x, y) => silu(x) + y,
  add: (x, y) => x + y,
  addRelu: (x, y) => Math.max(0, x + y),
  affine: (x, _, gain, shift) => x * gain + shift,
  affineRelu: (x, _, gain, shift) => Math.max(0, x * gain + shift),
};

describe('row kernels', () => {
  const memory = new WebAssembly.Memory({ initial: 1 });
  const kernels = rowKernels(memory)!;
  const floats = new Float32Array(memory.buffer);

  it.each(Object.keys(EXPECTED) as RowKernelName[])('%s, over parts of wider maps', (name) => {
    const [rows, channels, wide, source, other, target] = [3, 7, 10, 100, 200, 300];
    floats.fill(0);
    for (let i = 0; i < 60; i++) {
      floats[source + i] = 90 * Math.sin(i * i);
      floats[other + i] = Math.cos(3 * i);
    }
    const affine = name.startsWith('affine');
    const stride = affine ? 0 : channels * 4;
    kernels[name](source * 4, wide * 4, target * 4, wide * 4, rows, channels, other * 4, stride);
    for (let row = 0; row < rows; row++) {
      for (let c = 0; c < wide; c++) {
        const [x, y] = [floats[source + row * wide + c], floats[other + row * channels + c]];
        const value = EXPECTED[name](x, y, floats[other + c], floats[other + channels + c]);
        const expected = c < channels ? value : 0;
        const error = Math.abs(floats[target + row * wide + c] - expected);
        expect(error).toBeLessThan(1e-6 * (1 + Math.abs(expected)));
      }
    }
  });

  it('SiLU keeps to six digits from end to end', () => {
    const x = Float32Array.from({ length: 4000 }, (_, i) => (i - 2000) / 10);
    floats.set(x);
    kernels.silu(0, 0, 16_000, 0, 1, x.length, 0, 0);
    x.forEach((value, i) => {
      const expected = silu(value);
      expect(Math.abs(floats[4000 + i] - expected)).toBeLessThan(1e-12 + 1e-6 * Math.abs(expected));
    });
  });
});

describe('the arena', () => {
  const piece = fc.record({
    floats: fc.integer({ min: 1, max: 500 }),
    first: fc.integer({ min: 0, max: 20 }),
    lives: fc.integer({ min: 0, max: 5 }),
  });

  it('never gives two pieces alive at once the same place, and is no longer than all of them', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (drawn) => {
        const pieces = drawn.map(({ floats, first, lives }) => ({
          floats,
          first,
          last: first + lives,
        }));
        const { starts, floats } = arrange(pieces);
        pieces.forEach((a, i) => {
          expect(starts[i] + a.floats).toBeLessThanOrEqual(floats);
          pieces.slice(0, i).forEach((b, j) => {
            const together = a.first <= b.last && b.first <= a.last;
            const apart = starts[i] >= starts[j] + b.floats || starts[j] >= starts[i] + a.floats;
            expect(!together || apart).toBe(true);
          });
        });
        expect(floats).toBeLessThanOrEqual(pieces.reduce((sum, p) => sum + p.floats + 32, 0));
      }),
    );
  });
});

describe('what compiling joins', () => {
  const graph = buildGraph(catalogue.get('yolov5p-spd'), { size: 64 });
  const compiled = (choices = {}) => compile(graph, syntheticWeights(graph), { choices }).steps;
  const count = (steps: { kind: string }[], kind: string) =>
    steps.filter((s) => s.kind === kind).length;

  it("runs space-to-depth and C3's two 1x1 as one 2x2 of stride 2", () => {
    const steps = compiled();
    expect(count(steps, 'space-to-depth')).toBe(2);
    const joined = steps.filter(
      (step) => step.kind === 'convolution' && step.stride === 2 && step.filter.shape[0] === 2,
    );
    expect(joined.length).toBe(4);
    for (const step of joined) {
      const slices = steps.filter(
        ({ kind, inputs }) => kind === 'slice' && inputs[0] === step.output,
      );
      expect(slices.length).toBe(2);
    }
  });

  it('leaves batch norms, activations and transposes only where nothing can take them', () => {
    expect(count(compiled(), 'batch norm') + count(compiled(), 'activation')).toBe(0);
    expect(count(compiled({ strided: 0 }), 'space-to-depth')).toBe(7);
    expect(count(compiled({ twins: false }), 'slice')).toBe(0);
  });
});
