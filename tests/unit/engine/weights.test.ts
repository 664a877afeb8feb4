import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fetchBytes } from '#lib/engine/download.ts';
import { EngineError, syntheticFile } from '#lib/engine/index.ts';
import { createNodeEngine } from '#lib/engine/node.ts';
import { sha256, sha256Plain } from '#lib/engine/sha256.ts';
import { parseArchitecture } from '#lib/model/architecture.ts';
import { buildGraph } from '#lib/model/index.ts';
import { type Tensor, writeSafetensors } from '#lib/safetensors/index.ts';
import { catalogue } from '../model/architectures.ts';
import { sentence } from '../setup/say.ts';
import { SMALL, small, smallWeights, weightsFile } from './models.ts';

const engine = createNodeEngine();
const fault = async (weights: ArrayBuffer | string, options = {}): Promise<EngineError> => {
  const error = await engine
    .load({ architecture: small }, weights, options)
    .catch((e: unknown) => e);
  expect(error).toBeInstanceOf(EngineError);
  return error as EngineError;
};
const floats = (shape: number[], fill = 0.5): Tensor => ({
  dtype: 'F32',
  shape,
  data: new Float32Array(shape.reduce((a, b) => a * b, 1)).fill(fill),
});

describe('weights that do not fit are refused by name', () => {
  it('lists missing, extra and misshaped tensors', async () => {
    const { code, said, details } = await fault(
      smallWeights({
        'model.0.bn.bias': undefined,
        'model.2.conv.weight': floats([8, 8, 1, 1]),
        'model.7.conv.weight': floats([1]),
      }),
    );
    expect(code).toBe('weights');
    expect(said).toSay(
      'These weights are not of small: 3 tensors do not fit. First of them, missing: model.0.bn.bias (8).',
    );
    expect(details.map(sentence)).toEqual([
      'missing: model.0.bn.bias (8)',
      'misshaped: model.2.conv.weight is 8 x 8 x 1 x 1, small needs 8 x 32 x 1 x 1',
      'extra: model.7.conv.weight',
    ]);
  });

  it('passes over the counters of batch norm, and over the grid of anchors', async () => {
    const counter: Tensor = { dtype: 'I64', shape: [], data: BigInt64Array.of(7n) };
    const info = await engine.load(
      { architecture: small },
      smallWeights({
        'model.0.bn.num_batches_tracked': counter,
        'model.2.anchor_grid': floats([3, 1, 3, 1, 1, 2]),
      }),
    );
    expect(info).toMatchObject({
      name: 'small',
      picture: { height: 8, width: 8, channels: 3 },
      levels: [],
    });
    await engine.unload(info.model);
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY])(
    'names the tensor that holds %s',
    async (value) => {
      const { code, said, details } = await fault(
        smallWeights({ 'model.2.bn.bias': floats([8], value) }),
      );
      expect(code).toBe('not finite');
      expect(said).toSay('in the tensor model.2.bn.bias');
      expect(details).toEqual(['model.2.bn.bias']);
    },
  );

  it('says that a file is cut short, or no weights at all', async () => {
    const whole = smallWeights();
    const cut = await fault(whole.slice(0, whole.byteLength - 100));
    expect(cut.code).toBe('file');
    expect(cut).toSay(/cut short: \d+ bytes of tensors, \d+ are announced/);
    expect(await fault(new TextEncoder().encode('<!doctype html><html>').buffer)).toSay(
      'this is not a safetensors file',
    );
    const ints: Tensor = { dtype: 'I32', shape: [8], data: new Int32Array(8) };
    expect((await fault(smallWeights({ 'model.2.bn.bias': ints }))).details.map(sentence)).toEqual([
      'of another type: model.2.bn.bias holds I32, not F32, F16, BF16 or F64',
    ]);
  });

  it('names the variances that are negative', async () => {
    const { code, said } = await fault(smallWeights({ 'model.0.bn.running_var': floats([8], -1) }));
    expect(code).toBe('not finite');
    expect(said).toSay('negative variances, in the tensor model.0.bn.running_var');
  });

  it('says that outputs are not finite, instead of finding nothing', async () => {
    const huge = smallWeights({ 'model.0.conv.weight': floats([8, 3, 3, 3], 3e38) });
    const { model } = await engine.load({ architecture: small }, huge);
    await expect(engine.run(model, new Float32Array(192).fill(1))).rejects.toMatchObject({
      code: 'not finite',
      said: expect.toSay(/^small answers with numbers that are not finite/),
    });
    engine.unload(model);
  });

  it('leaves whole numbers and truth values that it does not need where they are', async () => {
    const mask: Tensor = { dtype: 'BOOL', shape: [2], data: Uint8Array.of(0, 1) };
    const info = await engine.load(
      { architecture: small },
      smallWeights({ mask, steps: { dtype: 'I64', shape: [], data: BigInt64Array.of(9n) } }),
    );
    engine.unload(info.model);
  });

  it('calls an architecture by the name that it is asked under', async () => {
    const load = engine.load(
      { architecture: parseArchitecture(SMALL, { name: 'mine' }) },
      smallWeights({ extra: floats([1]) }),
    );
    await expect(load).rejects.toSay('These weights are not of mine: 1 tensor does not fit.');
  });

  it('holds the bytes against their checksum', async () => {
    const bytes = smallWeights();
    const right = createHash('sha256').update(new Uint8Array(bytes)).digest('hex');
    const info = await engine.load({ architecture: small }, bytes, { sha256: right });
    await engine.unload(info.model);
    const { code, said } = await fault(bytes, { sha256: '0'.repeat(64) });
    expect(code).toBe('checksum');
    expect(said).toSay(right.slice(0, 12));
  });

  it('names the address that cannot be fetched', async () => {
    const { code, said } = await fault('data:text/plain,nothing', {
      signal: AbortSignal.abort(),
    });
    expect(code).toBe('cancelled');
    expect(said).toSay('This was stopped.');
    expect(await fault('http://localhost:9/weights')).toMatchObject({
      code: 'download',
      said: expect.toSay(
        'weights could not be fetched: there was no answer. Check the connection and try again.',
      ),
    });
  });

  it('says what is wrong with an architecture', async () => {
    const load = engine.load(
      { architecture: SMALL.replace('space_to_depth', 'Spd') },
      smallWeights(),
    );
    await expect(load).rejects.toMatchObject({
      code: 'architecture',
      said: expect.toSay('row 1 (Spd): no such module'),
    });
  });
});

