import { describe, expect, it } from 'vitest';
import { sortFiles } from '#components/weights/files.ts';
import { medianOf } from '#components/weights/median.ts';
import {
  COCO,
  completeNames,
  namesInMetadata,
  parseNames,
  startingNames,
} from '#components/weights/names.ts';
import { softmax } from '#components/weights/own-model.ts';

const file = (name: string, type = '') => new File([], name, { type });

describe('files that a reader gives', () => {
  it('are sorted by what they are', () => {
    const weights = file('best.safetensors');
    const [a, b] = [file('a.png', 'image/png'), file('b.gif', 'image/gif')];
    const given = sortFiles([a, weights, b, file('best.pt'), file('notes.txt', 'text/plain')]);
    expect(given.weights).toBe(weights);
    expect(given.pictures).toEqual([a, b]);
    expect(given.messages).toEqual([
      expect.stringContaining('“best.pt” is a PyTorch pickle'),
      expect.stringContaining('“notes.txt” is neither'),
    ]);
  });

  it('without a telling name are taken for what was asked for', () => {
    const unnamed = file('weights');
    expect(sortFiles([unnamed], 'weights').weights).toBe(unnamed);
    expect(sortFiles([file('best.pth')], 'weights')).toMatchObject({
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

  it('are found in the metadata of a file, as a list or a map', () => {
    expect(namesInMetadata({ names: '["car", "bus"]' })).toEqual(['car', 'bus']);
    expect(namesInMetadata({ names: '{"0": "car", "1": "bus"}' })).toEqual(['car', 'bus']);
    for (const names of ['{"0": 3}', '[]', 'car', '7', 'null'])
      expect(namesInMetadata({ names })).toBeUndefined();
    expect(namesInMetadata({})).toBeUndefined();
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
