import { describe, expect, it } from 'vitest';
import { readCommand } from '#commands/export.ts';
import { extentOf, fits, pixelsOf } from '#components/figure/export/formats.ts';
import { framesOf, planOf } from '#components/figure/export/plan.ts';

const moments = [0, 0.25, 0.5, 1].map((t, number) => ({ number, t, label: '', sentence: '' }));
const course = { moments, seconds: 4 };

describe('the plan of a film', () => {
  const whole = { from: 0, to: 1, speed: 1, rate: 10 };

  it('begins and ends where it is asked to, and rests at each moment as the player does', () => {
    const shots = planOf(course, whole);
    expect(shots[0].t).toBe(0);
    expect(shots.at(-1)?.t).toBe(1);
    const resting = shots.filter(({ frames }) => frames > 1).map(({ t }) => t);
    expect(resting).toEqual([0, 0.25, 0.5, 1]);
    // 4 s of motion, three rests of 0.9 s, 2 s at the end.
    expect(framesOf(shots) / whole.rate).toBeCloseTo(8.7, 0);
    for (const [i, { t }] of shots.entries()) if (i > 0) expect(t).toBeGreaterThan(shots[i - 1].t);
  });

  it('shows only what is between two moments', () => {
    const shots = planOf(course, { ...whole, from: 0.25, to: 0.5 });
    expect(shots.every(({ t }) => t >= 0.25 && t <= 0.5)).toBe(true);
    expect(shots[0].t).toBe(0.25);
    expect(shots.at(-1)?.t).toBe(0.5);
    expect(planOf(course, { ...whole, from: 0.5, to: 0.5 })).toHaveLength(1);
  });

  it('runs back where the end comes first, and faster where it is asked to', () => {
    const back = planOf(course, { ...whole, from: 1, to: 0 });
    expect(back.map(({ t }) => t)).toEqual(
      planOf(course, whole)
        .map(({ t }) => t)
        .reverse(),
    );
    const fast = framesOf(planOf(course, { ...whole, speed: 2 }));
    expect(fast / framesOf(planOf(course, whole))).toBeCloseTo(0.5, 1);
  });
});

describe('sizes', () => {
  it('are even numbers of pixels, of the drawing or of a frame', () => {
    const drawing = { width: 760, height: 462.7 };
    expect(pixelsOf(extentOf('1x'), drawing)).toEqual({ width: 760, height: 464 });
    expect(pixelsOf(extentOf('1.5x'), drawing)).toEqual({ width: 1140, height: 696 });
    expect(pixelsOf(extentOf('1281x720'), drawing)).toEqual({ width: 1282, height: 720 });
    expect(() => extentOf('large')).toThrow('2x or 1280x720');
    expect(fits({ width: 1920, height: 1080 })).toBe(true);
    expect(fits({ width: 1922, height: 1080 })).toBe(false);
  });
});

describe('npm run export', () => {
  it('takes the figure, its parameters, and what is wanted, in any order', () => {
    const order = (line: string) => readCommand(line.split(' ')).order;
    expect(order('space-to-depth --block 3 --format mp4')).toMatchObject({
      figure: 'space-to-depth',
      parameters: { block: '3' },
      format: 'mp4',
      theme: 'light',
      size: '1280x720',
      from: 0,
      to: undefined,
    });
    expect(order('--transparent reads --kernel=6 --theme dark --from 1 --to 3')).toMatchObject({
      figure: 'reads',
      parameters: { kernel: '6' },
      format: 'png',
      transparent: true,
      theme: 'dark',
      from: 1,
      to: 3,
    });
  });

  it('says what is wrong', () => {
    const reading = (line: string) => () => readCommand(line.split(' ').filter(Boolean));
    expect(reading('')).toThrow('npm run export -- FIGURE');
    expect(reading('reads --format bmp')).toThrow('--format has to be one of png, svg, pdf');
    expect(reading('reads --from -1')).toThrow('--from has to be a whole number');
    expect(reading('reads --speed 99')).toThrow('--speed');
    expect(reading('reads more')).toThrow('FIGURE');
  });
});
