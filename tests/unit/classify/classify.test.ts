import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COLOURS, stroked } from '#components/classify/pen.ts';
import {
  CifarError,
  CLASSES,
  confusion,
  DRAWINGS,
  draw,
  onlyRight,
  readBatch,
  rightShare,
  SIDE,
  SIDES,
  seenAt,
  shownAt,
  spread,
} from '#lib/classify/index.ts';
import { random } from '#lib/random/index.ts';
import { has, numbers, output } from '../content/programs.ts';

const EACH = 3 * SIDE * SIDE;
const picture = (seed: number) => {
  const next = random(seed, 9);
  return Uint8Array.from({ length: EACH }, () => Math.floor(256 * next()));
};

/** As CIFAR-10 writes them: the class, then all of red, all of green, all of blue. */
function written(labels: readonly number[], pictures: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(labels.length * (1 + EACH));
  labels.forEach((label, i) => {
    const from = i * (1 + EACH);
    bytes[from] = label;
    for (let c = 0; c < 3; c++)
      for (let y = 0; y < SIDE; y++)
        for (let x = 0; x < SIDE; x++)
          bytes[from + 1 + (c * SIDE + y) * SIDE + x] = pictures[i][3 * (y * SIDE + x) + c];
  });
  return bytes;
}

describe('a batch of CIFAR-10', () => {
  it('gives its classes and pictures, colours side by side', () => {
    const pictures = [picture(1), picture(2), picture(3)];
    const { labels, pixels } = readBatch(written([3, 9, 0], pictures), 'test_batch.bin');
    expect([...labels]).toEqual([3, 9, 0]);
    pictures.forEach((own, i) => {
      expect(pixels.slice(i * EACH, (i + 1) * EACH)).toEqual(own);
    });
  });

  it.each([
    ['is empty', new Uint8Array(0), 'has 0 bytes'],
    ['is cut short', written([1, 2], [picture(1), picture(2)]).slice(0, -1), '6,145 bytes'],
    ['is of CIFAR-100', new Uint8Array(2 * (2 + EACH)), 'which are no whole pictures'],
    ['has a class of its own', written([0, 10], [picture(1), picture(2)]), 'class 10 at picture 2'],
  ])('that %s is refused with the reason', (_, bytes, why) => {
    expect(() => readBatch(bytes, 'own.bin')).toThrow(CifarError);
    expect(() => readBatch(bytes, 'own.bin')).toSay(why);
  });
});

describe('fewer pixels', () => {
  it('leave a plain picture as it is, and every picture its brightness about', () => {
    for (const side of SIDES) {
      const plain = seenAt(new Uint8Array(EACH).fill(51), side);
      expect(Math.max(...plain.map((value) => Math.abs(value - 0.2)))).toBeLessThan(1e-6);
    }
    expect([...shownAt(picture(4), 32)]).toEqual([...picture(4)]);
  });

  it('treat each picture of a row by itself', () => {
    const both = new Uint8Array(2 * EACH);
    both.set(picture(5));
    both.set(picture(6), EACH);
    for (const side of SIDES)
      expect(seenAt(both, side).slice(EACH)).toEqual(seenAt(picture(6), side));
  });

  it.skipIf(!has('torch'))('are those of PyTorch, by which the networks were judged', async () => {
    const own = picture(7);
    const printed = await output(
      'shrink.py',
      `import torch
F = torch.nn.functional
x = torch.tensor([${own.join()}]).float().reshape(1, 32, 32, 3).permute(0, 3, 1, 2) / 255
for side in (16, 8):
    y = F.interpolate(F.interpolate(x, size=(side, side), mode='area'), size=(32, 32), mode='bilinear', align_corners=False)
    print(' '.join(f'{v:.5f}' for v in y.permute(0, 2, 3, 1).flatten().tolist()))
`,
    );
    const wanted = numbers(printed);
    const found = [...seenAt(own, 16), ...seenAt(own, 8)];
    expect(wanted).toHaveLength(found.length);
    expect(Math.max(...found.map((v, i) => Math.abs(v - wanted[i])))).toBeLessThan(1e-5);
  });
});

describe('the tally', () => {
  const answers = fc.array(fc.tuple(fc.nat(9), fc.nat(9), fc.nat(9)), { minLength: 1 });

  it('counts every picture once, and its diagonal is what is right', () => {
    fc.assert(
      fc.property(answers, (rows) => {
        const [labels, a, b] = [0, 1, 2].map((i) => rows.map((row) => row[i]));
        const counts = confusion(labels, a, 10);
        expect(counts.flat().reduce((sum, n) => sum + n, 0)).toBe(rows.length);
        const right = counts.reduce((sum, row, i) => sum + row[i], 0);
        const { share, low, high } = rightShare(labels, a);
        expect(share).toBeCloseTo(right / rows.length, 12);
        expect(low).toBeLessThanOrEqual(share + 1e-12);
        expect(high).toBeGreaterThanOrEqual(share - 1e-12);
        const other = rightShare(labels, b).share * rows.length;
        expect(onlyRight(labels, a, b).length - onlyRight(labels, b, a).length).toBeCloseTo(
          right - other,
          9,
        );
      }),
    );
  });

  it('has Wilson’s interval', () => {
    // Newcombe, 1998: 81 of 263 gives 0.2553 to 0.3662.
    const labels = Array<number>(263).fill(0);
    const { low, high } = rightShare(
      labels,
      labels.map((_, i) => (i < 81 ? 0 : 1)),
    );
    expect(low).toBeCloseTo(0.2553, 4);
    expect(high).toBeCloseTo(0.3662, 4);
  });

  it('spreads pictures over the whole batch', () => {
    expect(spread(10, 4)).toEqual([0, 3, 6, 9]);
    expect(spread(3, 500)).toEqual([0, 1, 2]);
  });
});

describe('drawings', () => {
  it('are of CIFAR-10’s classes, the same each time, and differ', () => {
    for (const name of DRAWINGS) {
      expect(CLASSES).toContain(name);
      expect(draw(name)).toEqual(draw(name));
      expect(draw(name)).toHaveLength(EACH);
    }
    expect(new Set(DRAWINGS.map((name) => draw(name).join())).size).toBe(DRAWINGS.length);
  });

  it('take strokes: what the pen covers has its colour, the rest stays', () => {
    const before = draw('ship');
    const after = stroked(before, { x: 4, y: 16 }, { x: 28, y: 16 }, { colour: 3, radius: 1.3 });
    const at = (pixels: Uint8Array, x: number, y: number) => [
      ...pixels.slice(3 * (y * SIDE + x), 3 * (y * SIDE + x) + 3),
    ];
    for (const x of [4, 15, 27])
      for (const y of [15, 16]) expect(at(after, x, y)).toEqual([...COLOURS[3]]);
    for (const [x, y] of [
      [15, 12],
      [15, 19],
      [0, 16],
      [31, 16],
    ])
      expect(at(after, x, y)).toEqual(at(before, x, y));
    expect(before).toEqual(draw('ship'));
  });
});