describe('a checkpoint of the published code', () => {
  it('loads under its own names, with the counters and anchors that PyTorch saves', async () => {
    const text = readFileSync(new URL('../../fixtures/state-dicts.txt', import.meta.url), 'utf8');
    const [, section] = text.split(/^== yolov5n-spd: .*$/m);
    const rows = section.split('\n==')[0].trim().split('\n');
    const tensors: Record<string, Tensor> = {};
    for (const row of rows) {
      const [name, sizes] = row.trim().split(' ');
      tensors[name] = floats(sizes.split('x').map(Number), 0.01);
      if (name.endsWith('running_var')) {
        const counter = name.replace('running_var', 'num_batches_tracked');
        tensors[counter] = { dtype: 'I64', shape: [], data: BigInt64Array.of(9n) };
      }
    }
    expect(rows.length).toBe(292);
    const architecture = buildGraph(catalogue.get('yolov5n-spd'), { size: 64 });
    const info = await engine.load({ architecture }, writeSafetensors(tensors).buffer);
    await engine.unload(info.model);
    expect(info).toMatchObject({ classes: 80, parameters: 2_256_157 });
    expect(info.levels[1].anchors[0][0]).toBeCloseTo(0.16, 6);
  });
});

describe('a file on the reader’s device', () => {
  const large = new Uint8Array(9 * 2 ** 20);

  it('is read in parts, and loads', async () => {
    const seen: string[] = [];
    const blob = new Blob([smallWeights()]);
    const { model } = await engine.load({ architecture: small }, blob, {
      onProgress: ({ phase, loaded, total }) => seen.push(`${phase} ${loaded} of ${total}`),
    });
    await engine.unload(model);
    expect(seen[0]).toBe(`read ${blob.size} of ${blob.size}`);
    const bytes: number[] = [];
    await fetchBytes(new Blob([large]), { onProgress: ({ loaded }) => bytes.push(loaded) });
    expect(bytes).toEqual([4, 8, 9].map((mebibytes) => mebibytes * 2 ** 20));
  });

  it('can be stopped between two parts', async () => {
    const controller = new AbortController();
    const read = fetchBytes(new Blob([large]), {
      signal: controller.signal,
      onProgress: () => controller.abort(),
    });
    await expect(read).rejects.toMatchObject({ code: 'cancelled' });
  });

  it('that has gone away is a fault in words', async () => {
    class Gone extends Blob {
      override slice(): Blob {
        return Object.assign(new Blob(), {
          arrayBuffer: () => Promise.reject(new Error('no such file')),
        });
      }
    }
    await expect(fetchBytes(new Gone([large]))).rejects.toMatchObject({
      code: 'file',
      said: expect.toSay(/^The file could not be read\. .*choose it again\.$/),
      details: ['Error: no such file'],
    });
  });
});

