import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { compile } from '#lib/engine/compile.ts';
import { Executable } from '#lib/engine/execute.ts';
import { foldBatchNorm } from '#lib/engine/fold.ts';
import { createNodeEngine } from '#lib/engine/node.ts';
import type { Output } from '#lib/engine/output.ts';
import type { Shape4 } from '#lib/engine/program.ts';
import { buildGraph, type Graph } from '#lib/model/index.ts';
import { random } from '#lib/random/index.ts';
import { catalogue } from '../model/architectures.ts';
import { weightsFile } from './models.ts';
import { graphs, weightsOf } from './random-graphs.ts';

const engine = createNodeEngine();
beforeAll(() => engine.use('wasm'));

const numbers = (count: number, seed: number) => {
  const next = random(seed);
  return Float32Array.from({ length: count }, () => 2 * next() - 1);
};
const dot = (a: ArrayLike<number>, b: ArrayLike<number>) => {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
};
const moved = (x: Float32Array, by: Float32Array, step: number) =>
  x.map((value, i) => value + step * by[i]);
/** All outputs as one list. */
const joined = (outputs: readonly Output[]) => outputs.flatMap(({ data }) => [...data]);
const seedsFor = (outputs: readonly Output[], weights: Float32Array) => {
  let i = 0;
  return outputs.flatMap(({ data }, output) =>
    Array.from(data, (_, index) => ({ output, index, weight: weights[i++] })),
  );
};

/** Slopes along a direction, to the left and to the right; where they differ there is a kink between. */
async function slopes(
  outputs: (x: Float32Array) => Promise<Output[]>,
  x: Float32Array,
  direction: Float32Array,
  weights: Float32Array,
) {
  const step = 2e-3;
  const at = async (by: number) => dot(joined(await outputs(moved(x, direction, by))), weights);
  const [left, here, right] = [await at(-step), await at(0), await at(step)];
  return {
    left: (here - left) / step,
    right: (right - here) / step,
    both: (right - left) / (2 * step),
  };
}

describe('the gradient of a network’s outputs with respect to its picture', () => {
  it('is the slope along any direction, for random networks of all operations', async () => {
    let smooth = 0;
    const check = async (graph: Graph) => {
      const { height, width, channels } = graph.picture;
      const shape: Shape4 = [2, height, width, channels];
      const program = foldBatchNorm(compile(graph, weightsOf(graph), { form: 'reference' }));
      const executable = new Executable(program);
      const x = numbers(
        shape.reduce((a, b) => a * b),
        1,
      );
      const direction = numbers(x.length, 2);
      const outputs = await executable.run(x, shape);
      const weights = numbers(joined(outputs).length, 3);
      const { data } = await executable.gradient(x, shape, seedsFor(outputs, weights));
      const said = await slopes((at) => executable.run(at, shape), x, direction, weights);
      executable.dispose();
      const scale = Math.max(
        1,
        Math.abs(said.both),
        dot(data.map(Math.abs), direction.map(Math.abs)),
      );
      if (Math.abs(said.left - said.right) > 0.01 * scale) return;
      smooth++;
      expect(Math.abs(dot(data, direction) - said.both) / scale).toBeLessThan(0.01);
    };
    await fc.assert(fc.asyncProperty(graphs, check), { numRuns: 50, seed: 1 });
    expect(smooth).toBeGreaterThan(30);
  });

  it.each(['yolov5p-spd', 'yolov5p-maxpool', 'yolov5p-blurpool'])(
    'of %s: the slope, and nothing is left behind',
    async (name) => {
      const graph = buildGraph(catalogue.get(name), { size: 64 });
      const before = engine.memory().tensors;
      const { model } = await engine.load(
        { architecture: graph, form: 'reference' },
        weightsFile(graph),
      );
      const x = numbers(64 * 64 * 3, 4);
      const { outputs } = await engine.run(model, x);
      const held = engine.memory().tensors;
      const chosen = [
        { output: 0, index: 777, weight: 1 },
        { output: 2, index: 21, weight: -0.5 },
      ];
      const weights = Float32Array.from(joined(outputs), () => 0);
      weights[777] = 1;
      weights[outputs[0].data.length + outputs[1].data.length + 21] = -0.5;
      const direction = numbers(x.length, 5);
      const { outputs: back } = await engine.gradient(model, x, chosen);
      expect(back[0].shape).toEqual([1, 64, 64, 3]);
      expect(engine.memory().tensors).toBe(held);
      const run = async (at: Float32Array) => (await engine.run(model, at)).outputs;
      const said = await slopes(run, x, direction, weights);
      await engine.unload(model);
      expect(engine.memory().tensors).toBe(before);
      const scale = Math.max(Math.abs(said.both), 1e-3);
      expect(Math.abs(dot(back[0].data, direction) - said.both) / scale).toBeLessThan(0.05);
    },
  );

  it('is nothing where nothing is asked for', async () => {
    const graph = buildGraph(catalogue.get('yolov5p'), { size: 32 });
    const { model } = await engine.load({ architecture: graph }, weightsFile(graph));
    const { outputs } = await engine.gradient(model, numbers(32 * 32 * 3, 6), []);
    await engine.unload(model);
    expect(outputs[0].data.every((value) => value === 0)).toBe(true);
  });
});
