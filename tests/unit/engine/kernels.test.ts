import { readFileSync } from 'node:fs';
import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Executable } from '#lib/engine/execute.ts';
import { createNodeEngine } from '#lib/engine/node.ts';
import type { Constant, Shape4, Step } from '#lib/engine/program.ts';
import { KERNELS, type KernelName } from '#lib/engine/wasm/kernels.ts';

type Wrap = (name: string, result: null, types: string[]) => (...numbers: number[]) => void;

const NAMES = Object.keys(KERNELS) as KernelName[];
/** What a kernel was called with by whom. */
const calls: { name: string; numbers: number[] }[] = [];
const wrapped = new Map<string, number>();
let module: { cwrap: Wrap };
let original: Wrap;

/** TensorFlow.js's kernels look their functions up once more, from then on through `wrap`. */
function lookUp(wrap: Wrap): void {
  module.cwrap = wrap;
  for (const name of NAMES) tf.getKernel(name, 'wasm').setupFunc?.(tf.backend());
}

beforeAll(async () => {
  await createNodeEngine().use('wasm');
  module = (tf.backend() as BackendWasm).wasm as unknown as { cwrap: Wrap };
  original = module.cwrap;
  lookUp((name, result, types) => {
    const call = original(name, result, types);
    wrapped.set(name, types.length);
    return (...numbers) => {
      calls.push({ name, numbers });
      call(...numbers);
    };
  });
});
afterAll(() => lookUp(original));

const constant = (...shape: number[]): Constant => ({
  shape,
  data: Float32Array.from({ length: tf.util.sizeFromShape(shape) }, (_, i) => Math.sin(i)),
});
const shape: Shape4 = [2, 12, 17, 3];
const at = { inputs: [0], output: 1 };

/** Steps that no two neighbouring arguments agree in, where they can differ. */
const STEPS: Record<KernelName, Step> = {
  FusedConv2D: {
    ...{ ...at, kind: 'convolution', filter: constant(5, 5, 3, 7), bias: constant(7) },
    ...{ stride: 2, padding: 1, activation: 'relu' },
  },
  DepthwiseConv2dNative: {
    ...at,
    ...{ kind: 'blur-pool', filter: constant(3, 3, 3, 1), stride: 2, padding: 1 },
  },
  MaxPool: { ...at, kind: 'max-pool', kernel: 4, stride: 3, padding: 1 },
  AvgPool: { ...at, kind: 'average-pool', window: { kernel: 4, stride: 3 } },
  ResizeNearestNeighbor: { ...at, kind: 'upsample', factor: 4 },
};

/** Which arguments name a tensor: their numbers differ from run to run. */
const TENSORS = new Set(['x', 'filter', 'bias', 'out']);

/** The arguments of the only call of a kernel while a program of one step runs, by name; tensors as their sizes. */
async function passed(name: KernelName, planned: boolean): Promise<Record<string, number>> {
  calls.length = 0;
  const executable = new Executable({ steps: [STEPS[name]], outputs: [1] }, { planned });
  await executable.run(new Float32Array(tf.util.sizeFromShape(shape)), shape);
  const own = calls.filter((call) => call.name === name);
  expect(own.length).toBe(1);
  const [{ numbers }] = own;
  executable.dispose();
  return Object.fromEntries(
    numbers.map((value, i) => {
      const parameter = KERNELS[name][i] ?? `argument ${i}`;
      return [parameter, TENSORS.has(parameter) ? Math.sign(value) : value];
    }),
  );
}

describe.each(NAMES)('TensorFlow.js calls its kernel %s', (name) => {
  it('with as many arguments as a plan does', () => {
    const count = KERNELS[name].length;
    expect(
      wrapped.get(name),
      `The signature of TensorFlow.js's wasm kernel ${name} has changed: it takes ${wrapped.get(name)} arguments, ` +
        `and lib/engine/wasm/kernels.ts names ${count}. Put the names right before this version is used.`,
    ).toBe(count);
  });

  it('with the same values in the same order', async () => {
    const [own, theirs] = [await passed(name, true), await passed(name, false)];
    expect(
      own,
      `A plan passes other values to the wasm kernel ${name} than TensorFlow.js itself does: its signature has ` +
        'changed, or lib/engine/wasm/kernels.ts names its arguments in the wrong order.',
    ).toEqual(theirs);
  });
});

it('a plan calls no kernel by position that is not held against TensorFlow.js here', () => {
  const plan = readFileSync('lib/engine/wasm/plan.ts', 'utf8');
  const called = [...plan.matchAll(/this\.kernel\('(\w+)'/g)].map(([, name]) => name);
  expect(new Set(called)).toEqual(new Set(NAMES));
});

it('TensorFlow.js is pinned to one version, the same for all its parts', () => {
  const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
  const versions = Object.entries<string>(dependencies)
    .filter(([name]) => name.startsWith('@tensorflow/'))
    .map(([, version]) => version);
  expect(versions.length).toBe(5);
  expect(new Set(versions).size).toBe(1);
  expect(versions[0]).toMatch(/^\d+\.\d+\.\d+$/);
});
