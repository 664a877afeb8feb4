import { describe, expect, it } from 'vitest';
import { nets } from '#lib/figures/architecture/nets.ts';
import { spdLayers, stridedLayers, type Wiring } from '#lib/figures/footprint/model.ts';
import {
  type Checkpoint,
  randomStack,
  roomFor,
  trainedStack,
} from '#lib/figures/footprint/stacks.ts';
import { random } from '#lib/random/index.ts';
import { fieldOf } from '#lib/spd/index.ts';

const params: Wiring = { halvings: 3, kernel: 3, after: 'spd-3' };
const sides = ['strided', 'spd'] as const;
const all: Wiring[] = [
  params,
  { halvings: 5, kernel: 6, after: 'published' },
  { halvings: 1, kernel: 1, after: 'spd-1' },
];

describe.each(all)('room for $halvings halvings, kernel $kernel, $after', (given) => {
  it.each([stridedLayers, spdLayers])('is as little as the middle output needs', (layersOf) => {
    const layers = layersOf(given, given.halvings);
    const { field, jump } = fieldOf(layers);
    const { size, at } = roomFor(layers);
    expect(size).toBe((2 * at + 1) * jump);
    // The field lies around the middle of the picture, and half of it fits on either side.
    expect(at * jump).toBeGreaterThanOrEqual(field / 2);
    expect((at - 1) * jump).toBeLessThan(field / 2);
  });
});

describe.each(sides)('a random stack, %s', (side) => {
  const stack = randomStack(side, params, 4);

  it('has the layers of the figure, each reading what the one before writes', () => {
    const layers = (side === 'strided' ? stridedLayers : spdLayers)(params, 3);
    expect(stack.map(({ kernel, stride, padding }) => ({ kernel, stride, padding }))).toEqual(
      layers.map(({ kernel, stride, padding }) => ({ kernel, stride, padding })),
    );
    expect(stack.map(({ channels }) => channels)).toEqual([3, 8, 8]);
    for (const { kernel, spaceToDepth = 1, channels, outputs, weights } of stack) {
      expect(spaceToDepth).toBe(side === 'strided' ? 1 : 2);
      expect(weights.length).toBe(kernel ** 2 * channels * spaceToDepth ** 2 * outputs);
    }
  });

  it('keeps the size of the numbers: variance one over the numbers read', () => {
    for (const { weights, outputs } of stack) {
      const mean = weights.reduce((a, b) => a + b, 0) / weights.length;
      const variance = weights.reduce((a, b) => a + (b - mean) ** 2, 0) / weights.length;
      const fan = weights.length / outputs;
      expect(Math.abs(mean)).toBeLessThan(4 / Math.sqrt(fan * weights.length));
      expect(variance * fan).toBeGreaterThan(0.7);
      expect(variance * fan).toBeLessThan(1.3);
    }
  });

  it('is drawn by its seed', () => {
    expect(randomStack(side, params, 4)).toEqual(stack);
    expect(randomStack(side, params, 5)[0].weights).not.toEqual(stack[0].weights);
  });
});

describe('the trained stacks', () => {
  const { graphs } = nets('yolov5', 'p');
  const checkpoints = graphs.map(({ tensors }, i): Checkpoint => {
    const next = random(i, 7);
    return new Map(
      tensors.map(({ name, shape }) => {
        const length = shape.reduce((a, b) => a * b, 1);
        return [name, { shape, data: Float32Array.from({ length }, () => 0.1 + next()) }] as const;
      }),
    );
  });

  it.each([0, 1] as const)('chain from the picture down, side %i', (i) => {
    for (const halvings of [1, 2, 5]) {
      const stack = trainedStack(sides[i], checkpoints[i], halvings);
      expect(stack).toHaveLength(1 + 3 * (halvings - 1));
      const { jump } = fieldOf(
        stack.map(({ kernel, stride = 1, spaceToDepth = 1 }) => ({
          kernel,
          stride,
          block: spaceToDepth,
        })),
      );
      expect(jump).toBe(2 ** halvings);
      expect(stack[0].channels).toBe(3);
      stack.slice(1).forEach(({ channels }, n) => {
        expect(channels).toBe(stack[n].outputs);
      });
      for (const { kernel, channels, outputs, spaceToDepth = 1, weights } of stack)
        expect(weights.length).toBe(kernel ** 2 * channels * spaceToDepth ** 2 * outputs);
    }
  });

  it('carry each weight times its batch norm’s factor, inputs before outputs', () => {
    const [strided] = checkpoints;
    const at = (name: string) => {
      const found = strided.get(name);
      if (!found) throw new Error(name);
      return found.data;
    };
    // The entry of the first C3: two 1x1 convolutions over the same input, side by side.
    const { channels, outputs, weights } = trainedStack('strided', strided, 2)[2];
    const half = outputs / 2;
    for (const [o, part] of [
      [0, 'cv1'],
      [half - 1, 'cv1'],
      [half, 'cv2'],
      [outputs - 1, 'cv2'],
    ] as const)
      for (const c of [0, 1, channels - 1]) {
        const n = o % half;
        const factor =
          at(`model.2.${part}.bn.weight`)[n] /
          Math.sqrt(at(`model.2.${part}.bn.running_var`)[n] + 1e-3);
        const weight = at(`model.2.${part}.conv.weight`)[n * channels + c];
        expect(weights[c * outputs + o]).toBeCloseTo(weight * factor, 5);
      }
  });

  it('place the taps of a kernel row by row', () => {
    const [strided] = checkpoints;
    const [{ weights, outputs, kernel }] = trainedStack('strided', strided, 1);
    const given = strided.get('model.0.conv.weight')?.data ?? [];
    const taps = kernel ** 2;
    const ratio = (t: number, c: number) =>
      weights[(t * 3 + c) * outputs + 1] / given[(3 + c) * taps + t];
    for (const t of [0, 1, kernel, taps - 1])
      for (const c of [0, 1, 2]) expect(ratio(t, c)).toBeCloseTo(ratio(0, 0), 4);
  });

  it('say what a checkpoint lacks', () => {
    expect(() => trainedStack('spd', new Map(), 1)).toThrow(
      'the trained weights have no tensor model.0.conv.conv.weight',
    );
  });
});
