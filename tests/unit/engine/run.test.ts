import { beforeAll, describe, expect, it } from 'vitest';
import { type Form, syntheticInput } from '#lib/engine/index.ts';
import { createNodeEngine } from '#lib/engine/node.ts';
import { buildGraph, type Graph } from '#lib/model/index.ts';
import { writeSafetensors } from '#lib/safetensors/index.ts';
import { catalogue } from '../model/architectures.ts';
import { small, smallWeights, weightsFile } from './models.ts';

const engine = createNodeEngine();
beforeAll(() => engine.use('wasm'));

const outputs = async (graph: Graph, form: Form, input = syntheticInput(graph)) => {
  const { model } = await engine.load({ architecture: graph, form }, weightsFile(graph));
  const result = await engine.run(model, input);
  await engine.unload(model);
  return result.outputs;
};

const largest = (a: Float32Array, b: Float32Array) =>
  a.reduce((most, value, i) => Math.max(most, Math.abs(value - b[i])), 0);

describe('the compiled form agrees with the reference', () => {
  it.each([
    ['yolov5p', 128],
    ['yolov5p-spd', 96],
    ['yolov5p-spd', 128],
  ])('%s at %i', { timeout: 60_000 }, async (name, size) => {
    const graph = buildGraph(catalogue.get(name), { size });
    const [reference, compiled] = [
      await outputs(graph, 'reference'),
      await outputs(graph, 'compiled'),
    ];
    expect(compiled.map(({ shape }) => shape)).toEqual(reference.map(({ shape }) => shape));
    reference.forEach(({ data }, i) => {
      const scale = data.reduce((most, value) => Math.max(most, Math.abs(value)), 1);
      expect(largest(data, compiled[i].data) / scale).toBeLessThan(1e-4);
    });
  });
});

it('the literal form, which is there to be timed, agrees too', async () => {
  const graph = buildGraph(catalogue.get('yolov5p-spd'), { size: 64 });
  const [literal, compiled] = [await outputs(graph, 'literal'), await outputs(graph, 'compiled')];
  const differences = literal.map(({ data }, i) => largest(data, compiled[i].data));
  expect(Math.max(...differences)).toBeLessThan(1e-5);
});

describe('memory', () => {
  it('holds as many tensors after twenty runs as after one, and none when all is unloaded', async () => {
    const before = engine.memory();
    const graph = buildGraph(catalogue.get('yolov5p-spd'), { size: 64 });
    const { model } = await engine.load({ architecture: graph }, weightsFile(graph));
    const counts = [];
    for (let i = 0; i < 20; i++) {
      await engine.run(model, syntheticInput(graph));
      await engine.activations(model, syntheticInput(graph), [3]);
      counts.push(engine.memory().tensors);
    }
    expect(new Set(counts).size).toBe(1);
    expect(counts[0]).toBeGreaterThan(before.tensors);
    await engine.unload(model);
    expect(engine.memory()).toEqual(before);
  });
});

describe('one pass', () => {
  it('takes several pictures at once', async () => {
    const one = syntheticInput(small);
    const other = one.map((value) => 1 - value);
    const both = Float32Array.of(...one, ...other);
    const [first, second, pair] = [
      await outputs(small, 'compiled', one),
      await outputs(small, 'compiled', other),
      await outputs(small, 'compiled', both),
    ];
    expect(pair[0].shape).toEqual([2, 4, 4, 8]);
    const half = pair[0].data.length / 2;
    expect(largest(pair[0].data.slice(0, half), first[0].data)).toBeLessThan(1e-6);
    expect(largest(pair[0].data.slice(half), second[0].data)).toBeLessThan(1e-6);
  });

  it('refuses numbers that are not whole pictures, and a model that is not there', async () => {
    const { model } = await engine.load({ architecture: small }, smallWeights());
    await expect(engine.run(model, new Float32Array(100))).rejects.toSay(
      'small reads pictures of 8 x 8 x 3 numbers; 100 numbers are not a whole count of them.',
    );
    await engine.unload(model);
    await expect(engine.run(model, new Float32Array(192))).rejects.toSay(
      `No model number ${model} is loaded.`,
    );
  });

  it('shows the maps inside, in the order of the published code', async () => {
    const { model } = await engine.load({ architecture: small }, smallWeights());
    const input = syntheticInput(small);
    const [before, after] = (await engine.activations(model, input, [0, 1])).outputs;
    await engine.unload(model);
    expect([before.shape, after.shape]).toEqual([
      [1, 8, 8, 8],
      [1, 4, 4, 32],
    ]);
    // Block (1, 2), phase B = bottom left (dy 1, dx 0), channel 3.
    expect(after.data[(1 * 4 + 2) * 32 + 8 + 3]).toBe(before.data[(3 * 8 + 4) * 8 + 3]);
    // Phase C = top right (dy 0, dx 1).
    expect(after.data[(1 * 4 + 2) * 32 + 16 + 3]).toBe(before.data[(2 * 8 + 5) * 8 + 3]);
  });

  it('takes the anchors that a published checkpoint carries, in units of the stride', async () => {
    const graph = buildGraph(catalogue.get('yolov5p'), { size: 64 });
    const { tensors } = (await import('#lib/safetensors/index.ts')).readSafetensors(
      weightsFile(graph),
    );
    const data = Float32Array.from({ length: 18 }, (_, i) => i + 1);
    const file = writeSafetensors({
      ...Object.fromEntries(tensors),
      'model.24.anchors': { dtype: 'F32', shape: [3, 3, 2], data },
    });
    const { model, levels } = await engine.load({ architecture: graph }, file.buffer);
    await engine.unload(model);
    expect(levels[0]).toEqual({
      stride: 8,
      anchors: [
        [8, 16],
        [24, 32],
        [40, 48],
      ],
    });
    expect(levels[2].anchors[2]).toEqual([17 * 32, 18 * 32]);
  });
});

