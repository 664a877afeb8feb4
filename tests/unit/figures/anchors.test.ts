import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anchors as words } from '#content/words/en/figures/anchors.ts';
import { anchors as inWords } from '#lib/figures/anchors/index.ts';
import { answers, assignments, LEVELS, PREDICTIONS } from '#lib/figures/anchors/model.ts';
import { parseArchitecture } from '#lib/model/architecture.ts';
import { buildGraph } from '#lib/model/index.ts';
import { defaults, type Values } from '#lib/parameters/index.ts';
import { emptySvg, opacityOf } from './harness.ts';

const anchors = inWords(words);

const plain = defaults(anchors.parameters);

describe('anchors', () => {
  it('has the levels and anchors of both small detectors', () => {
    for (const name of ['yolov5p', 'yolov5p-spd']) {
      const yaml = readFileSync(`content/architectures/${name}.yaml`, 'utf8');
      const { levels } = buildGraph(parseArchitecture(yaml));
      expect(LEVELS.map(({ stride, anchors: sizes }) => ({ stride, anchors: sizes }))).toEqual(
        levels,
      );
    }
    expect(PREDICTIONS).toBe(3 * (16 * 16 + 8 * 8 + 4 * 4));
  });

  it('says the sums that it draws: three anchors, own cell and two neighbours', () => {
    expect(assignments(plain).map(answers)).toEqual([9, 9, 9]);
    expect(anchors.describe(plain, 1)).toContain('In all 27 of the 1,008 predicted boxes');
  });

  it('asks only the finest level for a very small thing, nobody for a thread', () => {
    const small = { ...plain, width: 3, height: 2 };
    expect(assignments(small).map(answers)).toEqual([6, 0, 0]);
    expect(assignments({ ...plain, width: 60, height: 2 }).map(answers)).toEqual([0, 0, 0]);
  });

  it('fills as many cells as it counts', () => {
    const whole = (most: number) => fc.integer({ min: 2, max: most });
    fc.assert(
      fc.property(whole(126), whole(126), whole(64), whole(64), (x, y, width, height) => {
        const params: Values<typeof anchors.parameters> = { x, y, width, height, ratio: 4 };
        const svg = emptySvg();
        anchors.draw(svg, params, 1, { layout: 'wide' });
        const seen = [...svg.querySelectorAll('[data-layer=answers] rect')].filter(
          (rect) => opacityOf(rect) === 1,
        );
        const counted = assignments(params).reduce((n, { cells }) => n + cells.length, 0);
        expect(seen.length).toBe(counted);
      }),
      { numRuns: 25 },
    );
  });
});
