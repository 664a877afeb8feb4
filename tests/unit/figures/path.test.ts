import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { head, path, polygon, polyline } from '#lib/figures/kit/path.ts';

describe('lines', () => {
  it('run from point to point, with two decimals', () => {
    expect(polyline([[0.004, 1.006]], [[1 / 3, -0.001]])).toBe('M0,1.01M0.33,0');
    expect(
      polyline([
        [0, 0],
        [10, 0],
        [10, 5],
      ]),
    ).toBe('M0,0L10,0L10,5');
  });

  it('close where they shall, each part by itself', () => {
    const corner = [
      [0, 0],
      [4, 0],
      [4, 4],
    ] as const;
    expect(polygon(corner, corner)).toBe('M0,0L4,0L4,4ZM0,0L4,0L4,4Z');
  });

  it('bend as the pen is led', () => {
    const bent = path((pen) => {
      pen.moveTo(0, 0);
      pen.quadraticCurveTo(1, 2, 3.456, 4);
    });
    expect(bent).toBe('M0,0Q1,2,3.46,4');
  });

  it('end in a head whose tip is the point', () => {
    expect(head([10, 20], false, 6, 4)).toEqual([
      [4, 16],
      [10, 20],
      [4, 24],
    ]);
    expect(head([10, 20], true, 6, 4)).toEqual([
      [6, 14],
      [10, 20],
      [14, 14],
    ]);
  });
});

it('no figure writes a path by hand', () => {
  for (const file of globSync('lib/figures/**/*.ts'))
    expect(readFileSync(file, 'utf8'), file).not.toMatch(/(?<![\w ])M\$\{/);
});