describe('a picture of another size', () => {
  it('is read by the same model, with what was made for the last size freed', async () => {
    const architecture = catalogue.get('yolov5p-spd');
    const sizes = [64, 96, 64].map((side) => buildGraph(architecture, { size: side }));
    const { model } = await engine.load({ architecture, pictureSize: 64 }, weightsFile(sizes[0]));
    const tensors: number[] = [];
    for (const graph of sizes) {
      const { height, width } = graph.picture;
      const input = syntheticInput(graph);
      const result = await engine.run(model, input, { size: [height, width] });
      expect(result.first).toBe(true);
      tensors.push(engine.memory().tensors);
      const again = await engine.run(model, input, { size: [height, width] });
      expect(again.first).toBe(false);
      const alone = await outputs(graph, 'compiled', input);
      expect(again.outputs.map(({ shape }) => shape)).toEqual(alone.map(({ shape }) => shape));
      expect(largest(again.outputs[0].data, alone[0].data)).toBe(0);
    }
    expect(tensors[2]).toBe(tensors[0]);
    await expect(
      engine.run(model, new Float32Array(50 * 50 * 3), { size: [50, 50] }),
    ).rejects.toMatchObject({
      code: 'architecture',
    });
    await engine.unload(model);
  });
});

describe('unloading', () => {
  it('waits for its turn: a pass asked for later does not bring the model back', async () => {
    const before = engine.memory();
    for (let round = 0; round < 3; round++) {
      const { model } = await engine.load({ architecture: small }, smallWeights());
      const pass = engine.run(model, syntheticInput(small));
      const unloaded = engine.unload(model);
      const late = engine.run(model, syntheticInput(small));
      await expect(late).rejects.toMatchObject({ code: 'model' });
      await unloaded;
      expect((await pass).outputs).toHaveLength(1);
      expect(engine.memory()).toEqual(before);
    }
  });
});

it('a pass that was given up before its turn does not run', async () => {
  const { model } = await engine.load({ architecture: small }, smallWeights());
  const stop = new AbortController();
  const first = engine.run(model, syntheticInput(small));
  const second = engine.run(model, syntheticInput(small), { signal: stop.signal });
  stop.abort();
  await expect(second).rejects.toMatchObject({ code: 'cancelled' });
  await first;
  await engine.unload(model);
});

describe('back ends', () => {
  it('knows which may work in Node, and says why the others do not', async () => {
    expect(
      engine
        .backends()
        .filter(({ available }) => available)
        .map(({ name }) => name),
    ).toEqual(['wasm', 'cpu']);
    await expect(engine.use('webgpu')).rejects.toSay(
      'This back end does not work here. webgpu: this browser has no WebGPU.',
    );
    expect(engine.backend).toBe('wasm');
  });

  it('goes over to another one with its models', async () => {
    const { model } = await engine.load({ architecture: small }, smallWeights());
    const input = syntheticInput(small);
    const wasm = await engine.run(model, input);
    const report = await engine.use('cpu');
    expect(report.probeMilliseconds).toBeGreaterThan(0);
    const cpu = await engine.run(model, input);
    expect([wasm.backend, cpu.backend]).toEqual(['wasm', 'cpu']);
    expect(largest(wasm.outputs[0].data, cpu.outputs[0].data)).toBeLessThan(1e-5);
    const auto = await engine.use('auto');
    expect(auto.name).toBe('wasm');
    expect(auto.why).toSay(/^wasm is fastest: [\d.]+ ms\. webgpu: this browser has no WebGPU\./);
    await engine.unload(model);
  });
});
