import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Conversion,
  ConvertError,
  convertFile,
  convertTensor,
  type FileConversion,
  fitOf,
  matchReaders,
  spdReaders,
} from '#lib/convert/index.ts';
import { buildGraph } from '#lib/model/index.ts';
import {
  elements,
  readSafetensors,
  readSafetensorsHeader,
  type Tensor,
  writeSafetensors,
} from '#lib/safetensors/index.ts';
import { type ChannelOrder, channelOrders, spaceToDepth } from '#lib/spd/index.ts';
import { catalogue } from '../model/architectures.ts';

const order = fc.constantFrom<ChannelOrder>(...channelOrders);
const block = fc.integer({ min: 1, max: 4 });

/** A tensor of different numbers, so that every wrong place is seen; float16 as arbitrary bits. */
function counting(shape: number[], dtype: 'F32' | 'F16' = 'F32'): Tensor {
  const length = elements(shape);
  const data = dtype === 'F32' ? new Float32Array(length) : new Uint16Array(length);
  return { dtype, shape, data: data.map((_, i) => i + 1) };
}

const kernel = (sizes: { outputs: number; channels: number; kernel: number }) => [
  sizes.outputs,
  sizes.channels,
  sizes.kernel,
  sizes.kernel,
];
const sizes = fc.record({
  outputs: fc.integer({ min: 1, max: 4 }),
  channels: fc.integer({ min: 1, max: 3 }),
  kernel: fc.integer({ min: 1, max: 3 }),
});

const converted = async (file: Blob, what: FileConversion) =>
  convertFile(file, await readSafetensorsHeader(file), what);
const readWhole = async (file: Blob) => readSafetensors(await file.arrayBuffer());

describe('round trips', () => {
  it('an order and back, of kernels, matrices and vectors, whole or in front', () => {
    fc.assert(
      fc.property(
        order,
        order,
        block,
        sizes,
        fc.integer({ min: 0, max: 3 }),
        (from, to, s, m, more) => {
          const inputs = m.channels * s * s;
          for (const shape of [
            [m.outputs, inputs + more, m.kernel, m.kernel],
            [m.outputs, inputs + more],
            [inputs + more],
          ]) {
            const tensor = counting(shape);
            const there = convertTensor(
              'w',
              tensor,
              { kind: 'reorder', block: s, from, to },
              inputs,
            );
            const back = convertTensor(
              'w',
              there,
              { kind: 'reorder', block: s, from: to, to: from },
              inputs,
            );
            expect(back).toEqual(tensor);
          }
        },
      ),
    );
  });

  it('to the strided kernel and back, in float32 and in the bits of float16', () => {
    fc.assert(
      fc.property(
        order,
        block,
        sizes,
        fc.constantFrom('F32' as const, 'F16' as const),
        (o, s, m, dtype) => {
          const tensor = counting(kernel({ ...m, channels: m.channels * s * s }), dtype);
          const strided = convertTensor('w', tensor, { kind: 'to-strided', block: s, order: o });
          expect(strided.shape).toEqual([m.outputs, m.channels, s * m.kernel, s * m.kernel]);
          const padding = s * Math.floor(m.kernel / 2);
          expect(
            convertTensor('w', strided, { kind: 'to-spd', block: s, order: o, padding }),
          ).toEqual(tensor);
        },
      ),
    );
  });

  it('a strided kernel of any size and padding, and back, with zeros around it', () => {
    fc.assert(
      fc.property(order, block, sizes, fc.integer({ min: 0, max: 3 }), (o, s, m, padding) => {
        const tensor = counting(kernel(m));
        const spd = convertTensor('w', tensor, { kind: 'to-spd', block: s, order: o, padding });
        const back = convertTensor('w', spd, { kind: 'to-strided', block: s, order: o });
        const kept = [...back.data].filter((value) => value !== 0);
        expect(kept).toEqual([...tensor.data]);
      }),
    );
  });

  it('a whole file: bytes, order of the tensors, metadata', async () => {
    const file = new Blob([
      writeSafetensors(
        {
          'model.3.cv1.conv.weight': counting([2, 8, 1, 1]),
          'model.3.cv1.bn.num_batches_tracked': {
            dtype: 'I64',
            shape: [],
            data: new BigInt64Array(1),
          },
          'model.4.conv.weight': counting([2, 2, 3, 3], 'F16'),
        },
        { license: 'mine' },
      ),
    ]);
    const chosen = new Map([['model.3.cv1.conv.weight', null]]);
    const strided = await converted(file, {
      conversion: { kind: 'to-strided', block: 2, order: 'spd' },
      chosen,
    });
    const there = await readWhole(strided);
    expect(there.tensors.get('model.3.cv1.conv.weight')?.shape).toEqual([2, 2, 2, 2]);
    expect(there.metadata.get('license')).toBe('mine');
    const back = await readWhole(
      await converted(strided, {
        conversion: { kind: 'to-spd', block: 2, order: 'spd', padding: 0 },
        chosen,
      }),
    );
    expect([...back.tensors]).toEqual([...(await readWhole(file)).tensors]);
  });
});

