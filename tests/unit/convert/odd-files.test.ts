// Files with tensors that nobody converts: a file comes out, or a sentence that names the tensor.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Conversion, ConvertError, convertFile, fitOf } from '#lib/convert/index.ts';
import {
  type DType,
  elements,
  readSafetensors,
  readSafetensorsHeader,
  type Tensor,
  writeSafetensors,
} from '#lib/safetensors/index.ts';
import { channelOrders } from '#lib/spd/index.ts';

const BYTES: Partial<Record<DType, number>> = { BOOL: 1, I8: 1, F8_E5M2: 1, C64: 8 };
const size = fc.constantFrom(0, 1, 2, 3, 4, 8);
const dtype = fc.constantFrom<DType>('F32', 'F16', 'BF16', 'F64', 'I64', 'BOOL', 'F8_E5M2', 'C64');

function tensorOf(kind: DType, shape: number[]): Tensor {
  const count = elements(shape);
  const number = (_: unknown, i: number) => i + 1;
  switch (kind) {
    case 'F32':
      return { dtype: kind, shape, data: Float32Array.from({ length: count }, number) };
    case 'F64':
      return { dtype: kind, shape, data: Float64Array.from({ length: count }, number) };
    case 'F16':
    case 'BF16':
      return { dtype: kind, shape, data: Uint16Array.from({ length: count }, number) };
    case 'I64':
      return { dtype: kind, shape, data: new BigInt64Array(count) };
    default:
      return { dtype: kind, shape, data: new Uint8Array(count * (BYTES[kind] ?? 1)) };
  }
}

const conversion: fc.Arbitrary<Conversion> = fc
  .record({
    kind: fc.constantFrom('reorder' as const, 'to-strided' as const, 'to-spd' as const),
    block: fc.integer({ min: 2, max: 4 }),
    order: fc.constantFrom(...channelOrders),
    to: fc.constantFrom(...channelOrders),
    padding: fc.nat({ max: 4 }),
  })
  .map(({ kind, block, order, to, padding }) => {
    if (kind === 'reorder') return { kind, block, from: order, to };
    return kind === 'to-strided' ? { kind, block, order } : { kind, block, order, padding };
  });
const inputs = fc.option(fc.oneof(fc.constantFrom(0, -4, 4, 8, Number.NaN, 1e300), fc.integer()));

describe('any conversion of any tensor', () => {
  it('gives the shape that was foretold, or a sentence that names it; all others keep their bytes', async () => {
    const names = fc.constantFrom('w', '__proto__', 'model.3.cv1.conv.weight');
    await fc.assert(
      fc.asyncProperty(
        names,
        dtype,
        fc.array(size, { maxLength: 5 }),
        conversion,
        inputs,
        async (name, kind, shape, what, from) => {
          const other = tensorOf('BOOL', [3]);
          const tensors = new Map([
            ['before', other],
            [name, tensorOf(kind, shape)],
            ['behind', tensorOf('BF16', [2, 2])],
          ]);
          const file = new Blob([writeSafetensors(tensors)]);
          const header = await readSafetensorsHeader(file);
          const fit = fitOf({ dtype: kind, shape }, what, from ?? undefined);
          const made = convertFile(file, header, {
            conversion: what,
            chosen: new Map([[name, from]]),
          });
          if (!fit.ok) {
            const error = await made.catch((e: unknown) => e);
            expect(error).toBeInstanceOf(ConvertError);
            expect(error).toSay(`“${name}”`);
            return;
          }
          const read = readSafetensors(await (await made).arrayBuffer());
          expect([...read.tensors.keys()]).toEqual([...tensors.keys()]);
          expect(read.tensors.get(name)).toMatchObject({ dtype: kind, shape: fit.shape });
          expect(read.tensors.get('before')).toEqual(other);
          expect(read.tensors.get('behind')).toEqual(tensors.get('behind'));
        },
      ),
      { numRuns: 400 },
    );
  });
});
