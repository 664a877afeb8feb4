import { describe, expect, it } from 'vitest';
import { medianOf } from '#components/kit/median.ts';
import { sortFiles } from '#components/weights/files.ts';
import { COCO, completeNames, parseNames, startingNames } from '#components/weights/names.ts';
import { softmax } from '#lib/detector/index.ts';
import { writeSafetensors } from '#lib/safetensors/index.ts';

const file = (name: string, content: BlobPart = '', type = '') =>
  new File([content], name, { type });
const PNG = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
const floats = { dtype: 'F32', shape: [1], data: Float32Array.of(1) } as const;

describe('files that a reader gives', () => {
  it('are sorted by what they are, not by what they are called', async () => {
    const weights = file('best.bin', writeSafetensors({ a: floats }));
    const [a, b] = [file('a', PNG), file('b.safetensors', 'GIF89a', 'text/plain')];
    const phone = file('phone.png', '    ftypheic');
    const given = await sortFiles([
      a,
      weights,
      b,
      file('best.pt', Uint8Array.of(0x80, 2, 0x7d)),
      file('notes.txt', 'notes', 'image/png'),
      phone,
    ]);
    expect(given.weights).toBe(weights);
    expect(given.pictures).toEqual([a, b, phone]);
    expect(given.messages).toEqual([
      expect.stringContaining('“best.pt” is a PyTorch pickle'),
      expect.stringContaining('“notes.txt” is neither'),
    ]);
  });

  it('that tell nothing are taken for what was asked for', async () => {
    const unnamed = file('weights', 'something');
    expect((await sortFiles([unnamed], 'weights')).weights).toBe(unnamed);
    const cut = file('cut.safetensors', 'abc');
    expect((await sortFiles([cut])).weights).toBe(cut);
    expect(
      await sortFiles(
        [file('best.pth', 'PK\x03\x04________________________best/data.pkl')],
        'weights',
      ),
    ).toMatchObject({
      weights: null,
      messages: [expect.stringContaining('pickle')],
    });
  });
});

describe('class names', () => {
  it('are COCO’s for a detector of 80 classes, and those of the file where it has some', () => {
    expect(COCO.length).toBe(80);
    expect(new Set(COCO).size).toBe(80);
    expect([COCO[0], COCO[8], COCO[79]]).toEqual(['person', 'boat', 'toothbrush']);
    expect(startingNames(80, true)).toBe(COCO);
    expect(startingNames(80, false)).toEqual([]);
    expect(startingNames(80, true, ['car'])).toEqual(['car']);
  });

  it('are read one a line, and completed by numbers', () => {
    const names = parseNames('car\r\n\n  long lorry \n\n\n');
    expect(names).toEqual(['car', '', 'long lorry']);
    expect(completeNames(names, 4)).toEqual(['car', 'class 1', 'long lorry', 'class 3']);
    expect(completeNames(names, 1)).toEqual(['car']);
  });
});

it('probabilities from logits sum to one and do not overflow', () => {
  const probabilities = softmax(Float32Array.of(1000, 1000, 0));
  expect(probabilities).toEqual([0.5, 0.5, 0]);
});

it('the median', () => {
  expect([medianOf([3]), medianOf([4, 1]), medianOf([5, 1, 3]), medianOf([4, 1, 2, 9])]).toEqual([
    3, 2.5, 3, 3,
  ]);
});