describe('synthetic weights', () => {
  it('made on the spot are those that the fixtures use', async () => {
    const made = await syntheticFile(small);
    expect(new Uint8Array(made)).toEqual(new Uint8Array(weightsFile(small)));
    const info = await engine.load({ architecture: small }, { synthetic: true });
    await engine.unload(info.model);
  });

  it('of a large network tell how far they are, and stop when asked', async () => {
    const graph = buildGraph(catalogue.get('resnet18'));
    const controller = new AbortController();
    const shares: number[] = [];
    const load = engine.load(
      { architecture: graph },
      { synthetic: true },
      {
        signal: controller.signal,
        onProgress: ({ phase, loaded, total }) => {
          expect(phase).toBe('prepare');
          shares.push(loaded / total!);
          controller.abort();
        },
      },
    );
    await expect(load).rejects.toMatchObject({ code: 'cancelled' });
    expect(shares[0]).toBeGreaterThan(0);
    expect(shares[0]).toBeLessThanOrEqual(1);
    expect(engine.memory().models).toBe(0);
  });
});

describe('weights of other types', () => {
  it('are read as the numbers that they stand for', async () => {
    // 1, -2, 0.5, the smallest subnormal, 65504, 0, 1/3 rounded, -0
    const halves = Uint16Array.of(0x3c00, 0xc000, 0x3800, 0x0001, 0x7bff, 0, 0x3555, 0x8000);
    const numbers = Float32Array.of(1, -2, 0.5, 2 ** -24, 65504, 0, 0.333251953125, -0);
    const outputs = [];
    for (const [dtype, data] of [
      ['F16', halves],
      ['F32', numbers],
      ['F64', Float64Array.from(numbers)],
    ] as const) {
      const bytes = smallWeights({ 'model.2.bn.bias': { dtype, shape: [8], data } });
      const { model } = await engine.load({ architecture: small }, bytes);
      outputs.push((await engine.run(model, new Float32Array(192).fill(0.5))).outputs[0].data);
      await engine.unload(model);
    }
    expect(outputs[0]).toEqual(outputs[1]);
    expect(outputs[2]).toEqual(outputs[1]);
    expect(Math.max(...outputs[0])).toBeGreaterThan(60_000);
  });
});

describe('progress', () => {
  it('tells the bytes fetched, then the phases', async () => {
    const bytes = smallWeights();
    const url = URL.createObjectURL(new Blob([bytes]));
    const seen: string[] = [];
    const { model } = await engine.load({ architecture: small }, url, {
      sha256: await sha256(bytes),
      onProgress: ({ phase, loaded }) => seen.push(`${phase} ${loaded}`),
    });
    await engine.unload(model);
    URL.revokeObjectURL(url);
    const all = bytes.byteLength;
    expect(seen.slice(-3)).toEqual([`download ${all}`, `check ${all}`, `prepare ${all}`]);
  });
});

it('the SHA-256 done by hand is the SHA-256', () => {
  for (const length of [0, 3, 55, 56, 63, 64, 1000]) {
    const bytes = Uint8Array.from({ length }, (_, i) => (i * 31) % 256);
    expect(Buffer.from(sha256Plain(bytes)).toString('hex')).toBe(
      createHash('sha256').update(bytes).digest('hex'),
    );
  }
});
