import { expect, it } from 'vitest';
import { LAST, type Price, priceOf } from '#components/lab/price.ts';
import type { Detector } from '#lib/detector/index.ts';

const SIZE = { height: 128, width: 128 };
const stub = () =>
  ({ graphAt: (height: number, width: number) => ({ macs: height * width }) }) as Detector;

/** What is said after passes of these times. */
function after(detector: Detector, times: readonly number[], size = SIZE, backend = 'wasm'): Price {
  let price!: Price;
  for (const milliseconds of times) price = priceOf(detector, size, { backend, milliseconds });
  return price;
}

it('is the middle of the passes: one that was held up changes little', () => {
  expect(after(stub(), [9])).toEqual({ macs: 16_384, milliseconds: 9, passes: 1 });
  expect(after(stub(), [9, 11])).toMatchObject({ milliseconds: 10, passes: 2 });
  expect(after(stub(), [9, 400, 11, 10, 10])).toMatchObject({ milliseconds: 10, passes: 5 });
});

it('forgets all but the last passes', () => {
  const late = Array.from({ length: LAST }, () => 5);
  expect(after(stub(), [90, 90, 90, ...late])).toMatchObject({ milliseconds: 5, passes: LAST });
});

it('begins anew with another size or back end, and for every detector', () => {
  const detector = stub();
  after(detector, [9, 9, 9]);
  const half = { height: 64, width: 64 };
  expect(after(detector, [3], half)).toEqual({ macs: 4096, milliseconds: 3, passes: 1 });
  expect(after(detector, [4], half, 'webgl')).toMatchObject({ milliseconds: 4, passes: 1 });
  expect(after(stub(), [7], half, 'webgl')).toMatchObject({ milliseconds: 7, passes: 1 });
});