it('weights in another order read space-to-depth in that order', () => {
  fc.assert(
    fc.property(order, order, block, (from, to, s) => {
      const shape = { height: s, width: s, channels: 2 };
      const picture = Float32Array.from({ length: 2 * s * s }, (_, i) => (i * 7) % 11);
      const weights = counting([1, 2 * s * s]);
      const moved = convertTensor('w', weights, { kind: 'reorder', block: s, from, to });
      const dot = (o: ChannelOrder, w: Tensor) =>
        spaceToDepth(picture, shape, { block: s, order: o }).reduce(
          (sum, x, i) => sum + x * Number(w.data[i]),
          0,
        );
      expect(dot(to, moved)).toBe(dot(from, weights));
    }),
  );
});

describe('what does not fit', () => {
  const reorder: Conversion = { kind: 'reorder', block: 2, from: 'spd', to: 'tensorflow' };
  const toStrided: Conversion = { kind: 'to-strided', block: 2, order: 'spd' };

  it('is named, with the reason', () => {
    const cases: [Tensor, Conversion, number | undefined, string][] = [
      [counting([4, 6, 3, 3]), reorder, undefined, '4 does not divide its 6 channels'],
      [counting([4, 8, 3, 3]), reorder, 12, 'it has 8 channels, fewer than 12'],
      [counting([2, 2, 2]), reorder, undefined, 'it is no kernel, matrix or vector'],
      [counting([4, 8, 3, 1]), toStrided, undefined, 'it is no square kernel'],
      [counting([4, 12, 1, 1]), toStrided, 8, '4 of its 12 input channels come from elsewhere'],
      [
        { dtype: 'I32', shape: [4], data: new Int32Array(4) },
        reorder,
        undefined,
        'it holds I32, not F32, F16, BF16 or F64',
      ],
    ];
    for (const [tensor, conversion, inputs, why] of cases)
      expect(() => convertTensor('model.9.weight', tensor, conversion, inputs)).toSay(
        `The tensor “model.9.weight” can’t be converted: ${why}.`,
      );
  });

  it('the shape foretold is the shape that comes out', () => {
    fc.assert(
      fc.property(block, sizes, fc.integer({ min: 0, max: 3 }), (s, m, padding) => {
        const tensor = counting(kernel(m));
        const conversions: Conversion[] = [
          { kind: 'to-spd', block: s, order: 'spd', padding },
          { kind: 'to-strided', block: s, order: 'spd' },
          { kind: 'reorder', block: s, from: 'spd', to: 'pixel-unshuffle' },
        ];
        for (const conversion of conversions) {
          const fit = fitOf(tensor, conversion);
          if (fit.ok) {
            const made = convertTensor('w', tensor, conversion);
            expect(made.shape).toEqual(fit.shape);
            expect(made.data).toHaveLength(elements(fit.shape));
          } else expect(() => convertTensor('w', tensor, conversion)).toThrow(ConvertError);
        }
      }),
    );
  });

  it('a tensor that is not in the file', async () => {
    const file = new Blob([writeSafetensors({ a: counting([4]) })]);
    const chosen = new Map([['b', null]]);
    await expect(converted(file, { conversion: reorder, chosen })).rejects.toSay('“b”');
  });

  it('numbers of channels that a reader may type', () => {
    for (const inputs of [Number.NaN, -4, 0, 1e300])
      expect(() => convertTensor('w', counting([4, 8]), reorder, inputs)).toThrow(ConvertError);
    expect(() => convertTensor('w', counting([0, 2 ** 40]), reorder)).toThrow(ConvertError);
  });
});

describe('the readers of space-to-depth', () => {
  const all = catalogue.names.map((name) => spdReaders(buildGraph(catalogue.get(name))));
  const of = (name: string) => all.find(({ architecture }) => architecture === name)?.readers ?? [];

  it('in YOLOv5-SPD: Focus, the entries of C3, and behind a concatenation its first channels', () => {
    const readers = of('yolov5s-spd');
    expect(readers.map(({ name }) => name)).toEqual([
      'model.0.conv.conv.weight',
      ...[3, 6, 9, 12, 25, 29].flatMap((row) => [
        `model.${row}.cv1.conv.weight`,
        `model.${row}.cv2.conv.weight`,
      ]),
    ]);
    const partial = readers.filter(({ shape, inputs }) => shape[1] !== inputs);
    expect(partial.map(({ shape, inputs }) => [shape[1], inputs])).toEqual([
      [640, 512],
      [640, 512],
      [1280, 1024],
      [1280, 1024],
    ]);
  });

  it('in ResNet-SPD: the batch norm behind it too', () => {
    const names = of('resnet50-spd').map(({ name }) => name);
    expect(names.some((name) => name.endsWith('running_mean'))).toBe(true);
  });

  it('in a strided network there are none', () => {
    expect(of('yolov5s')).toEqual([]);
  });

  it('a file is recognised by names and shapes, before and after', () => {
    const graph = buildGraph(catalogue.get('yolov5p-spd'));
    const file = new Map(graph.tensors.map(({ name, shape }) => [name, { shape }]));
    const toStrided: Conversion = { kind: 'to-strided', block: 2, order: 'spd' };
    expect(matchReaders(all, file, toStrided)?.architecture).toBe('yolov5p-spd');
    for (const { name, shape, inputs } of of('yolov5p-spd')) {
      const fit = fitOf({ dtype: 'F32', shape }, toStrided, inputs);
      if (fit.ok) file.set(name, { shape: fit.shape });
    }
    const toSpd: Conversion = { kind: 'to-spd', block: 2, order: 'spd', padding: 0 };
    expect(matchReaders(all, file, toSpd)?.architecture).toBe('yolov5p-spd');
    expect(matchReaders(all, file, toStrided)).toBeUndefined();
  });
});
