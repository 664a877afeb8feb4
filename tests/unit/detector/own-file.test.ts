import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { OtherWeights, openOwnFile } from '#lib/detector/own-file.ts';
import { buildGraph } from '#lib/model/index.ts';
import { readSafetensors, type Tensor, writeSafetensors } from '#lib/safetensors/index.ts';
import { catalogue } from '../model/architectures.ts';
import { sentence } from '../setup/say.ts';

/** A file of an architecture's tensors, all zero, under names of our making. */
function fileOf(
  name: string,
  { rename = (key: string) => key, more = {} as Record<string, Tensor>, names = '' } = {},
): Blob {
  const tensors = new Map<string, Tensor>();
  for (const { name: key, shape, optional } of buildGraph(catalogue.get(name)).tensors) {
    if (optional) continue;
    const data = new Float32Array(shape.reduce((a, b) => a * b, 1));
    tensors.set(rename(key), { dtype: 'F32', shape, data });
  }
  for (const [key, tensor] of Object.entries(more)) tensors.set(key, tensor);
  return new Blob([writeSafetensors(tensors, names ? { names } : {})]);
}
const refusal = async (file: Blob, name: string): Promise<OtherWeights> => {
  const error = await openOwnFile(file, name, catalogue).catch((e: unknown) => e);
  expect(error).toBeInstanceOf(OtherWeights);
  return error as OtherWeights;
};

describe('a weights file of one’s own', () => {
  it('is handed on as it is, with its classes and their names', async () => {
    const file = fileOf('yolov5p', { names: "{0: 'car', 1: 'bus'}" });
    const { weights, classes, names, unused } = await openOwnFile(file, 'yolov5p', catalogue);
    expect(weights).toBe(file);
    expect([classes, names, unused]).toEqual([5, ['car', 'bus'], []]);
  });

  it('of the site’s own narrow classifier loads with its width', async () => {
    const path = new URL(
      '../../../site/public/weights/cifar10/resnet18.safetensors',
      import.meta.url,
    );
    const file = new Blob([readFileSync(path)]);
    const { classes, widthMultiple } = await openOwnFile(file, 'resnet18', catalogue);
    expect([classes, widthMultiple]).toEqual([10, 0.25]);
  });

  it('is read without what the network does not need', async () => {
    const mask: Tensor = { dtype: 'BOOL', shape: [1000], data: new Uint8Array(1000) };
    const file = fileOf('yolov5p', { more: { 'head.mask': mask } });
    const { weights, unused } = await openOwnFile(file, 'yolov5p', catalogue);
    expect(unused).toEqual(['head.mask']);
    expect(weights.size).toBeLessThan(file.size - 900);
    const { tensors } = readSafetensors(await weights.arrayBuffer());
    expect(tensors.has('head.mask')).toBe(false);
  });

  it('behind a prefix is offered without it, and read so', async () => {
    const file = fileOf('yolov5p', { rename: (key) => `module.${key}` });
    const { fits, said } = await refusal(file, 'yolov5p');
    expect(said).toSay('These weights are not of yolov5p');
    expect(fits).toEqual([{ name: 'yolov5p', classes: 5, prefix: 'module.' }]);
    const { weights } = await openOwnFile(file, 'yolov5p', catalogue, { prefix: 'module.' });
    const { tensors } = readSafetensors(await weights.arrayBuffer());
    expect([...tensors.keys()][0]).toBe('model.0.conv.weight');
  });

  it('of another size of the family is that size, not this one at another width', async () => {
    const { fits } = await refusal(fileOf('yolov5n'), 'yolov5s');
    expect(fits).toEqual([{ name: 'yolov5n', classes: 80 }]);
  });

  it('of a network that is not here is told by its family', async () => {
    const tensor: Tensor = { dtype: 'F32', shape: [1], data: new Float32Array(1) };
    const file = writeSafetensors({
      'model.2.m.0.cv1.conv.weight': tensor,
      'model.22.dfl.conv.weight': tensor,
    });
    const { family, fits } = await refusal(new Blob([file]), 'yolov5p');
    expect([family, fits]).toEqual(['YOLOv8', []]);
  });

  it('of gigabytes is refused from its header', async () => {
    const size = 3 * 2 ** 30;
    const header = JSON.stringify({
      'blocks.0.weight': { dtype: 'F32', shape: [size / 4], data_offsets: [0, size] },
    });
    const head = new Uint8Array(8 + header.length);
    new DataView(head.buffer).setBigUint64(0, BigInt(header.length), true);
    head.set(new TextEncoder().encode(header), 8);
    /** Reads nothing but its first bytes, and fails the test when more is wanted. */
    class Huge extends Blob {
      override get size() {
        return head.length + size;
      }
      override slice(from = 0, to = this.size): Blob {
        expect(to).toBeLessThanOrEqual(head.length);
        return new Blob([head.slice(from, to)]);
      }
    }
    const { details } = await refusal(new Huge([]), 'yolov5p');
    expect(details.map(sentence)).toContain('extra: blocks.0.weight');
  });

  it('that is cut short, gone, or given up is a fault in words', async () => {
    const file = fileOf('yolov5p');
    const open = (blob: Blob, options = {}) => openOwnFile(blob, 'yolov5p', catalogue, options);
    await expect(open(file.slice(0, -1))).rejects.toMatchObject({
      code: 'file',
      said: expect.toSay('cut short'),
    });
    class Gone extends Blob {
      override slice(): Blob {
        return Object.assign(new Blob(), {
          arrayBuffer: () =>
            Promise.reject(new DOMException('A requested file', 'NotReadableError')),
        });
      }
    }
    await expect(open(new Gone(['a']))).rejects.toMatchObject({
      code: 'file',
      said: expect.toSay('The file can no longer be read: it was changed, moved or deleted.'),
    });
    await expect(open(file, { signal: AbortSignal.abort() })).rejects.toMatchObject({
      code: 'cancelled',
    });
  });
});
