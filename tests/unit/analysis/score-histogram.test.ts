import { describe, expect, it } from 'vitest';
import { scoreHistogram } from '#lib/analysis/index.ts';
import { judgeDetections, nonMaxSuppression, SHOWN } from '#lib/detection/index.ts';

const at = (x: number, classIndex: number, score: number) => ({
  ...{ x, y: 10, width: 8, height: 4 },
  ...{ classIndex, score },
});
const truths = [at(10, 0, 0), at(40, 1, 0)];
const edges = { from: 0.05, width: 0.05 };

describe('the histogram of scores', () => {
  it('counts hits, wrong classes and false alarms in the bin of their score', () => {
    const bins = scoreHistogram([at(10, 0, 0.82), at(40, 2, 0.4), at(80, 0, 0.97)], truths, edges);
    expect(bins).toHaveLength(19);
    expect(bins.filter((bin) => bin.hit + bin.class + bin.false > 0)).toEqual([
      { from: 0.4, to: 0.45, hit: 0, class: 1, false: 0 },
      { from: 0.8, to: 0.85, hit: 1, class: 0, false: 0 },
      { from: 0.95, to: 1, hit: 0, class: 0, false: 1 },
    ]);
  });

  it('leaves out what was suppressed', () => {
    const bins = scoreHistogram([at(10, 0, 0.8), at(10.5, 0, 0.7)], truths, edges);
    expect(bins.reduce((sum, bin) => sum + bin.hit + bin.class + bin.false, 0)).toBe(1);
  });

  it('judges a box as a threshold at its score would, not by the fainter ones', () => {
    const boxes = [at(40, 2, 0.9), at(40, 1, 0.2), at(10, 0, 0.5)];
    const bins = scoreHistogram(boxes, truths, edges);
    const high = nonMaxSuppression(
      boxes.filter(({ score }) => score >= 0.9),
      SHOWN,
    );
    expect(judgeDetections(high, truths).confused).toEqual([1]);
    expect(bins.find(({ from }) => from === 0.9)).toMatchObject({ class: 1, false: 0 });
    expect(bins.find(({ from }) => from === 0.2)).toMatchObject({ hit: 1 });
  });

  it('has a bin for a score of 1, and none for scores below its first edge', () => {
    const bins = scoreHistogram([at(10, 0, 1), at(40, 1, 0.01)], truths, edges);
    expect(bins.at(-1)).toMatchObject({ hit: 1 });
    expect(bins.reduce((sum, bin) => sum + bin.hit, 0)).toBe(1);
  });
});
