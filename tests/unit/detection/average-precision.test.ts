import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { averagePrecision, type Detection, type ImageResult } from '#lib/detection/index.ts';

interface Item {
  classIndex: number;
  score: number;
  box: [number, number, number, number];
}

/** Made and judged by training/strideless/coco_fixture.py. */
const fixture: {
  expected: { AP: number; AP50: number; AP75: number; APsize: Record<string, number> };
  scenes: { truths: Item[]; detections: Item[] }[];
} = JSON.parse(
  readFileSync(new URL('../../fixtures/average-precision.json', import.meta.url), 'utf8'),
);

function toDetection({ classIndex, score, box: [x, y, width, height] }: Item): Detection {
  return { classIndex, score, x, y, width, height };
}

const images: ImageResult[] = fixture.scenes.map(({ truths, detections }) => ({
  truths: truths.map(toDetection),
  detections: detections.map(toDetection),
}));

const thing = { classIndex: 0, x: 10, y: 10, width: 10, height: 6 };

describe('average precision', () => {
  it('equals that of pycocotools: on random detections, at the edges of the size bins, in crowds of a class', () => {
    const ours = averagePrecision(images);
    for (const name of ['AP', 'AP50', 'AP75'] as const) {
      expect(ours[name], name).toBeCloseTo(fixture.expected[name], 6);
    }
    for (const [name, value] of Object.entries(fixture.expected.APsize)) {
      expect(ours.APsize[name], name).toBeCloseTo(value, 6);
    }
  });

  it('is 100 for the truth itself, 0 for nothing, null where there is nothing to find', () => {
    const truths = [thing];
    const found = averagePrecision([{ truths, detections: [{ ...thing, score: 0.5 }] }]);
    expect(found.AP).toBeCloseTo(100, 9);
    expect(found.APsize).toEqual({ '<8': null, '8-14': found.AP, '>14': null });
    expect(averagePrecision([{ truths, detections: [] }]).AP).toBe(0);
    expect(averagePrecision([{ truths: [], detections: [] }]).AP).toBeNull();
  });

  it('falls by a better-scored false box, not by a worse-scored one', () => {
    const right = { ...thing, score: 0.5 };
    const wrong = { ...thing, x: 80 };
    const judged = (score: number) =>
      averagePrecision([{ truths: [thing], detections: [right, { ...wrong, score }] }]).AP50;
    expect(judged(0.4)).toBeCloseTo(100, 9);
    expect(judged(0.6)).toBeCloseTo(50, 9);
  });

  it('looks past objects of other sizes in a size bin', () => {
    const large = { classIndex: 0, x: 50, y: 50, width: 20, height: 20 };
    const detections = [
      { ...large, score: 0.9 },
      { ...large, x: 90, score: 0.8 },
      { ...thing, score: 0.5 },
    ];
    const { APsize } = averagePrecision([{ truths: [thing, large], detections }]);
    expect(APsize['8-14']).toBeCloseTo(100, 9);
  });

  it('spends a box on an object of the bin before one of another size that it overlaps more', () => {
    const small = { classIndex: 0, x: 10, y: 10, width: 7.2, height: 6 };
    // IoU with the object of the bin: 43.2 / 60 = 0.72, enough at five of the ten thresholds.
    const images = [{ truths: [thing, small], detections: [{ ...small, score: 0.9 }] }];
    expect(averagePrecision(images).APsize['8-14']).toBeCloseTo(50, 9);
    expect(averagePrecision(images).APsize['<8']).toBeCloseTo(100, 9);
  });

  it('takes less than a second for 500 pictures', () => {
    const many = Array.from({ length: 500 }, (_, i) => images[i % images.length]);
    const began = process.cpuUsage();
    averagePrecision(many);
    const { user } = process.cpuUsage(began);
    // In seconds of this process, not of the clock: other tests run beside it.
    expect(user / 1e6).toBeLessThan(1);
  });
});
